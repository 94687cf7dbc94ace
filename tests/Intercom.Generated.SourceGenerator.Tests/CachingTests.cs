using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generated.SourceGenerator.Tests;

/// <summary>A step runs again only if its input changed.</summary>
public sealed class CachingTests
{
    private static readonly string[] Steps =
        [.. typeof(TrackingNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    [Test]
    public void Every_step_runs()
    {
        var result = GeneratorRun.Run(GeneratorRun.Tickets());

        Assert.That(Steps, Has.Length.EqualTo(28).And.SubsetOf(result.TrackedSteps.Keys));
    }

    [Test]
    public void Nothing_changed()
    {
        var (first, second) = Runs(files => files, compilation => compilation.Clone());

        using (Assert.EnterMultipleScope())
        {
            foreach (var step in Steps)
            {
                Assert.That(Reasons(second, step), Is.All.EqualTo(IncrementalStepRunReason.Cached).Or.EqualTo(IncrementalStepRunReason.Unchanged), step);
                Assert.That(Values(second, step), Is.EqualTo(Values(first, step)), step);
            }

            Assert.That(OutputReasons(second), Is.All.EqualTo(IncrementalStepRunReason.Cached));
        }
    }

    /// <summary>Prints the time. It is not asserted, because it depends on the machine.</summary>
    [Test]
    public async Task Keystroke_in_other_code_runs_no_step_of_the_newest_version()
    {
        const int Keystrokes = 21;
        var driver = GeneratorRun.Driver(GeneratorRun.Version("2.16")).RunGenerators(CSharpCompilation.Create("Trial"));
        var times = new List<double>();
        for (var keystroke = 0; keystroke < Keystrokes; keystroke++)
        {
            var text = $"internal sealed class Other{new string('x', keystroke)};";
            var compilation = CSharpCompilation.Create("Trial", [CSharpSyntaxTree.ParseText(text, GeneratorRun.ParseOptions)]);
            var start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(compilation);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        await TestContext.Out.WriteLineAsync($"{times[Keystrokes / 2]:F2} ms for a keystroke, median of {Keystrokes}.");
        Assert.That(OutputReasons(driver.GetRunResult().Results.Single()), Is.All.EqualTo(IncrementalStepRunReason.Cached));
    }

    [Test]
    public void Other_code_changed()
    {
        var (_, second) = Runs(
            files => files,
            compilation => compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("internal sealed class Other;", GeneratorRun.ParseOptions)));

        using (Assert.EnterMultipleScope())
        {
            foreach (var step in Steps)
                Assert.That(Reasons(second, step), Is.All.EqualTo(IncrementalStepRunReason.Cached), step);
            Assert.That(OutputReasons(second), Is.All.EqualTo(IncrementalStepRunReason.Cached));
        }
    }

    [Test]
    public void The_layout_of_the_description_changed() =>
        AssertChanged(Edit("description.json", "\"Tickets\", \"version\"", "\"Tickets\",\n\n    \"version\""), [TrackingNames.Files]);

    [Test]
    public void A_summary_changed()
    {
        var second = AssertChanged(
            Edit("docs.json", "newest first", "oldest first"),
            [TrackingNames.Files, TrackingNames.Model, TrackingNames.Clients],
            "TicketsClient.g.cs");

        Assert.That(Reasons(second, TrackingNames.Clients).Count(reason => reason == IncrementalStepRunReason.Modified), Is.EqualTo(1));
    }

    [Test]
    public void An_enum_changed() =>
        AssertChanged(Edit("overlay.json", "\"resolved\"", "\"waiting\""), [TrackingNames.Files, TrackingNames.Model, TrackingNames.Enums], "Enums.g.cs");

    [Test]
    public void A_union_changed() =>
        AssertChanged(
            Edit("description.json", "{ \"type\": \"string\" }, { \"type\": \"integer\" }, {", "{ \"type\": \"string\" }, {"),
            [TrackingNames.Files, TrackingNames.Model, TrackingNames.Unions, TrackingNames.Codecs],
            "Unions.g.cs", "Codecs.g.cs");

    // Only the codecs depend on discriminators.
    [Test]
    public void A_discriminator_of_a_union_case_changed() =>
        AssertChanged(
            Edit("description.json", "\"enum\": [\"wish\"]", "\"enum\": [\"idea\"]"), [TrackingNames.Files, TrackingNames.Model, TrackingNames.Codecs], "Codecs.g.cs");

    [Test]
    public void A_path_changed() =>
        AssertChanged(
            Edit("description.json", "\"/tickets/{ticket_id}\"", "\"/tickets/{id}\"", "\"name\": \"ticket_id\"", "\"name\": \"id\"", "{ticket_id}/tags/{id}", "{id}/tags/{tag_id}"),
            [TrackingNames.Files, TrackingNames.Model, TrackingNames.Clients, TrackingNames.Operations, TrackingNames.Problems, TrackingNames.JobFacts, TrackingNames.Jobs],
            "TicketsClient.g.cs", "TagsClient.g.cs", "IntercomOperations.g.cs", "TicketsJobs.g.cs");

    [Test]
    public void A_summary_of_a_client_changed() =>
        AssertChanged(
            Edit("docs.json", "Creates, reads", "Makes, reads"),
            [TrackingNames.Files, TrackingNames.Model, TrackingNames.Clients, TrackingNames.IntercomClient],
            "TicketsClient.g.cs", "IntercomClient.g.cs");

    [Test]
    public void A_class_changed() =>
        AssertChanged(
            Edit("description.json", "\"score\": { \"type\": \"number\" }", "\"score\": { \"type\": \"integer\" }"),
            [TrackingNames.Files, TrackingNames.Model, TrackingNames.Codecs],
            "Codecs.g.cs");

    [Test]
    public void A_search_field_changed() =>
        AssertChanged(
            Edit("search.json", "The score.", "The rating."),
            [TrackingNames.SearchFile, TrackingNames.SearchFacts, TrackingNames.SearchFields],
            "TicketFields.g.cs");

    [Test]
    public void The_search_facts_of_another_version_changed() =>
        AssertChanged(
            Edit("search.json", "Timestamps are filtered to the second.", "Times are filtered to the second.", "[\"=\", \"!=\", \">\", \"<\", \">=\", \"<=\"]", "[\"=\", \"!=\", \">\", \"<\"]"),
            [TrackingNames.SearchFile]);

    [Test]
    public void A_status_of_a_job_changed() =>
        AssertChanged(
            Edit("jobs.json", "\"resolved\"", "\"closed\""), [TrackingNames.JobFile, TrackingNames.JobFacts, TrackingNames.Jobs], "TicketsJobs.g.cs");

    [Test]
    public void A_topic_of_webhooks_changed() =>
        AssertChanged(
            Edit("webhooks.json", "A ticket was closed.", "A ticket was closed again."),
            [TrackingNames.WebhooksFile, TrackingNames.WebhookFacts, TrackingNames.Webhooks],
            "IntercomWebhooks.g.cs");

    [Test]
    public void The_description_of_the_webhook_facts_changed() =>
        AssertChanged(Edit("webhooks.json", "A small facts file.", "A facts file."), [TrackingNames.WebhooksFile]);

    [Test]
    public void No_step_references_the_compilation()
    {
        var result = GeneratorRun.Run(GeneratorRun.Tickets());
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);

        foreach (var value in Steps.SelectMany(step => Values(result, step)))
            Walk(value, seen);

        Assert.That(seen, Has.Count.GreaterThan(100));
    }

    private static GeneratorRunResult AssertChanged(Func<ImmutableArray<AdditionalText>, ImmutableArray<AdditionalText>> edit, string[] changed, params string[] outputs)
    {
        var (first, second) = Runs(edit, compilation => compilation);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Steps.Where(step => Reasons(second, step).Any(IsChange)), Is.EquivalentTo(changed));
            Assert.That(
                second.GeneratedSources.Where(source => first.GeneratedSources.Single(other => other.HintName == source.HintName).SourceText.ToString() != source.SourceText.ToString())
                    .Select(source => source.HintName),
                Is.EquivalentTo(outputs));
            Assert.That(OutputReasons(second).Count(IsChange), Is.EqualTo(outputs.Length + (changed.Contains(TrackingNames.Problems) ? 1 : 0)));
        }

        return second;
    }

    private static (GeneratorRunResult First, GeneratorRunResult Second) Runs(
        Func<ImmutableArray<AdditionalText>, ImmutableArray<AdditionalText>> edit, Func<CSharpCompilation, CSharpCompilation> change)
    {
        var files = GeneratorRun.Tickets();
        var compilation = GeneratorRun.Compilation("internal sealed class Some;");
        var driver = GeneratorRun.Driver(files).RunGenerators(compilation);
        var first = driver.GetRunResult().Results.Single();
        foreach (var (before, after) in files.Zip(edit(files)).Where(pair => pair.First != pair.Second))
            driver = driver.ReplaceAdditionalText(before, after);
        return (first, driver.RunGenerators(change(compilation)).GetRunResult().Results.Single());
    }

    private static Func<ImmutableArray<AdditionalText>, ImmutableArray<AdditionalText>> Edit(string name, params string[] replacements) =>
        files => [.. files.Select(file => Path.GetFileName(file.Path) == name ? Edited((TestFile)file, replacements) : file)];

    private static TestFile Edited(TestFile file, string[] replacements)
    {
        var text = file.Text;
        foreach (var pair in replacements.Chunk(2))
        {
            Assume.That(text, Does.Contain(pair[0]));
            text = text.Replace(pair[0], pair[1], StringComparison.Ordinal);
        }

        return new TestFile(file.Path, text);
    }

    private static IEnumerable<object> Values(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Value);

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result) =>
        result.TrackedOutputSteps.Values.SelectMany(runs => runs).SelectMany(run => run.Outputs).Select(output => output.Reason);

    private static bool IsChange(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New or IncrementalStepRunReason.Removed;

    private static void Walk(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            return;
        Assert.That(value, Is.Not.InstanceOf<Compilation>().And.Not.InstanceOf<ISymbol>().And.Not.InstanceOf<SyntaxNode>().And.Not.InstanceOf<SyntaxTree>().And.Not.InstanceOf<Location>());
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Walk(item, seen);
        }

        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Walk(field.GetValue(value), seen);
        }
    }
}
