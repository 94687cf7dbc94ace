using System.Diagnostics;

namespace Intercom.Generated.Samples.Tests;

/// <summary>Runs each program in samples/ against the embedded fake, and compares its output.</summary>
public sealed class SampleTests : IDisposable
{
    private static readonly string Repository = Path.Combine(Snapshot.ProjectFolder, "..", "..");

    // The output folder of the tests, such as bin/Release/net10.0, has the same name as those of the samples.
    private static readonly string Output = Path.GetRelativePath(Snapshot.ProjectFolder, AppContext.BaseDirectory);

    private readonly string _folder = Directory.CreateTempSubdirectory("intercom-samples-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestCase("Mistakes")]
    [TestCase("Negotiation")]
    [TestCase("Quickstart")]
    [TestCase("Search")]
    [TestCase("SupportBot")]
    [TestCase("Telemetry")]
    [TestCase("Tickets")]
    public async Task Program_shows_its_output(string sample) => Match(sample, await RunAsync(sample));

    [Test]
    public async Task Resumable_walk_stops_and_resumes()
    {
        File.Delete(Path.Combine(FolderOf("ResumableWalk"), "checkpoint.fake.json"));
        Match("ResumableWalk", await RunAsync("ResumableWalk", "3") + "---\n" + await RunAsync("ResumableWalk"));
    }

    [Test]
    public async Task Nightly_sync_stops_resumes_and_then_reads_only_changes()
    {
        var file = Path.Combine(_folder, "contacts.db");
        Match(
            "NightlySync",
            await RunAsync("NightlySync", file, "2") + "---\n" + await RunAsync("NightlySync", file) + "---\n" + await RunAsync("NightlySync", file));
    }

    [Test]
    public async Task Conversation_export_writes_every_conversation()
    {
        var file = Path.Combine(_folder, "conversations.jsonl");
        Match("ConversationExport", await RunAsync("ConversationExport", file));
        var lines = await File.ReadAllLinesAsync(file);
        Assert.That(lines, Has.Length.EqualTo(120));
        Assert.That(lines, Is.Unique.And.All.StartsWith("{").And.All.Contains("\"conversation_parts\""));
    }

    // Samples that are servers do not end, so they have tests of their own.
    [Test]
    public void Every_sample_has_a_test()
    {
        var samples = Directory.GetFiles(Path.Combine(Repository, "samples"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => File.ReadAllText(project).Contains("Sdk=\"Microsoft.NET.Sdk\"", StringComparison.Ordinal))
            .Select(project => Path.GetFileNameWithoutExtension(project));
        var snapshots = Directory.GetFiles(Path.Combine(Snapshot.ProjectFolder, "Snapshots"), "*.verified.txt");
        Assert.That(
            snapshots.Select(file => Path.GetFileName(file).Split('.', '#')[1]), Is.EquivalentTo(samples));
    }

    [Test]
    public async Task Page_about_mistakes_shows_the_messages()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository, "docs", "mistakes.md"));
        Assert.That(page.ReplaceLineEndings("\n"), Does.Contain("```text\n" + await RunAsync("Mistakes") + "```\n"));
    }

    private static void Match(string sample, string output) =>
        new Snapshot($"SampleTests.{sample}").Match(new Dictionary<string, string> { ["Output"] = output });

    private static string FolderOf(string sample) => Path.Combine(Repository, "samples", sample, Output);

    private static async Task<string> RunAsync(string sample, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(FolderOf(sample), sample + ".dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The samples use a workspace of yours if these variables are set.
        start.Environment.Remove("INTERCOM_ACCESS_TOKEN");
        start.Environment.Remove("INTERCOM_REGION");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, output + await error);
        Assert.That(await error, Is.Empty);
        // Tables are padded to the width of the console.
        return string.Concat(output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd() + "\n"));
    }
}
