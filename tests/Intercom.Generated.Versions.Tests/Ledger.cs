using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>The ledger of names, and lookup of the schemas that its keys refer to.</summary>
internal static partial class Ledger
{
    private static readonly string[] Parts = ["allOf", "oneOf", "anyOf"];

    public static IReadOnlyList<(string Key, string Type)> Types { get; } =
        [.. ((JObject)Read()["types"]!).Properties().Select(entry => (entry.Name, (string)entry.Value!))];

    private static JObject? Options { get; } = Read()["options"] as JObject;

    /// <summary>Gets the property name for a query parameter, ignoring case: the recorded name, or the parameter name without underscores.</summary>
    public static string OptionName(Type options, string parameter) =>
        (string?)Options?[options.Name]?[parameter] ?? parameter.Replace("_", string.Empty, StringComparison.Ordinal);

    /// <summary>Gets the schemas for a key such as <c>conversation/state</c> or <c>GET /contacts?order</c>: one for each alternative, or none.</summary>
    public static IReadOnlyList<JObject> FindAll(VersionUnderTest version, string key)
    {
        var match = OperationKey().Match(key);
        if (!match.Success)
        {
            var component = key.Split('/');
            return Walk(version, version.Description["components"]!["schemas"]![component[0]] as JObject, component.Skip(1));
        }

        var operation = version.Methods.FirstOrDefault(
            candidate => Descriptions.DescriptionDocument.OperationKey(candidate.HttpMethod, candidate.Path) == match.Groups["operation"].Value);
        if (operation is null)
            return [];
        var place = match.Groups["place"].Value;
        var schema = place switch
        {
            "/request" => operation.RequestBody()?.Schema,
            "/response" => operation.Success().Content?.Schema,
            _ => operation.Parameters().FirstOrDefault(parameter => $"?{parameter["name"]}" == place)?["schema"] as JObject,
        };
        return Walk(version, schema, match.Groups["rest"].Value.Split('/', StringSplitOptions.RemoveEmptyEntries));
    }

    public static JObject? Find(VersionUnderTest version, string key) => FindAll(version, key) is [var first, ..] ? first : null;

    /// <summary>Gets the properties of a schema, including those of its allOf parts.</summary>
    public static IReadOnlyDictionary<string, JObject> Properties(VersionUnderTest version, JObject schema)
    {
        var properties = new Dictionary<string, JObject>(StringComparer.Ordinal);
        Collect(version.Description.Resolve(schema));
        return properties;

        void Collect(JObject part)
        {
            foreach (var property in (part["properties"] as JObject)?.Properties() ?? [])
                properties[property.Name] = (JObject)property.Value;
            foreach (var inner in (part["allOf"] as JArray ?? []).OfType<JObject>())
                Collect(version.Description.Resolve(inner));
        }
    }

    private static IReadOnlyList<JObject> Walk(VersionUnderTest version, JObject? root, IEnumerable<string> steps)
    {
        IEnumerable<JObject> schemas = root is null ? [] : [root];
        foreach (var step in steps)
            schemas = [.. schemas.SelectMany(schema => Step(version, schema, step))];
        return [.. schemas.Select(schema => version.Description.Resolve(schema))];
    }

    private static IEnumerable<JObject> Step(VersionUnderTest version, JObject owner, string step)
    {
        var schema = version.Description.Resolve(owner);
        IEnumerable<JObject> inner = Parts.SelectMany(part => schema[part] as JArray ?? []).OfType<JObject>().SelectMany(part => Step(version, part, step));
        return (step == "[]" ? schema["items"] ?? schema["additionalProperties"] : schema["properties"]?[step]) is JObject direct ? inner.Prepend(direct) : inner;
    }

    private static JObject Read()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Intercom.Generated.sln")))
                return JObject.Parse(File.ReadAllText(Path.Combine(folder.FullName, "openapi", "names.json")));
        }

        throw new InvalidOperationException("The tests must run inside the repository.");
    }

    [GeneratedRegex(@"^(?<operation>[A-Z]+ /[^?]*?)(?<place>\?[^/]+|/request|/response)(?<rest>/.+)?$")]
    private static partial Regex OperationKey();
}
