using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.OpenApi;

/// <summary>Reads the JSON files that make up a description.</summary>
public static class DescriptionDocument
{
    /// <summary>The number of objects and lists around a value. No description comes close to it.</summary>
    private const int MaximumDepth = 200;

    /// <summary>Reads a JSON object, keeping line information and leaving strings that look like dates as they are.</summary>
    /// <exception cref="InvalidJsonException">The text is not a JSON object, or an object has a member twice.</exception>
    public static JObject ParseObject(string json)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, MaxDepth = MaximumDepth };
            var document = JObject.Load(
                reader,
                new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Load, DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
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

    /// <summary>The version-neutral key of an operation: its method and its path with the parameter names erased.</summary>
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

    /// <summary>The object itself or, for a Reference Object, what it points to in the document; null when that is nothing.</summary>
    public static JObject? Target(JObject document, JToken? token)
    {
        if ((string?)token?["$ref"] is not { } reference)
            return token as JObject;
        return reference.StartsWith("#/", StringComparison.Ordinal)
            ? reference.Substring(2).Split('/').Aggregate<string, JToken?>(document, (owner, step) => (owner as JObject)?[step.Replace("~1", "/").Replace("~0", "~")]) as JObject
            : null;
    }

    /// <summary>The JSON pointer (RFC 6901) of the places below <paramref name="steps"/>.</summary>
    public static string Pointer(params string[] steps) =>
        steps.Aggregate(JsonPointer.Root, (place, step) => place.Append(step)).ToString();

    /// <summary>The HTTP methods that a path item can have, in lower case.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
}
