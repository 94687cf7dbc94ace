using System.Collections.Concurrent;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Search;
using Intercom.Generated.Testing.Paging;
using Intercom.Generated.Testing.Schemas;
using Intercom.Generated.Testing.Search;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Routing;

/// <summary>The description of one API version with our overlay applied. Immutable, and loaded once per process.</summary>
internal sealed class ApiDescription
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options"];
    private static readonly ConcurrentDictionary<string, Lazy<ApiDescription>> Loaded = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<Operation, ListShape?> _shapes = new();
    private readonly ConcurrentDictionary<Operation, JToken> _samples = new();
    private readonly ConcurrentDictionary<Operation, JObject> _lists = new();
    private readonly Dictionary<string, SearchFields> _searches;

    private ApiDescription(JObject document)
    {
        Document = document;
        Version = (string?)document["info"]?["version"] ?? throw new InvalidOperationException("The description has no info.version.");
        Graph = new SchemaGraph(document, neverChanges: true);
        Validator = new SchemaValidator(Graph);
        Samples = new SampleGenerator(Graph);
        Operations = [.. ReadOperations()];
        Router = new OperationRouter(Operations);
        var facts = SearchFactsReader.Read(
            ReadText($"openapi/{SearchFactsReader.FileName}")!, Version, Operations.Select(operation => operation.Key));
        _searches = facts.Searches.ToDictionary(search => search.Operation, search => new SearchFields(search), StringComparer.Ordinal);
    }

    public JObject Document { get; }

    /// <summary>The value of the <c>Intercom-Version</c> header.</summary>
    public string Version { get; }

    public SchemaGraph Graph { get; }

    public SchemaValidator Validator { get; }

    public SampleGenerator Samples { get; }

    public IReadOnlyList<Operation> Operations { get; }

    public OperationRouter Router { get; }

    /// <summary>The versions that have a description, from the oldest to the newest, followed by Preview.</summary>
    public static IReadOnlyList<string> Versions { get; } =
    [
        .. typeof(ApiDescription).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith("/description.json", StringComparison.Ordinal)).Select(name => name.Split('/')[1])
            .OrderBy(folder => System.Version.TryParse(folder, out var number) ? number : new Version(int.MaxValue, 0))
            // The spelling that the Intercom-Version header uses.
            .Select(folder => folder == "preview" ? "Preview" : folder),
    ];

    /// <exception cref="ArgumentException">The assembly contains no description of this version.</exception>
    public static ApiDescription Load(string version)
    {
        var folder = version.ToLowerInvariant();
        return Loaded.GetOrAdd(folder, name => new Lazy<ApiDescription>(() => Read(name))).Value;
    }

    /// <summary>Gets the shape of the operation's list. The result is cached.</summary>
    public ListShape? ListShapeOf(Operation operation) => _shapes.GetOrAdd(operation, known => ListShape.Of(this, known));

    /// <summary>Gets a new copy of the sample of the operation's response.</summary>
    public JToken SampleOf(Operation operation) => operation.Response.Schema is { } schema
        ? _samples.GetOrAdd(operation, _ => Samples.Generate(schema)).DeepClone()
        : new JObject();

    /// <summary>Gets a new copy of the sample of a list's response, without its item.</summary>
    public JObject ListSampleOf(Operation operation, ListShape shape) => (JObject)_lists.GetOrAdd(operation, known =>
    {
        var sample = (JObject)SampleOf(known);
        if (shape.Items.Aggregate((JToken?)sample, (owner, name) => (owner as JObject)?[name]) is JArray items)
            items.Clear();
        return sample;
    }).DeepClone();

    /// <summary>Finds the operation with this shape, such as <c>GET /contacts/{}</c>.</summary>
    public Operation? Find(string shape) => Operations.FirstOrDefault(operation => operation.Shape == shape);

    public bool Has(string shape) => Find(shape) is not null;

    /// <summary>Whether this is the version or a later one. Preview is the latest.</summary>
    public bool IsSince(string version) =>
        !System.Version.TryParse(Version, out var own) || own >= System.Version.Parse(version);

    /// <summary>Gets the documented fields of a search, or null if the operation has none.</summary>
    public SearchFields? SearchFieldsOf(Operation operation) => _searches.TryGetValue(operation.Shape, out var fields) ? fields : null;

    public JObject EntitySchema(string shape) =>
        Find(shape)?.Response.Schema
        ?? throw new InvalidOperationException($"The description of {Version} declares no response for '{shape}'.");

    private static ApiDescription Read(string folder)
    {
        var file = $"openapi/{folder}/description.json";
        var description = ReadText(file) ?? throw new ArgumentException(
            $"Unknown API version '{folder}'. Supported versions: {string.Join(", ", Versions)}.", nameof(folder));
        using var reader = new JsonTextReader(new StringReader(description)) { DateParseHandling = DateParseHandling.None };
        var document = JObject.Load(reader);
        var corrections = Corrections.Parse(Overlay(Corrections.SharedFileName), Overlay($"{folder}/{Corrections.OwnFileName}"));
        return new ApiDescription(corrections.Apply(document));

        static OverlayFile? Overlay(string name) =>
            ReadText($"openapi/{name}") is { } text ? new OverlayFile(text, $"openapi/{name}") : null;
    }

    private static string? ReadText(string name)
    {
        using var stream = typeof(ApiDescription).Assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private IEnumerable<Operation> ReadOperations()
    {
        foreach (var path in ((JObject)Document["paths"]!).Properties())
        {
            var item = (JObject)path.Value;
            foreach (var method in item.Properties().Where(property => Methods.Contains(property.Name)))
            {
                var operation = (JObject)method.Value;
                yield return new Operation(method.Name.ToUpperInvariant(), path.Name, ReadParameters(item, operation),
                    ReadBody(operation), ReadResponse(operation));
            }
        }
    }

    private List<Parameter> ReadParameters(JObject item, JObject operation)
    {
        // Parameters of an operation override those of its path.
        var found = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        var lists = new[] { item["parameters"], operation["parameters"] }.OfType<JArray>();
        foreach (var token in lists.SelectMany(list => list.OfType<JObject>()))
        {
            var parameter = Graph.Resolve(token);
            var name = (string)parameter["name"]!;
            var location = (string)parameter["in"]!;
            found[$"{location} {name}"] = new Parameter(name, location, (bool?)parameter["required"] ?? false,
                parameter["schema"] as JObject ?? [], (bool?)parameter["explode"] ?? true);
        }

        return [.. found.Values];
    }

    private DeclaredBody? ReadBody(JObject operation)
    {
        if (operation["requestBody"] is not JObject declared)
            return null;
        var body = Graph.Resolve(declared);
        if (body["content"] is not JObject { First: JProperty content })
            return null;
        return new DeclaredBody(content.Name, (bool?)body["required"] ?? false, content.Value["schema"] as JObject ?? []);
    }

    private DeclaredResponse ReadResponse(JObject operation)
    {
        var successes = ((JObject?)operation["responses"])?.Properties()
            .Where(response => response.Name.Length == 3 && response.Name[0] is '2' or '3')
            .OrderBy(response => response.Name, StringComparer.Ordinal).ToList() ?? [];
        if (successes.Count == 0)
            return new DeclaredResponse(200, null, null);

        var response = Graph.Resolve((JObject)successes[0].Value);
        var status = int.Parse(successes[0].Name, System.Globalization.CultureInfo.InvariantCulture);
        return response["content"] is JObject { First: JProperty content }
            ? new DeclaredResponse(status, content.Name, content.Value["schema"] as JObject)
            : new DeclaredResponse(status, null, null);
    }
}
