using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Intercom.Generated.Fuzzing.Tests;

/// <summary>
/// Every target keeps its promises for inputs that are developed by coverage. The code is instrumented with SharpFuzz, and an input that
/// reaches new code becomes the start of further ones. INTERCOM_LONG_TESTS=1 runs it, for INTERCOM_FUZZ_SECONDS per target.
/// </summary>
[NonParallelizable]
internal sealed class CoverageGuidedTests
{
    private const int MostMutations = 4;

    // Longer inputs take more time than they find.
    private const int LongestInput = 20_000;

    public static IEnumerable<FuzzTarget> Targets => FuzzTarget.All;

    [TestCaseSource(nameof(Targets))]
    public void Keeps_promises_for_inputs_that_reach_new_code(FuzzTarget target)
    {
        if (!LongTests.AreEnabled)
            Assert.Ignore("INTERCOM_LONG_TESTS=1 runs this test.");
        var code = InstrumentedCode.Instance;
        var run = new FuzzRun(target, code.RunOf(target.Name));
        var tokens = target.Tokens.Select(Encoding.UTF8.GetBytes).ToList();
        var random = new Random(Settings.Seed);
        var coverage = new Coverage();
        var kept = new List<byte[]>();
        var accepted = new List<byte[]>();
        run.Guard(() =>
        {
            foreach (var seed in Corpus.Inputs(target))
                Try(seed);
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Settings.Duration;)
                Try(Mutate(Next()));
        });
        TestContext.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{target}: {run.Count:N0} inputs, {run.Accepted:N0} accepted, {kept.Count:N0} reached new code, {coverage.Edges:N0} edges, "
                + $"seed {Settings.Seed}"));

        void Try(byte[] input)
        {
            InstrumentedCode.Begin();
            var isAccepted = run.Input(input);
            if (!coverage.Add(InstrumentedCode.Hits))
                return;
            kept.Add(input);
            if (isAccepted)
                accepted.Add(input);
        }

        // Most changes of a rejected input are rejected too.
        byte[] Next()
        {
            var inputs = random.Next(4) == 0 || accepted.Count == 0 ? kept : accepted;
            return inputs[random.Next(inputs.Count)];
        }

        byte[] Mutate(byte[] input)
        {
            // Sometimes continue with the end of another input.
            if (random.Next(8) == 0)
            {
                var other = kept[random.Next(kept.Count)];
                input = [.. input.AsSpan(0, random.Next(input.Length + 1)), .. other.AsSpan(random.Next(other.Length + 1))];
            }

            for (var count = random.Next(MostMutations) + 1; count > 0; count--)
                input = Mutation.Next(random).Apply(input, tokens);
            return input.Length <= LongestInput ? input : input[..LongestInput];
        }
    }
}
