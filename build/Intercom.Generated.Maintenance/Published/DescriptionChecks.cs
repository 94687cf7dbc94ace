using System.Globalization;
using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Maintenance.Repository;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Published;

/// <summary>Finds defects that would break code generation, before anything is written.</summary>
internal static partial class DescriptionChecks
{
    private static readonly string[] ProseKeywords = ["description", "summary", "title"];

    /// <summary>Checks that a document is an OpenAPI 3.0 description of the given version.</summary>
    public static IReadOnlyList<FileProblem> FindUnusable(JObject document, string file, DescriptionVersion version)
    {
        List<FileProblem> problems = [];

        var openapi = document["openapi"];
        if (openapi is not JValue { Type: JTokenType.String, Value: string written } || !OpenApi30.IsMatch(written))
        {
            Add(
                "openapi",
                openapi is null
                    ? "The key 'openapi' is missing, so this is not an OpenAPI document."
                    : $"The document has openapi: {openapi.ToString(Formatting.None)}, but only OpenAPI 3.0 is supported.",
                "Specify an OpenAPI 3.0 description with --from, or convert this one to OpenAPI 3.0.");
        }

        if (document["paths"] is not JObject)
        {
            Add(
                "paths",
                "The document has no 'paths' object, so it has no operations.",
                "Specify the complete description with --from.");
        }

        if (document["info"] is not JObject info)
        {
            Add("info", "The document has no 'info' object, which OpenAPI requires.", "Specify the complete description with --from.");
        }
        else if (info["version"] is not JValue { Value: not null })
        {
            Add(
                "info",
                "The document does not state its version, because info.version is missing.",
                "Specify the complete description with --from.");
        }
        else if (info["version"] is JValue { Value: not null } stated
            && !version.IsDescribedAs(Convert.ToString(stated.Value, CultureInfo.InvariantCulture)!))
        {
            problems.Add(new FileProblem(
                file,
                "#/info/version",
                $"The document is for version '{stated}', not {version}.",
                $"Run 'update' for that version, or specify the description of {version} with --from.")
            {
                Position = stated.Annotation<SourcePosition>(),
            });
        }

        problems.AddRange(FindSwallowed(document, file));
        return problems;

        void Add(string key, string message, string remedy) =>
            problems.Add(new FileProblem(file, JsonPointer.Root.Append(key).ToString(), message, remedy)
            {
                Position = document[key]?.Annotation<SourcePosition>(),
            });
    }

    // Prose is removed. If the indentation is wrong, it can contain facts.
    private static IEnumerable<FileProblem> FindSwallowed(JObject document, string file) =>
        from node in OpenApiGrammar.Walk(document)
        from member in node.Value.Properties()
        where ProseKeywords.Contains(member.Name) && member.Value is JContainer
        where node.Kind.FieldOf(member.Name).Shape == OpenApiShape.Prose
        select new FileProblem(
            file,
            node.Pointer.Append(member.Name).ToString(),
            $"Expected text for people, but found {(member.Value is JArray ? "a list" : "an object")}, which would be removed.",
            "Correct the indentation of the file.")
        {
            Position = member.Value.Annotation<SourcePosition>(),
        };

    /// <summary>Finds the defects that an overlay can correct.</summary>
    /// <param name="document">A reduced description, with or without the corrections.</param>
    /// <param name="file">The file name for problems.</param>
    /// <param name="overlayFile">The overlay for corrections.</param>
    public static IReadOnlyList<FileProblem> FindDefects(JObject document, string file, string overlayFile)
    {
        List<FileProblem> problems = [];
        Dictionary<string, JsonPointer> operations = new(StringComparer.Ordinal);

        foreach (var (kind, pointer, value) in OpenApiGrammar.Walk(document))
        {
            if (value.Property("$ref", StringComparison.Ordinal) is { } reference)
                CheckReference(pointer.Append("$ref"), reference.Value);
            if (kind == OpenApiObjects.Discriminator && value["mapping"] is JObject mapping)
                CheckMapping(pointer.Append("mapping"), mapping);
            if (kind != OpenApiObjects.Operation)
                continue;
            CheckOperationId(pointer, value);
            CheckResponses(pointer, value);
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
                    $"The reference '{target}' points to another document, which is not supported.",
                    $"Add the target to components, and reference it there, with an action in {overlayFile}.");
            }
            else if (reference.Type != JTokenType.String || JsonPointer.Resolve(document, target) is null)
            {
                Add(
                    DescriptionDefect.DanglingReference,
                    pointer,
                    target,
                    reference,
                    $"The reference '{target}' does not resolve.",
                    $"Add an action to {overlayFile} that adds the target or replaces the reference.");
            }
        }

        void CheckMapping(JsonPointer pointer, JObject mapping)
        {
            foreach (var entry in mapping.Properties())
            {
                // A mapping refers to a schema with a reference or a component name.
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
                $"Change one of the operationIds with an action in {overlayFile}.");
        }

        void CheckResponses(JsonPointer pointer, JObject operation)
        {
            if (operation["responses"] is null or JObject { Count: 0 })
            {
                Add(
                    DescriptionDefect.NoResponses,
                    pointer,
                    "",
                    operation,
                    "The operation has no responses, but OpenAPI requires at least one.",
                    $"Check the indentation of the file, or add a response with an action in {overlayFile}.");
            }
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

                foreach (var method in item.Properties())
                {
                    if (!OpenApiGrammar.Methods.Contains(method.Name) || method.Value is not JObject operation)
                        continue;
                    List<JToken> parameters = [.. Parameters(item), .. Parameters(operation)];
                    // The reader reports a malformed parameter, which can be the missing one.
                    if (parameters.Any(IsMalformed))
                        continue;
                    var pointer = JsonPointer.Root.Append("paths").Append(path.Name).Append(method.Name);
                    var declared = parameters.Select(Resolved).Where(p => (string?)p?["in"] == "path").Select(p => (string)p!["name"]!);
                    foreach (var name in placeholders.Except(declared, StringComparer.Ordinal))
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

        static IEnumerable<JToken> Parameters(JObject owner) => owner["parameters"] as JArray ?? [];

        bool IsMalformed(JToken parameter) =>
            parameter is not JObject || (Resolved(parameter) is { } target && !(HasName(target) && HasLocation(target)));

        static bool HasName(JObject parameter) => parameter["name"] is JValue { Value: string };

        static bool HasLocation(JObject parameter) => parameter["in"] is JValue { Value: "path" or "query" or "header" or "cookie" };

        JObject? Resolved(JToken parameter)
        {
            // References can be chained. A longer chain is a cycle.
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
                    "The value is infinity or NaN, which JSON cannot express.",
                    "Quote the value if it is text, or specify a description without it with --from.");
            }
        }

        void Add(DescriptionDefect kind, JsonPointer pointer, string subject, JToken place, string message, string remedy) =>
            problems.Add(new FileProblem(file, pointer.ToString(), message, remedy)
            {
                Kind = kind,
                Subject = subject,
                Position = place.Annotation<SourcePosition>(),
            });
    }

    /// <summary>Separates defects that the overlay corrects from defects that remain.</summary>
    /// <param name="published">The defects of the published document.</param>
    /// <param name="corrected">The defects of the document with the overlay applied.</param>
    /// <param name="overlayFile">The overlay, which causes defects that only the corrected document has.</param>
    public static (IReadOnlyList<FileProblem> Errors, IReadOnlyList<FileProblem> Warnings) Classify(
        IReadOnlyList<FileProblem> published,
        IReadOnlyList<FileProblem> corrected,
        string overlayFile)
    {
        var before = published.Select(p => p.Identity).ToHashSet();
        var after = corrected.Select(p => p.Identity).ToHashSet();

        FileProblem[] errors =
        [
            .. published.Where(p => after.Contains(p.Identity)),
            .. corrected.Where(p => !before.Contains(p.Identity)).Select(p => p with
            {
                File = overlayFile,
                Position = null,
                Message = p.Message + " The overlay causes this defect. The published document does not have it.",
            }),
        ];
        FileProblem[] warnings =
        [
            .. published.Where(p => !after.Contains(p.Identity)).Select(p => p with
            {
                Remedy = $"None, because the overlay {overlayFile} corrects it. Report it upstream.",
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
