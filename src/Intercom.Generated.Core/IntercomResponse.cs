using System.Net;

namespace Intercom.Generated;

/// <summary>The status and headers of an answer.</summary>
public sealed class IntercomResponse
{
    internal IntercomResponse(HttpResponseMessage message)
    {
        StatusCode = message.StatusCode;
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in message.Headers.Concat(message.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()))
            headers[header.Key] = [.. header.Value];
        Headers = headers;
        RequestId = Header("X-Request-Id");
        RateLimit = RateLimit.Read(Header);
        Version = ApiVersion.TryParse(Header("Intercom-Version"), out var version) ? version : null;
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The headers by name, in any case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>Intercom's id of the request, to quote to its support; null when the answer has none.</summary>
    public string? RequestId { get; }

    /// <summary>The state of the rate limit after the call; null when the answer does not tell.</summary>
    public RateLimit? RateLimit { get; }

    /// <summary>The API version that answered; null when the answer does not tell.</summary>
    public ApiVersion? Version { get; }

    /// <summary>The first value of a header; null when the answer has no such header.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;
}
