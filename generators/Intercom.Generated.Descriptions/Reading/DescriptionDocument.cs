using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>Reads the JSON files that make up a description.</summary>
public static class DescriptionDocument
{
    /// <summary>The maximum nesting of objects and arrays. No description comes close to it.</summary>
    private const int MaximumDepth = 200;

    /// <summary>Reads a JSON object with line information. Strings that look like dates stay strings.</summary>
    /// <exception cref="InvalidJsonException">The text is not a JSON object, or an object has a duplicate member.</exception>
    public static JObject ParseObject(string json)
    {
        try
        {
            using var reader =
                new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, MaxDepth = MaximumDepth };
            var document = JObject.Load(
                reader,
                new JsonLoadSettings
                {
                    LineInfoHandling = LineInfoHandling.Load,
                    DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
                });
            // Only comments may follow the object. Anything else throws.
            while (reader.Read())
            {
            }

            return document;
        }
        catch (JsonReaderException e)
        {
            throw InvalidJsonException.Of(e);
        }
    }

    /// <summary>Returns the version-neutral key of an operation: its HTTP method, and its path without placeholder names.</summary>
    /// <example><c>GET /contacts/{}/tags</c></example>
    public static string OperationKey(string method, string path)
    {
        var key = new System.Text.StringBuilder(method.ToUpperInvariant()).Append(' ');
        var inside = false;
        foreach (var c in path)
        {
            if (c == '}')
                inside = false;
            if (!inside)
                key.Append(c);
            if (c == '{')
                inside = true;
        }

        return key.ToString();
    }

    /// <summary>
    /// Returns the object itself or, for a Reference Object, its target in the document. Returns null if the target does not exist.
    /// </summary>
    public static JObject? Target(JObject document, JToken? token) =>
        ((string?)token?["$ref"] is { } reference ? JsonPointer.Resolve(document, reference) : token) as JObject;

    /// <summary>Returns the JSON pointer (RFC 6901) with these segments, in fragment form.</summary>
    public static string Pointer(params string[] steps) =>
        steps.Aggregate(JsonPointer.Root, (place, step) => place.Append(step)).ToString();

    /// <summary>The HTTP methods that a Path Item Object can have, in lower case.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
}
