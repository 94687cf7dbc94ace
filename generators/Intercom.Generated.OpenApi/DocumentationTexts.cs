using Intercom.Generated.OpenApi.Naming;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.OpenApi;

/// <summary>
/// The summaries of clients, operations, types, properties and parameters (openapi/docs.json): our own words, once for what is
/// the same in several versions. Where a text is missing, one is made from the name.
/// </summary>
public sealed class DocumentationTexts
{
    private readonly JObject _texts;
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    private DocumentationTexts(JObject texts) => _texts = texts;

    /// <summary>No texts: everything is described by its name.</summary>
    public static DocumentationTexts None => new([]);

    /// <summary>What was asked for and is not there, so that it was described by its name.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    /// <summary>Reads docs.json.</summary>
    /// <exception cref="Newtonsoft.Json.JsonException">The text is not a JSON object of sections of texts.</exception>
    public static DocumentationTexts Parse(string json)
    {
        var texts = DescriptionDocument.ParseObject(json);
        foreach (var section in texts.Properties())
        {
            if (section.Value is not JObject entries || entries.PropertyValues().Any(text => text.Type != JTokenType.String))
                throw new Newtonsoft.Json.JsonSerializationException($"\"{section.Name}\" is not an object of texts.");
        }

        return new DocumentationTexts(texts);
    }

    internal string Client(string tag) => Find("clients", tag) ?? Missed("clients", tag, $"Operations on {Spaced(tag)}.");

    internal string Operation(string key, string operationId) => Find("operations", key) ?? Missed("operations", key, $"{Capitalized(Spaced(operationId))}.");

    internal string Schema(string key, string typeName) => Find("schemas", key) ?? Missed("schemas", key, $"{Article(Spaced(typeName))}.");

    internal string Property(string ownerKey, string name) =>
        Find("properties", $"{ownerKey}/{name}") ?? Find("properties", name)
        ?? Missed("properties", $"{ownerKey}/{name}", $"The {Spaced(name)}.");

    internal string Parameter(string operationKey, string name) =>
        Find("parameters", $"{operationKey}?{name}") ?? Find("parameters", name) ?? Find("properties", name)
        ?? Missed("parameters", $"{operationKey}?{name}", $"The {Spaced(name)}.");

    private string Missed(string section, string key, string text)
    {
        _missing.Add($"{section} {key}");
        return text;
    }

    private string? Find(string section, string key) => (string?)_texts[section]?[key];

    private static string Spaced(string name) => string.Join(" ", Identifier.Words(name).Select(word => word.ToLowerInvariant()));

    private static string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);

    private static string Article(string noun) => (noun.Length > 0 && "aeiou".IndexOf(noun[0]) >= 0 ? "An " : "A ") + noun;
}
