using System.Globalization;
using System.Reflection;
using System.Text;
using Intercom.Generated.Runtime;
using Intercom.Generated.V2_16;
using Microsoft.CodeAnalysis;

namespace Intercom.Generated.Analyzers.Tests;

public sealed class RequiredMemberAnalyzerTests
{
    private static readonly RequiredMemberAnalyzer Analyzer = new();

    [TestCase("await intercom.Articles.CreateAsync(new CreateArticleRequest { Body = \"Text\" });", TestName = "Argument")]
    [TestCase("await intercom.Articles.CreateAsync(new() { Body = \"Text\" });", TestName = "Target-typed argument")]
    [TestCase("await intercom.Articles.CreateAsync(new CreateArticleRequest(), CancellationToken.None);", TestName = "Argument of an extension")]
    [TestCase("var request = new CreateArticleRequest { Body = \"Text\" }; await intercom.Articles.CreateAsync(request);", TestName = "Local")]
    [TestCase("CreateArticleRequest request; request = new() { Body = \"Text\" }; await intercom.Articles.CreateAsync(request);", TestName = "Assigned local")]
    [TestCase("var request = new CreateArticleRequest(); if (request.Title is null) await intercom.Articles.CreateAsync(request);", TestName = "Local that is read")]
    [TestCase("_field = new CreateArticleRequest { Body = \"Text\" };", TestName = "Field")]
    [TestCase("Func<CreateArticleRequest> create = () => new CreateArticleRequest { Body = \"Text\" };", TestName = "Lambda")]
    public async Task Reports_a_request_without_a_required_member(string body)
    {
        var diagnostics = await CallerProgram.AnalyzeBodyAsync(Analyzer, body);

        Assert.That(diagnostics, Has.Count.EqualTo(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(diagnostics[0].Id, Is.EqualTo("INTERCOM2200"));
            Assert.That(diagnostics[0].Severity, Is.EqualTo(DiagnosticSeverity.Warning));
            Assert.That(
                diagnostics[0].GetMessage(CultureInfo.InvariantCulture),
                Is.EqualTo("CreateArticleRequest requires AuthorId and Title. Calls without it throw an ArgumentException."));
        }
    }

    [TestCase("await intercom.Articles.CreateAsync(new() { Title = \"Title\", AuthorId = \"1\" });", TestName = "Complete")]
    [TestCase("await intercom.Articles.CreateAsync(new() { Title = null, AuthorId = null });", TestName = "Nulls")]
    [TestCase("await intercom.Articles.CreateAsync(new() { Title = article.Title, AuthorId = article.AuthorId });", TestName = "Copied from a response")]
    [TestCase("var request = new CreateArticleRequest { AuthorId = \"1\" }; request.Title = \"Title\"; await intercom.Articles.CreateAsync(request);", TestName = "Assigned later")]
    [TestCase("var request = new CreateArticleRequest { AuthorId = \"1\" }; Fill(request); await intercom.Articles.CreateAsync(request);", TestName = "Filled by a method")]
    [TestCase("var request = new CreateArticleRequest(); _field = request;", TestName = "Stored")]
    [TestCase("_field = new CreateArticleRequest();", TestName = "Empty field")]
    [TestCase("await intercom.Articles.UpdateAsync(\"1\", new UpdateArticleRequest());", TestName = "Nothing required")]
    [TestCase("Fill(new CreateArticleRequest());", TestName = "Empty argument of another method")]
    public async Task Accepts_a_request_that_is_complete_or_can_be_completed(string body) =>
        Assert.That(await CallerProgram.AnalyzeBodyAsync(Analyzer, body), Is.Empty);

    [Test]
    public async Task Reports_exactly_the_required_members_of_every_type()
    {
        var types = typeof(Contact).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(IntercomModel)) && Required(type).Any())
            .ToList();
        var code = new StringBuilder("using Intercom.Generated.V2_16; class Program { void Run() { ");
        foreach (var type in types)
        {
            code.Append(CultureInfo.InvariantCulture, $"_ = new {type.FullName} {{ AdditionalProperties = {{ }} }}; ");
            code.Append(CultureInfo.InvariantCulture, $"_ = new {type.FullName} {{ {string.Join(", ", Required(type).Select(name => $"{name} = null"))} }}; ");
        }

        var diagnostics = await CallerProgram.AnalyzeAsync(Analyzer, code.Append("} }").ToString());

        Assert.That(types, Has.Count.GreaterThan(30));
        Assert.That(
            diagnostics.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)),
            Is.EquivalentTo(types.Select(type => $"{type.Name} requires {string.Join(" and ", Required(type))}. Calls without it throw an ArgumentException.")));
    }

    private static IEnumerable<string> Required(Type type) =>
        type.GetProperties().Where(property => property.IsDefined(typeof(RequiredInRequestsAttribute))).Select(property => property.Name)
            .Order(StringComparer.Ordinal);
}
