using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests.Search;

/// <summary>The fields, the operators of each kind, and the form of their values in requests.</summary>
public class SearchFieldTests
{
    private const long Noon = 1_767_268_800;

    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeSeconds(Noon);
    private static readonly TextSearchField Text = SearchField.Text("f");
    private static readonly NumberSearchFieldWithBounds Number = SearchField.Number("f");
    private static readonly BooleanSearchField Boolean = SearchField.Boolean("f");
    private static readonly TimeSearchFieldWithListsAndBounds Instant = SearchField.Time("f");
    private static readonly DateSearchField Date = SearchField.Date("f");
    private static readonly IdentifierSearchField Identifier = SearchField.Identifier("f");
    private static readonly IdentifierSearchField NumericIdentifier = SearchField.Identifier("f", isNumeric: true);
    private static readonly IdentifierListSearchField IdentifierList = SearchField.IdentifierList("f");
    private static readonly IdentifierSearchFieldWithoutLists Single = new("f");
    private static readonly IdentifierSearchFieldWithoutLists NumericSingle = new("f", isNumeric: true);

    private static IEnumerable<TestCaseData> Filters()
    {
        yield return Case("text equal", Text.EqualTo("a"), "=", "\"a\"");
        yield return Case("text not equal", Text.NotEqualTo("a"), "!=", "\"a\"");
        yield return Case("text in", Text.In("a", "b"), "IN", """["a","b"]""");
        yield return Case("text in list", Text.In(new List<string> { "a", "b" }), "IN", """["a","b"]""");
        yield return Case("text not in", Text.NotIn("a", "b"), "NIN", """["a","b"]""");
        yield return Case("text not in list", Text.NotIn(new List<string> { "a" }), "NIN", """["a"]""");
        yield return Case("text contains", Text.Contains("a"), "~", "\"a\"");
        yield return Case("text does not contain", Text.DoesNotContain("a"), "!~", "\"a\"");
        yield return Case("text starts with", Text.StartsWith("a"), "^", "\"a\"");
        yield return Case("text ends with", Text.EndsWith("a"), "$", "\"a\"");
        yield return Case("empty text", Text.EqualTo(""), "=", "\"\"");
        yield return Case("text of digits", Text.EqualTo("12"), "=", "\"12\"");
        yield return Case("text of a time", Text.EqualTo("2026-01-01T12:00:00Z"), "=", "\"2026-01-01T12:00:00Z\"");

        yield return Case("number equal", Number.EqualTo(12), "=", "12");
        yield return Case("number with fraction", Number.EqualTo(4.5), "=", "4.5");
        yield return Case("large number", Number.EqualTo(9_007_199_254_740_991), "=", "9007199254740991");
        yield return Case("number not equal", Number.NotEqualTo(-1), "!=", "-1");
        yield return Case("number in", Number.In(1, 2.5), "IN", "[1,2.5]");
        yield return Case("number not in", Number.NotIn(1), "NIN", "[1]");
        yield return Case("number greater", Number.GreaterThan(1), ">", "1");
        yield return Case("number less", Number.LessThan(1), "<", "1");
        yield return Case("number greater or equal", Number.GreaterThanOrEqualTo(1), ">=", "1");
        yield return Case("number less or equal", Number.LessThanOrEqualTo(1), "<=", "1");

        yield return Case("boolean equal", Boolean.EqualTo(true), "=", "true");
        yield return Case("boolean not equal", Boolean.NotEqualTo(false), "!=", "false");
        yield return Case("boolean in", Boolean.In(true, false), "IN", "[true,false]");
        yield return Case("boolean not in", Boolean.NotIn(true), "NIN", "[true]");

        yield return Case("time equal", Instant.EqualTo(Time), "=", $"{Noon}");
        yield return Case("time not equal", Instant.NotEqualTo(Time), "!=", $"{Noon}");
        yield return Case("time in", Instant.In(Time, Time.AddSeconds(1)), "IN", $"[{Noon},{Noon + 1}]");
        yield return Case("time not in", Instant.NotIn(Time), "NIN", $"[{Noon}]");
        yield return Case("time greater", Instant.GreaterThan(Time), ">", $"{Noon}");
        yield return Case("time after", Instant.After(Time), ">", $"{Noon}");
        yield return Case("time less", Instant.LessThan(Time), "<", $"{Noon}");
        yield return Case("time before", Instant.Before(Time), "<", $"{Noon}");
        yield return Case("time greater or equal", Instant.GreaterThanOrEqualTo(Time), ">=", $"{Noon}");
        yield return Case("time less or equal", Instant.LessThanOrEqualTo(Time), "<=", $"{Noon}");
        yield return Case("time of another zone", Instant.After(Time.ToOffset(TimeSpan.FromHours(5.5))), ">", $"{Noon}");
        yield return Case("time with fraction", Instant.After(Time.AddMilliseconds(999)), ">", $"{Noon}");
        yield return Case("time before 1970", Instant.After(DateTimeOffset.UnixEpoch.AddSeconds(-1)), ">", "-1");

        yield return Case("date equal", Date.EqualTo(Time), "=", $"{Noon}");
        yield return Case("date greater", Date.GreaterThan(Time), ">", $"{Noon}");
        yield return Case("date after", Date.After(Time), ">", $"{Noon}");
        yield return Case("date less", Date.LessThan(Time), "<", $"{Noon}");
        yield return Case("date before", Date.Before(Time), "<", $"{Noon}");

        yield return Case("identifier equal", Identifier.EqualTo("12"), "=", "\"12\"");
        yield return Case("identifier not equal", Identifier.NotEqualTo("a"), "!=", "\"a\"");
        yield return Case("identifier in", Identifier.In("a", "b"), "IN", """["a","b"]""");
        yield return Case("identifier not in", Identifier.NotIn("a"), "NIN", """["a"]""");
        yield return Case("numeric identifier equal", NumericIdentifier.EqualTo("12"), "=", "12");
        yield return Case("numeric identifier not equal", NumericIdentifier.NotEqualTo("12"), "!=", "12");
        yield return Case("numeric identifier in", NumericIdentifier.In("1", "2"), "IN", "[1,2]");
        yield return Case("numeric identifier not in", NumericIdentifier.NotIn("9223372036854775807"), "NIN", "[9223372036854775807]");

        yield return Case("identifiers equal", IdentifierList.EqualTo("a"), "=", "\"a\"");
        yield return Case("identifiers not equal", IdentifierList.NotEqualTo("a"), "!=", "\"a\"");
        yield return Case("identifiers in", IdentifierList.In("a", "b"), "IN", """["a","b"]""");
        yield return Case("identifiers not in", IdentifierList.NotIn("a"), "NIN", """["a"]""");

        yield return Case("single identifier equal", Single.EqualTo("7"), "=", "\"7\"");
        yield return Case("single identifier not equal", Single.NotEqualTo("7"), "!=", "\"7\"");
        yield return Case("numeric single identifier equal", NumericSingle.EqualTo("7"), "=", "7");

        var bounded = new TimeSearchFieldWithBounds("f");
        yield return Case("bounded time greater or equal", bounded.GreaterThanOrEqualTo(Time), ">=", $"{Noon}");
        yield return Case("bounded time less or equal", bounded.LessThanOrEqualTo(Time), "<=", $"{Noon}");
        yield return Case("time in sequence", Instant.In(new List<DateTimeOffset> { Time }), "IN", $"[{Noon}]");
        yield return Case("time not in sequence", Instant.NotIn(new List<DateTimeOffset> { Time }), "NIN", $"[{Noon}]");
    }

    [TestCaseSource(nameof(Filters))]
    public void Filter_has_field_operator_and_value(SearchExpression filter, string op, string value) =>
        Assert.That(
            filter.ToJson().ToString(Formatting.None),
            Is.EqualTo($$$"""{"query":{"field":"f","operator":"{{{op}}}","value":{{{value}}}}}"""));

    private static IEnumerable<TestCaseData> FieldOfEachType() => typeof(SearchField).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(SearchField)) && !type.IsAbstract)
        .Select(type => new TestCaseData(Create(type)).SetArgDisplayNames(type.Name));

    private static SearchField Create(Type type)
    {
        var constructor = type.GetConstructors().Single();
        return (SearchField)constructor.Invoke(
            [.. constructor.GetParameters().Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : "f")]);
    }

    [TestCaseSource(nameof(FieldOfEachType))]
    public void Methods_of_a_type_are_exactly_the_operators_it_takes(SearchField field)
    {
        var names = new Dictionary<string, string>
        {
            ["EqualTo"] = "=", ["NotEqualTo"] = "!=", ["In"] = "IN", ["NotIn"] = "NIN", ["GreaterThan"] = ">", ["After"] = ">", ["LessThan"] = "<", ["Before"] = "<",
            ["GreaterThanOrEqualTo"] = ">=", ["LessThanOrEqualTo"] = "<=", ["Contains"] = "~", ["DoesNotContain"] = "!~", ["StartsWith"] = "^", ["EndsWith"] = "$",
        };
        var offered = field.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => method.ReturnType == typeof(SearchExpression)).Select(method => names[method.Name]).Distinct();
        Assert.That(offered, Is.EquivalentTo(field.Operators), field.GetType().Name);
    }

    [Test]
    public void Every_type_of_field_is_tested() => Assert.That(FieldOfEachType().Count(), Is.EqualTo(12));

    [Test]
    public void Rejects_values_that_no_field_takes()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => Text.EqualTo(null!), Throws.ArgumentNullException);
            Assert.That(() => Text.Contains(null!), Throws.ArgumentNullException);
            Assert.That(() => Text.In((string[])null!), Throws.ArgumentNullException);
            Assert.That(() => Text.In(Array.Empty<string>()), Throws.ArgumentException.With.Message.Contains("at least one value"));
            Assert.That(() => Text.NotIn(new List<string>()), Throws.ArgumentException.With.Message.Contains("at least one value"));
            Assert.That(() => Text.In("a", null!), Throws.ArgumentException.With.Message.Contains("null"));
            Assert.That(() => Number.EqualTo(double.NaN), Throws.ArgumentException);
            Assert.That(() => Number.In(double.PositiveInfinity), Throws.ArgumentException);
            Assert.That(() => Identifier.EqualTo(""), Throws.ArgumentException);
            Assert.That(() => Instant.In(Array.Empty<DateTimeOffset>()), Throws.ArgumentException.With.Message.Contains("at least one value"));
            Assert.That(() => Instant.In((DateTimeOffset[])null!), Throws.ArgumentNullException);
            Assert.That(() => Single.EqualTo(null!), Throws.ArgumentNullException);
            Assert.That(() => Single.EqualTo(""), Throws.ArgumentException.With.Message.Contains("takes an ID, not"));
            Assert.That(
                () => NumericIdentifier.EqualTo("ada"),
                Throws.ArgumentException.With.Message.Contains("'f' with = takes an ID that is a whole number, not \"ada\""));
        });
    }

    [Test]
    public void Field_needs_a_name()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => SearchField.Text(null!), Throws.ArgumentNullException);
            Assert.That(() => SearchField.Number(" "), Throws.ArgumentException);
            Assert.That(() => new TimeSearchField(""), Throws.ArgumentException);
        });
    }

    [Test]
    public void Names_do_not_clash_with_those_of_a_version()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "openapi", "names.json")))
            folder = folder.Parent;
        var ledger = JObject.Parse(File.ReadAllText(Path.Combine(folder.FullName, "openapi", "names.json")));
        var facts = JObject.Parse(File.ReadAllText(Path.Combine(folder.FullName, "openapi", "search.json")));
        var ofVersions = ledger["types"]!.Select(entry => (string)((JProperty)entry).Value!).ToHashSet();
        var ofSearch = typeof(SearchExpression).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "Intercom.Generated" && (type.Name.StartsWith("Search", StringComparison.Ordinal) || type.Name.Contains("Field", StringComparison.Ordinal)))
            .Select(type => type.Name.Split('`')[0]).ToList();
        Assert.That(ofSearch, Has.Count.EqualTo(15));
        ofSearch.AddRange(facts["searches"]!.Select(search => (string)search["name"]!));
        Assert.That(ofSearch.Where(ofVersions.Contains), Is.Empty);
    }

    private static TestCaseData Case(string name, SearchExpression filter, string op, string value) =>
        new TestCaseData(filter, op, value).SetArgDisplayNames(name);
}
