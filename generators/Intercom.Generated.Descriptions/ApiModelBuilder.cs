using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>Builds the model of a description.</summary>
public sealed class ApiModelBuilder
{
    private readonly JObject _description;
    private readonly JObject _document;
    private readonly NameLedger _ledger;
    private readonly MemberNaming _members;
    private readonly DocumentationTexts _texts;
    private readonly TypeBuilder _types;
    private readonly List<DescriptionProblem> _problems = [];
    private readonly List<TypeReference> _requests = [];
    private readonly List<TypeReference> _responses = [];
    private readonly string _version;
    private readonly ListFinder _lists;
    private readonly Dictionary<string, string> _publishedItems;

    private ApiModelBuilder(JObject description, NameLedger ledger, DocumentationTexts texts, JObject? published)
    {
        _description = description;
        _document = SchemaNormalizer.Normalize(description);
        _lists = new ListFinder(_document);
        _publishedItems = published is null ? [] : PublishedItems(SchemaNormalizer.Normalize(published));
        _ledger = ledger;
        _members = new MemberNaming(ledger);
        _version = (string?)description["info"]?["version"] ?? string.Empty;
        _texts = texts.For(_version);
        _types = new TypeBuilder(_document, _version, ledger, _texts, _problems);
    }

    /// <summary>Builds the model of a description.</summary>
    /// <param name="description">The description with its overlay applied.</param>
    /// <param name="ledger">The recorded names. Missing names are derived by rule and added to the ledger.</param>
    /// <param name="texts">The summaries.</param>
    /// <param name="published">The description without its overlays, or null if there are none.</param>
    public static ApiModel Build(JObject description, NameLedger ledger, DocumentationTexts texts, JObject? published = null)
    {
        // The builder relies on the grammar.
        var problems = DescriptionGrammar.FindProblems(description);
        if (problems.Count > 0)
            return new ApiModel(string.Empty, default, default, default, default, problems.ToEquatableArray());
        if (published is not null && DescriptionGrammar.FindProblems(published).Count > 0)
            published = null;
        return new ApiModelBuilder(description, ledger, texts, published).Build();
    }

    private ApiModel Build()
    {
        var operations = DescriptionOperations.Of(_document).ToList();
        var clients = operations
            .Select(operation => (operation, name: Name(operation)))
            .GroupBy(entry => entry.name.Client, StringComparer.OrdinalIgnoreCase)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ClientModel(
                group.Key,
                _texts.Client(group.Select(entry => Tag(entry.operation)).FirstOrDefault() ?? group.Key),
                group.Select(entry => Operation(entry.operation, entry.name with { Client = group.Key })).ToEquatableArray()))
            .ToList();

        foreach (var schema in (_document["components"]?["schemas"] as JObject)?.Properties() ?? [])
        {
            if ((bool?)schema.Value["x-keep"] == true)
                _responses.Add(_types.Component(schema.Name));
        }

        ReportDuplicateIds(operations);
        ReportDanglingReferences(operations);
        var model = new ApiModel(
            _version,
            clients.ToEquatableArray(),
            _types.WithConstants(_requests, _responses).ToEquatableArray(),
            _types.Unions.ToEquatableArray(),
            _types.Enums.ToEquatableArray(),
            default);
        var places = new DescriptionPlaces(_description);
        var problems = _problems.Select(problem => Placed(problem, places))
            .Concat(NameCheck.Find(model, places))
            .Distinct()
            .ToEquatableArray();
        // Text that is not a valid name must not reach generated code.
        return problems.Any(problem => problem.Kind == DescriptionProblemKind.InvalidName)
            ? new ApiModel(_version, default, default, default, default, problems)
            : model with { Problems = problems };
    }

    // Problems of types carry a schema key. Users need the JSON pointer.
    private static DescriptionProblem Placed(DescriptionProblem problem, DescriptionPlaces places) =>
        problem.Pointer.StartsWith("#", StringComparison.Ordinal)
            ? problem
            : problem with { Pointer = places.Find(problem.Pointer).Pointer.ToString() };

    private OperationName Name(DescribedOperation operation)
    {
        var isList = _lists.Find(operation) is not null;
        if (_ledger.Operation(operation.Key, _version, IsListByName(operation, isList)) is { } recorded)
            return recorded;

        if (Tag(operation) is not { } tag || Identifier.Words(tag).Count == 0)
        {
            Report(
                DescriptionProblemKind.MissingTag, operation, "The operation has no tag to group it by. Add one with an overlay action.");
            tag = "Other";
        }

        var client = OperationNaming.Client(tag);
        if (ReservedNames.IsClient(client))
            client += "Operations";
        var name = OperationNaming.Method(OperationId(operation), client, isList);
        if (_ledger.HasMethod(client, name))
            name = Identifier.Pascal(OperationId(operation));
        var result = new OperationName(client, name, Arguments(operation).ToEquatableArray());
        _ledger.Add(_ledger.Operations.ContainsKey(operation.Key) ? $"{operation.Key}@{_version}" : operation.Key, result);
        return result;
    }

    // Null if the operationId and the response contradict each other. The recorded name is then kept.
    private static bool? IsListByName(DescribedOperation operation, bool isList)
    {
        var id = (string?)operation.Node["operationId"] ?? string.Empty;
        return Identifier.Words(id).Count > 0 && OperationNaming.CanName(OperationNaming.Method(id, string.Empty, isList), isList)
            ? isList
            : null;
    }

    private static string? Tag(DescribedOperation operation) => (string?)(operation.Node["tags"] as JArray)?.FirstOrDefault();

    private string OperationId(DescribedOperation operation)
    {
        if ((string?)operation.Node["operationId"] is { } id && Identifier.Words(id).Count > 0)
            return id;
        Report(DescriptionProblemKind.MissingOperationId, operation, "The operation has no operationId. Add one with an overlay action.");
        return operation.Method.ToLowerInvariant() + Identifier.Pascal(operation.Path);
    }

    private static IEnumerable<string> Arguments(DescribedOperation operation)
    {
        var segments = operation.Path.Split('/');
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 1; i < segments.Length; i++)
        {
            if (!segments[i].StartsWith("{", StringComparison.Ordinal))
                continue;
            var before = segments[i - 1].StartsWith("{", StringComparison.Ordinal) ? string.Empty : segments[i - 1];
            var name = OperationNaming.FreeArgument(OperationNaming.Argument(before, segments[i].Trim('{', '}')));
            if (taken.Contains(name))
                name = Identifier.Camel(segments[i].Trim('{', '}'));
            while (!taken.Add(name))
                name += "Value";
            yield return name;
        }
    }

    private OperationModel Operation(DescribedOperation operation, OperationName name)
    {
        var query = QueryParameters(operation, Identifier.Singular(name.Client)).ToList();
        var path = PathParameters(operation, name).ToList();
        var required = RequiredQuery(query.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Model), path).ToList();
        var body = Body(operation);
        var paging = Paging(operation, name.Client + name.Method);
        var optional = query.Where(
            parameter => !parameter.IsRequired && !(paging is not null && IsPagingParameter(parameter.Model.WireName)))
            .Select(parameter => parameter.Model).ToList();
        var response = Response(operation);
        if (paging is not null)
            _responses.Add(paging.Item);
        else if (response.Type is not null)
            _responses.Add(response.Type);

        return new OperationModel(
            name.Client,
            name.Method,
            operation.Method,
            operation.Path,
            _texts.Operation(operation.Key, (string?)operation.Node["operationId"] ?? name.Method),
            ReferenceUrl(operation),
            (string?)operation.Node["x-availability"] == "managed",
            (bool?)operation.Node["deprecated"] ?? false,
            path.ToEquatableArray(),
            required.ToEquatableArray(),
            optional.Count == 0 ? null : Options(OptionsName(operation, name), optional),
            body,
            response,
            paging)
        {
            Example = _texts.Example(operation.Key),
            FixedQuery = FixedQuery(operation).ToEquatableArray(),
            VersionHeader = VersionHeader(operation),
            RequestMediaTypes = (RequestContent(operation)?.Properties() ?? []).Select(media => media.Name).ToEquatableArray(),
            StatusCodes = ((operation.Node["responses"] as JObject)?.Properties() ?? []).Select(status => status.Name).ToEquatableArray(),
        };
    }

    private static IEnumerable<ParameterModel> RequiredQuery(IEnumerable<ParameterModel> parameters, List<ParameterModel> path)
    {
        var taken = new HashSet<string>(path.Select(parameter => parameter.Name), StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            var name = OperationNaming.FreeArgument(parameter.Name);
            while (!taken.Add(name))
                name = name.TrimStart('@') + "Value";
            yield return parameter with { Name = name };
        }
    }

    private OptionsModel Options(string type, List<ParameterModel> parameters)
    {
        var names = _members.Options(type, parameters.Select(parameter => parameter.WireName));
        return new OptionsModel(type, parameters.Select((parameter, i) => parameter with { Name = names[i] }).ToEquatableArray());
    }

    // Some operations declare only a different spelling of the version. The API is known to accept the declared value.
    private string? VersionHeader(DescribedOperation operation)
    {
        var parameter = operation.Parameters(_document).FirstOrDefault(candidate =>
            (string?)candidate["in"] == "header"
                && string.Equals((string?)candidate["name"], "Intercom-Version", StringComparison.OrdinalIgnoreCase));
        var values = (DescriptionDocument.Target(_document, parameter?["schema"])?["enum"] as JArray ?? [])
            .OfType<JValue>()
            .Select(value => value.Value as string)
            .ToList();
        return values.Contains(_version) ? null : values.Find(value => string.Equals(value, _version, StringComparison.OrdinalIgnoreCase));
    }

    private string OptionsName(DescribedOperation operation, OperationName name)
    {
        var key = operation.Key + "?";
        if (_ledger.Type(key) is { } recorded)
            return recorded;
        var type = Identifier.Singular(name.Client) + name.Method + "Options";
        if (_ledger.HasType(type))
            type = name.Client + name.Method + "Options";
        _ledger.Add(key, type);
        return type;
    }

    private IEnumerable<ParameterModel> PathParameters(DescribedOperation operation, OperationName name)
    {
        var declared = operation.Parameters(_document)
            .Where(parameter => (string?)parameter["in"] == "path")
            .Select(parameter => (string?)parameter["name"])
            .ToList();
        var placeholders = operation.Placeholders;
        for (var i = 0; i < placeholders.Count; i++)
        {
            if (!declared.Contains(placeholders[i]))
            {
                Report(
                    DescriptionProblemKind.UndeclaredPathParameter,
                    operation,
                    $"The placeholder {{{placeholders[i]}}} has no path parameter. Declare it with an overlay action.");
            }

            var argument = i < name.Arguments.Count ? name.Arguments[i] : Identifier.Camel(placeholders[i]);
            yield return new ParameterModel(
                argument, placeholders[i], new TypeReference(TypeKind.Identifier), _texts.Parameter(operation.Key, placeholders[i]));
        }
    }

    private IEnumerable<(ParameterModel Model, bool IsRequired)> QueryParameters(DescribedOperation operation, string ownerType)
    {
        foreach (var parameter in operation.Parameters(_document).Where(parameter => (string?)parameter["in"] == "query"))
        {
            var name = (string)parameter["name"]!;
            if (operation.Placeholders.Contains(name) || FixedValue(parameter) is not null)
                continue;
            // An object in the query is exploded: each member is a parameter of its own.
            if (ExplodedMembers(parameter["schema"]) is { Count: > 0 } members)
            {
                foreach (var member in members)
                    yield return (Parameter(operation, ownerType, member.Key, member.Value, isRequired: false), false);
                continue;
            }

            var isRequired = (bool?)parameter["required"] ?? false;
            yield return (Parameter(operation, ownerType, name, parameter["schema"], isRequired), isRequired);
        }
    }

    private IEnumerable<FixedParameter> FixedQuery(DescribedOperation operation) =>
        from parameter in operation.Parameters(_document)
        where (string?)parameter["in"] == "query"
        let value = FixedValue(parameter)
        where value is not null
        select new FixedParameter((string)parameter["name"]!, value);

    // A required parameter with only one value is always sent, so the caller does not choose it.
    private static string? FixedValue(JObject parameter) =>
        (bool?)parameter["required"] == true
            && parameter["schema"]?["enum"] is JArray { Count: 1 } values
            && values[0].Type == JTokenType.String
            ? (string)values[0]!
            : null;

    private ParameterModel Parameter(DescribedOperation operation, string ownerType, string name, JToken? schema, bool isRequired) =>
        new(
            Identifier.Camel(name),
            name,
            _types.Parameter(schema, operation.Key, ownerType, name),
            _texts.Parameter(operation.Key, name)) { Facts = _types.Facts(schema, isRequired) };

    private static Dictionary<string, JToken>? ExplodedMembers(JToken? schema)
    {
        if ((string?)schema?["type"] is not (null or "object"))
            return null;
        IEnumerable<JToken> objects = schema?["oneOf"] is JArray cases ? cases : schema is null ? [] : [schema];
        return objects.SelectMany(member => (member["properties"] as JObject)?.Properties() ?? [])
            .GroupBy(property => property.Name)
            .ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
    }

    private BodyModel? Body(DescribedOperation operation)
    {
        if (RequestContent(operation) is not { } content || content.Properties().FirstOrDefault() is not { } media)
            return null;
        var name = Identifier.Pascal((string?)operation.Node["operationId"] ?? operation.Path) + "Request";
        var type = _types.Root(media.Value["schema"], operation.Key + "/request", name);
        _requests.Add(type);
        return new BodyModel(type, media.Name.StartsWith("multipart/", StringComparison.Ordinal));
    }

    private JObject? RequestContent(DescribedOperation operation) =>
        DescriptionDocument.Target(_document, operation.Node["requestBody"])?["content"] as JObject;

    private ResponseModel Response(DescribedOperation operation)
    {
        var success = operation.SuccessResponse(_document);
        if (success is null)
            return new ResponseModel(HasRedirect(operation) ? ResponseKind.Stream : ResponseKind.None, null);
        if ((success["content"] as JObject)?.Properties().FirstOrDefault() is not { } media)
            return new ResponseModel(ResponseKind.None, null);
        if ((string?)media.Value["schema"]?["format"] == "binary" || media.Name == "application/octet-stream")
            return new ResponseModel(ResponseKind.Stream, null);
        if (media.Name.StartsWith("text/", StringComparison.Ordinal))
            return new ResponseModel(ResponseKind.Text, null);
        if (_lists.Find(operation) is not null)
            return new ResponseModel(ResponseKind.Json, null);
        var name = Identifier.Pascal((string?)operation.Node["operationId"] ?? operation.Path) + "Response";
        return new ResponseModel(ResponseKind.Json, _types.Root(media.Value["schema"], operation.Key + "/response", name));
    }

    private static bool HasRedirect(DescribedOperation operation) =>
        (operation.Node["responses"] as JObject)?.Properties().Any(response => response.Name.StartsWith("3", StringComparison.Ordinal))
            ?? false;

    private PagingModel? Paging(DescribedOperation operation, string name) =>
        _lists.Find(operation) is { } list
            ? new PagingModel(_types.Root(list.Schema, list.Key, name + "Item"), list.Path, Input(operation), IsScroll(operation))
            {
                PublishedItemsPath = PublishedItemsPath(operation, list.Path),
            }
            : null;

    // The overlay can be wrong about the place of the items, or Intercom can correct its responses, so the runtime checks both places.
    private string? PublishedItemsPath(DescribedOperation operation, string corrected) =>
        _publishedItems.TryGetValue(operation.Key, out var path) && path != corrected ? path : null;

    // The path of the items of each list, by the key of its operation. The first operation with a key counts.
    private static Dictionary<string, string> PublishedItems(JObject published)
    {
        var lists = new ListFinder(published);
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var operation in DescriptionOperations.Of(published).GroupBy(operation => operation.Key).Select(group => group.First()))
        {
            if (lists.Find(operation) is { Path: { Length: > 0 } path })
                paths.Add(operation.Key, path);
        }

        return paths;
    }

    private PagingInput Input(DescribedOperation operation)
    {
        if (operation.Parameters(_document).Any(parameter => (string?)parameter["in"] == "query" && (string?)parameter["name"] == "page"))
            return PagingInput.QueryPage;
        var schema = RequestContent(operation)?.PropertyValues().FirstOrDefault()?["schema"];
        var body = SchemaNormalizer.Resolve(_document, schema)?["properties"];
        return body?["pagination"] is not null ? PagingInput.BodyPagination
            : body?["page"] is not null ? PagingInput.BodyPage
            : PagingInput.Query;
    }

    private bool IsScroll(DescribedOperation operation) =>
        operation.Parameters(_document)
            .Any(parameter => (string?)parameter["in"] == "query" && (string?)parameter["name"] == "scroll_param");

    private static bool IsPagingParameter(string name) => name is "page" or "per_page" or "starting_after" or "scroll_param" or "cursor";

    private string ReferenceUrl(DescribedOperation operation)
    {
        var tag = string.Join("-", Identifier.Words(Tag(operation) ?? string.Empty)).ToLowerInvariant();
        var id = Uri.EscapeDataString(((string?)operation.Node["operationId"] ?? string.Empty).ToLowerInvariant());
        var version = Uri.EscapeDataString(_version.ToLowerInvariant());
        return $"https://developers.intercom.com/docs/references/{version}/rest-api/api.intercom.io/{tag}/{id}";
    }

    private void ReportDuplicateIds(List<DescribedOperation> operations)
    {
        foreach (var group in operations.GroupBy(operation => (string?)operation.Node["operationId"])
            .Where(group => group.Key is not null && group.Count() > 1))
        {
            Report(
                DescriptionProblemKind.DuplicateOperationId,
                group.Last(),
                $"The operationId '{group.Key}' also belongs to {group.First().Method} {group.First().Path}. "
                    + "Give the operation a unique one with an overlay action.");
        }
    }

    // References of schemas are reported where the schemas are used.
    private void ReportDanglingReferences(List<DescribedOperation> operations)
    {
        foreach (var operation in operations)
        {
            IEnumerable<JToken?> holders =
            [
                .. operation.Node["parameters"] as JArray ?? [],
                operation.Node["requestBody"],
                .. (operation.Node["responses"] as JObject)?.PropertyValues() ?? [],
            ];
            foreach (var reference in holders.OfType<JObject>()
                .Where(holder => DescriptionDocument.Target(_document, holder) is null)
                .Select(holder => holder["$ref"]))
            {
                Report(
                    DescriptionProblemKind.DanglingReference,
                    operation,
                    $"$ref '{reference}' does not resolve. Add its target, or correct it with an overlay action.");
            }
        }
    }

    private void Report(DescriptionProblemKind kind, DescribedOperation operation, string message) =>
        _problems.Add(new DescriptionProblem(
            kind, operation.Pointer, $"{operation.Method} {operation.Path}: {message}", ((IJsonLineInfo)operation.Node).LineNumber));
}
