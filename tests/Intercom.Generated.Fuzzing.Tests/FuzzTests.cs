using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Intercom.Generated.Fuzzing.Tests;

/// <summary>
/// Every target keeps its promises for the committed inputs and for random changes of them. INTERCOM_FUZZ_SEED sets the seed.
/// </summary>
internal sealed class FuzzTests
{
    public static IEnumerable<FuzzTarget> Targets => FuzzTarget.All;

    public static IEnumerable<TestCaseData> Committed =>
        from target in FuzzTarget.All
        from file in Corpus.Files(target)
        select new TestCaseData(target, file).SetArgDisplayNames(target.Name, Path.GetFileName(file));

    [TestCaseSource(nameof(Committed))]
    public void Keeps_promises_for_a_committed_input(FuzzTarget target, string file)
    {
        var run = new FuzzRun(target);
        run.Guard(() => run.Input(File.ReadAllBytes(file)));
    }

    [TestCaseSource(nameof(Targets))]
    public void Keeps_promises_for_changed_inputs(FuzzTarget target)
    {
        var run = new FuzzRun(target);
        // Without this, seeds that follow each other lead to nearly the same cases.
        var random = new Random(Settings.Seed);
        var replay = new Replay(new Rnd((ulong)random.NextInt64(), (ulong)random.NextInt64() | 1), FSharpOption<int>.None);
        var config = Config.QuickThrowOnFailure
            .WithMaxTest(target.Cases)
            .WithQuietOnSuccess(true)
            .WithReplay(FSharpOption<Replay>.Some(replay));
        // The property holds unless the input throws. A rejected input is not a failure.
        run.Guard(() => Prop.ForAll(FuzzInput.For(target), input => { _ = run.Input(input.Bytes); }).Check(config));
        TestContext.Out.WriteLine($"{target}: seed {Settings.Seed}, {run.Count} inputs, {run.Accepted} accepted");
        Assert.That(run.Accepted, Is.GreaterThan(run.Count / 50), "Enough inputs must get past the parser.");
    }
}
