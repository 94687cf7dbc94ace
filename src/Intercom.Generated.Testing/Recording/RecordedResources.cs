using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Recording;

/// <summary>Finds the resources in the responses of a recording.</summary>
internal static class RecordedResources
{
    // A reference has only a type, an ID, and sometimes a URL or an external ID.
    private const int FewestProperties = 5;

    /// <summary>Gets the most complete form of each resource, by type, in the order in which they appear first.</summary>
    public static IReadOnlyList<KeyValuePair<string, JObject>> Find(IntercomRecording recording, IReadOnlyList<string> types)
    {
        var order = new List<string>();
        var found = new Dictionary<string, KeyValuePair<string, JObject>>(StringComparer.Ordinal);
        foreach (var exchange in recording.Exchanges.Where(exchange => exchange.Status is >= 200 and < 300))
        {
            if (exchange.GetResponseBody() is JContainer json)
                json.DescendantsAndSelf().OfType<JObject>().ToList().ForEach(Add);
        }

        // Contacts first, because the others refer to them.
        return [.. order.Select(key => found[key]).OrderBy(resource => resource.Key switch { "contact" => 0, "company" => 1, _ => 2 })];

        void Add(JObject json)
        {
            if (json.Count < FewestProperties || (json["id"] as JValue)?.Value is not { } id)
                return;
            // The source of a conversation has the type of a conversation, too.
            if ((json["type"] as JValue)?.Value is not string name || (json.Parent is JProperty owner && owner.Name != name))
                return;
            var type = name is "user" or "lead" ? "contact" : name;
            if (!types.Contains(type))
                return;
            var key = $"{type} {id}";
            if (!found.TryGetValue(key, out var known))
                order.Add(key);
            else if (known.Value.Count > json.Count)
                return;
            found[key] = new KeyValuePair<string, JObject>(type, json);
        }
    }
}
