using System.Collections;
using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Creates a random value of a type, as a program can construct it.</summary>
internal static class RandomValue
{
    private const int DeepestNesting = 4;

    private static readonly string[] Texts =
    [
        "text", "", "5", "-0", "007", "9223372036854775808", "é", "😀", "a😀b", "<b>&'\"+\\/`",
        "\0\u0001\u001f\u007f\u0080", "\t\r\n\b\f", "\u00a0\u00ad\u2028\u2029\ufeff\ufffd", "\ue000\uffff", "中文", "2026-01-02T03:04:05Z", "\ud800", "a\udc00😀",
    ];

    private static readonly double[] Numbers =
        [0, -0.0, 1, 1.5, -1e300, 1e-300, 0.1, 1e15, 1e16, 123456789.123456789, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    private static readonly DateTimeOffset[] Times =
    [
        DateTimeOffset.UnixEpoch, new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(-8)), DateTimeOffset.MinValue, DateTimeOffset.MaxValue,
        new DateTimeOffset(1969, 12, 31, 23, 59, 59, TimeSpan.FromMinutes(330)).AddTicks(1),
    ];

    // Tokens of every type. Each is created on demand, because a token has only one parent.
    private static readonly Func<JToken>[] Tokens =
    [
        () => new JValue(1L), () => new JValue(1), () => new JValue(ulong.MaxValue),
        () => new JValue(System.Numerics.BigInteger.Pow(10, 30)), () => new JValue(1.0), () => new JValue(-0.0), () => new JValue(1.5f), () => new JValue(1.50m),
        () => new JValue(double.NaN), () => new JValue(double.PositiveInfinity), () => new JValue(true), () => new JValue("a\"😀\u00a0\ud800"),
        () => new JValue((string?)null), () => JValue.CreateNull(), () => JValue.CreateUndefined(),
        () => new JValue(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)), () => new JValue(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2))),
        () => new JValue(Guid.Empty), () => new JValue(TimeSpan.FromSeconds(1.5)),
        () => new JValue(new Uri("https://example.com/ä")), () => new JValue((object)new byte[] { 1, 2, 3 }),
        () => new JArray(), () => new JObject(), () => new JArray(1, "a", new JObject { ["b"] = new JArray(1.0) }),
        () => new JObject { ["é😀"] = 1, [""] = null, ["a\"b"] = new JObject() }, () => new JRaw("{\"raw\" : 1}"), () => new JConstructor("Date", 1),
    ];

    public static object Of(Type declared, ChoiceSequence choices, int depth = 0)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string))
            return choices.Of(Texts);
        if (type == typeof(long))
            return choices.Of([0L, 1, -1, 42, long.MinValue, long.MaxValue]);
        if (type == typeof(double))
            return choices.Of(Numbers);
        if (type == typeof(bool))
            return choices.Below(2) == 1;
        if (type == typeof(DateTimeOffset))
            return choices.Of(Times);
        if (type == typeof(JToken))
            return choices.Of(Tokens)();
        if (type == typeof(CustomAttributes))
            return Attributes(choices);
        if (typeof(IOpenEnum).IsAssignableFrom(type))
            return choices.Below(10) == 1 ? Activator.CreateInstance(type)! : Activator.CreateInstance(type, choices.Of(Texts))!;
        if (type.IsSubclassOf(typeof(IntercomModel)))
            return Model(type, choices, depth);
        if (type.IsSubclassOf(typeof(IntercomUnion)))
            return Activator.CreateInstance(type, Of(choices.Of(type.CaseTypes()), choices, depth))!;
        return type.GetGenericArguments() is [var item] ? List(item, choices, depth) : Map(type.GetGenericArguments()[1], choices, depth);
    }

    private static IntercomModel Model(Type type, ChoiceSequence choices, int depth)
    {
        var model = (IntercomModel)Activator.CreateInstance(type)!;
        foreach (var property in type.JsonProperties().Where(property => property.PropertyType != typeof(UploadFile)))
        {
            switch (choices.Below(4))
            {
                case 1:
                    property.SetValue(model, null);
                    break;
                case > 1 when depth < DeepestNesting && choices.HasMore:
                    property.SetValue(model, Of(property.PropertyType, choices, depth + 1));
                    break;
            }

            // Additional properties can also have the name of a property. They are sent if the property is not.
            if (choices.Below(20) == 1)
                model.AdditionalProperties[property.JsonName()] = choices.Of(Tokens)();
        }

        for (var count = choices.Below(12) - 8; count > 0; count--)
            model.AdditionalProperties[choices.Of(Names)] = choices.Of(Tokens)();
        return model;
    }

    private static string[] Names => ["x", "", "é", "a\"b", "😀", "\u00a0"];

    private static CustomAttributes Attributes(ChoiceSequence choices)
    {
        var attributes = new CustomAttributes();
        for (var count = choices.Below(4); count > 0; count--)
            attributes[choices.Of(Names)] = new CustomAttributeValue(choices.Below(5) == 1 ? null : choices.Of(Tokens)());
        return attributes;
    }

    private static IList List(Type item, ChoiceSequence choices, int depth)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        for (var count = choices.Below(4); count > 0; count--)
            list.Add(ItemOf(item, choices, depth));
        return list;
    }

    private static IDictionary Map(Type item, ChoiceSequence choices, int depth)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), item))!;
        for (var count = choices.Below(4); count > 0; count--)
            map[choices.Of(Names)] = ItemOf(item, choices, depth);
        return map;
    }

    private static object? ItemOf(Type item, ChoiceSequence choices, int depth) => choices.Below(8) == 1 && !item.IsValueType ? null : Of(item, choices, depth + 1);
}
