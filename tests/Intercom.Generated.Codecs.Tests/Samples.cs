using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using Newtonsoft.Json;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>JSON samples for a type of a version.</summary>
internal static class Samples
{
    // One level of nested models is enough, because every model is also tested by itself.
    private const int Depth = 2;

    private static readonly ConcurrentDictionary<Type, string> Values = new();
    private static readonly ConcurrentDictionary<Type, Member[]> KnownMembers = new();

    /// <summary>Values of every JSON type, valid and invalid for a property.</summary>
    public static IReadOnlyList<string> Deviations { get; } =
    [
        "null", "true", "false", "0", "1", "-1", "-0", "42", "1.0", "-0.0", "0.1", "1.5", "-1.50", "1e3", "1E+2", "1.0e2", "15e-1", "1e-7", "1e400", "-1e400", "1e-400",
        "3.00000000000000000000001", "9007199254740993", "8999999999999999", "8999999999999999.0", "9e15", "9223372036854775807", "9223372036854775808",
        "-9223372036854775808", "-9223372036854775809", "9223372036854775807.0", "18446744073709551615", "18446744073709551616", "123456789012345678901234567890",
        "1700000000", "1700000000.5", "1700000000.1234567", "253402300799", "253402300800", "253402300799.9999999", "-62135596800", "-62135596801",
        "\"\"", "\"text\"", "\"5\"", "\"-5\"", "\"+5\"", "\" 5\"", "\"5 \"", "\"05\"", "\"1.5\"", "\"1e3\"", "\"1,000\"", "\"0x10\"", "\"9223372036854775808\"", "\"1e400\"",
        "\"NaN\"", "\"Infinity\"", "\"true\"", "\"null\"", "\"1700000000\"", "\"1700000000.5\"", "\"2026-01-02\"", "\"2026-01-02T03:04:05Z\"", "\"2026-01-02T03:04:05.1234567Z\"",
        "\"2026-01-02T03:04:05+02:00\"", "\"2026-01-02 03:04:05 UTC\"", "\"2026-02-30\"", "\"0001-01-01T00:00:00+14:00\"", "\"03:04\"", "\"May 2026\"", "\"/Date(1)/\"",
        "\"\\u0041\\n\\t\\/\\\\\\\"\\b\\f\\r\"", "\"é \u00a0 \u2028 \uFFFD 中文 😀\"", "\"\\u00e9 \\ud83d\\ude00 \\ufffd \\u0000\"",
        "[]", "[null]", "[1]", "[1.0,\"1\"]", "[\"a\"]", "[\"a\",null]", "[true]", "[{}]", "[{},null,{}]", "[{\"id\":1}]", "[[]]", "[[1]]", "[1,\"a\",{}]", "[{\"type\":\"x\"},1]",
        "{}", "{\"a\":null}", "{\"a\":1,\"b\":\"2\"}", "{\"id\":1}", "{\"type\":\"x\"}", "{\"type\":null}", "{\"type\":5,\"id\":{\"a\":[1.50]},\"x\":{\"y\":{}}}", "{\"\":\"\"}", "{\"a\":{},\"a\":[]}",
    ];

    /// <summary>Strings with lone surrogates, which Newtonsoft.Json accepts and System.Text.Json rejects.</summary>
    public static IReadOnlyList<string> LoneSurrogates { get; } = ["\"\\ud800\"", "\"a\\udc00b\"", "\"\\udc00\\ud800\"", "[\"\\ud83d\"]", "{\"a\":\"\\uDFFF\"}"];

    /// <summary>Gets valid JSON for a type.</summary>
    public static string Valid(Type type) => Values.GetOrAdd(type, static key => JsonConvert.SerializeObject(ModelSamples.Create(key, Depth)));

    /// <summary>Gets the JSON properties of a model.</summary>
    public static Member[] Members(Type model) =>
        KnownMembers.GetOrAdd(model, static type =>
        [
            .. type.JsonProperties()
                .Where(property => property.PropertyType != typeof(UploadFile))
                .Select(property => new Member(property.JsonName(), ValidProperty(property))),
        ]);

    /// <summary>Gets objects in which every property has every deviation once. The deviations shift by one property from object to object.</summary>
    public static IEnumerable<string> WithDeviations(Type model, IReadOnlyList<string> deviations)
    {
        var members = Members(model);
        for (var shift = 0; members.Length > 0 && shift < deviations.Count; shift++)
        {
            var at = shift;
            yield return Object(members.Select((member, i) => (member.Name, deviations[(at + i) % deviations.Count])));
            // Also test deviations between valid values.
            if (shift % LongTests.Size(5, 1) == 0)
                yield return Object(members.Select((member, i) => (member.Name, (at + i) % 2 == 0 ? deviations[(at + i) % deviations.Count] : member.Value)));
        }
    }

    public static string Object(IEnumerable<(string Name, string Value)> members) => $"{{{string.Join(',', members.Select(member => $"{JsonConvert.ToString(member.Name)}:{member.Value}"))}}}";

    // The format of a property depends on its codec, so write the property as part of its model.
    private static string ValidProperty(PropertyInfo property)
    {
        var model = Activator.CreateInstance(property.DeclaringType!)!;
        foreach (var other in property.DeclaringType!.JsonProperties().Where(other => other.GetValue(model) is not null))
            other.SetValue(model, null);
        property.SetValue(model, ModelSamples.Create(property.PropertyType, Depth));
        return JsonTokens.Parse(JsonConvert.SerializeObject(model))[property.JsonName()]!.ToString(Formatting.None);
    }
}

/// <summary>A property name and a valid JSON value.</summary>
internal sealed record Member(string Name, string Value);
