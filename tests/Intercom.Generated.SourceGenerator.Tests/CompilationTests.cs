using Intercom.Generated.Descriptions;
using Intercom.Generated.Tests;
using Microsoft.CodeAnalysis;

namespace Intercom.Generated.SourceGenerator.Tests;

/// <summary>The emitted code compiles without warnings, including its documentation comments.</summary>
public sealed class CompilationTests
{
    [Test]
    public void Tickets() => AssertCompiles(GeneratorRun.Tickets(), Models(GeneratorRun.Tickets()));

    // The build compiles every version with warnings as errors. Here, the newest ones are enough, unless INTERCOM_LONG_TESTS=1.
    public static IEnumerable<string> Versions() => Directory.GetDirectories(Path.Combine(Folders.Repository, "openapi"))
        .Where(folder => File.Exists(Path.Combine(folder, "description.json")))
        .Select(folder => Path.GetFileName(folder))
        .Order(StringComparer.Ordinal)
        .TakeLast(LongTests.Size(2, int.MaxValue));

    [TestCaseSource(nameof(Versions))]
    public void Published(string version)
    {
        var models = new FileInfo(Path.Combine(Folders.Repository, "generators", "Intercom.Generated.Models", "obj", "models", version, "Models.g.cs"));
        var files = GeneratorRun.Version(version);
        if (!models.Exists)
            Assert.Ignore($"There are no models of {version}: build the solution.");
        if (files.Any(file => File.GetLastWriteTimeUtc(file.Path) > models.LastWriteTimeUtc))
            Assert.Ignore($"The models of {version} are older than its description: build the solution.");

        AssertCompiles(files, File.ReadAllText(models.FullName), $"Intercom.Generated.{(version == "preview" ? "Preview" : "V" + version.Replace('.', '_'))}");
    }

    // Text that could break out of a literal, a comment, or a name.
    [TestCase("\"listTickets\"", "\"list<Tickets>&\\\"all\\\"\"")]
    [TestCase("\"submitted\"", "\"sub\\nmit\\r\\u2028\\u0085\\u0000\\\\\\\"ted\"")]
    [TestCase("\"submitted\"", "\"</summary>\"")]
    [TestCase("\"in_progress\"", "\"equals\", \"get_hash_code\", \"to_string\", \"get_type\", \"ticket_state\", \"empty\", \"\", \"reference_equals\"")]
    [TestCase("\"app_id\"", "\"options\"")]
    [TestCase("\"app_id\"", "\"event\"")]
    [TestCase("\"display_as\"", "\"options\"")]
    [TestCase("\"display_as\"", "\"2fa\"")]
    [TestCase("ticket_id", "params")]
    [TestCase("\"2.14\"", "\"2.14 \\\"beta\\\" <&>\"")]
    [TestCase("Data Export", "Data EXPORT\", \"x")]
    [TestCase(
        "{ \"type\": \"integer\" }, { \"type\": \"array\"", "{ \"type\": \"string\", \"format\": \"date-time\" }, { \"type\": \"integer\", \"format\": \"date-time\" }, {}, { \"type\": \"array\"")]
    public void Hostile(string from, string to)
    {
        var files = GeneratorRun.Tickets().Where(file => !file.Path.EndsWith("names.json", StringComparison.Ordinal))
            .Select(file => file.Path.EndsWith("description.json", StringComparison.Ordinal)
                ? new TestFile(file.Path, ((TestFile)file).Text.Replace(from, to, StringComparison.Ordinal))
                : (TestFile)file)
            .ToList();
        Assume.That(files.Select(file => file.Text), Has.Some.Contains(to));

        AssertCompiles(files, Models(files));
    }

    [Test]
    public void Any_text()
    {
        var files = GeneratorRun.Tickets()
            .Select(file => file.Path.EndsWith("docs.json", StringComparison.Ordinal)
                ? new TestFile(file.Path, ((TestFile)file).Text.Replace("Lists tickets", "</summary> <x> & \\\"y\\\" */ \\r\\n \\r \\u0085 \\u2028 \\u0001 ]]>", StringComparison.Ordinal))
                : file)
            .ToList();

        AssertCompiles(files, Models(files));
    }

    private static void AssertCompiles(IEnumerable<AdditionalText> files, string models, string targetNamespace = GeneratorRun.Namespace)
    {
        GeneratorRun.Driver(files, targetNamespace).RunGeneratorsAndUpdateCompilation(GeneratorRun.Compilation(models), out var compilation, out var ownDiagnostics);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ownDiagnostics, Is.Empty);
            Assert.That(compilation.SyntaxTrees.Count(), Is.GreaterThan(5));
            Assert.That(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(5), Is.Empty);
        }
    }

    private static string Models(IEnumerable<AdditionalText> files)
    {
        var texts = files.ToDictionary(file => Path.GetFileName(file.Path), file => ((TestFile)file).Text);
        return ModelSource.Of(ApiModelReader.Read(new DescriptionFiles(texts["description.json"], texts["overlay.json"], texts.GetValueOrDefault("names.json"), texts["docs.json"])));
    }
}
