using System.Collections;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>
/// Assigns valid but unusual values to every property of a request: extremes, fractions of seconds, time zones, and text with special characters.
/// </summary>
/// <param name="document">The description, which limits the values of some properties.</param>
/// <param name="round">The index of the values to use.</param>
internal sealed class EdgeCaseValues(JObject document, int round)
{
    /// <summary>The number of rounds that covers all values.</summary>
    public const int Rounds = 8;

    private static readonly string[] Texts = ["", " ", "a\0b", "\ud83d\ude00", "\ufffd", "</script>\u2028\"\\\r\n", "null", new('\u00e9', 70_000)];

    private static readonly long[] Integers = [long.MinValue, long.MaxValue, 0, -1, int.MaxValue + 1L, 9_007_199_254_740_993];

    private static readonly double[] Numbers = [double.MaxValue, double.MinValue, double.Epsilon, -0.0, 155.98, 1e21, -1e-7];

    private static readonly DateTimeOffset[] Times =
    [
        DateTimeOffset.UtcNow, new(2026, 3, 29, 2, 30, 0, 999, TimeSpan.FromHours(14)), DateTimeOffset.MinValue, DateTimeOffset.MaxValue,
        new DateTimeOffset(1969, 12, 31, 23, 59, 59, TimeSpan.FromMinutes(-570)).AddTicks(1), DateTimeOffset.UnixEpoch.AddTicks(-1),
    ];

    /// <summary>Replaces the values of a valid request.</summary>
    public void Fill(object request, JObject schema)
    {
        switch (request)
        {
            case IntercomUnion union:
                Fill(union.Value!, schema);
                break;
            case IntercomModel model:
                foreach (var property in model.GetType().JsonProperties())
                    property.SetValue(model, Of(property.PropertyType, property.GetValue(model), Member(schema, property.JsonName())));
                break;
        }
    }

    private object? Of(Type declared, object? value, JObject? schema)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (value is null || (schema is not null && IsLimited(schema)))
            return value;
        // An ID that the API declares as an integer is a string in C#.
        if (type == typeof(string) && schema is not null && (string?)document.Resolve(schema)["type"] == "integer")
            return Integers[round % Integers.Length].ToString(CultureInfo.InvariantCulture);
        if (Scalar(type) is { } scalar)
            return scalar;
        switch (value)
        {
            case CustomAttributes attributes:
                FillAttributes(attributes);
                break;
            case IntercomUnion union when Scalar(union.Value!.GetType()) is { } inner && type.GetConstructor([inner.GetType()]) is { } constructor:
                return constructor.Invoke([inner]);
            case IntercomUnion or IntercomModel when schema is not null:
                Fill(value, schema);
                break;
            case IDictionary map:
                foreach (var key in Texts.Distinct())
                    map[key] = Of(type.GetGenericArguments()[1], map.Values.Cast<object>().First(), Additional(schema));
                break;
            case IList { Count: > 0 } list and not JToken:
                for (var i = 0; i < list.Count; i++)
                    list[i] = Of(type.GetGenericArguments()[0], list[i], Items(schema));
                break;
        }

        return value;
    }

    private object? Scalar(Type type) =>
        type == typeof(string) ? Texts[round % Texts.Length]
        : type == typeof(long) ? Integers[round % Integers.Length]
        : type == typeof(double) ? Numbers[round % Numbers.Length]
        : type == typeof(bool) ? round % 2 == 0
        : type == typeof(DateTimeOffset) ? Times[round % Times.Length]
        : null;

    private void FillAttributes(CustomAttributes attributes)
    {
        foreach (var key in Texts)
            attributes[key] = Texts[round % Texts.Length];
        attributes["integer"] = Integers[round % Integers.Length];
        attributes["number"] = Numbers[round % Numbers.Length];
        attributes["decimal"] = round % 2 == 0 ? decimal.MaxValue : decimal.MinValue;
        attributes["flag"] = round % 2 == 0;
        attributes["time"] = Times[round % Times.Length];
        attributes["null"] = default;
    }

    // The description can limit a property's values in ways that its C# type cannot express. Other values are the caller's mistake.
    private bool IsLimited(JObject schema)
    {
        var resolved = document.Resolve(schema);
        return new[] { "enum", "minimum", "maximum", "minLength", "maxLength" }.Any(keyword => resolved[keyword] is not null)
            || Parts(resolved).Any(part => part["properties"] is null && IsLimited(part));
    }

    private JObject? Member(JObject schema, string name)
    {
        var resolved = document.Resolve(schema);
        return resolved["properties"]?[name] as JObject
            ?? Parts(resolved).Select(part => Member(part, name)).FirstOrDefault(found => found is not null)
            ?? Additional(resolved);
    }

    private JObject? Additional(JObject? schema) => schema is null ? null : document.Resolve(schema)["additionalProperties"] as JObject;

    private JObject? Items(JObject? schema)
    {
        if (schema is null)
            return null;
        var resolved = document.Resolve(schema);
        return resolved["items"] as JObject ?? Parts(resolved).Select(Items).FirstOrDefault(found => found is not null);
    }

    private static IEnumerable<JObject> Parts(JObject schema) =>
        new[] { "allOf", "oneOf", "anyOf" }.SelectMany(keyword => schema[keyword] as JArray ?? []).OfType<JObject>();
}
