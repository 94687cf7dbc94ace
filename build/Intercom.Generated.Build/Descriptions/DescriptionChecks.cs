using System.Globalization;
using System.Text.RegularExpressions;
using Intercom.Generated.Build.Repository;
using Intercom.Generated.OpenApi;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Build.Descriptions;

/// <summary>Finds what would break generation, before anything is written.</summary>
internal static partial class DescriptionChecks
{
    /// <summary>Checks that a document is an OpenAPI 3.0 description of the given version at all.</summary>
    public static IReadOnlyList<DescriptionProblem> FindUnusable(JObject document, string file, ApiVersion version)
    {
        List<DescriptionProblem> problems = [];

        var openapi = document["openapi"];
        if (openapi is not JValue { Type: JTokenType.String, Value: string written } || !OpenApi30.IsMatch(written))
        {
            Add(
                "openapi",
                openapi is null
                    ? "The key 'openapi' is missing: this is not an OpenAPI document."
                    : $"The document says openapi: {openapi.ToString(Formatting.None)}, but only OpenAPI 3.0 is understood.",
                "Name an OpenAPI 3.0 description with --from, or convert this one to OpenAPI 3.0.");
        }

        if (document["paths"] is not JObject)
        {
            Add(
                "paths",
                "The document has no 'paths' object, so it describes no operation.",
                "Name the complete description with --from.");
        }

        if (document["info"] is not JObject info)
        {
            Add("info", "The document has no 'info' object, which OpenAPI requires.", "Name the complete description with --from.");
        }
        else if (info["version"] is not JValue { Value: not null })
        {
            Add(
                "info",
                "The document does not say which version it describes: info.version is missing.",
                "Name the complete description with --from.");
        }
        else if (info["version"] is JValue { Value: not null } stated
            && !version.IsDescribedAs(Convert.ToString(stated.Value, CultureInfo.InvariantCulture)!))
        {
            problems.Add(new DescriptionProblem(
                file,
                "#/info/version",
                $"The document describes version '{stated}', not {version}.",
                $"Run 'update' for the version that the document describes, or name the description of {version} with --from.")
            {
                Position = stated.Annotation<SourcePosition>(),
            });
        }

        return problems;

        void Add(string key, string message, string remedy) =>
            problems.Add(new DescriptionProblem(file, JsonPointer.Root.Append(key).ToString(), message, remedy)
            {
                Position = document[key]?.Annotation<SourcePosition>(),
            });
    }

    /// <summary>Finds the defects that an overlay can correct.</summary>
    /// <param name="document">A reduced description, with or without the corrections.</param>
    /// <param name="file">The file that problems name.</param>
    /// <param name="overlayFile">The overlay in which a correction belongs.</param>
    public static IReadOnlyList<DescriptionProblem> FindDefects(JObject document, string file, string overlayFile)
    {
        List<DescriptionProblem> problems = [];
        Dictionary<string, JsonPointer> operations = new(StringComparer.Ordinal);

        foreach (var (kind, pointer, value) in OpenApiGrammar.Walk(document))
        {
            if (value.Property("$ref", StringComparison.Ordinal) is { } reference)
                CheckReference(pointer.Append("$ref"), reference.Value);
            if (kind == OpenApiObjects.Discriminator && value["mapping"] is JObject mapping)
                CheckMapping(pointer.Append("mapping"), mapping);
            if (kind == OpenApiObjects.Operation)
                CheckOperationId(pointer, value);
        }

        CheckPathTemplates();
        CheckNumbers();
        return problems;

        void CheckReference(JsonPointer pointer, JToken reference)
        {
            var target = reference.Type == JTokenType.String ? (string)reference! : reference.ToString(Formatting.None);
            if (reference.Type == JTokenType.String && !target.StartsWith('#'))
            {
                Add(
                    DescriptionDefect.ExternalReference,
                    pointer,
                    target,
                    reference,
                    $"The reference '{target}' leads to another document; a description is read on its own.",
                    $"Put what it refers to into components and refer to that, with an action in {overlayFile}.");
            }
            else if (reference.Type != JTokenType.String || JsonPointer.Resolve(document, target) is null)
            {
                Add(
                    DescriptionDefect.DanglingReference,
                    pointer,
                    target,
                    reference,
                    $"The reference '{target}' leads to nothing in the document.",
                    $"Add an action to {overlayFile} that adds what is missing or that replaces the reference.");
            }
        }

        void CheckMapping(JsonPointer pointer, JObject mapping)
        {
            foreach (var entry in mapping.Properties())
            {
                // A mapping names a schema either as a reference or by its bare component name.
                if (entry.Value is JValue { Value: string target } && ComponentName.IsMatch(target)
                    && JsonPointer.Resolve(document, $"#/components/schemas/{target}") is not null)
                {
                    continue;
                }

                var reference = entry.Value is JValue { Value: string bare } && ComponentName.IsMatch(bare) && !bare.Contains('.')
                    ? WithPositionOf(entry.Value, new JValue($"#/components/schemas/{bare}"))
                    : entry.Value;
                CheckReference(pointer.Append(entry.Name), reference);
            }
        }

        void CheckOperationId(JsonPointer pointer, JObject operation)
        {
            if (operation["operationId"] is not JValue { Value: string operationId } value || operations.TryAdd(operationId, pointer))
                return;
            Add(
                DescriptionDefect.DuplicateOperationId,
                pointer.Append("operationId"),
                operationId,
                value,
                $"The operationId '{operationId}' already belongs to {operations[operationId]}.",
                $"Give one of the two another operationId with an action in {overlayFile}.");
        }

        void CheckPathTemplates()
        {
            if (document["paths"] is not JObject paths)
                return;
            foreach (var path in paths.Properties())
            {
                var placeholders = Placeholder.Matches(path.Name).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).ToArray();
                if (placeholders.Length == 0 || path.Value is not JObject item)
                    continue;

                var shared = PathParameters(item).ToArray();
                foreach (var method in item.Properties())
                {
                    if (!OpenApiGrammar.Methods.Contains(method.Name) || method.Value is not JObject operation)
                        continue;
                    var pointer = JsonPointer.Root.Append("paths").Append(path.Name).Append(method.Name);
                    foreach (var name in placeholders.Except([.. shared, .. PathParameters(operation)], StringComparer.Ordinal))
                    {
                        Add(
                            DescriptionDefect.UndeclaredPlaceholder,
                            pointer,
                            name,
                            operation,
                            $"The path has the placeholder {{{name}}}, but neither the operation nor the path declares a parameter "
                                + $"'{name}' with in: path.",
                            $"Declare the parameter with an action in {overlayFile}, target $.paths['{path.Name}'].{method.Name}.");
                    }
                }
            }
        }

        IEnumerable<string> PathParameters(JObject owner) =>
            (owner["parameters"] as JArray ?? [])
                .Select(Resolved)
                .Where(p => p?["in"] is JValue { Value: "path" })
                .Select(p => (p!["name"] as JValue)?.Value as string)
                .OfType<string>();

        JObject? Resolved(JToken parameter)
        {
            // References may be chained; a chain longer than this leads in a circle.
            for (var hops = 0; hops < 16; hops++)
            {
                if (parameter is not JObject o)
                    return null;
                if (o["$ref"] is not JValue { Value: string reference })
                    return o;
                if (JsonPointer.Resolve(document, reference) is not { } target)
                    return null;
                parameter = target;
            }

            return null;
        }

        void CheckNumbers()
        {
            foreach (var number in document.Descendants().OfType<JValue>().Where(v => v.Value is double d && !double.IsFinite(d)))
            {
                Add(
                    DescriptionDefect.NumberOutsideJson,
                    PointerTo(number),
                    "",
                    number,
                    "The value is infinite or not a number, which JSON cannot express.",
                    "Quote the value if it is meant as text, or name a description without it with --from.");
            }
        }

        void Add(DescriptionDefect kind, JsonPointer pointer, string subject, JToken place, string message, string remedy) =>
            problems.Add(new DescriptionProblem(file, pointer.ToString(), message, remedy)
            {
                Kind = kind,
                Subject = subject,
                Position = place.Annotation<SourcePosition>(),
            });
    }

    /// <summary>Sorts the defects of the published document by what the overlay does about them.</summary>
    /// <param name="published">The defects of the published document.</param>
    /// <param name="corrected">The defects of the document with the overlay applied.</param>
    /// <param name="overlayFile">The overlay, which is to blame for defects that only the corrected document has.</param>
    public static (IReadOnlyList<DescriptionProblem> Errors, IReadOnlyList<DescriptionProblem> Warnings) Weigh(
        IReadOnlyList<DescriptionProblem> published,
        IReadOnlyList<DescriptionProblem> corrected,
        string overlayFile)
    {
        var before = published.Select(p => p.Identity).ToHashSet();
        var after = corrected.Select(p => p.Identity).ToHashSet();

        DescriptionProblem[] errors =
        [
            .. published.Where(p => after.Contains(p.Identity)),
            .. corrected.Where(p => !before.Contains(p.Identity)).Select(p => p with
            {
                File = overlayFile,
                Position = null,
                Message = p.Message + " The published document does not have this defect: the overlay causes it.",
            }),
        ];
        DescriptionProblem[] warnings =
        [
            .. published.Where(p => !after.Contains(p.Identity)).Select(p => p with
            {
                Remedy = $"None needed, corrected by the overlay {overlayFile}; report it upstream.",
            }),
        ];
        return (errors, warnings);
    }

    private static T WithPositionOf<T>(JToken source, T token)
        where T : JToken
    {
        if (source.Annotation<SourcePosition>() is { } position)
            token.AddAnnotation(position);
        return token;
    }

    private static JsonPointer PointerTo(JToken token) => token.Parent switch
    {
        null => JsonPointer.Root,
        JProperty property => PointerTo(property.Parent!).Append(property.Name),
        JArray array => PointerTo(array).Append(array.IndexOf(token)),
        _ => PointerTo(token.Parent),
    };

    [GeneratedRegex(@"\A3\.0(\.|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex OpenApi30 { get; }

    [GeneratedRegex(@"\{([^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder { get; }

    [GeneratedRegex(@"\A[a-zA-Z0-9._-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ComponentName { get; }
}
