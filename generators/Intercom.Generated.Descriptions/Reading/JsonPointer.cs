using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>A JSON pointer (RFC 6901) that is built segment by segment. Its text is created on demand.</summary>
public sealed class JsonPointer
{
    private static readonly Regex Step = new(
        @"\['((?:[^'\\]|\\.)*)'\]|\[(\d+)\]|(?:\A(?=[^.\[])|\.)([^.\[]*)", RegexOptions.CultureInvariant);

    private readonly JsonPointer? _parent;
    private readonly string _segment;

    private JsonPointer(JsonPointer? parent, string segment)
    {
        _parent = parent;
        _segment = segment;
    }

    /// <summary>The pointer to the parent, or null for the whole document.</summary>
    public JsonPointer? Parent => _parent;

    /// <summary>The name or index in the parent, or an empty string for the whole document.</summary>
    public string Segment => _segment;

    /// <summary>The pointer to the whole document.</summary>
    public static JsonPointer Root { get; } = new(null, string.Empty);

    /// <summary>Parses the fragment form.</summary>
    public static JsonPointer Parse(string reference) =>
        Segments(reference).Aggregate(Root, (place, segment) => place.Append(segment));

    /// <summary>Converts a path in the format of Newtonsoft.Json, such as <c>paths['/contacts'].get.tags[0]</c>.</summary>
    public static JsonPointer OfPath(string? path) =>
        Step.Matches(path ?? string.Empty).Cast<Match>().Aggregate(Root, (place, step) => place.Append(
            step.Groups[1].Success
                ? Regex.Replace(step.Groups[1].Value, @"\\(.)", "$1")
                : step.Groups[step.Groups[2].Success ? 2 : 3].Value));

    /// <summary>Returns the pointer to a property of this object.</summary>
    public JsonPointer Append(string name) => new(this, name);

    /// <summary>Returns the pointer to an element of this array.</summary>
    public JsonPointer Append(int index) => new(this, index.ToString(CultureInfo.InvariantCulture));

    /// <summary>Returns the fragment form, such as <c>#/paths/~1contacts/get</c>.</summary>
    /// <remarks>Braces of path templates are not percent-encoded, so that users can search for the text.</remarks>
    public override string ToString()
    {
        var segments = new Stack<string>();
        for (var place = this; place._parent is not null; place = place._parent)
            segments.Push(Escape(place._segment.Replace("%", "%25")));
        return string.Join("/", segments.Prepend("#"));
    }

    /// <summary>Resolves a reference such as <c>#/components/schemas/contact</c>.</summary>
    /// <returns>The value that the reference points to, or null if the document does not contain it.</returns>
    public static JToken? Resolve(JToken root, string reference)
    {
        if (reference == "#")
            return root;
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
            return null;

        JToken? token = root;
        foreach (var name in Segments(reference))
        {
            token = token switch
            {
                JObject o => o.Property(name, StringComparison.Ordinal)?.Value,
                JArray a when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < a.Count => a[i],
                _ => null,
            };
            if (token is null)
                return null;
        }

        return token;
    }

    /// <summary>Returns a name as a segment of a pointer.</summary>
    public static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>Returns the names that the fragment form consists of.</summary>
    public static IEnumerable<string> Segments(string reference) =>
        Uri.UnescapeDataString(reference).Split('/').Skip(1).Select(part => part.Replace("~1", "/").Replace("~0", "~"));
}
