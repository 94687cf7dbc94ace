using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Compares objects by their properties, the properties that were assigned null, and the JSON that they keep.</summary>
internal static class ObjectComparison
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>Describes the first difference between two objects, or returns null if there is none.</summary>
    /// <param name="inOrder">Whether names must be in the same order.</param>
    public static string? Difference(object? left, object? right, bool inOrder = true)
    {
        if (left is JToken one && right is JToken two && JsonTokens.AreInfinite(one, two))
            return null;
        if (left?.GetType() != right?.GetType())
            return Mismatch(left, right);
        switch (left)
        {
            case null:
                return null;
            case IntercomModel model:
                return ModelDifference(model, (IntercomModel)right!, inOrder);
            case IntercomUnion union:
                return Difference(union.Value, ((IntercomUnion)right!).Value, inOrder);
            case CustomAttributeValue attribute:
                return JsonTokens.Difference(attribute.Json, ((CustomAttributeValue)right!).Json, inOrder);
            case CustomAttributes attributes:
                return MemberDifference(attributes, (CustomAttributes)right!, inOrder);
            case JToken token:
                return JsonTokens.Difference(token, (JToken)right!, inOrder);
            case IDictionary map:
                return MemberDifference(Members(map), Members((IDictionary)right!), inOrder);
            case IList list:
                var other = (IList)right!;
                for (var i = 0; i < Math.Max(list.Count, other.Count); i++)
                {
                    if (i >= list.Count || i >= other.Count)
                        return $": {list.Count} vs. {other.Count} items";
                    if (Difference(list[i], other[i], inOrder) is { } difference)
                        return $"[{i}]{difference}";
                }

                return null;
            case double number:
                return BitConverter.DoubleToInt64Bits(number) == BitConverter.DoubleToInt64Bits((double)right!) ? null : Mismatch(left, right);
            case DateTimeOffset time:
                return time.EqualsExact((DateTimeOffset)right!) ? null : Mismatch(left, right);
            default:
                return left.Equals(right) ? null : Mismatch(left, right);
        }
    }

    private static string? ModelDifference(IntercomModel left, IntercomModel right, bool inOrder)
    {
        var properties = Properties.GetOrAdd(
            left.GetType(), static type => [.. type.GetProperties().Where(property => property.Name != nameof(IntercomModel.AdditionalProperties))]);
        for (var i = 0; i < properties.Length; i++)
        {
            if (Difference(properties[i].GetValue(left), properties[i].GetValue(right), inOrder) is { } difference)
                return $".{properties[i].Name}{difference}";
            if (left.IsAssignedNull(i) != right.IsAssignedNull(i))
                return $": null was assigned to property {i} only on the {(left.IsAssignedNull(i) ? "left" : "right")}";
        }

        if (!left.HasAdditionalProperties && !right.HasAdditionalProperties)
            return null;
        return MemberDifference(left.AdditionalProperties, right.AdditionalProperties, inOrder) is { } kept ? $".{nameof(left.AdditionalProperties)}{kept}" : null;
    }

    private static string? MemberDifference<T>(IEnumerable<KeyValuePair<string, T>> left, IEnumerable<KeyValuePair<string, T>> right, bool inOrder)
    {
        var (ours, theirs) = inOrder
            ? (left.ToList(), right.ToList())
            : (left.OrderBy(member => member.Key, StringComparer.Ordinal).ToList(), right.OrderBy(member => member.Key, StringComparer.Ordinal).ToList());
        if (!ours.Select(member => member.Key).SequenceEqual(theirs.Select(member => member.Key), StringComparer.Ordinal))
            return $": names {string.Join(' ', ours.Select(member => member.Key))} vs. {string.Join(' ', theirs.Select(member => member.Key))}";
        return ours.Zip(theirs, (one, other) => Difference(one.Value, other.Value, inOrder) is { } difference ? $".{one.Key}{difference}" : null).FirstOrDefault(found => found is not null);
    }

    private static IEnumerable<KeyValuePair<string, object?>> Members(IDictionary map) => map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, map[key]));

    private static string Mismatch(object? left, object? right) => $": {Shown(left)} vs. {Shown(right)}";

    private static string Shown(object? value) => value is null ? "nothing" : $"{(value is DateTimeOffset time ? time.ToString("O") : value)} ({value.GetType().Name})";
}
