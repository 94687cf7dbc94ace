using System.Collections.Concurrent;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>Reads every corrected description with Microsoft.OpenApi, which must find the same API as this library.</summary>
public sealed class SecondReaderTests
{
    private static readonly string[] PagingParameters = ["cursor", "page", "per_page", "scroll_param", "starting_after"];

    // Each version is read once for all tests.
    private static readonly ConcurrentDictionary<string, Lazy<Reading>> Readings = new();

    private static readonly Dictionary<string, IOpenApiMediaType> Empty = [];

    private static string Folder { get; } = FindFolder();

    private static IEnumerable<string> Versions =>
        Directory.GetFiles(Folder, "description.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, Path.GetDirectoryName(file)!))
            .Where(version => !version.Contains("upstream", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Versions))]
    public void A_second_reader_finds_no_errors(string version)
    {
        var diagnostic = Read(version).Diagnostic;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(diagnostic.SpecificationVersion, Is.EqualTo(OpenApiSpecVersion.OpenApi3_0));
            Assert.That(diagnostic.Errors, Is.Empty);
            Assert.That(diagnostic.Warnings, Is.Empty);
        }
    }

    [TestCase("responses: { '200': { description: '', content: { a: { schema: { $ref: '#/components/schemas/missing' } } } } }")]
    [TestCase("parameters: [{ name: 'a', in: 'path' }], responses: { '200': { description: '' } }")]
    [TestCase("responses: { '200': {} }")]
    public void The_second_reader_reports_errors(string operation)
    {
        var document = Small.Document(Small.Paths("get", "/things/{a}", $"{{ {operation} }}"));

        var (_, diagnostic) = Parse(document);

        Assert.That(diagnostic.Errors.Concat(diagnostic.Warnings), Is.Not.Empty);
    }

    [TestCaseSource(nameof(Versions))]
    public void A_second_reader_finds_the_same_operations(string version)
    {
        var (description, _, document, _) = Read(version);

        var own = DescriptionOperations.Of(description).Select(operation => Line(
            operation.Method,
            operation.Path,
            (string?)operation.Node["operationId"],
            operation.Parameters(description).Select(parameter => Text(
                (string?)parameter["in"], (string?)parameter["name"], (bool?)parameter["required"] ?? false)),
            (Content(description, operation.Node["requestBody"]) as JObject)?.Properties().Select(content => content.Name),
            (operation.Node["responses"] as JObject)?.Properties().Select(response => response.Name)));
        var second = Operations(document).Select(operation => Line(
            operation.Method,
            operation.Path,
            operation.Node.OperationId,
            operation.Parameters.Select(parameter => Text(In(parameter), parameter.Name, parameter.Required)),
            operation.Node.RequestBody?.Content?.Keys,
            operation.Node.Responses?.Keys));

        Assert.That(second, Is.EqualTo(own.ToList()).And.Not.Empty);

        static string Text(string? place, string? name, bool isRequired) => $"{place} {name}{(isRequired ? " required" : "")}";

        static string Line(
            string method,
            string path,
            string? id,
            IEnumerable<string> parameters,
            IEnumerable<string>? mediaTypes,
            IEnumerable<string>? statuses) =>
            $"{method} {path} {id}({string.Join(", ", parameters)})"
            + $" {string.Join(", ", mediaTypes ?? [])} -> {string.Join(", ", statuses ?? [])}";
    }

    [TestCaseSource(nameof(Versions))]
    public void A_second_reader_finds_the_same_schemas(string version)
    {
        var (description, _, document, _) = Read(version);

        var own = Schemas(description).SelectMany(schema => Places(schema.Place, schema.Schema)).ToList();
        var second = Schemas(document).SelectMany(schema => Places(schema.Place, schema.Schema)).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(own, Is.Unique.And.Not.Empty);
            Assert.That(second, Is.Unique);
            Assert.That(own.Except(second), Is.Empty, "Only this library finds them.");
            Assert.That(second.Except(own), Is.Empty, "Only the second reader finds them.");
        }
    }

    [TestCaseSource(nameof(Versions))]
    public void The_model_has_the_operations_and_parameters_of_the_second_reader(string version)
    {
        var (_, model, document, _) = Read(version);
        var own = model.Clients.SelectMany(client => client.Operations)
            .ToDictionary(operation => $"{operation.Method} {operation.Path}");
        var second = Operations(document)
            .ToDictionary(operation => $"{operation.Method} {operation.Path}", operation => operation.Parameters);

        Assert.That(own.Keys, Is.EquivalentTo(second.Keys).And.Not.Empty);
        using (Assert.EnterMultipleScope())
        {
            foreach (var (key, operation) in own)
            {
                var names = operation.PathParameters.Concat(operation.RequiredQuery).Concat(operation.Options?.Parameters ?? default)
                    .Select(parameter => parameter.WireName).Concat(operation.FixedQuery.Select(parameter => parameter.WireName));
                Assert.That(names, Is.EquivalentTo(second[key].SelectMany(parameter => WireNames(parameter, operation))), key);
            }
        }
    }

    [TestCaseSource(nameof(Versions))]
    public void The_model_has_the_properties_of_the_second_reader(string version)
    {
        var (_, model, document, _) = Read(version);
        var schemas = document.Components!.Schemas!;
        var classes = model.Objects.Where(type => schemas.ContainsKey(type.Key)).ToList();

        Assert.That(classes, Has.Count.GreaterThan(50));
        using (Assert.EnterMultipleScope())
        {
            foreach (var type in classes)
            {
                var names = type.Properties.Select(property => property.WireName);
                Assert.That(names, Is.SupersetOf(Properties(schemas[type.Key]).Distinct()), type.Key);
            }

            // A class also has the properties that other schemas add to its own.
            var additions = Additions(document);
            foreach (var property in model.Objects.SelectMany(type => type.Properties).Where(property => IsOfComponent(property, schemas)))
            {
                var component = property.Key.Split('/')[0];
                Assert.That(Properties(schemas[component]).Concat(additions[component]), Does.Contain(property.WireName), property.Key);
            }
        }
    }

    private static bool IsOfComponent(PropertyModel property, IDictionary<string, IOpenApiSchema> schemas) =>
        property.Key.Split('/') is [var component, _] && schemas.ContainsKey(component);

    // Lists handle paging parameters, and each property of an object in the query is a parameter of its own.
    private static IEnumerable<string> WireNames(IOpenApiParameter parameter, OperationModel operation) => parameter switch
    {
        { In: ParameterLocation.Header } => [],
        { In: ParameterLocation.Query } when operation.Paging is not null && PagingParameters.Contains(parameter.Name) => [],
        { In: ParameterLocation.Query, Schema: { } schema } when Properties(schema).Any() => Properties(schema),
        _ => [parameter.Name!],
    };

    private static IEnumerable<string> Properties(IOpenApiSchema schema) =>
        (schema.Properties?.Keys ?? Enumerable.Empty<string>())
            .Concat(Parts(schema).SelectMany(Properties));

    private static IEnumerable<IOpenApiSchema> Parts(IOpenApiSchema schema) =>
        (schema.AllOf ?? []).Concat(schema.OneOf ?? []).Concat(schema.AnyOf ?? []);

    // The properties of every schema that is composed of components, by component.
    private static ILookup<string, string> Additions(OpenApiDocument document)
    {
        return (from entry in Schemas(document)
                from schema in Within(entry.Schema)
                from component in Components(schema)
                from property in Properties(schema)
                select (component, property)).Distinct().ToLookup(addition => addition.component, addition => addition.property);

        static IEnumerable<IOpenApiSchema> Within(IOpenApiSchema schema) =>
            schema is OpenApiSchemaReference ? [] : Nested(schema).SelectMany(nested => Within(nested.Schema)).Prepend(schema);

        static IEnumerable<string> Components(IOpenApiSchema schema) =>
            Parts(schema).SelectMany(part =>
                part is OpenApiSchemaReference reference ? Components(part).Prepend(reference.Reference.Id!) : Components(part));
    }

    private static IEnumerable<ReadOperation> Operations(OpenApiDocument document) =>
        from path in document.Paths
        from operation in path.Value.Operations ?? []
        let own = operation.Value.Parameters ?? []
        let shared = (path.Value.Parameters ?? [])
            .Where(parameter => !own.Any(other => other.Name == parameter.Name && other.In == parameter.In))
        select new ReadOperation(operation.Key.Method, path.Key, operation.Value, [.. shared, .. own]);

    private static IEnumerable<(string Place, JObject Schema)> Schemas(JObject description)
    {
        foreach (var component in ((JObject)description["components"]!["schemas"]!).Properties())
            yield return (component.Name, (JObject)component.Value);
        foreach (var operation in DescriptionOperations.Of(description))
        {
            var place = $"{operation.Method} {operation.Path}";
            foreach (var parameter in operation.Parameters(description))
            {
                if (parameter["schema"] is JObject schema)
                    yield return ($"{place} {parameter["in"]} {parameter["name"]}", schema);
            }

            var contents = ((operation.Node["responses"] as JObject)?.Properties() ?? [])
                .Select(response => (response.Name, Content(description, response.Value)))
                .Prepend(("body", Content(description, operation.Node["requestBody"])));
            foreach (var (name, content) in contents)
            {
                foreach (var media in (content as JObject)?.Properties() ?? [])
                {
                    if (media.Value["schema"] is JObject schema)
                        yield return ($"{place} {name} {media.Name}", schema);
                }
            }
        }
    }

    private static JToken? Content(JObject description, JToken? owner) => DescriptionDocument.Target(description, owner)?["content"];

    private static string? In(IOpenApiParameter parameter) => parameter.In?.ToString().ToLowerInvariant();

    private static IEnumerable<(string Place, IOpenApiSchema Schema)> Schemas(OpenApiDocument document)
    {
        foreach (var component in document.Components!.Schemas!)
            yield return (component.Key, component.Value);
        foreach (var operation in Operations(document))
        {
            var place = $"{operation.Method} {operation.Path}";
            foreach (var parameter in operation.Parameters.Where(parameter => parameter.Schema is not null))
                yield return ($"{place} {In(parameter)} {parameter.Name}", parameter.Schema!);
            var contents = (operation.Node.Responses ?? []).Select(response => (response.Key, response.Value.Content))
                .Prepend(("body", operation.Node.RequestBody?.Content));
            foreach (var (name, content) in contents)
            {
                foreach (var media in (content ?? Empty).Where(media => media.Value.Schema is not null))
                    yield return ($"{place} {name} {media.Key}", media.Value.Schema!);
            }
        }
    }

    private static IEnumerable<string> Places(string place, JObject schema)
    {
        if ((string?)schema["$ref"] is { } reference)
            return [$"{place} = {reference.Split('/').Last()}"];
        // The second reader reads a oneOf of plain types as a schema with several types.
        if (schema is { Count: 1 } && schema["oneOf"] is JArray choice
            && choice.All(item => item is JObject { Count: 1 } && item["type"] is not null))
            return [$"{place} {Joined(choice.Select(item => (string)item["type"]!))} "];
        return Nested().SelectMany(nested => Places($"{place}/{nested.Step}", nested.Schema))
            .Prepend($"{place} {schema["type"]} {schema["format"]}");

        IEnumerable<(string Step, JObject Schema)> Nested()
        {
            foreach (var property in (schema["properties"] as JObject)?.Properties() ?? [])
                yield return (property.Name, (JObject)property.Value);
            if (schema["items"] is JObject items)
                yield return ("[]", items);
            if (schema["additionalProperties"] is JObject values)
                yield return ("{}", values);
            foreach (var keyword in new[] { "allOf", "oneOf", "anyOf" })
            {
                foreach (var (index, item) in (schema[keyword] as JArray ?? []).Index())
                    yield return ($"{keyword}{index}", (JObject)item);
            }
        }
    }

    private static IEnumerable<string> Places(string place, IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference reference)
            return [$"{place} = {reference.Reference.Id}"];
        var type = (schema.Type & ~JsonSchemaType.Null)?.ToIdentifiers() ?? [];
        return Nested(schema).SelectMany(nested => Places($"{place}/{nested.Step}", nested.Schema))
            .Prepend($"{place} {Joined(type)} {schema.Format}");
    }

    private static string Joined(IEnumerable<string> types) => string.Join(",", types.Order(StringComparer.Ordinal));

    private static IEnumerable<(string Step, IOpenApiSchema Schema)> Nested(IOpenApiSchema schema)
    {
        foreach (var property in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            yield return (property.Key, property.Value);
        if (schema.Items is { } items)
            yield return ("[]", items);
        if (schema.AdditionalProperties is { } values)
            yield return ("{}", values);
        foreach (var (keyword, list) in new[] { ("allOf", schema.AllOf), ("oneOf", schema.OneOf), ("anyOf", schema.AnyOf) })
        {
            foreach (var (index, item) in (list ?? []).Index())
                yield return ($"{keyword}{index}", item);
        }
    }

    private static Reading Read(string version) =>
        Readings.GetOrAdd(version, key => new(() =>
        {
            var corrections = Corrections.Parse(OverlayIn(Corrections.SharedFileName), OverlayIn(key, Corrections.OwnFileName));
            var description = corrections.Apply(DescriptionDocument.ParseObject(Text(key, "description.json")));
            var (document, diagnostic) = Parse(description);
            var model = ApiModelReader.Read(
                (JObject)description.DeepClone(), NameLedger.Parse(Text("names.json")), DocumentationTexts.Parse(Text("docs.json")));
            return new Reading(description, model, document, diagnostic);
        })).Value;

    private static (OpenApiDocument Document, OpenApiDiagnostic Diagnostic) Parse(JObject description)
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        var (document, diagnostic) = OpenApiDocument.Parse(description.ToString(), OpenApiConstants.Yaml, settings);
        return (document!, diagnostic!);
    }

    private static OverlayFile? OverlayIn(params string[] path) =>
        File.Exists(Path.Combine([Folder, .. path])) ? new OverlayFile(Text(path), path[^1]) : null;

    private static string Text(params string[] path) => File.ReadAllText(Path.Combine([Folder, .. path]));

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "openapi", "names.json")))
                return Path.Combine(folder.FullName, "openapi");
        }

        throw new DirectoryNotFoundException("The folder openapi/ is not above the test assembly.");
    }

    private sealed record Reading(JObject Description, ApiModel Model, OpenApiDocument Document, OpenApiDiagnostic Diagnostic);

    private sealed record ReadOperation(string Method, string Path, OpenApiOperation Node, IReadOnlyList<IOpenApiParameter> Parameters);
}
