using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>The mapping from descriptions to C# types, checked for every type of every version.</summary>
public sealed partial class TypeMappingTests
{
    /// <summary>Union cases that cannot be recognized from the JSON, with the reason. Their values are kept as JSON.</summary>
    private static readonly Dictionary<string, string> Undecidable = new()
    {
        ["CreateTagRequest.TagCompaniesRequest"] = "Untagging companies has the same properties; both are only ever sent.",
        ["CreateTagRequest.UntagCompaniesRequest"] = "Tagging companies has the same properties; both are only ever sent.",
    };

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public void Unions_have_a_constructor_conversion_and_TryPick_for_every_case(VersionUnderTest version)
    {
        var failures = new List<string>();
        foreach (var union in Unions(version))
        {
            var cases = Cases(union);
            if (!union.IsSealed)
                failures.Add($"{union.Name} is not sealed");
            if (cases.Count < 2)
                failures.Add($"{union.Name} has {cases.Count} cases");
            foreach (var type in cases)
            {
                if (union.GetConstructor([type]) is null)
                    failures.Add($"{union.Name} has no constructor for {type}");
                Type[] sources = type.IsInterface ? [type.GetGenericArguments()[0].MakeArrayType(), typeof(List<>).MakeGenericType(type.GetGenericArguments())] : [type];
                failures.AddRange(sources.Where(source => Conversion(union, source) is null).Select(source => $"{union.Name} has no conversion from {source}"));
                if (Picker(union, type) is null)
                    failures.Add($"{union.Name} has no TryPick for {type}");
            }

            var match = union.GetMethods().Where(method => method.Name == "Match").ToList();
            if (match is not [{ } only] || !only.GetParameters().Select(parameter => parameter.ParameterType.GetGenericArguments()[0]).SequenceEqual([.. cases, typeof(JToken)]))
                failures.Add($"{union.Name}: Match does not take every case and the unknown one");
        }

        Assert.That(Unions(version), Is.Not.Empty);
        Assert.That(failures, Is.Empty);
    }

    [TestCaseSource(nameof(Versions))]
    public void Union_cases_round_trip(VersionUnderTest version)
    {
        var failures = new List<string>();
        var undecided = new HashSet<string>();
        foreach (var union in Unions(version))
        {
            foreach (var (type, item) in union.CaseTypes().Zip(union.Cases()))
            {
                foreach (var json in Samples(type, item))
                {
                    var what = $"{union.Name}.{Name(type)} {json.ToString(Formatting.None)}";
                    var read = (IntercomUnion)JsonConvert.DeserializeObject(json.ToString(Formatting.None), union)!;
                    failures.AddRange(JsonComparison.Differences(json, ModelProbe.Write(read)).Select(difference => $"{what}: {difference}"));
                    var key = $"{union.Name}.{Name(type)}";
                    if (read.Value is JToken && Undecidable.ContainsKey(key))
                        undecided.Add(key);
                    else if (!type.IsInstanceOfType(read.Value))
                        failures.Add($"{what}: read as {read.Value.GetType().Name}");
                    else if (Picked(read, type) is not { } picked || !ReferenceEquals(picked, read.Value) && !picked.Equals(read.Value))
                        failures.Add($"{what}: not picked");
                }
            }
        }

        Assert.That(failures, Is.Empty);
        Assert.That(undecided, Is.EquivalentTo(Undecidable.Keys), "All undecidable cases must be undecided.");
    }

    [TestCaseSource(nameof(Versions))]
    public void Unions_are_written_as_the_value_of_their_case(VersionUnderTest version)
    {
        foreach (var union in Unions(version))
        {
            foreach (var type in Cases(union))
            {
                var value = ModelSamples.Create(type);
                var source = type.IsInterface ? Conversion(union, value.GetType())! : Conversion(union, type)!;
                var made = (IntercomUnion)source.Invoke(null, [value])!;
                Assert.That(JToken.DeepEquals(ModelProbe.Write(made), ModelProbe.Write(value)), Is.True, $"{union.Name} of {Name(type)}");
                Assert.That(made.Value, Is.InstanceOf(type), union.Name);
                Assert.That(Matched(made, Cases(union)), Is.EqualTo(Cases(union).IndexOf(type)), $"{union.Name}.Match of {Name(type)}");
            }
        }
    }

    [TestCaseSource(nameof(Versions))]
    public void Unions_keep_unknown_JSON(VersionUnderTest version)
    {
        foreach (var union in Unions(version))
        {
            foreach (var json in new[] { """{"invented_tomorrow":{"a":[1]}}""", """[[{"invented_tomorrow":1}]]""", "{}" })
            {
                var read = (IntercomUnion)JsonConvert.DeserializeObject(json, union)!;
                Assert.That(JToken.DeepEquals(ModelProbe.Write(read), Json.Parse(json)), Is.True, $"{union.Name} {json}");
                if (read.Value is JToken)
                    Assert.That(Matched(read, Cases(union)), Is.EqualTo(-1), $"{union.Name}.Match of {json}");
            }

            Assert.That(JsonConvert.DeserializeObject("null", union), Is.Null, union.Name);
        }
    }

    [TestCaseSource(nameof(Versions))]
    public void Open_enums_keep_unknown_values_and_compare_by_value(VersionUnderTest version)
    {
        Assert.That(Enums(version), Is.Not.Empty);
        foreach (var type in Enums(version))
        {
            var one = (IOpenEnum)Activator.CreateInstance(type, "invented_tomorrow")!;
            var other = JsonConvert.DeserializeObject("\"invented_tomorrow\"", type)!;
            Assert.Multiple(() =>
            {
                Assert.That(type.IsValueType && type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).All(field => field.IsInitOnly), Is.True, type.Name);
                Assert.That(other, Is.EqualTo(one), type.Name);
                Assert.That(other.GetHashCode(), Is.EqualTo(one.GetHashCode()), type.Name);
                Assert.That(one.ToString(), Is.EqualTo("invented_tomorrow"), type.Name);
                Assert.That(JsonConvert.SerializeObject(other), Is.EqualTo("\"invented_tomorrow\""), type.Name);
                Assert.That(Operator("op_Equality", one, other), Is.True, type.Name);
                Assert.That(Operator("op_Inequality", one, other), Is.False, type.Name);
                Assert.That(Conversion(type, typeof(string))!.Invoke(null, ["invented_tomorrow"]), Is.EqualTo(one), type.Name);
                Assert.That(type.GetInterfaces(), Does.Contain(typeof(IEquatable<>).MakeGenericType(type)), type.Name);
                Assert.That(Activator.CreateInstance(type)!.ToString(), Is.Not.Null, $"the default of {type.Name}");
                Assert.That(JsonConvert.DeserializeObject("null", typeof(Nullable<>).MakeGenericType(type)), Is.Null, type.Name);
            });

            object? Operator(string name, object left, object right) => type.GetMethod(name)!.Invoke(null, [left, right]);
        }
    }

    [TestCaseSource(nameof(Versions))]
    public void Open_enum_members_match_the_described_values(VersionUnderTest version)
    {
        var described = Ledger.Types
            .Select(entry => (entry.Type, Values: Ledger.FindAll(version, entry.Key).SelectMany(schema => Values(version, schema)).ToList()))
            .Where(entry => entry.Values.Count > 0 && version.FindType(entry.Type) is { IsValueType: true })
            .GroupBy(entry => entry.Type, entry => entry.Values)
            .ToDictionary(group => group.Key, group => group.SelectMany(values => values).Distinct().ToList());
        var failures = new List<string>();
        foreach (var type in Enums(version))
        {
            var members = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => ((IOpenEnum)property.GetValue(null)!).Value).ToList();
            if (!described.TryGetValue(type.Name, out var values))
                failures.Add($"{type.Name} has no described values");
            else if (!members.Order(StringComparer.Ordinal).SequenceEqual(values.Order(StringComparer.Ordinal)))
                failures.Add($"{type.Name}: members {string.Join(' ', members.Except(values))} are not described, values {string.Join(' ', values.Except(members))} have no member");
        }

        TestContext.Out.WriteLine($"{version}: {described.Count} enums");
        Assert.That(failures, Is.Empty);
    }

    [TestCaseSource(nameof(Versions))]
    public void Every_property_can_be_null(VersionUnderTest version)
    {
        var nullability = new NullabilityInfoContext();
        Assert.That(
            version.Models.SelectMany(model => model.JsonProperties())
                .Where(property => nullability.Create(property) is not { ReadState: NullabilityState.Nullable, WriteState: NullabilityState.Nullable })
                .Select(property => $"{property.DeclaringType!.Name}.{property.Name}"),
            Is.Empty);
    }

    [TestCaseSource(nameof(Versions))]
    public void Sends_assigned_nulls_and_omits_unassigned_properties(VersionUnderTest version)
    {
        var failures = new List<string>();
        var checks = 0;
        foreach (var model in version.Models)
        {
            var untouched = ((JObject)ModelProbe.Write(Activator.CreateInstance(model))).Properties().Select(property => property.Name).ToHashSet();
            // Files are form parts, not JSON.
            foreach (var property in model.JsonProperties().Where(property => property.PropertyType != typeof(UploadFile)))
            {
                var instance = Activator.CreateInstance(model)!;
                property.SetValue(instance, null);
                var written = (JObject)ModelProbe.Write(instance);
                var expected = untouched.Append(property.JsonName()).Distinct().ToList();
                checks++;
                if (written[property.JsonName()]?.Type != JTokenType.Null)
                    failures.Add($"{model.Name}.{property.Name}: null is not sent");
                if (!written.Properties().Select(item => item.Name).Order().SequenceEqual(expected.Order()))
                    failures.Add($"{model.Name}.{property.Name}: {written.ToString(Formatting.None)}");
                property.SetValue(instance, ModelSamples.Create(property.PropertyType, 3));
                if (((JObject)ModelProbe.Write(instance))[property.JsonName()] is null or { Type: JTokenType.Null })
                    failures.Add($"{model.Name}.{property.Name}: a value after null is not sent");
            }
        }

        TestContext.Out.WriteLine($"{version}: {checks} properties");
        Assert.That(failures, Is.Empty);
    }

    [TestCaseSource(nameof(Versions))]
    public void Only_request_types_have_constants(VersionUnderTest version)
    {
        var results = Reachable(version.Methods.Select(operation => operation.ResultType).OfType<Type>());
        var requests = Reachable(version.Methods.Select(operation => operation.BodyType).OfType<Type>());
        var constants = version.Models.Where(HasConstants).ToList();
        Assert.That(constants, Is.Not.Empty);
        Assert.That(constants.Where(results.Contains).Select(model => model.Name), Is.Empty, "A constant would add a value that the response does not have.");
        Assert.That(constants.Where(model => !requests.Contains(model)).Select(model => model.Name), Is.Empty);
        Assert.That(constants.Select(model => model.Name), Is.SupersetOf(["CloseConversationRequest", "AdminReplyConversationRequest"]));
    }

    [TestCaseSource(nameof(Versions))]
    public void Reads_times_in_every_format_and_writes_the_described_format(VersionUnderTest version)
    {
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var failures = new List<string>();
        foreach (var property in Properties(version, typeof(DateTimeOffset)))
        {
            var isSeconds = ModelProbe.Write(ReadProperty(property, "1767323045"))[property.JsonName()]!.Type == JTokenType.Integer;
            foreach (var json in new[] { "1767323045", "\"1767323045\"", "1767323045.0", "\"2026-01-02T03:04:05Z\"", "\"2026-01-02T03:04:05.000+00:00\"", "\"2026-01-02T05:04:05+02:00\"" })
            {
                var model = ReadProperty(property, json);
                var value = (DateTimeOffset?)property.GetValue(model);
                var written = ModelProbe.Write(model)[property.JsonName()]!;
                if (value != time)
                    failures.Add($"{property.DeclaringType!.Name}.{property.Name}: {json} is read as {value}");
                else if (isSeconds ? !JToken.DeepEquals(written, 1767323045L) : written.Type != JTokenType.String || DateTimeOffset.Parse((string)written!, CultureInfo.InvariantCulture) != time)
                    failures.Add($"{property.DeclaringType!.Name}.{property.Name}: {json} is written as {written.ToString(Formatting.None)}");
            }

            if (Described(version, property) is { } schema && isSeconds != (Kind(version, schema) != "string"))
                failures.Add($"{property.DeclaringType!.Name}.{property.Name} is described as {schema.ToString(Formatting.None)}");
        }

        Assert.That(failures, Is.Empty);
    }

    [TestCaseSource(nameof(Versions))]
    public void Reads_integers_from_strings_and_whole_numbers(VersionUnderTest version)
    {
        var failures = new List<string>();
        foreach (var property in Properties(version, typeof(long)))
        {
            foreach (var (json, number) in new[] { ("12", 12L), ("\"12\"", 12), ("12.0", 12), ("-5", -5), ("64654125776", 64_654_125_776) })
            {
                var value = property.GetValue(ReadProperty(property, json));
                if (!Equals(value, number))
                    failures.Add($"{property.DeclaringType!.Name}.{property.Name}: {json} is read as {value ?? "null"}");
            }
        }

        Assert.That(failures, Is.Empty);
        Type[] unwanted = [typeof(int), typeof(float), typeof(decimal), typeof(Guid), typeof(Uri), typeof(DateTime)];
        Assert.That(unwanted.SelectMany(type => Properties(version, type)).Select(property => $"{property.DeclaringType!.Name}.{property.Name}"), Is.Empty);
    }

    [TestCaseSource(nameof(Versions))]
    public void IDs_are_strings_and_are_read_from_numbers(VersionUnderTest version)
    {
        var failures = new List<string>();
        var ids = version.Models.SelectMany(model => model.JsonProperties())
            .Where(property => IdName().IsMatch(property.JsonName()))
            // An object named "id" is the Indonesian translation. A union is an ID or a list of IDs.
            .Where(property => !property.PropertyType.IsSubclassOf(typeof(IntercomModel)) && !property.PropertyType.IsSubclassOf(typeof(IntercomUnion)))
            .ToList();
        foreach (var property in ids)
        {
            if (property.PropertyType != typeof(string))
                failures.Add($"{property.DeclaringType!.Name}.{property.Name} is {Name(property.PropertyType)}");
            else if ((string?)property.GetValue(ReadProperty(property, "7939621")) != "7939621" || (string?)property.GetValue(ReadProperty(property, "\"0a-1\"")) != "0a-1")
                failures.Add($"{property.DeclaringType!.Name}.{property.Name} does not accept every ID");
            else if (Described(version, property) is { } schema && Kind(version, schema) is "integer" or "string" && Kind(version, schema) != WrittenKind(property))
                failures.Add($"{property.DeclaringType!.Name}.{property.Name} is written as {WrittenKind(property)}, not as {Kind(version, schema)}");
        }

        Assert.That(ids, Has.Count.GreaterThan(100));
        Assert.That(failures, Is.Empty);

        static string WrittenKind(PropertyInfo property) => ModelProbe.Write(ReadProperty(property, "\"12\""))[property.JsonName()]!.Type.ToString().ToLowerInvariant();
    }

    [TestCaseSource(nameof(Versions))]
    public void Models_keep_unknown_properties(VersionUnderTest version)
    {
        var failures = new List<string>();
        foreach (var model in version.Models)
        {
            var json = (JObject)Json.Parse("""{"invented_tomorrow":{"a":[1,null,"2026-01-02T03:04:05Z"]}}""");
            var read = (IntercomModel)JsonConvert.DeserializeObject(json.ToString(), model)!;
            foreach (var constant in ((JObject)ModelProbe.Write(Activator.CreateInstance(model))).Properties())
                json[constant.Name] = constant.Value;
            if (!JToken.DeepEquals(ModelProbe.Write(read), json) || !read.AdditionalProperties.ContainsKey("invented_tomorrow"))
                failures.Add($"{model.Name}: {ModelProbe.Write(read).ToString(Formatting.None)}");
        }

        Assert.That(failures, Is.Empty);
    }

    [TestCaseSource(nameof(Versions))]
    public void Properties_keep_values_of_unexpected_types(VersionUnderTest version)
    {
        var failures = new List<string>();
        foreach (var property in version.Models.SelectMany(model => model.JsonProperties()).Where(property => property.PropertyType != typeof(UploadFile)))
        {
            // Constants are written regardless of the value read. Only request types have them.
            if (property.GetValue(Activator.CreateInstance(property.DeclaringType!)) is not null || HasConstants(property.PropertyType))
                continue;
            foreach (var json in new[] { """{"odd":[1]}""", """[{"odd":1}]""", "[[]]", "true", "1.5", "\"odd\"", "null" })
            {
                // A number is a valid time, which is written in its described format.
                if (json == "1.5" && Underlying(property) == typeof(DateTimeOffset))
                    continue;
                try
                {
                    var written = ModelProbe.Write(ReadProperty(property, json))[property.JsonName()];
                    var input = Json.Parse(json);
                    if (written is null || JsonComparison.Differences(input, written).Any())
                        failures.Add($"{property.DeclaringType!.Name}.{property.Name} ({Name(property.PropertyType)}): {json} became {written?.ToString(Formatting.None) ?? "nothing"}");
                }
                catch (JsonException e)
                {
                    failures.Add($"{property.DeclaringType!.Name}.{property.Name} ({Name(property.PropertyType)}): {json}: {e.Message}");
                }
            }
        }

        Assert.That(failures.Take(20), Is.Empty, $"{failures.Count}");
    }

    [TestCaseSource(nameof(Versions))]
    public void Fully_populated_models_round_trip(VersionUnderTest version)
    {
        var failures = new List<string>();
        foreach (var model in version.Models)
        {
            var written = ModelProbe.Write(ModelSamples.Create(model));
            var read = JsonConvert.DeserializeObject(written.ToString(Formatting.None), model);
            failures.AddRange(ModelGraph.Untyped(read).Where(place => !place.Contains("CreateTagRequest", StringComparison.Ordinal)).Select(place => $"{model.Name} {place}"));
            if (!JToken.DeepEquals(ModelProbe.Write(read), written))
                failures.Add($"{model.Name}: {string.Join(' ', JsonComparison.Differences(written, ModelProbe.Write(read)))}");
        }

        Assert.That(failures, Is.Empty);
    }

    [TestCaseSource(nameof(Versions))]
    public void Nested_lists_that_can_be_truncated_have_HasMore(VersionUnderTest version)
    {
        var lists = Ledger.Types.Where(entry => Ledger.Find(version, entry.Key) is { } schema && Ledger.Properties(version, schema).ContainsKey("has_more"))
            .Select(entry => version.FindType(entry.Type)).OfType<Type>().Distinct().ToList();
        Assert.That(lists.Select(list => list.Name), Is.SupersetOf(["ContactTags", "ContactNotes", "ContactCompanies", "LinkedObjectList"]));
        Assert.That(lists.Where(list => list.GetProperty("HasMore")?.PropertyType != typeof(bool?)).Select(list => list.Name), Is.Empty);
    }

    [TestCaseSource(nameof(Versions))]
    public void Every_described_property_exists(VersionUnderTest version)
    {
        var failures = new List<string>();
        var found = 0;
        foreach (var (key, name) in Ledger.Types)
        {
            if (version.FindType(name) is not { } type || !type.IsSubclassOf(typeof(IntercomModel)) || Ledger.Find(version, key) is not { } schema)
                continue;
            found++;
            failures.AddRange(Ledger.Properties(version, schema).Keys.Except(type.JsonProperties().Select(property => property.JsonName())).Select(property => $"{name} has no {property} ({key})"));
        }

        TestContext.Out.WriteLine($"{version}: {found} described types");
        Assert.That(found, Is.GreaterThan(100));
        Assert.That(failures, Is.Empty);
    }

    [TestCaseSource(nameof(Versions))]
    public void No_property_or_parameter_is_an_object(VersionUnderTest version)
    {
        var types = version.ClientType.Assembly.GetExportedTypes();
        Assert.That(
            types.SelectMany(type => type.GetProperties(Declared))
                .Where(property => Mentions(property.PropertyType, typeof(object))).Select(property => $"{property.DeclaringType!.Name}.{property.Name}"),
            Is.Empty);
        Assert.That(
            version.Methods.SelectMany(operation => operation.Method.GetParameters().Append(operation.Method.ReturnParameter))
                .Where(parameter => Mentions(parameter.ParameterType, typeof(object))).Select(parameter => $"{parameter.Member.Name} {parameter.Name}"),
            Is.Empty);
    }

    [TestCaseSource(nameof(Versions))]
    public void No_name_has_a_numbered_suffix(VersionUnderTest version)
    {
        var types = version.ClientType.Assembly.GetExportedTypes();
        var names = types.SelectMany(type => type.GetMembers(Declared).Select(member => member.Name).Append(type.Name)).Distinct();
        Assert.That(names.Where(name => GeneratedSuffix().IsMatch(name)), Is.Empty);
        string[] namespaces = [version.ClientType.Namespace!, $"{version.ClientType.Namespace}.Webhooks"];
        Assert.That(types.Where(type => !type.IsNested && !namespaces.Contains(type.Namespace)).Select(type => type.FullName), Is.Empty);
    }

    [TestCaseSource(nameof(Versions))]
    public void No_type_name_conflicts_with_implicit_usings(VersionUnderTest version)
    {
        string[] implicitUsings = ["System", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks", "System.Collections.Generic", "Intercom.Generated"];
        string[] libraries =
        [
            "System.Private.CoreLib", "System.Collections", "System.Linq", "System.Linq.Queryable", "System.Linq.Parallel", "System.Linq.Expressions", "System.Linq.AsyncEnumerable",
            "System.Net.Http", "System.Threading", "System.Threading.Tasks.Parallel", "System.Threading.Channels", "System.Private.Uri", "System.IO.Pipelines", "System.IO.FileSystem.Watcher",
            "System.IO.FileSystem.DriveInfo", "System.Console", "System.Collections.Concurrent", "System.Net.Http.Json", "System.ComponentModel",
            "Intercom.Generated.Json", "Intercom.Generated.Core", "Intercom.Generated.RateLimiting", "Intercom.Generated.ApiVersions",
        ];
        var taken = libraries.SelectMany(library => Assembly.Load(library).GetExportedTypes())
            .Where(type => implicitUsings.Contains(type.Namespace) && !type.IsNested)
            .Select(type => type.Name.Split('`')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.That(taken, Is.SupersetOf(["Task", "File", "List", "Enumerable", "HttpClient", "Timer", "CustomAttributes", "IntercomError"]));
        Assert.That(version.ClientType.Assembly.GetExportedTypes().Where(type => !type.IsNested && taken.Contains(type.Name)).Select(type => type.Name), Is.Empty);
    }

    [GeneratedRegex(@"(Body|Response|Anonymous)\d+$")]
    private static partial Regex GeneratedSuffix();

    [GeneratedRegex("(^|_)id$")]
    private static partial Regex IdName();

    private static List<Type> Unions(VersionUnderTest version) => [.. version.ClientType.Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(IntercomUnion)))];

    private static List<Type> Enums(VersionUnderTest version) => [.. version.ClientType.Assembly.GetExportedTypes().Where(type => type.IsValueType && typeof(IOpenEnum).IsAssignableFrom(type))];

    private static List<Type> Cases(Type union) => [.. union.CaseTypes()];

    private static MethodInfo? Conversion(Type target, Type source) =>
        Array.Find(target.GetMethods(), method => method.Name == "op_Implicit" && method.GetParameters()[0].ParameterType == source && method.ReturnType == target);

    private static MethodInfo? Picker(Type union, Type type) => Array.Find(
        union.GetMethods(), method => method.Name.StartsWith("TryPick", StringComparison.Ordinal) && method.GetParameters() is [{ ParameterType: { IsByRef: true } reference }]
            && (Nullable.GetUnderlyingType(reference.GetElementType()!) ?? reference.GetElementType()) == type);

    private static object? Picked(IntercomUnion union, Type type)
    {
        object?[] arguments = [null];
        return (bool)Picker(union.GetType(), type)!.Invoke(union, arguments)! ? arguments[0] : null;
    }

    /// <summary>Gets the index of the case whose function Match calls, or -1 for the unknown case.</summary>
    private static int Matched(IntercomUnion union, List<Type> cases)
    {
        var match = union.GetType().GetMethod("Match")!.MakeGenericMethod(typeof(int));
        var functions = match.GetParameters().Select((parameter, index) => (object)typeof(TypeMappingTests)
            .GetMethod(nameof(Constant), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(parameter.ParameterType.GetGenericArguments()[0]).Invoke(null, [index < cases.Count ? index : -1])!);
        return (int)match.Invoke(union, [.. functions])!;
    }

    private static Func<T, int> Constant<T>(int result) => _ => result;

    /// <summary>Creates samples of a case with all properties, one for each discriminator value.</summary>
    private static IEnumerable<JToken> Samples(Type type, UnionCase item)
    {
        var sample = ModelProbe.Write(ModelSamples.Create(type));
        if (item.Discriminators.Count == 0)
            return [sample];
        return item.Discriminators.Select(mark =>
        {
            var marked = (JObject)sample.DeepClone();
            marked[mark.Key] = marked[mark.Key]?.Type == JTokenType.Boolean ? bool.Parse(mark.Value) : mark.Value;
            return marked;
        });
    }

    private static IEnumerable<PropertyInfo> Properties(VersionUnderTest version, Type type) =>
        version.Models.SelectMany(model => model.JsonProperties()).Where(property => Underlying(property) == type);

    private static Type Underlying(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    private static object ReadProperty(PropertyInfo property, string json) =>
        JsonConvert.DeserializeObject("{\"" + property.JsonName() + "\":" + json + "}", property.DeclaringType!)!;

    private static bool HasConstants(Type type) => type.GetGenericArguments() is [var item] ? HasConstants(item)
        : type.IsSubclassOf(typeof(IntercomModel)) && ((JObject)ModelProbe.Write(Activator.CreateInstance(type))).HasValues;

    private static HashSet<Type> Reachable(IEnumerable<Type> roots)
    {
        var seen = new HashSet<Type>();
        var open = new Stack<Type>(roots);
        while (open.TryPop(out var type))
        {
            if (!seen.Add(type))
                continue;
            foreach (var next in type.GetGenericArguments().Concat(Cases(type)).Concat(type.JsonProperties().Select(property => property.PropertyType)))
                open.Push(next);
        }

        return seen;
    }

    private static bool Mentions(Type type, Type wanted) => type == wanted || type.GetGenericArguments().Any(argument => Mentions(argument, wanted));

    private static string Name(Type type) => type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;

    /// <summary>Gets the schema of a property, or null if its class has no schema in the ledger.</summary>
    private static JObject? Described(VersionUnderTest version, PropertyInfo property) =>
        Ledger.Types.Where(entry => entry.Type == property.DeclaringType!.Name)
            .Select(entry => Ledger.Find(version, entry.Key) is { } schema && Ledger.Properties(version, schema).TryGetValue(property.JsonName(), out var found) ? found : null)
            .FirstOrDefault(found => found is not null);

    private static string? Kind(VersionUnderTest version, JObject schema) => (string?)version.Description.Resolve(schema)["type"];

    private static List<string> Values(VersionUnderTest version, JObject schema)
    {
        var resolved = version.Description.Resolve(schema);
        return [.. ((JArray?)resolved["enum"] ?? (resolved["items"] as JObject)?["enum"] as JArray ?? []).Where(value => value.Type == JTokenType.String).Select(value => (string)value!)];
    }
}
