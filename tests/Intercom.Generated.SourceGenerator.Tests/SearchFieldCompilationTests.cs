using Intercom.Generated.Descriptions.Search;
using Microsoft.CodeAnalysis;

namespace Intercom.Generated.SourceGenerator.Tests;

/// <summary>The compiler accepts exactly the operators that a field supports in a version.</summary>
public sealed class SearchFieldCompilationTests
{
    private static readonly string[] Searches =
        ["POST /contacts/search", "POST /conversations/search", "POST /tickets/search", "POST /companies/search"];

    private static readonly Dictionary<string, string> Methods = new()
    {
        ["="] = "EqualTo", ["!="] = "NotEqualTo", ["IN"] = "In", ["NIN"] = "NotIn", [">"] = "GreaterThan", ["<"] = "LessThan",
        [">="] = "GreaterThanOrEqualTo", ["<="] = "LessThanOrEqualTo", ["~"] = "Contains", ["!~"] = "DoesNotContain",
        ["^"] = "StartsWith", ["$"] = "EndsWith",
    };

    // The versions are listed ones, ones between them, and ones that are newer or older than all of them.
    [TestCase("2.7")]
    [TestCase("2.11")]
    [TestCase("2.14")]
    [TestCase("2.15")]
    [TestCase("2.16")]
    [TestCase("2.17")]
    [TestCase("Preview")]
    public void Only_the_operators_of_a_field_compile(string version)
    {
        var facts = Facts(version);
        var calls = facts.Searches.SelectMany(search => search.Fields.SelectMany(field => Methods.Select(operation =>
            (Taken: field.Type.Operators.Contains(operation.Key), Code: Call(search, field, operation.Value))))).ToList();

        var errors = Errors(version, facts, calls.Select(call => call.Code));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(calls.Count(call => call.Taken), Is.GreaterThan(400));
            for (var i = 0; i < calls.Count; i++)
                Assert.That(errors.ContainsKey(i), Is.Not.EqualTo(calls[i].Taken), $"{calls[i].Code} {errors.GetValueOrDefault(i)}");
            // The field has no such method. CS1929 is for names that are also extension methods of other types, such as Contains.
            Assert.That(errors.Values.Select(error => error.Id), Is.All.EqualTo("CS1061").Or.EqualTo("CS1929"));
        }
    }

    [TestCase("2.14", "DateSearchField", "in the time zone of the workspace")]
    [TestCase("2.16", "DateSearchField", "in the time zone of the workspace")]
    [TestCase("2.17", "DateSearchField", "in the time zone of the workspace")]
    [TestCase("Preview", "TimeSearchFieldWithBounds", "filtered to the second")]
    public void The_type_of_a_date_field_matches_the_rule_of_the_version(string version, string type, string rule)
    {
        var search = Facts(version).Searches.Single(candidate => candidate.Name == "ContactFields");
        var code = Emission.SearchFieldsEmitter.Emit(search, version, GeneratorRun.Namespace);
        var comment = code[..code.IndexOf($"public static {type} CreatedAt {{ get; }}", StringComparison.Ordinal)];

        var remarks = comment[comment.LastIndexOf("<c>created_at</c>", StringComparison.Ordinal)..];
        Assert.That(remarks.Replace("\n    ///", "", StringComparison.Ordinal), Does.Contain(rule));
    }

    [TestCase("2.14")]
    [TestCase("Preview")]
    public void Lines_have_at_most_140_columns(string version)
    {
        var lines = Facts(version).Searches
            .SelectMany(search => Emission.SearchFieldsEmitter.Emit(search, version, GeneratorRun.Namespace).Split('\n'));

        Assert.That(lines.Select(line => line.Length), Is.All.LessThanOrEqualTo(140));
    }

    private static SearchFacts Facts(string version)
    {
        var facts = SearchFactsReader.Read(File.ReadAllText(Path.Combine(Folders.Repository, "openapi", "search.json")), version, Searches);
        Assert.That(facts.Problems, Is.Empty);
        return facts;
    }

    private static string Call(SearchModel search, SearchFieldModel field, string method)
    {
        var value = field.Type.Kind switch
        {
            SearchFieldKind.Boolean => "true",
            SearchFieldKind.Number => "1",
            SearchFieldKind.Time or SearchFieldKind.Date => "DateTimeOffset.UnixEpoch",
            _ => "\"1\"",
        };
        var attribute = field.Attribute is null ? string.Empty : "(\"1\")";
        return $"_ = {search.Name}.{field.Member}{attribute}.{method}({value})";
    }

    /// <summary>Compiles statements, one per line.</summary>
    /// <returns>The error of each line that has one.</returns>
    private static Dictionary<int, Diagnostic> Errors(string version, SearchFacts facts, IEnumerable<string> statements)
    {
        var program = "#line 1\n" + string.Concat(statements.Select(statement => statement + ";\n"));
        var source = $$"""
            using System;
            using Intercom.Generated;
            namespace {{GeneratorRun.Namespace}};
            internal static class Program
            {
                internal static void Run()
                {
            {{program}}
                }
            }
            """;
        var fields = facts.Searches.Select(search => Emission.SearchFieldsEmitter.Emit(search, version, GeneratorRun.Namespace)).ToArray();

        return GeneratorRun.Compilation([source, .. fields]).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToDictionary(diagnostic => diagnostic.Location.GetMappedLineSpan().StartLinePosition.Line);
    }
}
