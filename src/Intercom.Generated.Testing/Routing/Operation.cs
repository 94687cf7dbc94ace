using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Routing;

/// <summary>One operation of the description, as far as answering needs it.</summary>
internal sealed class Operation
{
    public Operation(string method, string template, IReadOnlyList<Parameter> parameters, RequestBody? body, DeclaredResponse response)
    {
        Method = method;
        Template = template;
        Parameters = parameters;
        Body = body;
        Response = response;
        Key = $"{method} {template}";
        Segments = PathTemplate.Split(template);
        Shape = $"{method} {PathTemplate.Anonymous(Segments)}";
    }

    public string Method { get; }

    public string Template { get; }

    /// <summary>Method and published template: <c>GET /contacts/{contact_id}</c>.</summary>
    public string Key { get; }

    /// <summary>The key without placeholder names, which differ between versions: <c>GET /contacts/{}</c>.</summary>
    public string Shape { get; }

    public IReadOnlyList<string> Segments { get; }

    public IReadOnlyList<Parameter> Parameters { get; }

    public RequestBody? Body { get; }

    public DeclaredResponse Response { get; }

    public IEnumerable<Parameter> QueryParameters => Parameters.Where(parameter => parameter.Place == "query");

    public bool DeclaresQuery(string name) => QueryParameters.Any(parameter => parameter.Name == name);
}

/// <summary>A query, path or header parameter.</summary>
internal sealed class Parameter(string name, string place, bool required, JObject schema, bool exploded)
{
    public string Name { get; } = name;

    public string Place { get; } = place;

    public bool Required { get; } = required;

    public JObject Schema { get; } = schema;

    public bool Exploded { get; } = exploded;
}

/// <summary>The body that an operation takes.</summary>
internal sealed class RequestBody(string contentType, bool required, JObject schema)
{
    public string ContentType { get; } = contentType;

    public bool Required { get; } = required;

    public JObject Schema { get; } = schema;
}

/// <summary>The successful answer that an operation declares; without a schema there is no JSON in it.</summary>
internal sealed class DeclaredResponse(int status, string? contentType, JObject? schema)
{
    public int Status { get; } = status;

    public string? ContentType { get; } = contentType;

    public JObject? Schema { get; } = schema;
}
