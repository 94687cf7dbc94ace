using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Intercom.Generated.SourceGenerator.Tests;

/// <summary>The problems of the files of a version are diagnostics. They never crash the generator.</summary>
public sealed class DiagnosticTests
{
    private const string Description = "/openapi/2.14/description.json";

    [TestCase(
        "INTERCOM0001", "{ \"info\": ", "description.json#/info: The file cannot be read: Unexpected end of content while loading JObject. Path 'info', line 1, position 10. Correct the file.", 0)]
    [TestCase(
        "INTERCOM0003",
        "{\n 'paths': { '/a': { 'get': { 'operationId': 'getA', 'tags': ['A'], "
            + "'responses': { '200': { 'content': { 'application/json': {\n 'schema': { '$ref': '#/components/schemas/a' } } } } } } } } }",
        "#/paths/~1a/get/responses/200/content/application~1json/schema: $ref '#/components/schemas/a' does not resolve. Add the schema, or correct the reference with an overlay action.",
        2)]
    [TestCase("INTERCOM0004", "{\n\n 'paths': { '/a': { 'get': { 'tags': ['A'] } } } }", "#/paths/~1a/get: GET /a: The operation has no operationId. Add one with an overlay action.", 2)]
    [TestCase(
        "INTERCOM0005",
        "{ 'paths': {\n '/a': { 'get': { 'operationId': 'getA', 'tags': ['A'] } },\n '/b': { 'get': { 'operationId': 'getA', 'tags': ['B'] } } } }",
        "#/paths/~1b/get: GET /b: The operationId 'getA' also belongs to GET /a. Give the operation a unique one with an overlay action.",
        2)]
    [TestCase(
        "INTERCOM0006",
        "{ 'paths': {\n '/a/{id}': { 'get': { 'operationId': 'getA', 'tags': ['A'] } } } }",
        "#/paths/~1a~1{id}/get: GET /a/{id}: The placeholder {id} has no path parameter. Declare it with an overlay action.",
        1)]
    [TestCase(
        "INTERCOM0010", "{ 'paths': {\n '/a': {\n 'get': { 'operationId': 'getA' } } } }", "#/paths/~1a/get: GET /a: The operation has no tag to group it by. Add one with an overlay action.", 2)]
    public void An_error_in_the_description_has_its_line(string id, string description, string message, int line)
    {
        var diagnostic = Diagnostics(new TestFile(Description, description)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((diagnostic.Id, diagnostic.Severity, diagnostic.GetMessage(null)), Is.EqualTo((id, DiagnosticSeverity.Error, message)));
            Assert.That(diagnostic.Location.GetLineSpan().Path, Is.EqualTo(Description));
            Assert.That(diagnostic.Location.GetLineSpan().StartLinePosition.Line, Is.EqualTo(line));
        }
    }

    [TestCase("INTERCOM0001", "names.json", "{ 'types': { 'x': 1 } }", "names.json#/types/x: The file cannot be read: Expected a C# name in PascalCase. Correct the file.")]
    [TestCase(
        "INTERCOM0001",
        "docs.json",
        "\n\n[]",
        "docs.json#: The file cannot be read: Error reading JObject from JsonReader. Current JsonReader item is not an object: StartArray. Path '', line 3, position 1. Correct the file.")]
    [TestCase(
        "INTERCOM0002",
        "overlay.json",
        "{ 'overlay': '1.0.0', 'actions': [{ 'target': '$.gone', 'description': 'why', 'remove': true }] }",
        "#: overlay.json#/actions/0/target: '$.gone' no longer matches anything in the description. "
            + "Remove the action if the published description was corrected, or change the target to the new place. The reason of the action is: why")]
    [TestCase("INTERCOM0002", "overlay.json", "", "#: overlay.json(0,0): The file is not valid JSON: Error reading JObject from JsonReader. Path '', line 0, position 0. Correct the syntax.")]
    [TestCase(
        "INTERCOM0008",
        "names.json",
        "{ 'operations': { 'GET /a': { 'client': 'A', 'method': 'Get' } } }",
        "names.json#: The ledger lacks 1 names of this version. The first is 'GET /b: B.Get()'. Run the tool's command 'names' to add them.")]
    public void An_error_in_another_file_has_no_line(string id, string fileName, string text, string message)
    {
        const string good = "{ 'paths': { '/a': { 'get': { 'operationId': 'getIt', 'tags': ['A'] } }, '/b': { 'get': { 'operationId': 'getB', 'tags': ['B'] } } } }";

        var diagnostic = Diagnostics(new TestFile(Description, good), new TestFile("/openapi/" + fileName, text)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (diagnostic.Id, diagnostic.Severity, diagnostic.GetMessage(null)),
                Is.EqualTo((id, id == "INTERCOM0008" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, message)));
            Assert.That(diagnostic.Location, Is.EqualTo(Location.None));
        }
    }

    [Test]
    public void Two_operations_with_the_same_name_are_an_error_at_the_line_of_the_second()
    {
        var diagnostic = Diagnostics(
            new TestFile(Description, "{ 'paths': { '/a': { 'get': { 'operationId': 'getA', 'tags': ['A'] } },\n '/b': { 'get': { 'operationId': 'getB', 'tags': ['B'] } } } }"),
            new TestFile("/openapi/names.json", "{ 'operations': { 'GET /a': { 'client': 'A', 'method': 'Get' }, 'GET /b': { 'client': 'A', 'method': 'Get' } } }")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((diagnostic.Id, diagnostic.GetMessage(null)), Is.EqualTo(("INTERCOM0007", "#/paths/~1b/get: GET /a and GET /b are both named A.Get. Rename one of them in names.json.")));
            Assert.That(diagnostic.Location.GetLineSpan().StartLinePosition.Line, Is.EqualTo(1));
        }
    }

    [Test]
    public void Reports_a_project_without_a_description()
    {
        var diagnostic = Diagnostics(new TestFile("/openapi/names.json", "{}")).Single();

        Assert.That(
            (diagnostic.Id, diagnostic.Severity, diagnostic.GetMessage(null), diagnostic.Location),
            Is.EqualTo((
                "INTERCOM0009",
                DiagnosticSeverity.Error,
                "#: The project has no description.json among its additional files. Set ApiVersion in the project to a folder in openapi/.",
                Location.None)));
    }

    [Test]
    public void A_place_that_the_overlay_added_has_no_line()
    {
        var diagnostic = Diagnostics(
            new TestFile(Description, "{ 'paths': {} }"),
            new TestFile(
                "/openapi/2.14/overlay.json", "{ 'overlay': '1.0.0', 'actions': [\n{ 'target': '$.paths', 'description': 'why', 'update': { '/a': { 'get': { 'operationId': 'getA' } } } }] }"))
                .Single();

        Assert.That((diagnostic.Id, diagnostic.Location), Is.EqualTo(("INTERCOM0010", Location.None)));
    }

    [Test]
    public void Invalid_text_in_any_file_is_a_diagnostic(
        [Values("description.json", "overlay.json", "names.json", "docs.json")] string name,
        [Values("", "%PDF", "[]", "null", "42", "\"text\"", "{ \"a\": [1,", "<html/>", "{} {}")] string text)
    {
        var files = GeneratorRun.Tickets().Select(file => Path.GetFileName(file.Path) == name ? new TestFile(file.Path, text) : file).ToList();
        var result = GeneratorRun.Run(files);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Exception, Is.Null);
            Assert.That(result.Diagnostics.Select(diagnostic => diagnostic.Id), Is.EqualTo(new[] { name == "overlay.json" ? "INTERCOM0002" : "INTERCOM0001" }));
            Assert.That(result.GeneratedSources, Is.Empty);
        }
    }

    [Test]
    public void An_error_in_the_search_facts_has_its_line()
    {
        var (file, result) = RunWithFacts("\"kind\": \"boolean\"", "\"kind\": \"bool\"");
        var diagnostic = result.Diagnostics.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((diagnostic.Id, diagnostic.Severity), Is.EqualTo(("INTERCOM0011", DiagnosticSeverity.Error)));
            Assert.That(diagnostic.GetMessage(null), Does.StartWith("search.json#/searches/0/versions/2.11/types/flag/kind: 'bool' is not a kind of field. Use one of text, boolean,"));
            Assert.That(diagnostic.Location.GetLineSpan().Path, Is.EqualTo(file));
            Assert.That(diagnostic.Location.GetLineSpan().StartLinePosition.Line, Is.EqualTo(15));
            Assert.That(result.GeneratedSources.Select(source => source.HintName), Does.Contain("TicketsClient.g.cs").And.Not.Contain("TicketFields.g.cs"));
        }
    }

    [Test]
    public void An_error_in_the_webhook_facts_has_its_line()
    {
        var (file, result) = RunWithFacts("\"2.16\"", "\"soon\"", "webhooks.json");
        var diagnostic = result.Diagnostics.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((diagnostic.Id, diagnostic.Severity), Is.EqualTo(("INTERCOM0011", DiagnosticSeverity.Error)));
            Assert.That(diagnostic.GetMessage(null), Does.StartWith("webhooks.json#/topics/2/since: 'soon' is not a version."));
            Assert.That(diagnostic.Location.GetLineSpan().Path, Is.EqualTo(file));
            Assert.That(diagnostic.Location.GetLineSpan().StartLinePosition.Line, Is.EqualTo(6));
            Assert.That(result.GeneratedSources.Select(source => source.HintName), Does.Contain("TicketsClient.g.cs").And.Not.Contain("IntercomWebhooks.g.cs"));
        }
    }

    [TestCase("")]
    [TestCase("%PDF")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("{ \"searches\": [1] }")]
    [TestCase("{ \"a\": [1,")]
    [TestCase("{} {}")]
    public void Invalid_text_in_the_search_facts_is_a_diagnostic(string text)
    {
        var files = GeneratorRun.Tickets().Select(file => Path.GetFileName(file.Path) == "search.json" ? new TestFile(file.Path, text) : file);
        var result = GeneratorRun.Run(files);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Exception, Is.Null);
            Assert.That(result.Diagnostics.Select(diagnostic => diagnostic.Id).Distinct(), Is.EqualTo(new[] { "INTERCOM0011" }));
            Assert.That(result.GeneratedSources.Select(source => source.HintName), Does.Contain("TicketsClient.g.cs").And.Not.Contain("TicketFields.g.cs"));
        }
    }

    [Test]
    public void A_truncated_description_is_a_diagnostic()
    {
        var files = GeneratorRun.Tickets();
        var description = (TestFile)files.Single(file => file.Path.EndsWith("description.json", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            for (var length = 1; length < description.Text.TrimEnd().Length; length += 397)
            {
                var result = GeneratorRun.Run(files.Replace(description, new TestFile(description.Path, description.Text[..length])));
                Assert.That(result.Exception, Is.Null);
                Assert.That(result.Diagnostics.Select(diagnostic => diagnostic.Id), Is.EqualTo(new[] { "INTERCOM0001" }));
            }
        }
    }

    [TestCase("Tags", "tags")]
    [TestCase("Data Export", "DataEXPORT")]
    public void Tags_that_differ_only_in_case_share_a_client(string tag, string other)
    {
        var result = GeneratorRun.Run([new TestFile(Description, $$"""
            { 'paths': { '/a': { 'get': { 'operationId': 'getA', 'tags': ['{{tag}}'] } }, '/b': { 'get': { 'operationId': 'getB', 'tags': ['{{other}}'] } } } }
            """)]);

        Assert.That(result.Exception, Is.Null);
    }

    [Test]
    public void The_release_notes_list_every_diagnostic()
    {
        var folder = Path.Combine(Folders.Repository, "generators", "Intercom.Generated.SourceGenerator");
        var listed = new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(file => File.ReadAllLines(Path.Combine(folder, file)))
            .Where(line => line.StartsWith("INTERCOM", StringComparison.Ordinal));
        var descriptors = typeof(DescriptionDiagnostics).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)
            .ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                listed.Select(line => line.TrimEnd()),
                Is.EqualTo(descriptors.Select(descriptor => $"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}")));
            Assert.That(descriptors.Select(descriptor => descriptor.Id), Is.EqualTo(Enumerable.Range(1, 13).Select(number => $"INTERCOM{number:D4}")));
            Assert.That(descriptors.Select(descriptor => descriptor.IsEnabledByDefault), Is.All.True);
        }
    }

    [Test]
    public void Every_kind_of_problem_has_a_unique_diagnostic()
    {
        var kinds = Enum.GetValues<Descriptions.DescriptionProblemKind>();

        Assert.That(
            kinds.Select(kind => DescriptionDiagnostics.Create(new Descriptions.DescriptionProblem(kind, "#", "x", 0), Description).Id),
            Is.Unique.And.Exactly(kinds.Length).Items);
    }

    private static (string Path, GeneratorRunResult Result) RunWithFacts(string from, string to, string name = "search.json")
    {
        var files = GeneratorRun.Tickets();
        var facts = (TestFile)files.Single(file => Path.GetFileName(file.Path) == name);
        Assume.That(facts.Text, Does.Contain(from));
        return (facts.Path, GeneratorRun.Run(files.Replace(facts, new TestFile(facts.Path, facts.Text.Replace(from, to, StringComparison.Ordinal)))));
    }

    private static ImmutableArray<Diagnostic> Diagnostics(params TestFile[] files)
    {
        var result = GeneratorRun.Run(files);
        Assert.That(result.Exception, Is.Null);
        return result.Diagnostics;
    }
}
