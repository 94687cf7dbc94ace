using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>Builds operations from their parameters, bodies, and paging.</summary>
internal sealed class OperationBuilder(
    BuildContext context, OperationNamer names, ParameterBuilder parameters, BodyBuilder bodies, PagingBuilder pages)
{
    private readonly List<TypeReference> _requests = [];
    private readonly List<TypeReference> _responses = [];

    /// <summary>The types that the operations built so far send.</summary>
    public IEnumerable<TypeReference> Requests => _requests;

    /// <summary>The types that the operations built so far receive.</summary>
    public IEnumerable<TypeReference> Responses => _responses;

    /// <summary>Returns an operation.</summary>
    public OperationModel Operation(DescribedOperation operation, OperationName name)
    {
        var query = parameters.Query(operation, Identifier.Singular(name.Client)).ToList();
        var path = parameters.Path(operation, name).ToList();
        var required = ParameterBuilder.AsArguments(query.Where(parameter => parameter.Facts.IsRequired), path).ToList();
        var body = bodies.Request(operation);
        if (body is not null)
            _requests.Add(body.Type);
        var paging = pages.Paging(operation, name.Client + name.Method);
        var optional = query
            .Where(parameter => !parameter.Facts.IsRequired && !(paging is not null && PagingBuilder.IsPagingParameter(parameter)))
            .ToList();
        var response = bodies.Response(operation, isList: paging is not null);
        if ((paging?.Item ?? response.Type) is { } received)
            _responses.Add(received);

        return new OperationModel(
            name.Client,
            name.Method,
            operation.Method,
            operation.Path,
            context.Texts.Operation(operation.Key, (string?)operation.Node["operationId"] ?? name.Method),
            ReferenceUrl(operation),
            (string?)operation.Node["x-availability"] == "managed",
            (bool?)operation.Node["deprecated"] ?? false,
            path.ToEquatableArray(),
            required.ToEquatableArray(),
            optional.Count == 0 ? null : parameters.AsOptions(names.OptionsName(operation, name), optional),
            body,
            response,
            paging)
        {
            Example = context.Texts.Example(operation.Key),
            FixedQuery = parameters.FixedQuery(operation).ToEquatableArray(),
            VersionHeader = VersionHeader(operation),
            RequestMediaTypes = (operation.RequestContent(context.Document)?.Properties() ?? [])
                .Select(media => media.Name).ToEquatableArray(),
            StatusCodes = ((operation.Node["responses"] as JObject)?.Properties() ?? []).Select(status => status.Name).ToEquatableArray(),
        };
    }

    // Some operations declare only a different spelling of the version. The API is known to accept the declared value.
    private string? VersionHeader(DescribedOperation operation)
    {
        var parameter = operation.Parameters(context.Document).FirstOrDefault(candidate =>
            (string?)candidate["in"] == "header"
                && string.Equals((string?)candidate["name"], "Intercom-Version", StringComparison.OrdinalIgnoreCase));
        var values = (DescriptionDocument.Target(context.Document, parameter?["schema"])?["enum"] as JArray ?? [])
            .OfType<JValue>()
            .Select(value => value.Value as string)
            .ToList();
        return values.Contains(context.Version)
            ? null
            : values.Find(value => string.Equals(value, context.Version, StringComparison.OrdinalIgnoreCase));
    }

    private string ReferenceUrl(DescribedOperation operation)
    {
        var tag = string.Join("-", Identifier.Words(OperationNamer.Tag(operation) ?? string.Empty)).ToLowerInvariant();
        var id = Uri.EscapeDataString(((string?)operation.Node["operationId"] ?? string.Empty).ToLowerInvariant());
        var version = Uri.EscapeDataString(context.Version.ToLowerInvariant());
        return $"https://developers.intercom.com/docs/references/{version}/rest-api/api.intercom.io/{tag}/{id}";
    }
}
