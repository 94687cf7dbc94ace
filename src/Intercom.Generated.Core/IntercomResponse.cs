using System.Net;
using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>The status and headers of an answer.</summary>
public sealed class IntercomResponse
{
    // Headers stay readable when the message is disposed; most callers never ask for all of them.
    private readonly HttpResponseMessage _message;
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? _headers;

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

    /// <summary>The headers by name, in any case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers => _headers ??= ReadHeaders();

    /// <summary>
    /// Intercom's ID of the request, to quote to its support: at most 128 letters, digits and any of <c>-_.:</c>. Null if the response has
    /// none.
    /// </summary>
    public string? RequestId { get; }

    /// <summary>The state of the rate limit after the call; null when the answer does not tell.</summary>
    public RateLimit? RateLimit { get; }

    /// <summary>The API version that answered; null when the answer does not tell.</summary>
    public ApiVersion? Version { get; }

    /// <summary>The first value of a header; null when the answer has no such header.</summary>
    public string? Header(string name) =>
        _message.Headers.TryGetValues(name, out var values) || _message.Content?.Headers.TryGetValues(name, out values) == true
            ? values?.FirstOrDefault()
            : null;

    private Dictionary<string, IReadOnlyList<string>> ReadHeaders()
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in _message.Headers.Concat(_message.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()))
            headers[header.Key] = [.. header.Value];
        return headers;
    }
}
