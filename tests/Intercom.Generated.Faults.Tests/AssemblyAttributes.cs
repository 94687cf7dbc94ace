[assembly: Parallelizable(ParallelScope.All)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
// These tests wait more than they work.
[assembly: LevelOfParallelism(12)]
