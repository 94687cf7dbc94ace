using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Build.Descriptions;

/// <summary>A place in a JSON document (RFC 6901), built step by step; the text is only made when somebody reads it.</summary>
internal sealed class JsonPointer
{
    private readonly JsonPointer? _parent;
    private readonly string _segment;

    private JsonPointer(JsonPointer? parent, string segment)
    {
        _parent = parent;
        _segment = segment;
    }

    /// <summary>The place around this one; null for the whole document.</summary>
    public JsonPointer? Parent => _parent;

    /// <summary>The whole document.</summary>
    public static JsonPointer Root { get; } = new(null, "");

    /// <summary>Reads the fragment form.</summary>
    public static JsonPointer Parse(string reference) =>
        Segments(reference).Aggregate(Root, (place, segment) => place.Append(segment));

    /// <summary>The place of a property below this one.</summary>
    public JsonPointer Append(string name) => new(this, name);

    /// <summary>The place of an array element below this one.</summary>
    public JsonPointer Append(int index) => new(this, index.ToString(CultureInfo.InvariantCulture));

    /// <summary>The fragment form, for example <c>#/paths/~1contacts/get</c>.</summary>
    /// <remarks>Braces of path templates are not percent-encoded: the text is for people who search for it.</remarks>
    public override string ToString() => _parent is null
        ? "#"
        : $"{_parent}/{_segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>Follows a reference such as <c>#/components/schemas/contact</c>.</summary>
    /// <returns>What the reference points to, or <see langword="null"/> when the document does not contain it.</returns>
    public static JToken? Resolve(JToken root, string reference)
    {
        if (reference == "#")
            return root;
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
            return null;

        var token = root;
        foreach (var name in Segments(reference))
        {
            var next = token switch
            {
                JObject o => o.Property(name, StringComparison.Ordinal)?.Value,
                JArray a when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < a.Count => a[i],
                _ => null,
            };
            if (next is null)
                return null;
            token = next;
        }

        return token;
    }

    private static IEnumerable<string> Segments(string reference) =>
        Uri.UnescapeDataString(reference).Split('/').Skip(1)
            .Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
}
