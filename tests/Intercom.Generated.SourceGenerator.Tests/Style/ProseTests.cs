using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Intercom.Generated.SourceGenerator.Tests.Style;

/// <summary>
/// The words of comments, docs, messages, and test names. The list holds words that readers of English stumble over in documentation of an HTTP
/// library, and the spelling of one variety of English.
/// </summary>
public sealed class ProseTests
{
    // Each word, and what to write instead.
    private static readonly (string Word, string Instead)[] Words =
    [
        (@"\banswer(s|ed|ing)?\b", "response, respond, return"),
        (@"\btries\b|\b(a|the|each|every|first|last|per|one|next) try\b", "attempt, retry"),
        (@"\b(sent|tried) again\b|\btr(y|ies) again\b(?! later)", "retried, retry"),
        (@"\btold\b|\btell(s|ing)?\b", "reports, states, shows, distinguishes"),
        (@"\b(is|are|was|were) (no|none)\b(?! (longer|more|other|one))(?<!\bthere (is|are|was|were) (no|none))", "is not a"),
        (@"\bwho(so)?ever\b", "the user, the caller, anyone who"),
        (@"\bwho (calls|reads|writes|sends|asks)\b", "the caller, a reader"),
        (@"\bsomewhere else\b", "another host, another place"),
        (@"\bfrom the start\b", "initially, by default"),
        (@"\bin vain\b", "falsely, without effect"),
        (@"\bcancell(ed|ing)\b", "canceled, canceling"),
        (@"\be-mails?\b", "email"),
        (@"\b\w*(behaviour|colour|favour|neighbour|licence|centre|grey)\w*\b", "the American spelling"),
        (@"\b\w*(normal|serial|recogn|organ|initial|synchron|util|general|capital|author|optim|minim|maxim|summar)is(e[sd]?|ing|ation)\b", "-ize, -izing, -ization"),
        (@"\banalys(e[sd]?|ing)\b", "analyze"),
    ];

    private static readonly Regex AnyWord = new(string.Join('|', Words.Select(rule => rule.Word)), RegexOptions.IgnoreCase | RegexOptions.Compiled);

    // Several tests read the same files.
    private static readonly ConcurrentDictionary<string, SyntaxNode> Trees = new(StringComparer.Ordinal);

    // Where a listed word is right, with the reason.
    private static readonly (string Path, string Text)[] Exceptions =
    [
        // The rules themselves.
        ("tests/Intercom.Generated.SourceGenerator.Tests/Style/ProseTests.cs", ""),
        // An answer of Intercom's AI agent.
        ("openapi/docs.json", "answer"),
        ("openapi/", "ai_answer"),
        ("openapi/search.json", "ai_agent.last_answer_type"),
        ("tests/Intercom.Generated.Benchmarks/Plain/Conversations.cs", "Answer"),
        // Messages of Intercom.
        ("src/Intercom.Generated.Testing/State/ContactOperations.cs", "so they aren't recognised as duplicates."),
        ("src/Intercom.Generated.Testing/State/DataConnectorRules.cs", "Please try again using a starting_after value"),
        // Values that the API sends, and the enum members that the ledger derives from them.
        ("openapi/docs.json", "hit, missed, cancelled, or active"),
        ("openapi/names.json", "\"Cancelled\""),
        ("openapi/names.json", "\"Answer\""),
        ("openapi/catalog.json", "\"Cancelled\""),
        ("openapi/catalog.json", "\"Answer\""),
        ("openapi/catalog.json", "\"Answers\""),
        // The start of a day.
        ("generators/Intercom.Generated.SourceGenerator/Emission/SearchFieldsEmitter.cs", "from the start of the next day"),
    ];

    [Test]
    public void Documents_and_configuration() => AssertNone(
        from file in RepositoryFile.Read(".md", ".yml", ".targets", ".props", ".csproj", ".liquid", ".editorconfig")
        where !file.Path.StartsWith("docs/migration/", StringComparison.Ordinal)
        from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
        select (file.Path, line.Number, line.Text));

    [Test]
    public void Summaries_and_reasons() => AssertNone(
        from file in RepositoryFile.Read(".json")
        where file.Path.StartsWith("openapi/", StringComparison.Ordinal) && !file.Path.EndsWith("/description.json", StringComparison.Ordinal)
        where !file.Path.EndsWith("availability.json", StringComparison.Ordinal)
        from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
        select (file.Path, line.Number, Regex.Replace(line.Text, @"^\s*""[^""]*"":", string.Empty)));

    [Test]
    public void Comments() => AssertNone(
        from file in RepositoryFile.Read(".cs")
        from comment in Syntax(file).DescendantTrivia()
        where !comment.IsKind(SyntaxKind.WhitespaceTrivia) && !comment.IsKind(SyntaxKind.EndOfLineTrivia)
        where comment.ToString().StartsWith('/') || comment.HasStructure
        from line in comment.ToFullString().Split('\n').Select((text, index) => (Text: text, Index: index))
        select (file.Path, LineOf(comment.SyntaxTree!, comment.SpanStart) + line.Index, line.Text));

    [Test]
    public void Messages() => AssertNone(
        from file in RepositoryFile.Read(".cs")
        where file.IsProductCode
        from token in Syntax(file).DescendantTokens()
        where token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken)
        where token.ValueText.Contains(' ', StringComparison.Ordinal)
        select (file.Path, LineOf(token.SyntaxTree!, token.SpanStart), token.ValueText));

    [Test]
    public void Names() => AssertNone(
        from file in RepositoryFile.Read(".cs")
        from name in Syntax(file).DescendantNodes().Select(DeclaredName)
        where name != default
        select (file.Path, LineOf(name.SyntaxTree!, name.SpanStart), Spaced(name.ValueText)));

    [TestCase("The answer is late.")]
    [TestCase("It tells the status.")]
    [TestCase("A number that is no integer.")]
    [TestCase("The call was cancelled.")]
    [TestCase("Normalises the schema.")]
    public void Finds(string text) => Assert.That(Violation(text), Is.Not.Null);

    [TestCase("The value, or null if there is none.")]
    [TestCase("It is no longer sent.")]
    [TestCase("Retries the request.")]
    [TestCase("The author of the reply.")]
    public void Accepts(string text) => Assert.That(Violation(text), Is.Null);

    private static SyntaxNode Syntax(RepositoryFile file) => Trees.GetOrAdd(file.Path, _ =>
        CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse)).GetRoot());

    private static int LineOf(SyntaxTree tree, int position) => tree.GetLineSpan(new(position, 0)).StartLinePosition.Line + 1;

    private static SyntaxToken DeclaredName(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier,
        MethodDeclarationSyntax method => method.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        EnumMemberDeclarationSyntax member => member.Identifier,
        ParameterSyntax parameter => parameter.Identifier,
        VariableDeclaratorSyntax variable => variable.Identifier,
        _ => default,
    };

    // "RetriesARequest" and "Retries_a_request" become words.
    private static string Spaced(string name) =>
        Regex.Replace(name.Replace('_', ' '), "(?<=[a-z0-9])(?=[A-Z])", " ");

    private static (string Word, string Instead)? Violation(string text)
    {
        if (!AnyWord.IsMatch(text))
            return null;
        return Words
            .Select(rule => (Match: Regex.Match(text, rule.Word, RegexOptions.IgnoreCase), rule.Instead))
            .Where(rule => rule.Match.Success)
            .Select(rule => (rule.Match.Value, rule.Instead))
            .First();
    }

    private static void AssertNone(IEnumerable<(string Path, int Line, string Text)> texts)
    {
        var violations = new List<string>();
        var count = 0;
        foreach (var (path, line, text) in texts)
        {
            count++;
            if (Violation(text) is not { } violation || Exceptions.Any(exception => IsCovered(exception, path, text)))
                continue;
            violations.Add($"{path}({line}): '{violation.Word}', instead: {violation.Instead}: {text.Trim()}");
        }

        Assert.That(count, Is.GreaterThan(20));
        Assert.That(violations, Is.Empty, string.Join('\n', violations.Take(200)));
    }

    private static bool IsCovered((string Path, string Text) exception, string path, string text) =>
        path.StartsWith(exception.Path, StringComparison.Ordinal) && text.Contains(exception.Text, StringComparison.Ordinal);
}
