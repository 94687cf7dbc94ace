using System.Globalization;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Creates random JSON for a type, with occasional deviations.</summary>
internal static class RandomJson
{
    private const int DeepestNesting = 6;

    private static readonly string[] Spaces = ["", "", "", "", " ", "\n", "\r\n\t "];

    public static string Of(Type declared, ChoiceSequence choices, int depth = 0)
    {
        var space = choices.Of(Spaces);
        return space + Value(Nullable.GetUnderlyingType(declared) ?? declared, choices, depth) + space;
    }

    private static string Value(Type type, ChoiceSequence choices, int depth)
    {
        switch (choices.Below(12))
        {
            case 1:
                return choices.Of(Samples.Deviations);
            case 2 when choices.Below(5) == 1:
                return choices.Of(Samples.LoneSurrogates);
        }

        if (depth > DeepestNesting || !choices.HasMore)
            return "null";
        if (type.IsSubclassOf(typeof(IntercomModel)))
            return Model(type, choices, depth);
        if (type.IsSubclassOf(typeof(IntercomUnion)))
            return Of(choices.Of(type.CaseTypes()), choices, depth);
        if (type.GetGenericArguments() is [var item])
            return $"[{string.Join(',', Enumerable.Range(0, choices.Below(4)).Select(_ => Of(item, choices, depth + 1)))}]";
        if (type.GetGenericArguments() is [_, var value])
            return $"{{{string.Join(',', Enumerable.Range(0, choices.Below(4)).Select(i => $"\"k{choices.Below(3)}\":{Of(value, choices, depth + 1)}"))}}}";
        return type == typeof(JToken) || type == typeof(CustomAttributes) ? choices.Of(Samples.Deviations) : Samples.Valid(type);
    }

    // Random properties in random order, some of them repeated and some unknown.
    private static string Model(Type type, ChoiceSequence choices, int depth)
    {
        var properties = type.JsonProperties().Where(property => property.PropertyType != typeof(UploadFile)).ToList();
        var members = new List<string>();
        for (var count = choices.Below(2 * properties.Count + 1); count > 0 && choices.HasMore; count--)
        {
            var property = choices.Of(properties);
            members.Add(choices.Below(10) == 1
                ? $"\"x{choices.Below(3)}\":{choices.Of(Samples.Deviations)}"
                : $"\"{Name(property.JsonName(), choices)}\"{choices.Of(Spaces)}:{Of(property.PropertyType, choices, depth + 1)}");
        }

        return $"{{{string.Join(',', members)}{choices.Of(Spaces)}}}";
    }

    private static string Name(string name, ChoiceSequence choices) =>
        choices.Below(10) == 1 ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)name[0]:X4}{name[1..]}") : name;
}
