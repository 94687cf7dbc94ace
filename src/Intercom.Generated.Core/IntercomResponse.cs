using System.Net;
using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>The status and headers of a response.</summary>
public sealed class IntercomResponse
{
    // The headers of a disposed message can still be read, so they are only copied if the caller asks for all of them.
    private readonly HttpResponseMessage _message;
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? _headers;

    /// <summary>Creates a response, for test doubles.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="headers">The headers, such as <c>X-Request-Id</c>. Null for none.</param>
    /// <exception cref="ArgumentException">The name or value of a header is not valid.</exception>
    public IntercomResponse(HttpStatusCode statusCode, IEnumerable<KeyValuePair<string, string>>? headers = null)
        : this(MessageOf(statusCode, headers))
    {
    }

    internal IntercomResponse(HttpResponseMessage message)
    {
        _message = message;
        StatusCode = message.StatusCode;
        RequestId = RequestIds.Filter(message.OwnHeader("X-Request-Id"));
        RateLimit = RateLimit.Read(message);
        Version = ApiVersion.TryParse(message.OwnHeader("Intercom-Version"), out var version) ? version : null;
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The headers by name. The case of names is ignored.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers => _headers ??= ReadHeaders();

    /// <summary>
    /// Intercom's ID of the request, to pass to Intercom's support. It has at most 128 characters: letters, digits, and any of <c>-_.:</c>.
    /// Null if the response has none.
    /// </summary>
    public string? RequestId { get; }

    /// <summary>The rate limit after the call, or null if the response does not report it.</summary>
    public RateLimit? RateLimit { get; }

    /// <summary>The API version of the response, or null if the response does not report it.</summary>
    public ApiVersion? Version { get; }

    /// <summary>
    /// The text of the body, if <see cref="RequestOptions.KeepRawBody"/> is set and the call has read the body. Otherwise null. Downloads
    /// have no text.
    /// </summary>
    public string? RawBody { get; internal set; }

    /// <summary>Gets the first value of a header, or null if the response does not have the header.</summary>
    public string? Header(string name) =>
        _message.Headers.TryGetValues(name, out var values) || _message.Content?.Headers.TryGetValues(name, out values) == true
            ? values?.FirstOrDefault()
            : null;

    private static HttpResponseMessage MessageOf(HttpStatusCode statusCode, IEnumerable<KeyValuePair<string, string>>? headers)
    {
        var message = new HttpResponseMessage(statusCode) { Content = new ByteArrayContent([]) };
        foreach (var header in headers ?? [])
        {
            if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value)
                && !message.Content.Headers.TryAddWithoutValidation(header.Key, header.Value))
                throw new ArgumentException($"The header {header.Key} or its value is not valid.", nameof(headers));
        }

        return message;
    }

    private Dictionary<string, IReadOnlyList<string>> ReadHeaders()
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        var contentHeaders = _message.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>();
        foreach (var header in _message.Headers.Concat(contentHeaders))
            headers[header.Key] = [.. header.Value];
        return headers;
    }
}
