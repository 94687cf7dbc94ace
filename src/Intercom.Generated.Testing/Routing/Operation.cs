using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Routing;

/// <summary>An operation of the description.</summary>
internal sealed class Operation
{
    public Operation(string method, string template, IReadOnlyList<Parameter> parameters, DeclaredBody? body, DeclaredResponse response)
    {
        Method = method;
        Template = template;
        Parameters = parameters;
        Body = body;
        Response = response;
        Key = $"{method} {template}";
        Segments = PathSegments.Split(template);
        Shape = $"{method} {PathSegments.WithoutNames(Segments)}";
    }

    public string Method { get; }

    public string Template { get; }

    /// <summary>The method and the published template, such as <c>GET /contacts/{contact_id}</c>.</summary>
    public string Key { get; }

    /// <summary>The key without placeholder names, which differ between versions, such as <c>GET /contacts/{}</c>.</summary>
    public string Shape { get; }

    public IReadOnlyList<string> Segments { get; }

    public IReadOnlyList<Parameter> Parameters { get; }

    public DeclaredBody? Body { get; }

    public DeclaredResponse Response { get; }

    public IEnumerable<Parameter> QueryParameters => Parameters.Where(parameter => parameter.Location == "query");

    public bool DeclaresQuery(string name) => QueryParameters.Any(parameter => parameter.Name == name);
}

/// <summary>A query, path or header parameter.</summary>
internal sealed class Parameter(string name, string location, bool required, JObject schema, bool explode)
{
    public string Name { get; } = name;

    public string Location { get; } = location;

    public bool Required { get; } = required;

    public JObject Schema { get; } = schema;

    public bool Explode { get; } = explode;
}

/// <summary>The request body that an operation declares.</summary>
internal sealed class DeclaredBody(string contentType, bool required, JObject schema)
{
    public string ContentType { get; } = contentType;

    public bool Required { get; } = required;

    public JObject Schema { get; } = schema;
}

/// <summary>The successful response that an operation declares. Without a schema, it contains no JSON.</summary>
internal sealed class DeclaredResponse(int status, string? contentType, JObject? schema)
{
    public int Status { get; } = status;

    public string? ContentType { get; } = contentType;

    public JObject? Schema { get; } = schema;
}
