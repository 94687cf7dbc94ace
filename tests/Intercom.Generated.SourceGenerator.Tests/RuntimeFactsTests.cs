using Intercom.Generated.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generated.SourceGenerator.Tests;

/// <summary>The regions and error codes that are generated from openapi/.</summary>
public sealed class RuntimeFactsTests
{
    private const string Regions = """
        { "regions": [
          { "name": "UnitedStates", "code": "US", "url": "https://api.intercom.io/", "summary": "The United States." },
          { "name": "Europe", "code": "EU", "url": "https://api.eu.intercom.io/?\"<x>", "summary": "Europe & <more>." } ] }
        """;

    private const string Codes = """
        { "codes": [ { "code": "not_found", "summary": "The item does not exist, such as `a < b`." }, { "code": "a\"; int x = 1; //", "summary": "</summary>" } ] }
        """;

    [Test]
    public void Emission()
    {
        var result = Run(Regions.Replace("?\\\"<x>", "", StringComparison.Ordinal), Codes).GetRunResult().Results.Single();

        Assert.That(result.Diagnostics, Is.Empty);
        new Snapshot("RuntimeFactsTests.Emission").Match(result.GeneratedSources.ToDictionary(
            source => source.HintName.Replace(".g.cs", string.Empty, StringComparison.Ordinal), source => source.SourceText.ToString()));
    }

    [Test]
    public void Hostile_text_stays_text()
    {
        var compilation = GeneratorRun.Compilation("internal sealed class Some;");
        var driver = Driver(Regions.Replace("?\\\"<x>", "?<x>/", StringComparison.Ordinal), Codes).RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);

        Assert.That(driver.GetRunResult().Diagnostics, Is.Empty);
        Assert.That(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning), Is.Empty);
        Assert.That(
            output.GetTypeByMetadataName($"{GeneratorRun.Namespace}.IntercomErrorCodes")!.GetMembers().Select(member => member.Name),
            Is.EqualTo(new[] { "NotFound", "AIntX1" }));
    }

    [Test]
    public void An_error_has_its_line()
    {
        var diagnostic = Run("{ \"regions\": [\n{} ] }", Codes).GetRunResult().Diagnostics[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That((diagnostic.Id, diagnostic.Severity), Is.EqualTo(("INTERCOM0011", DiagnosticSeverity.Error)));
            Assert.That(diagnostic.GetMessage(null), Does.StartWith("regions.json#/regions/0/url: "));
            Assert.That(diagnostic.Location.GetLineSpan().StartLinePosition.Line, Is.EqualTo(1));
        }
    }

    [Test]
    public void Steps_rerun_only_for_their_file()
    {
        var regions = new TestFile("/openapi/regions.json", Regions.Replace("?\\\"<x>", "", StringComparison.Ordinal));
        var compilation = CSharpCompilation.Create("Trial");
        var driver = Driver([regions, new TestFile("/openapi/error-codes.json", Codes)]).RunGenerators(compilation)
            .ReplaceAdditionalText(regions, new TestFile(regions.Path, regions.Text.Replace("more", "most", StringComparison.Ordinal)));
        var second = driver.RunGenerators(compilation).GetRunResult().Results.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Reasons(second, "IntercomRegions"), Is.All.EqualTo(IncrementalStepRunReason.Modified));
            Assert.That(Reasons(second, "IntercomErrorCodes"), Is.All.EqualTo(IncrementalStepRunReason.Cached));
        }
    }

    [Test]
    public void The_version_generator_emits_nothing_for_the_runtime()
    {
        var result = GeneratorRun.Run([new TestFile("/openapi/regions.json", Regions)]);

        Assert.That((result.Diagnostics.Length, result.GeneratedSources.Length), Is.EqualTo((0, 0)));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);

    private static GeneratorDriver Run(string regions, string codes) => Driver(regions, codes).RunGenerators(CSharpCompilation.Create("Trial"));

    private static GeneratorDriver Driver(string regions, string codes) =>
        Driver([new TestFile("/openapi/regions.json", regions), new TestFile("/openapi/error-codes.json", codes)]);

    private static GeneratorDriver Driver(IEnumerable<AdditionalText> files) => GeneratorRun.Driver(new RuntimeFactsGenerator(), files);
}
