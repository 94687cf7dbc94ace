namespace Intercom.Generated.Runtime;

/// <summary>An operation of the API: everything about a call that is the same each time.</summary>
public sealed class ApiOperation
{
    /// <summary>Describes an operation.</summary>
    /// <param name="id">Its name, such as <c>Contacts.Get</c>.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path template as published.</param>
    public ApiOperation(string id, string method, string path)
    {
        Id = id;
        Method = method;
        Path = path;
    }

    /// <summary>The operation's name, such as <c>Contacts.Get</c>.</summary>
    public string Id { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The HTTP method as requests have it.</summary>
    internal HttpMethod HttpMethod => field ??= new HttpMethod(Method);

    /// <summary>The path template as published, such as <c>/contacts/{contact_id}</c>.</summary>
    public string Path { get; }

    /// <summary>Where the items are in the answer of a list, dotted; empty when the answer is the list, null when the operation gives no list.</summary>
    public string? Items { get; init; }

    /// <summary>Where the paging input of a list goes.</summary>
    public PagingInput PagingInput { get; init; }

    /// <summary>Whether the body is sent as multipart/form-data.</summary>
    public bool IsMultipart { get; init; }

    /// <summary>The media type of the answer.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>The Accept header of requests; empty for none.</summary>
    internal string AcceptHeader => field ??= ParseAccept();

    /// <summary>The path template, taken apart.</summary>
    internal PathTemplate Template => field ??= new PathTemplate(this);

    /// <summary>The operation's name.</summary>
    public override string ToString() => Id;

    private string ParseAccept()
    {
        using var request = new HttpRequestMessage();
        request.Headers.Accept.ParseAdd(Accept);
        return request.Headers.Accept.ToString();
    }
}

/// <summary>Where the paging input of a list goes.</summary>
public enum PagingInput
{
    /// <summary>Into the query, as the answer says.</summary>
    Query,

    /// <summary>Into the query as a page number, also when the answer names no next page.</summary>
    QueryPage,

    /// <summary>Into <c>pagination</c> of the body.</summary>
    BodyPagination,

    /// <summary>Into <c>page</c> and <c>per_page</c> of the body.</summary>
    BodyPage,
}
