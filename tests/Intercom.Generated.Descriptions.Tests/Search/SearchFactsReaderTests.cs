using Intercom.Generated.Descriptions.Search;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions.Tests.Search;

/// <summary>The facts of a version are combined from the entries of the file. Every error in the file is reported with its place.</summary>
public sealed class SearchFactsReaderTests
{
    private const string Operation = "POST /things/search";

    private const string Text = """
        {
          "searches": [
            {
              "operation": "POST /things/search", "name": "ThingFields", "summary": "The fields of things.", "remarks": "Old things are not found.",
              "versions": {
                "2.11": {
                  "source": "The list of fields.",
                  "limits": { "levels": 2, "filters": 15 }, "pageSize": { "default": 20, "maximum": 150 },
                  "types": {
                    "text": { "kind": "text", "operators": ["=", "!=", "IN", "NIN", "~", "!~", "^", "$"] },
                    "time": { "kind": "date", "operators": ["=", ">", "<"], "days": "workspace" },
                    "tag": { "kind": "identifier", "operators": ["!=", "="], "sortable": false }
                  },
                  "fields": [
                    { "name": "name", "type": "text", "summary": "The name." },
                    { "name": "source.created_at", "type": "time", "summary": "The time when the thing was created." },
                    { "name": "old", "type": "text", "summary": "An old field." },
                    { "name": "tag_id", "type": "tag", "summary": "The ID of a tag." },
                    { "name": "custom.{name}", "member": "Custom", "type": "text", "parameter": "The name.", "summary": "Gets a field." }
                  ]
                },
                "2.16": {
                  "source": "The list of fields.",
                  "types": { "owner": { "kind": "integer_identifier", "operators": ["=", "!=", "IN", "NIN"] } },
                  "fields": [
                    { "name": "old", "removed": true },
                    { "name": "owner_id", "type": "owner", "summary": "The owner." }
                  ]
                },
                "preview": {
                  "source": "The list of fields.",
                  "limits": { "levels": 3, "filters": 20 }, "pageSize": { "default": 10 },
                  "types": { "time": { "kind": "time", "operators": ["=", "!=", ">", "<", ">=", "<="], "includesValue": true } }
                }
              }
            }
          ]
        }
        """;

    [TestCase("2.7", "Name SourceCreatedAt Old TagId Custom", "DateSearchField", 2)]
    [TestCase("2.11", "Name SourceCreatedAt Old TagId Custom", "DateSearchField", 2)]
    [TestCase("2.15", "Name SourceCreatedAt Old TagId Custom", "DateSearchField", 2)]
    [TestCase("2.16", "Name SourceCreatedAt TagId Custom OwnerId", "DateSearchField", 2)]
    [TestCase("2.17", "Name SourceCreatedAt TagId Custom OwnerId", "DateSearchField", 2)]
    [TestCase("3.0", "Name SourceCreatedAt TagId Custom OwnerId", "DateSearchField", 2)]
    [TestCase("2.16 beta", "Name SourceCreatedAt TagId Custom OwnerId", "DateSearchField", 2)]
    [TestCase("Preview", "Name SourceCreatedAt TagId Custom OwnerId", "TimeSearchFieldWithBounds", 3)]
    [TestCase("preview", "Name SourceCreatedAt TagId Custom OwnerId", "TimeSearchFieldWithBounds", 3)]
    public void A_version_uses_the_entries_up_to_it(string version, string members, string timeType, int levels)
    {
        var search = SearchFactsReader.Read(Text, version, [Operation]).Searches.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join(' ', search.Fields.Select(field => field.Member)), Is.EqualTo(members));
            Assert.That(search.Fields.Single(field => field.Member == "SourceCreatedAt").Type.CSharp, Is.EqualTo(timeType));
            Assert.That(search.Limits.Levels, Is.EqualTo(levels));
        }
    }

    [Test]
    public void A_field_has_its_facts()
    {
        var search = SearchFactsReader.Read(Text, "2.14", [Operation]).Searches.Single();
        var custom = search.Fields.Single(field => field.Member == "Custom");
        var tag = search.Fields.Single(field => field.Member == "TagId");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((search.Name, search.Summary, search.Remarks), Is.EqualTo(("ThingFields", "The fields of things.", "Old things are not found.")));
            Assert.That(search.Limits, Is.EqualTo(new SearchLimits(2, 15, 20, 150)));
            Assert.That((custom.WireName, custom.Attribute), Is.EqualTo(("custom.", new SearchFieldParameter("name", "The name."))));
            Assert.That((tag.Type.CSharp, tag.Type.IsSortable), Is.EqualTo(("IdentifierSearchFieldWithoutLists", false)));
            Assert.That(search.Fields.Single(field => field.Member == "SourceCreatedAt").Type.Days, Is.EqualTo(SearchDays.Workspace));
        }
    }

    [Test]
    public void Omits_searches_that_the_version_does_not_have()
    {
        var facts = SearchFactsReader.Read(Text, "2.14", ["POST /others/search"]);

        Assert.That((facts.Searches.Count, facts.Problems.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Reading_twice_returns_equal_facts()
    {
        var first = SearchFactsReader.Read(Text, "2.14", [Operation]);
        var second = SearchFactsReader.Read(Text, "2.14", [Operation]);
        Assert.That(second, Is.EqualTo(first));
    }

    [TestCase("\"2.16\": {", "\"2.x\": {", "/searches/0/versions/2.x", "'2.x' is not a version. Use a number such as 2.16, or preview.")]
    [TestCase(
        "\"kind\": \"text\"",
        "\"kind\": \"words\"",
        "/searches/0/versions/2.11/types/text/kind",
        "'words' is not a kind of field. Use one of text, boolean, number, time, date, identifier, integer_identifier, identifier_list.")]
    [TestCase("\"NIN\", \"~\"", "\"NIN\", \"like\"", "/searches/0/versions/2.11/types/text/operators/4", "'like' is not an operator. Use some of = != IN NIN > < >= <= ~ !~ ^ $.")]
    [TestCase("\"NIN\", \"~\"", "\"NIN\", \"=\"", "/searches/0/versions/2.11/types/text/operators/4", "The operator '=' is listed twice. Remove one of the entries.")]
    [TestCase("[\"=\", \">\", \"<\"]", "[\"=\", \">\"]", "/searches/0/versions/2.11/types/time/operators", "No field type for date offers exactly = >. Use [= > <], or add a type to the runtime.")]
    [TestCase("\"days\": \"workspace\"", "\"days\": \"mars\"", "/searches/0/versions/2.11/types/time/days", "Only the kind date has days. They are those of 'workspace' or 'utc'.")]
    [TestCase("\"includesValue\": true", "\"days\": \"utc\"", "/searches/0/versions/preview/types/time/days", "Only the kind date has days. They are those of 'workspace' or 'utc'.")]
    [TestCase(
        "\"days\": \"workspace\"",
        "\"sortable\": false",
        "/searches/0/versions/2.11/types/time/sortable",
        "Only an identifier with the operators = and != can be excluded from sorting. Remove the member.")]
    [TestCase("\"sortable\": false", "\"sortable\": 0", "/searches/0/versions/2.11/types/tag/sortable", "The member 'sortable' must be true or false.")]
    [TestCase(
        "\"name\": \"owner_id\"",
        "\"name\": \"owner_id\", \"type\": \"owner\", \"summary\": \"The owner.\" }, { \"name\": \"owner_id\"",
        "/searches/0/versions/2.16/fields/2",
        "The field 'OwnerId' (owner_id) is listed twice. Remove one of the entries.")]
    [TestCase("\"name\": \"tag_id\"", "\"name\": \"name\", \"member\": \"Name2\"", "/searches/0/versions/2.11/fields/3", "The field 'Name2' (name) is listed twice. Remove one of the entries.")]
    [TestCase("\"name\": \"tag_id\"", "\"name\": \"tag_id\", \"member\": \"Name\"", "/searches/0/versions/2.11/fields/3", "The field 'Name' (tag_id) is listed twice. Remove one of the entries.")]
    [TestCase("\"type\": \"owner\"", "\"type\": \"boss\"", "/searches/0/versions/2.16/fields/1/type", "'boss' is not a type of this search. Use one of owner, tag, text, time, or add it to 'types'.")]
    [TestCase("\"name\": \"old\", \"removed\"", "\"name\": \"older\", \"removed\"", "/searches/0/versions/2.16/fields/0/removed", "No earlier version has the field 'Older'. Remove the entry.")]
    [TestCase("\"member\": \"Custom\", ", "", "/searches/0/versions/2.11/fields/4/member", "The member 'member' must be text that is not empty.")]
    [TestCase("\"parameter\": \"The name.\", ", "", "/searches/0/versions/2.11/fields/4/parameter", "The member 'parameter' must be text that is not empty.")]
    [TestCase(
        "custom.{name}", "custom.{name}.x", "/searches/0/versions/2.11/fields/4/name", "'custom.{name}.x' has a placeholder that cannot be read. Write it at the end, as in custom_attributes.{name}.")]
    [TestCase("\"member\": \"Custom\"", "\"member\": \"Custom { } //\"", "/searches/0/versions/2.11/fields/4/member", "'Custom { } //' is not a C# name in PascalCase.")]
    [TestCase("\"member\": \"Custom\"", "\"member\": \"Custom\\n\"", "/searches/0/versions/2.11/fields/4/member", "'Custom\n' is not a C# name in PascalCase.")]
    [TestCase("\"name\": \"tag_id\"", "\"name\": \"-\"", "/searches/0/versions/2.11/fields/3/name", "'-' cannot be converted to a C# name. Name the field with 'member'.")]
    [TestCase("\"name\": \"tag_id\"", "\"name\": \"to_string\"", "/searches/0/versions/2.11/fields/3/name", "'to_string' cannot be converted to a C# name. Name the field with 'member'.")]
    [TestCase("\"name\": \"ThingFields\"", "\"name\": \"TagId\"", "/searches/0/name", "The class and one of its fields are both named 'TagId'. Name the field with 'member'.")]
    [TestCase("\"name\": \"ThingFields\"", "\"name\": \"thing fields\"", "/searches/0/name", "'thing fields' is not a C# name in PascalCase.")]
    [TestCase(
        "\"summary\": \"The name.\"",
        "\"text\": \"The name.\", \"summary\": \"x\"",
        "/searches/0/versions/2.11/fields/0/text",
        "The member 'text' is unknown. Use name, member, type, parameter, summary, remarks, removed.")]
    [TestCase("\"levels\": 2", "\"levels\": 0", "/searches/0/versions/2.11/limits/levels", "The member 'levels' must be a whole number greater than 0.")]
    [TestCase("\"source\": \"The list of fields.\",\n          \"types\"", "\"types\"", "/searches/0/versions/2.16/source", "The member 'source' must be text that is not empty.")]
    [TestCase("\"operators\": [\"!=\", \"=\"]", "\"operators\": \"=\"", "/searches/0/versions/2.11/types/tag/operators", "The member 'operators' must be a list of strings.")]
    [TestCase("\"searches\": [", "\"searches\": [ 1,", "/searches/0", "The element must be an object.")]
    public void Reports_an_error_with_its_pointer(string from, string to, string pointer, string message)
    {
        Assume.That(Text.ReplaceLineEndings("\n"), Does.Contain(from));
        var index = Text.IndexOf(from, StringComparison.Ordinal);
        var facts = SearchFactsReader.Read(string.Concat(Text.AsSpan(0, index), to, Text.AsSpan(index + from.Length)), "2.11", [Operation]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(facts.Searches, Is.Empty);
            Assert.That(facts.Problems.Select(problem => (problem.Kind, problem.Pointer, problem.Message)),
                Is.EqualTo(new[] { (DescriptionProblemKind.InvalidFacts, "search.json#" + pointer, message) }));
            Assert.That(facts.Problems.Single().Line, Is.GreaterThan(0));
        }
    }

    [Test]
    public void A_search_listed_twice_is_reported()
    {
        var file = JObject.Parse(Text);
        ((JArray)file["searches"]!).Add(file["searches"]![0]!.DeepClone());

        Assert.That(
            SearchFactsReader.Read(file.ToString(), "2.11", [Operation]).Problems.Single().Message,
            Is.EqualTo("Two searches have the operation 'POST /things/search' or the name 'ThingFields'. Remove one of them."));
    }

    [Test]
    public void A_member_listed_twice_is_reported()
    {
        var problem = SearchFactsReader.Read(Text.Replace("\"2.16\": {", "\"2.11\": {", StringComparison.Ordinal), "2.11", [Operation]).Problems.Single();

        Assert.That((problem.Pointer, problem.Line, problem.Message), Is.EqualTo(("search.json#/searches/0/versions/2.11", 22, problem.Message)));
        Assert.That(problem.Message, Does.StartWith("The file cannot be read: Property with the name '2.11' already exists"));
    }

    // Replaces each part of the file in turn.
    [Test]
    public void Reports_an_invalid_value_anywhere_and_never_throws([Values("null", "1", "\"x\"", "[]", "{}", "true")] string nonsense)
    {
        var tokens = JObject.Parse(Text).DescendantsAndSelf().Where(token => token is not JProperty && token.Parent is not null).Select(token => token.Path).ToList();
        Assert.That(tokens, Has.Count.GreaterThan(90));

        using (Assert.EnterMultipleScope())
        {
            foreach (var path in tokens)
            {
                var file = JObject.Parse(Text);
                file.SelectToken(path)!.Replace(JToken.Parse(nonsense));
                SearchFacts? facts = null;
                Assert.That(() => facts = SearchFactsReader.Read(file.ToString(), "2.11", [Operation]), Throws.Nothing, path);
                // The other values can be valid in some places.
                if (nonsense == "null")
                    Assert.That(facts!.Problems, Is.Not.Empty, path);
            }
        }
    }

    [Test]
    public void The_facts_file_has_no_problems_and_lists_only_existing_versions()
    {
        var openapi = PublishedFolder();
        var text = File.ReadAllText(Path.Combine(openapi, "search.json"));
        var file = JObject.Parse(text);
        var operations = file["searches"]!.Select(search => (string)search["operation"]!).ToList();
        var labels = file["searches"]!.SelectMany(search => ((JObject)search["versions"]!).Properties()).Select(property => property.Name).Distinct();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(SearchFactsReader.Read(text, "Preview", operations).Problems, Is.Empty);
            Assert.That(SearchFactsReader.Read(text, "Preview", operations).Searches, Has.Count.EqualTo(operations.Count));
            Assert.That(labels.Where(label => !Directory.Exists(Path.Combine(openapi, label))), Is.Empty);
        }
    }

    private static string PublishedFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "openapi", "search.json")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, "openapi");
    }
}
