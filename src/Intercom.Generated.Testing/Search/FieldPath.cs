using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Search;

/// <summary>Finds the values of a dotted field, such as <c>custom_attributes.plan</c>, in an item.</summary>
internal static class FieldPath
{
    public static IReadOnlyList<JToken> Values(JObject item, string field)
    {
        var found = new List<JToken>();
        Collect(item, field, found);
        return found;
    }

    private static void Collect(JToken token, string field, List<JToken> found)
    {
        if (token is JArray elements)
        {
            foreach (var element in elements)
                Collect(element, field, found);
            return;
        }

        if (field.Length == 0)
        {
            found.Add(token);
            return;
        }

        if (token is not JObject members)
            return;

        // Attribute names can contain dots.
        if (members[field] is { } whole)
        {
            Collect(whole, "", found);
            return;
        }

        var dot = field.IndexOf('.');
        if (dot > 0 && members[field.Substring(0, dot)] is { } child)
            Collect(child, field.Substring(dot + 1), found);
    }
}
