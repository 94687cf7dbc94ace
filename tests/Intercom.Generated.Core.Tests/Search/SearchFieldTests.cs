using System.Globalization;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests.Search;

/// <summary>The fields, the operators of each kind and the form in which their values are sent.</summary>
public class SearchFieldTests
{
    private const long Noon = 1_767_268_800;

    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeSeconds(Noon);
    private static readonly TextSearchField Text = SearchField.Text("f");
    private static readonly NumberSearchField Number = SearchField.Number("f");
    private static readonly BooleanSearchField Boolean = SearchField.Boolean("f");
    private static readonly TimeSearchField Instant = SearchField.Time("f");
    private static readonly DateSearchField Date = SearchField.Date("f");
    private static readonly IdentifierSearchField Identifier = SearchField.Identifier("f");
    private static readonly IdentifierSearchField NumericIdentifier = SearchField.Identifier("f", isNumeric: true);
    private static readonly IdentifierListSearchField IdentifierList = SearchField.IdentifierList("f");

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

        yield return Case("tag equal", ContactFields.TagId.EqualTo("7"), "=", "\"7\"", "tag_id");
        yield return Case("tag not equal", ContactFields.TagId.NotEqualTo("7"), "!=", "\"7\"", "tag_id");
    }

    [TestCaseSource(nameof(Filters))]
    public void Filter_has_field_operator_and_value(SearchExpression filter, string field, string op, string value) =>
        Assert.That(
            filter.ToJson().ToString(Formatting.None),
            Is.EqualTo($$$"""{"query":{"field":"{{{field}}}","operator":"{{{op}}}","value":{{{value}}}}}"""));

    [Test]
    public void Methods_of_a_kind_are_exactly_the_operators_it_takes()
    {
        var names = new Dictionary<string, string>
        {
            ["EqualTo"] = "=", ["NotEqualTo"] = "!=", ["In"] = "IN", ["NotIn"] = "NIN", ["GreaterThan"] = ">", ["After"] = ">", ["LessThan"] = "<", ["Before"] = "<",
            ["GreaterThanOrEqualTo"] = ">=", ["LessThanOrEqualTo"] = "<=", ["Contains"] = "~", ["DoesNotContain"] = "!~", ["StartsWith"] = "^", ["EndsWith"] = "$",
        };
        foreach (var field in new SearchField[] { Text, Number, Boolean, Instant, Date, Identifier, IdentifierList, ContactFields.TagId })
        {
            var offered = field.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance)
                .Where(method => method.ReturnType == typeof(SearchExpression)).Select(method => names[method.Name]).Distinct();
            Assert.That(offered, Is.EquivalentTo(field.Operators), field.GetType().Name);
        }
    }

    private static IEnumerable<TestCaseData> Refusals()
    {
        yield return Refusal("conversation number", () => ConversationFields.StatisticsCountReopens.GreaterThanOrEqualTo(1), "statistics.count_reopens' does not take >=");
        yield return Refusal("conversation time", () => ConversationFields.CreatedAt.LessThanOrEqualTo(Time), "created_at' does not take <=; it takes = != IN NIN > <");
        yield return Refusal("ticket time", () => TicketFields.UpdatedAt.GreaterThanOrEqualTo(Time), "updated_at' does not take >=");
        yield return Refusal("company number", () => CompanyFields.UserCount.LessThanOrEqualTo(1), "user_count' does not take <=");
        yield return Refusal("company time, list", () => CompanyFields.CreatedAt.In(Time), "created_at' does not take IN; it takes = != > <");
        yield return Refusal("company time, not in", () => CompanyFields.CreatedAt.NotIn(Time), "created_at' does not take NIN");
    }

    [TestCaseSource(nameof(Refusals))]
    public void Operator_that_a_resource_does_not_take_is_refused(Action write, string message) =>
        Assert.That(Assert.Throws<InvalidOperationException>(write)!.Message, Does.Contain(message));

    [Test]
    public void Creation_of_tickets_takes_the_bounds() =>
        Assert.That(
            $"{TicketFields.CreatedAt.GreaterThanOrEqualTo(Time) & TicketFields.CreatedAt.LessThanOrEqualTo(Time)}",
            Does.Contain("\">=\"").And.Contain("\"<=\""));

    [Test]
    public void Values_that_no_field_takes_are_refused()
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
            Assert.That(() => ContactFields.TagId.EqualTo(null!), Throws.ArgumentNullException);
            Assert.That(() => ContactFields.OwnerId.EqualTo("ada"), Throws.ArgumentException.With.Message.Contains("'owner_id' with = takes an id that is a whole number, not \"ada\""));
        });
    }

    [Test]
    public void Field_needs_a_name()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => SearchField.Text(null!), Throws.ArgumentNullException);
            Assert.That(() => SearchField.Number(" "), Throws.ArgumentException);
            Assert.That(() => ContactFields.CustomAttribute(""), Throws.ArgumentException);
            Assert.That(() => TicketFields.Attribute(null!), Throws.ArgumentException);
        });
    }

    [Test]
    public void Attributes_are_addressed_by_name()
    {
        Assert.Multiple(() =>
        {
            Assert.That(ContactFields.CustomAttribute("plan").Name, Is.EqualTo("custom_attributes.plan"));
            Assert.That(ContactFields.CustomNumberAttribute("seats").GreaterThanOrEqualTo(5).ToString(), Does.Contain("""{"field":"custom_attributes.seats","operator":">=","value":5}"""));
            Assert.That(ContactFields.CustomBooleanAttribute("vip").Name, Is.EqualTo("custom_attributes.vip"));
            Assert.That(ContactFields.CustomDateAttribute("renewal").Operators, Is.EqualTo(new[] { "=", ">", "<" }));
            Assert.That(CompanyFields.CustomAttribute("industry").Name, Is.EqualTo("custom_attributes.industry"));
            Assert.That(CompanyFields.CustomNumberAttribute("seats").Name, Is.EqualTo("custom_attributes.seats"));
            Assert.That(CompanyFields.CustomBooleanAttribute("vip").Name, Is.EqualTo("custom_attributes.vip"));
            Assert.That(CompanyFields.CustomDateAttribute("renewal").Name, Is.EqualTo("custom_attributes.renewal"));
            Assert.That(TicketFields.Attribute("42").Name, Is.EqualTo("ticket_attribute.42"));
            Assert.That(TicketFields.NumberAttribute("42").EqualTo(1.5).ToString(), Does.Contain("1.5"));
            Assert.That(TicketFields.BooleanAttribute("42").Name, Is.EqualTo("ticket_attribute.42"));
            Assert.That(TicketFields.TimeAttribute("42").After(Time).ToString(), Does.Contain($"{Noon}"));
        });
    }

    [TestCase(typeof(ContactFields), 42)]
    [TestCase(typeof(ConversationFields), 56)]
    [TestCase(typeof(TicketFields), 14)]
    [TestCase(typeof(CompanyFields), 10)]
    public void Documented_fields_are_named_after_the_names_that_are_sent(Type fields, int count)
    {
        var properties = fields.GetProperties(BindingFlags.Public | BindingFlags.Static);
        Assert.That(properties, Has.Length.EqualTo(count));
        foreach (var property in properties)
        {
            var field = (SearchField)property.GetValue(null)!;
            var spelled = string.Concat(field.Name.Split('.', '_').Select(word => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word)));
            Assert.That(property.Name, Is.EqualTo(spelled == "Os" ? "OperatingSystem" : spelled));
            Assert.That(property.GetValue(null), Is.SameAs(field));
            Assert.That(field.ToString(), Is.EqualTo(field.Name));
        }
    }

    [Test]
    public void Names_do_not_clash_with_those_of_a_version()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "openapi", "names.json")))
            folder = folder.Parent;
        var ledger = JObject.Parse(File.ReadAllText(Path.Combine(folder.FullName, "openapi", "names.json")));
        var ofVersions = ledger["types"]!.Select(entry => (string)((JProperty)entry).Value!).ToHashSet();
        var ofSearch = typeof(SearchExpression).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "Intercom.Generated" && (type.Name.StartsWith("Search", StringComparison.Ordinal) || type.Name.Contains("Field", StringComparison.Ordinal)))
            .Select(type => type.Name.Split('`')[0]).ToList();
        Assert.That(ofSearch, Has.Count.EqualTo(15));
        Assert.That(ofSearch.Where(ofVersions.Contains), Is.Empty);
    }

    private static TestCaseData Case(string name, SearchExpression filter, string op, string value, string field = "f") =>
        new TestCaseData(filter, field, op, value).SetArgDisplayNames(name);

    private static TestCaseData Refusal(string name, Func<SearchExpression> write, string message) =>
        new TestCaseData((Action)(() => write()), message).SetArgDisplayNames(name);
}
