[assembly: Parallelizable(ParallelScope.All)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
// These tests mostly wait, so run more of them at once than there are cores.
[assembly: LevelOfParallelism(12)]
