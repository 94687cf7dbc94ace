using System.ComponentModel;

namespace Intercom.Generated.Runtime;

/// <summary>An operation of the API: the properties that all of its calls share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiOperation
{
    private readonly bool? _isRepeatable;

    /// <summary>Describes an operation.</summary>
    /// <param name="id">The operation's name, such as <c>Contacts.Get</c>.</param>
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

    /// <summary>The path template as published, such as <c>/contacts/{contact_id}</c>.</summary>
    public string Path { get; }

    /// <summary>
    /// The path of the items in the response of a list, separated by dots. Empty if the response is the list itself. Null if the operation
    /// is not a list.
    /// </summary>
    public string? Items { get; init; }

    /// <summary>
    /// The path of the items in the published description if <see cref="Items"/> corrects it, or null otherwise.
    /// </summary>
    public string? PublishedItems { get; init; }

    /// <summary>The location of the paging parameters of a list.</summary>
    public PagingInput PagingInput { get; init; }

    /// <summary>
    /// Whether the operation is a scroll. Intercom keeps the position of a scroll, so its pages are neither prefetched nor requested twice.
    /// </summary>
    public bool IsScroll { get; init; }

    /// <summary>
    /// Whether a request can be repeated if it is unknown whether it took effect. The default is true for GET, HEAD, PUT, and DELETE, and
    /// for searches, which use POST but only read. It is false for scrolls.
    /// </summary>
    public bool IsRepeatable
    {
        get => _isRepeatable ?? (!IsScroll && (Method is "GET" or "HEAD" or "PUT" or "DELETE" || Items is not null));
        init => _isRepeatable = value;
    }

    /// <summary>Whether the body is sent as multipart/form-data.</summary>
    public bool IsMultipart { get; init; }

    /// <summary>The media type of the response.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>
    /// The value of the Intercom-Version header if the operation requires a version other than the client's. The default is null.
    /// </summary>
    public string? VersionHeader { get; init; }

    /// <summary>Whether requests change nothing: GET and HEAD, and searches and lists by POST.</summary>
    internal bool IsReadOnly => Method is "GET" or "HEAD" || (Method == "POST" && Items is not null);

    /// <summary>The HTTP method of requests.</summary>
    internal HttpMethod HttpMethod => field ??= new HttpMethod(Method);

    /// <summary>The Accept header of requests, or empty for none.</summary>
    internal string AcceptHeader => field ??= ParseAccept();

    /// <summary>The parts of the path template.</summary>
    internal PathTemplate Template => field ??= new PathTemplate(this);

    /// <summary>Returns the operation's name.</summary>
    public override string ToString() => Id;

    private string ParseAccept()
    {
        using var request = new HttpRequestMessage();
        if (Accept.Length > 0 && !request.Headers.Accept.TryParseAdd(Accept))
            throw new ArgumentException($"{Id}: {nameof(Accept)} is not a media type such as application/json.");
        return request.Headers.Accept.ToString();
    }
}

/// <summary>The location of the paging parameters of a list.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum PagingInput
{
    /// <summary>The query, with the parameter that the response names.</summary>
    Query,

    /// <summary>The query, as a page number, even if the response names no next page.</summary>
    QueryPage,

    /// <summary><c>pagination</c> in the body.</summary>
    BodyPagination,

    /// <summary><c>page</c> and <c>per_page</c> in the body.</summary>
    BodyPage,
}
