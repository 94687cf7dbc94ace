using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>
/// The summaries of clients, operations, types, properties, and parameters, and the examples (openapi/docs.json). A text applies to every
/// version, unless its key ends with a version: <c>GET /contacts/{}@2.16</c> replaces <c>GET /contacts/{}</c> from 2.16 on, up to the next
/// version that has a text of its own. Preview comes after every numbered version. A missing text is derived from the name.
/// </summary>
public sealed class DocumentationTexts
{
    private static readonly Regex Since = new(@"@(\d+\.\d+|preview)$", RegexOptions.CultureInvariant);

    // Anything that is not a number, such as Preview, comes after every numbered version.
    private static readonly Version Newest = new(int.MaxValue, 0);

    private readonly JObject _texts;
    private readonly HashSet<string> _missing;
    private readonly IReadOnlyList<string> _suffixes;

    private DocumentationTexts(JObject texts, HashSet<string> missing, IReadOnlyList<string> suffixes)
    {
        _texts = texts;
        _missing = missing;
        _suffixes = suffixes;
    }

    /// <summary>No texts: each summary is derived from the name.</summary>
    public static DocumentationTexts None => new([], new(StringComparer.Ordinal), [""]);

    /// <summary>The keys that were requested but have no text. Their summaries were derived from the name.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    /// <summary>Reads docs.json.</summary>
    /// <exception cref="InvalidJsonException">The text is not a JSON object of sections of texts.</exception>
    public static DocumentationTexts Parse(string json)
    {
        var texts = DescriptionDocument.ParseObject(json);
        foreach (var section in texts.Properties())
        {
            var place = JsonPointer.Root.Append(section.Name);
            if (section.Value is not JObject entries)
                throw new InvalidJsonException("Expected an object of texts.", place);
            if (entries.Properties().FirstOrDefault(text => text.Value.Type != JTokenType.String) is { } other)
                throw new InvalidJsonException("Expected text.", place.Append(other.Name));
        }

        return new DocumentationTexts(texts, new(StringComparer.Ordinal), [""]);
    }

    /// <summary>The texts of one version. It shares <see cref="Missing"/> with the original.</summary>
    internal DocumentationTexts For(string version)
    {
        var number = Number(version);
        var since = _texts.Values().OfType<JObject>()
            .SelectMany(section => section.Properties())
            .Select(text => Since.Match(text.Name).Value)
            .Where(suffix => suffix.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Select(suffix => (suffix, number: Number(suffix.Substring(1))))
            .Where(entry => entry.number <= number)
            .OrderByDescending(entry => entry.number)
            .Select(entry => entry.suffix);
        return new DocumentationTexts(_texts, _missing, [.. since, ""]);
    }

    internal string Client(string tag) => Find("clients", tag) ?? Missed("clients", tag, $"Operations on {Spaced(tag)}.");

    internal string Operation(string key, string operationId) =>
        Find("operations", key) ?? Missed("operations", key, $"{Capitalized(Spaced(operationId))}.");

    /// <summary>C# that shows the operation, or null if there is none.</summary>
    internal string? Example(string key) => Find("examples", key);

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

    private string? Find(string section, string key) =>
        _suffixes.Select(suffix => (string?)_texts[section]?[key + suffix]).FirstOrDefault(text => text is not null);

    private static Version Number(string version) => Version.TryParse(version, out var number) ? number : Newest;

    private static string Spaced(string name) => string.Join(" ", Identifier.Words(name).Select(word => word.ToLowerInvariant()));

    private static string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);

    private static string Article(string noun) => (noun.Length > 0 && "aeiou".IndexOf(noun[0]) >= 0 ? "An " : "A ") + noun;
}
