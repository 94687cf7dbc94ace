using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests.Search;

/// <summary>Combinations of filters, rejected combinations, and the resulting JSON.</summary>
public class SearchExpressionTests
{
    private static readonly SearchExpression A = SearchField.Text("a").EqualTo("1");
    private static readonly SearchExpression B = SearchField.Text("b").EqualTo("1");
    private static readonly SearchExpression C = SearchField.Text("c").EqualTo("1");
    private static readonly SearchExpression D = SearchField.Text("d").EqualTo("1");

    private static readonly DateSearchField Date = SearchField.Date("date");
    private static readonly TextSearchField Text = SearchField.Text("text");
    private static readonly IdentifierSearchFieldWithoutLists Tag = new("tag_id", isSortable: false);

    private static IEnumerable<TestCaseData> Forms()
    {
        yield return Form("filter", A, "a");
        yield return Form("and", A & B, "(a AND b)");
        yield return Form("or", A | B, "(a OR b)");
        yield return Form("All", SearchExpression.All(A, B, C), "(a AND b AND c)");
        yield return Form("Any", SearchExpression.Any(A, B, C), "(a OR b OR c)");
        yield return Form("All of a sequence", SearchExpression.All(new List<SearchExpression> { A, B }), "(a AND b)");
        yield return Form("Any of a sequence", SearchExpression.Any(new List<SearchExpression> { A, B }), "(a OR b)");
        yield return Form("group of one", SearchExpression.All(A), "a");
        yield return Form("group of one in another", SearchExpression.Any(SearchExpression.All(A), B), "(a OR b)");
        yield return Form("chain of and", A & B & C & D, "(a AND b AND c AND d)");
        yield return Form("chain of or", A | B | C | D, "(a OR b OR c OR d)");
        yield return Form("groups of one kind from both sides", (A & B) & (C & D), "(a AND b AND c AND d)");
        yield return Form("All in All", SearchExpression.All(A, SearchExpression.All(B, C), D), "(a AND b AND c AND d)");
        yield return Form("precedence", A | B & C, "(a OR (b AND c))");
        yield return Form("two levels", (A | B) & (C | D), "((a OR b) AND (c OR d))");
        yield return Form("filter beside a group", A & (B | C), "(a AND (b OR c))");
        yield return Form("group that joins the one around it", (A | B) & C & (A | D), "((a OR b) AND c AND (a OR d))");
    }

    [TestCaseSource(nameof(Forms))]
    public void Filters_are_combined(SearchExpression expression, string form) => Assert.That(Write(expression.ToJson()["query"]!), Is.EqualTo(form));

    [Test]
    public void Group_is_an_operator_and_its_filters() =>
        Assert.That((A & B).ToString(), Is.EqualTo(
            """{"query":{"operator":"AND","value":[{"field":"a","operator":"=","value":"1"},{"field":"b","operator":"=","value":"1"}]}}"""));

    [Test]
    public void Combining_does_not_change_the_parts()
    {
        var group = A & B;
        _ = group & C;
        _ = group | D;
        Assert.That(Write(group.ToJson()["query"]!), Is.EqualTo("(a AND b)"));
    }

    [Test]
    public void ToJson_returns_a_new_object()
    {
        var group = A & B;
        group.ToJson()["query"]!["value"]![0]!["value"] = "changed";
        Assert.That(group.ToString(), Does.Not.Contain("changed"));
    }

    [Test]
    public void Rejects_a_third_level()
    {
        const string Limit = "The groups have 3 levels. They can have at most 2";
        Assert.Multiple(() =>
        {
            Assert.That(() => ((A | B) & C) | D, Throws.ArgumentException.With.Message.Contains(Limit));
            Assert.That(() => SearchExpression.Any(A, SearchExpression.All(B, SearchExpression.Any(C, D))), Throws.ArgumentException.With.Message.Contains(Limit));
        });
    }

    [Test]
    public void Group_holds_15_filters_and_no_more()
    {
        var filters = Enumerable.Range(1, 16).Select(number => SearchField.Number("n").EqualTo(number)).ToList();
        var most = SearchExpression.Any(filters.Take(15));
        Assert.That(most.ToJson()["query"]!["value"]!.Count(), Is.EqualTo(15));
        Assert.Multiple(() =>
        {
            Assert.That(() => SearchExpression.Any(filters), Throws.ArgumentException.With.Message.Contains("The OR group has 16 filters. A group can have at most 15."));
            Assert.That(() => SearchExpression.All([.. filters]), Throws.ArgumentException.With.Message.Contains("The AND group has 16 filters"));
            Assert.That(() => most | filters[15], Throws.ArgumentException.With.Message.Contains("16 filters"));
            Assert.That(Write((most & filters[15]).ToJson()["query"]!), Does.EndWith(" AND n)"));
        });
    }

    [Test]
    public void Rejects_an_empty_group()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => SearchExpression.All(), Throws.ArgumentException.With.Message.Contains("cannot be empty"));
            Assert.That(() => SearchExpression.Any(new List<SearchExpression>()), Throws.ArgumentException.With.Message.Contains("cannot be empty"));
            Assert.That(() => SearchExpression.All((SearchExpression[])null!), Throws.ArgumentNullException);
            Assert.That(() => SearchExpression.Any(A, null!), Throws.ArgumentException.With.Message.Contains("null"));
            Assert.That(() => A & null!, Throws.ArgumentException);
        });
    }

    [TestCase("=", "\"a\"", "\"a\"")]
    [TestCase("=", "12", "12")]
    [TestCase("!=", "true", "true")]
    [TestCase("=", "null", "null")]
    [TestCase("!=", "null", "null")]
    [TestCase("=", "1.0", "1")]
    [TestCase("IN", "[\"a\",2]", "[\"a\",2]")]
    [TestCase("NIN", "[\"a\"]", "[\"a\"]")]
    [TestCase(">", "12", "12")]
    [TestCase("<", "\"1306054154\"", "\"1306054154\"")]
    [TestCase(">=", "4.5", "4.5")]
    [TestCase("<=", "12", "12")]
    [TestCase("~", "\"a\"", "\"a\"")]
    [TestCase("!~", "\"a\"", "\"a\"")]
    [TestCase("^", "\"a\"", "\"a\"")]
    [TestCase("$", "\"a\"", "\"a\"")]
    public void Creates_a_filter_from_strings(string op, string value, string sent) =>
        Assert.That(
            SearchExpression.Filter("any.field", op, JToken.Parse(value)).ToString(),
            Is.EqualTo($$$"""{"query":{"field":"any.field","operator":"{{{op}}}","value":{{{sent}}}}}"""));

    [Test]
    public void Times_of_a_filter_from_strings_are_sent_as_seconds()
    {
        var time = new DateTimeOffset(2026, 1, 1, 14, 0, 0, TimeSpan.FromHours(2));
        Assert.Multiple(() =>
        {
            Assert.That(SearchExpression.Filter("f", ">", time).ToString(), Does.Contain("\"value\":1767268800}"));
            Assert.That(SearchExpression.Filter("f", "<", new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc)).ToString(), Does.Contain("\"value\":1767268800}"));
            Assert.That(SearchExpression.Filter("f", "=", time).ToString(), Does.Contain("\"value\":1767268800}"));
            Assert.That(SearchExpression.Filter("f", "IN", new JArray(time)).ToString(), Does.Contain("\"value\":[1767268800]}"));
            Assert.That(SearchExpression.Filter(Date, ">", time).ToString(), Does.Contain("\"value\":1767268800}"));
        });
    }

    [Test]
    public void Identifiers_of_other_types_are_sent_as_text()
    {
        var id = new Guid("00112233-4455-6677-8899-aabbccddeeff");
        Assert.That(SearchExpression.Filter("external_id", "=", id).ToString(), Does.Contain("\"value\":\"00112233-4455-6677-8899-aabbccddeeff\"}"));
        Assert.That(SearchExpression.Filter(SearchField.Identifier("id"), "=", 12).ToString(), Does.Contain("\"value\":\"12\"}"));
    }

    [Test]
    public void Null_means_no_value() =>
        Assert.That(SearchExpression.Filter(Text, "=", null).ToString(), Does.Contain("\"value\":null}"));

    [TestCase("==", "1", "'==' is not a filter operator. Use one of = != IN NIN > < >= <= ~ !~ ^ $.")]
    [TestCase("in", "[1]", "'in' is not a filter operator")]
    [TestCase("", "1", "'' is not a filter operator")]
    [TestCase("AND", "[1]", "Use All and Any")]
    [TestCase("OR", "[1]", "Use All and Any")]
    [TestCase("IN", "1", "IN takes a list of at least one value")]
    [TestCase("NIN", "[]", "NIN takes a list of at least one value")]
    [TestCase("IN", "null", "IN takes a list")]
    [TestCase("IN", "[null]", "not null")]
    [TestCase("IN", "[[1]]", "not [1]")]
    [TestCase("=", "[1]", "not [1]")]
    [TestCase("=", "{}", "not {}")]
    [TestCase(">", "null", "> takes a value that is not null")]
    [TestCase(">", "\"abc\"", "> takes a number or a time, not \"abc\"")]
    [TestCase("<", "true", "< takes a number or a time, not true")]
    [TestCase("~", "1", "~ takes text, not 1")]
    [TestCase("$", "false", "$ takes text, not false")]
    public void Rejects_an_invalid_filter_from_strings(string op, string value, string message) =>
        Assert.That(() => SearchExpression.Filter("f", op, JToken.Parse(value)), Throws.ArgumentException.With.Message.Contains(message));

    private static IEnumerable<TestCaseData> Mismatches()
    {
        yield return new TestCaseData(Date, "IN", "[1]", "The field 'date' does not take IN. It takes = > <.");
        yield return new TestCaseData(Date, "!=", "1", "does not take !=");
        yield return new TestCaseData(Date, ">=", "1", "does not take >=");
        yield return new TestCaseData(Date, ">", "\"foobar\"", "takes a time or Unix seconds, not \"foobar\"");
        yield return new TestCaseData(Tag, "IN", "[\"1\"]", "does not take IN. It takes = !=.");
        yield return new TestCaseData(Text, ">", "\"a\"", "does not take >");
        yield return new TestCaseData(Text, "=", "1", "takes text, not 1");
        yield return new TestCaseData(SearchField.Boolean("f"), "~", "\"t\"", "does not take ~");
        yield return new TestCaseData(SearchField.Boolean("f"), "=", "\"true\"", "takes true or false, not \"true\"");
        yield return new TestCaseData(SearchField.Number("f"), "^", "\"1\"", "does not take ^");
        yield return new TestCaseData(SearchField.Number("f"), "=", "\"1\"", "takes a number, not \"1\"");
        yield return new TestCaseData(SearchField.IdentifierList("f"), ">", "1", "does not take >");
        yield return new TestCaseData(SearchField.Identifier("f", isNumeric: true), "=", "1.5", "takes an ID that is a whole number, not 1.5");
        yield return new TestCaseData(new NumberSearchField("f"), ">=", "1", "does not take >=. It takes = != IN NIN > <.");
        yield return new TestCaseData(new TimeSearchField("f"), "IN", "[1]", "does not take IN. It takes = != > <.");
        yield return new TestCaseData(new TimeSearchFieldWithLists("f"), "<=", "1", "does not take <=. It takes = != IN NIN > <.");
        yield return new TestCaseData(new TimeSearchFieldWithBounds("f"), "NIN", "[1]", "does not take NIN. It takes = != > < >= <=.");
    }

    [TestCaseSource(nameof(Mismatches))]
    public void Rejects_an_operator_or_value_that_a_field_does_not_take(SearchField field, string op, string value, string message) =>
        Assert.That(() => SearchExpression.Filter(field, op, JToken.Parse(value)), Throws.ArgumentException.With.Message.Contains(message));

    [Test]
    public void Rejects_an_incomplete_filter_from_strings()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => SearchExpression.Filter((string)null!, "=", 1), Throws.ArgumentNullException);
            Assert.That(() => SearchExpression.Filter(" ", "=", 1), Throws.ArgumentException);
            Assert.That(() => SearchExpression.Filter((SearchField)null!, "=", 1), Throws.ArgumentNullException);
            Assert.That(() => SearchExpression.Filter("f", null!, 1), Throws.ArgumentNullException);
        });
    }

    [Test]
    public void Filter_keeps_its_value()
    {
        var value = new JValue("before");
        var filter = SearchExpression.Filter("f", "=", value);
        value.Value = "after";
        Assert.That(filter.ToString(), Does.Contain("before"));
    }

    [Test]
    public void Sends_a_raw_query_unchanged()
    {
        var query = JObject.Parse("""{"operator":"AND","value":[{"operator":"NEAR","x":[1,null]}]}""");
        var expression = SearchExpression.FromJson(query);
        query["operator"] = "OR";
        Assert.That(expression.ToString(), Is.EqualTo("""{"query":{"operator":"AND","value":[{"operator":"NEAR","x":[1,null]}]}}"""));
        expression.ToJson()["query"]!["operator"] = "OR";
        Assert.That(expression.ToString(), Does.Contain("AND"));
    }

    [Test]
    public void Raw_query_counts_by_its_levels_when_it_is_combined()
    {
        var filter = SearchExpression.FromJson((JObject)A.ToJson()["query"]!);
        var group = SearchExpression.FromJson((JObject)(A & B).ToJson()["query"]!);
        var levels = SearchExpression.FromJson((JObject)((A | B) & C).ToJson()["query"]!);
        var deep = JObject.Parse("""{"operator":"AND","value":[{"operator":"OR","value":[{"operator":"AND","value":[]}]}]}""");
        Assert.Multiple(() =>
        {
            Assert.That(Write((filter & B).ToJson()["query"]!), Is.EqualTo("(a AND b)"));
            Assert.That(Write((group | C).ToJson()["query"]!), Is.EqualTo("((a AND b) OR c)"));
            Assert.That(Write((group & C).ToJson()["query"]!), Is.EqualTo("((a AND b) AND c)"));
            Assert.That(() => levels | D, Throws.ArgumentException.With.Message.Contains("at most 2"));
            Assert.That(() => SearchExpression.FromJson(deep), Throws.Nothing);
            Assert.That(() => SearchExpression.FromJson(deep) & A, Throws.ArgumentException.With.Message.Contains("4 levels"));
        });
    }

    // A program can read these values with Newtonsoft.Json.
    [TestCase("undefined")]
    [TestCase("new Date(1)")]
    [TestCase("NaN")]
    [TestCase("[1, -Infinity]")]
    public void Rejects_a_value_that_JSON_cannot_represent(string value) =>
        Assert.That(() => SearchExpression.FromJson(new JObject { ["value"] = JToken.Parse(value) }), Throws.ArgumentException);

    [Test]
    public void Rejects_a_whole_request_as_a_query()
    {
        Assert.That(() => SearchExpression.FromJson(A.ToJson()), Throws.ArgumentException.With.Message.Contains("SortBy").And.Message.Contains("WithPageSize"));
        Assert.That(() => SearchExpression.FromJson(null!), Throws.ArgumentNullException);
    }

    [Test]
    public void Search_is_sorted()
    {
        var sorted = (A & B).SortBy(SearchField.Date("created_at"));
        Assert.Multiple(() =>
        {
            Assert.That(sorted.ToJson()["query"], Is.EqualTo((A & B).ToJson()["query"]).Using<JToken>(JToken.DeepEquals));
            Assert.That(sorted.ToJson()["sort"]!.ToString(Formatting.None), Is.EqualTo("""{"field":"created_at","order":"ascending"}"""));
            Assert.That(sorted.SortBy(SearchField.Text("name"), ascending: false).ToJson()["sort"]!.ToString(Formatting.None), Is.EqualTo("""{"field":"name","order":"descending"}"""));
            Assert.That(SearchExpression.FromJson([]).SortBy(SearchField.Text("name")).ToJson()["sort"], Is.Not.Null);
            Assert.That(A.ToJson().ContainsKey("sort"), Is.False);
        });
    }

    [Test]
    public void Rejects_a_sorted_expression_in_a_group()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => A.SortBy(SearchField.Text("name")) & B, Throws.ArgumentException.With.Message.Contains("sort the result"));
            Assert.That(() => SearchExpression.Any(A.SortBy(SearchField.Text("name"))), Throws.ArgumentException);
            Assert.That(() => A.SortBy(Tag), Throws.ArgumentException.With.Message.Contains("cannot be sorted by the field 'tag_id'"));
            Assert.That(() => A.SortBy(null!), Throws.ArgumentNullException);
        });
    }

    private static string Write(JToken query) =>
        (string)query["operator"]! is "AND" or "OR"
            ? $"({string.Join($" {query["operator"]} ", query["value"]!.Select(Write))})"
            : (string)query["field"]!;

    private static TestCaseData Form(string name, SearchExpression expression, string form) =>
        new TestCaseData(expression, form).SetArgDisplayNames(name);
}
