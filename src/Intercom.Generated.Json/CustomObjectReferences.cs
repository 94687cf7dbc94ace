using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// The custom objects that an attribute refers to. Intercom takes their IDs, and responds with the objects. An empty list removes all
/// references.
/// </summary>
public sealed class CustomObjectReferences
{
    private const string ListSuffix = ".list";

    /// <summary>Creates references to send.</summary>
    /// <param name="ids">Intercom's IDs of the custom objects.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> or one of them is null.</exception>
    public CustomObjectReferences(params string[] ids)
        : this(null, ids is null ? throw new ArgumentNullException(nameof(ids)) : [.. ids])
    {
        if (Ids.Any(id => id is null))
            throw new ArgumentNullException(nameof(ids), "An ID is null.");
    }

    private CustomObjectReferences(string? objectType, IReadOnlyList<string> ids)
    {
        ObjectType = objectType;
        Ids = ids;
    }

    /// <summary>The type of the custom objects, such as <c>Order</c>. Null if the response does not state it. It is not sent.</summary>
    public string? ObjectType { get; }

    /// <summary>Intercom's IDs of the custom objects.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Returns the IDs, separated by commas.</summary>
    public override string ToString() => string.Join(", ", Ids);

    /// <summary>Reads a list of IDs or of custom objects. Returns null for other JSON. Items without an ID are skipped.</summary>
    internal static CustomObjectReferences? Read(JToken json)
    {
        var list = json as JObject;
        if ((list?["instances"] ?? json) is not JArray items)
            return null;
        var type = (list?["type"] as JValue)?.Value as string;
        if (type?.EndsWith(ListSuffix, StringComparison.Ordinal) == true)
            type = type.Substring(0, type.Length - ListSuffix.Length);
        var ids = new List<string>();
        foreach (var item in items)
        {
            if ((item is JObject instance ? instance["id"] : item) is { } id && Runtime.JsonValues.TryReadText(id, out var text))
                ids.Add(text!);
        }

        return new CustomObjectReferences(type, ids);
    }
}
