using System.Net.Http.Headers;

namespace Intercom.Generated.Runtime;

/// <summary>Makes the HTTP requests of calls, and decides which headers they have.</summary>
internal sealed class RequestFactory(ClientContext client, HttpClient http, string product)
{
    private readonly RequestUri _uri = new(client.Options.ResolvedBaseAddress);
    private readonly string _userAgent = UserAgent.For(product, client.Version, client.Options.ApplicationName);
    private readonly string _version = client.Version.ToString();
    // Only handlers between the client and the connection can retry, or change the headers of content.
    private readonly bool _hasHandlers = client.Options.HttpClient is not null || client.Options.HttpMessageHandler is DelegatingHandler;

    /// <summary>Gets the address of a call.</summary>
    public Uri AddressOf(ApiCall call) => _uri.For(call.Request, call.Options);

    /// <summary>Makes the request to Intercom.</summary>
    public HttpRequestMessage ToIntercom(ApiCall call, Uri address, AuthenticationHeaderValue authorization)
    {
        var message = New(call, address);
        if (call.Options is { Headers: { Count: > 0 } headers })
        {
            foreach (var header in headers)
                Add(call, message, header);
        }

        message.Headers.Authorization = authorization;
        if (client.Responses.SendsVersion)
            message.Headers.TryAddWithoutValidation("Intercom-Version", call.Operation.VersionHeader ?? _version);
        if (_hasHandlers)
            call.Attach(message);
        return message;
    }

    /// <summary>
    /// Makes the request to another host that Intercom redirected to. The token and the caller's own headers are for Intercom alone.
    /// </summary>
    public HttpRequestMessage ToOtherHost(ApiCall call, Uri address) => New(call, address);

    private HttpRequestMessage New(ApiCall call, Uri address)
    {
        var message = new HttpRequestMessage(call.Operation.HttpMethod, address);
        message.UseVersionOf(http);
        message.Content = call.Body?.ToContent() ?? EmptyContent.For(message.Method, canShare: !_hasHandlers);
        if (call.Operation.AcceptHeader is { Length: > 0 } accept)
            message.Headers.TryAddWithoutValidation("Accept", accept);
        message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        return message;
    }

    private static void Add(ApiCall call, HttpRequestMessage message, KeyValuePair<string, string> header)
    {
        if (string.Equals(header.Key, "Authorization", StringComparison.OrdinalIgnoreCase)
            || string.Equals(header.Key, "Intercom-Version", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                $"{call.Operation}: the header {header.Key} belongs to the client and cannot be set for one call. "
                + "Use a client with another token or of another version.");
        }

        var isValid = header.Value is { } value && value.IndexOfAny(['\r', '\n', '\0']) < 0;
        var contentHeaders = call.Body is null ? null : message.Content?.Headers;
        if (!isValid || !(TryReplace(message.Headers, header) || TryReplace(contentHeaders, header)))
            throw new ArgumentException($"{call.Operation}: {header.Key} is not a header that can be sent.");
    }

    // Remove throws for names that do not belong to the collection; the Try methods do not.
    private static bool TryReplace(HttpHeaders? headers, KeyValuePair<string, string> header)
    {
        if (headers is null)
            return false;
        if (headers.TryGetValues(header.Key, out _))
            headers.Remove(header.Key);
        return headers.TryAddWithoutValidation(header.Key, header.Value);
    }
}
