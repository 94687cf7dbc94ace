using System.Globalization;
using System.Reflection;
using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>The search fields of each version match openapi/search.json, and each operator builds the documented filter.</summary>
public sealed class SearchFieldTests
{
    private const long Noon = 1_767_268_800;

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["EqualTo"] = "=", ["NotEqualTo"] = "!=", ["In"] = "IN", ["NotIn"] = "NIN", ["GreaterThan"] = ">", ["After"] = ">", ["LessThan"] = "<", ["Before"] = "<",
        ["GreaterThanOrEqualTo"] = ">=", ["LessThanOrEqualTo"] = "<=", ["Contains"] = "~", ["DoesNotContain"] = "!~", ["StartsWith"] = "^", ["EndsWith"] = "$",
    };

    private static readonly Lazy<JObject> File = new(() => JObject.Parse(System.IO.File.ReadAllText(Path.Combine(Snapshot.ProjectFolder, "..", "..", "openapi", "search.json"))));

    private static IEnumerable<VersionUnderTest> Versions => VersionSets.All;

    [TestCaseSource(nameof(Versions))]
    public void Searches_match_the_description(VersionUnderTest version)
    {
        foreach (var search in File.Value["searches"]!)
        {
            var operation = ((string)search["operation"]!).Split(' ');
            var isDescribed = version.Methods.Any(method => method.HttpMethod == operation[0] && method.Path == operation[1]);
            Assert.That(version.FindType((string)search["name"]!) is not null, Is.EqualTo(isDescribed), (string)search["name"]!);
        }
    }

    [TestCaseSource(nameof(Versions))]
    public void Every_search_with_an_expression_has_fields(VersionUnderTest version)
    {
        // The overload that takes the expression has no operation attribute.
        var searches = version.Methods
            .Where(method => method.Method.DeclaringType!.GetMethods().Any(overload => overload.Name == method.Method.Name
                && overload.GetParameters().Any(parameter => parameter.ParameterType == typeof(SearchExpression))))
            .Select(method => $"{method.HttpMethod} {method.Path}").Distinct();

        Assert.That(searches, Is.Not.Empty.And.SubsetOf(File.Value["searches"]!.Select(search => (string)search["operation"]!)));
    }

    [TestCaseSource(nameof(Versions))]
    public void Fields_match_search_json(VersionUnderTest version)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var (type, facts) in Searches(version))
            {
                var members = type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                    .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false }).Select(member => member.Name);
                Assert.That(members, Is.EquivalentTo(facts.Keys), type.Name);
                foreach (var (member, fact) in facts)
                    AssertField(Field(type, member), fact, $"{version} {type.Name}.{member}");
            }
        }
    }

    [TestCaseSource(nameof(Versions))]
    public void Every_operator_builds_its_filter(VersionUnderTest version)
    {
        var built = 0;
        using (Assert.EnterMultipleScope())
        {
            foreach (var (type, facts) in Searches(version))
            {
                foreach (var (member, fact) in facts)
                    built += AssertFilters(Field(type, member), fact, $"{version} {type.Name}.{member}");
            }
        }

        Assert.That(built, Is.GreaterThan(500));
    }

    [TestCaseSource(nameof(Versions))]
    public async Task The_fake_accepts_every_filter(VersionUnderTest version)
    {
        using var fake = new FakeIntercom(version.Name);
        var options = new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake, Retry = new() { MaxRetries = 0 } };
        using var client = (IDisposable)Activator.CreateInstance(version.ClientType, options)!;
        var failures = new List<string>();
        foreach (var search in File.Value["searches"]!)
        {
            var type = version.FindType((string)search["name"]!);
            if (type is null || SearchMethod(version, (string)search["operation"]!) is not { } method)
                continue;
            var facts = Facts((JObject)search["versions"]!, ApiVersion.Parse(version.Name));
            var fields = facts.Keys.Select(member => Field(type, member)).ToList();
            var accepted = new HashSet<(SearchField Field, string Operator)>();
            foreach (var (field, op, value) in Filters(fields))
            {
                try
                {
                    await SearchAsync(version, client, method, SearchExpression.Filter(field, op, value));
                    accepted.Add((field, op));
                }
                catch (ArgumentException)
                {
                    // The field does not take the value.
                }
                catch (IntercomApiException e)
                {
                    failures.Add($"{method.DeclaringType!.Name} {field} {op} {value}: {e.Message}");
                }
            }

            Assert.That(accepted, Is.EquivalentTo(fields.SelectMany(field => field.Operators.Select(op => (field, op)))), type.Name);
            var absent = fields.Where(field => field.Operators.Contains("=")).Select(field => SearchExpression.Filter(field, "=", null));
            var any = SearchExpression.Any(absent.Take(15));
            await SearchAsync(version, client, method, any & any);
        }

        await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{version}: {fake.Requests.Count} searches"));
        Assert.That(fake.Requests, Has.Count.GreaterThan(1000));
        Assert.That(failures, Is.Empty, string.Join('\n', failures));
    }

    [TestCaseSource(nameof(Versions))]
    public void Field_names_match_their_wire_names(VersionUnderTest version)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var property in Searches(version).SelectMany(search => search.Type.GetProperties(BindingFlags.Public | BindingFlags.Static)))
            {
                var field = (SearchField)property.GetValue(null)!;
                var spelled = string.Concat(field.Name.Split('.', '_').Select(word => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word)));
                Assert.That(property.Name, Is.EqualTo(spelled == "Os" ? "OperatingSystem" : spelled));
                Assert.That(property.GetValue(null), Is.SameAs(field), property.Name);
            }
        }
    }

    [TestCaseSource(nameof(Versions))]
    public void Attribute_fields_require_a_name(VersionUnderTest version)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var method in Searches(version).SelectMany(search => search.Type.GetMethods(BindingFlags.Public | BindingFlags.Static)).Where(method => !method.IsSpecialName))
            {
                Assert.That(() => method.Invoke(null, [" "]), Throws.InnerException.InstanceOf<ArgumentException>(), method.Name);
                Assert.That(() => method.Invoke(null, [null]), Throws.InnerException.InstanceOf<ArgumentException>(), method.Name);
                Assert.That(((SearchField)method.Invoke(null, ["a.b"])!).Name, Does.EndWith(".a.b"), method.Name);
            }
        }
    }

    // One query builder serves all searches, so all of them must have the same limits.
    [Test]
    public void Query_builder_enforces_the_limits_of_every_search()
    {
        var filter = SearchField.Text("f").EqualTo("a");
        foreach (var limits in File.Value["searches"]!.SelectMany(search => search["versions"]!.Values()).Select(entry => entry["limits"]).OfType<JObject>())
        {
            var most = Enumerable.Repeat(filter, (int)limits["filters"]!).ToList();
            var deepest = Enumerable.Range(1, (int)limits["levels"]!).Aggregate(filter, (inner, level) => level % 2 == 0 ? inner & filter : inner | filter);
            Assert.That(SearchExpression.Any(most), Is.Not.Null);
            Assert.That(() => SearchExpression.Any([.. most, filter]), Throws.ArgumentException);
            Assert.That(() => SearchExpression.Any(deepest, filter, SearchExpression.All(deepest, filter)), Throws.ArgumentException);
        }
    }

    [Test]
    public void Known_differences_between_versions()
    {
        var day = new[] { "=", ">", "<" };
        var second = new[] { "=", "!=", ">", "<", ">=", "<=" };
        using (Assert.EnterMultipleScope())
        {
            foreach (var version in VersionSets.All)
            {
                var contacts = version.FindType("ContactFields")!;
                var isPreview = version.Name == "Preview";
                var createdAt = Field(contacts, "CreatedAt");
                Assert.That(createdAt.Operators, Is.EqualTo(isPreview ? second : day), version.Name);
                Assert.That(createdAt, isPreview ? Is.InstanceOf<TimeSearchField>() : Is.InstanceOf<DateSearchField>(), version.Name);
                Assert.That(Field(contacts, "CustomDateAttribute").Operators, Is.EqualTo(day), version.Name);
                Assert.That(
                    contacts.GetProperty("FormattedPhone") is not null,
                    Is.EqualTo(ApiVersion.Parse(version.Name).CompareTo(ApiVersion.Parse("2.16")) >= 0),
                    version.Name);
                Assert.That($"{SearchExpression.Filter(Field(contacts, "OwnerId"), "=", "1")}", Does.Contain(version.Name == "2.16" ? "\"1\"" : "\"value\":1}"), version.Name);
                Assert.That(
                    $"{SearchExpression.Filter(Field(version.FindType("TicketFields")!, "AdminAssigneeId"), "=", "1")}",
                    Does.Contain(isPreview ? "\"value\":1}" : "\"1\""),
                    version.Name);
            }
        }
    }

    private static void AssertField(SearchField field, Fact fact, string place)
    {
        var offered = field.GetType().GetMethods().Where(method => method.ReturnType == typeof(SearchExpression)).Select(method => Operators[method.Name]).Distinct();
        Assert.That(field.Name, Is.EqualTo(fact.WireName), place);
        Assert.That(field.Operators, Is.EquivalentTo(fact.Operators), place);
        Assert.That(offered, Is.EquivalentTo(fact.Operators), place);
        Assert.That(field.IsSortable, Is.EqualTo(fact.IsSortable), place);
        Assert.That(field is DateSearchField, Is.EqualTo(fact.Kind == "date"), place);
        Assert.That(field is TimeSearchField, Is.EqualTo(fact.Kind == "time"), place);
    }

    // Unusual values of every type, alone and in lists.
    private static IEnumerable<(SearchField Field, string Operator, JToken? Value)> Filters(List<SearchField> fields)
    {
        JToken[] values =
        [
            "a", "", "é😀\"\\\n", new string('x', 5_000), "7", "-1", 0, -1, 7, long.MaxValue, long.MinValue, 0.5, -1e300, double.Epsilon,
            true, false, DateTimeOffset.UnixEpoch, DateTimeOffset.MinValue, DateTimeOffset.MaxValue,
        ];
        return from field in fields
               from op in field.Operators
               from value in values.Append(null)
               select (field, op, op is "IN" or "NIN" ? (JToken?)(value is null ? new JArray() : new JArray(value, value)) : value);
    }

    private static MethodInfo? SearchMethod(VersionUnderTest version, string operation) => version.Methods
        .FirstOrDefault(method => $"{method.HttpMethod} {method.Path}" == operation)?.Method is { } described
        ? Array.Find(
            described.DeclaringType!.GetMethods(),
            overload => overload.Name == described.Name && overload.GetParameters()[0].ParameterType == typeof(SearchExpression))
        : null;

    private static Task SearchAsync(VersionUnderTest version, object client, MethodInfo method, SearchExpression expression)
    {
        var owner = version.ClientType.GetProperty(method.DeclaringType!.Name[..^"Client".Length])!.GetValue(client);
        var others = method.GetParameters().Skip(1).Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : null);
        object?[] arguments = [expression, .. others];
        return OperationMethod.CompleteAsync(method.Invoke(owner, arguments)!);
    }

    private static int AssertFilters(SearchField field, Fact fact, string place)
    {
        (object value, JToken sent) = fact.Kind switch
        {
            "boolean" => ((object)true, (JToken)true),
            "number" => (2.0, 2),
            "time" or "date" => (DateTimeOffset.FromUnixTimeSeconds(Noon).AddMilliseconds(5), Noon),
            "integer_identifier" => ("7", 7),
            _ => ("7", "7"),
        };
        var built = 0;
        foreach (var method in field.GetType().GetMethods().Where(method => method.ReturnType == typeof(SearchExpression)))
        {
            var op = Operators[method.Name];
            var takesList = op is "IN" or "NIN";
            var argument = takesList ? Array.CreateInstance(value.GetType(), 1) : value;
            (argument as Array)?.SetValue(value, 0);
            var expected = new JObject { ["query"] = new JObject { ["field"] = fact.WireName, ["operator"] = op, ["value"] = takesList ? new JArray(sent) : sent } };
            Assert.That(((SearchExpression)method.Invoke(field, [argument])!).ToJson(), Is.EqualTo(expected).Using<JObject>(JToken.DeepEquals), $"{place} {method.Name}");
            built++;
        }

        return built;
    }

    private static SearchField Field(Type type, string member) =>
        (SearchField)(type.GetProperty(member)?.GetValue(null) ?? type.GetMethod(member)!.Invoke(null, ["x"]))!;

    private static IEnumerable<(Type Type, Dictionary<string, Fact> Facts)> Searches(VersionUnderTest version) =>
        from search in File.Value["searches"]!
        let type = version.FindType((string)search["name"]!)
        where type is not null
        select (type, Facts((JObject)search["versions"]!, ApiVersion.Parse(version.Name)));

    /// <summary>Collects the facts of a version independently of the generator.</summary>
    private static Dictionary<string, Fact> Facts(JObject versions, ApiVersion version)
    {
        var ordered = versions.Properties().OrderBy(entry => ApiVersion.Parse(entry.Name)).ToList();
        var applied = ordered.Where(entry => ApiVersion.Parse(entry.Name).CompareTo(version) <= 0).Select(entry => entry.Value).ToList();
        if (applied.Count == 0)
            applied.Add(ordered[0].Value);
        var types = new JObject();
        foreach (var type in applied.SelectMany(entry => ((JObject?)entry["types"] ?? []).Properties()))
            types[type.Name] = type.Value;
        var fields = new Dictionary<string, JToken>();
        foreach (var field in applied.SelectMany(entry => entry["fields"] ?? new JArray()))
        {
            var member = (string?)field["member"] ?? string.Concat(((string)field["name"]!).Split('.', '_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            if (field["removed"] is null)
                fields[member] = field;
            else
                fields.Remove(member);
        }

        return fields.ToDictionary(field => field.Key, field => Fact.Of(field.Value, types[(string)field.Value["type"]!]!));
    }

    private sealed record Fact(string WireName, string Kind, string[] Operators, bool IsSortable)
    {
        public static Fact Of(JToken field, JToken type) => new(
            ((string)field["name"]!).Split('{') is [var prefix, _] ? prefix + "x" : (string)field["name"]!,
            (string)type["kind"]!,
            type["operators"]!.Select(name => (string)name!).ToArray(),
            (bool?)type["sortable"] ?? true);
    }
}
