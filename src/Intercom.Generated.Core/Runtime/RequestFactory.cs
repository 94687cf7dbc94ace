using System.Net.Http.Headers;

namespace Intercom.Generated.Runtime;

/// <summary>Creates the HTTP requests of calls with their headers.</summary>
internal sealed class RequestFactory(ClientContext client, HttpClient http, string product)
{
    private readonly RequestUri _uri = new(ClientAddress.Of(client.Options));
    private readonly string _userAgent = UserAgent.For(product, client.Version, client.Options.ApplicationName);
    private readonly string _version = client.Version.ToString();

    /// <summary>Gets the URL of a call.</summary>
    public Uri AddressOf(ApiCall call) => _uri.For(call.Request, call.Options);

    /// <summary>Creates the request to Intercom.</summary>
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
        if (client.Options.HasHandlers)
            call.Attach(message);
        return message;
    }

    /// <summary>
    /// Creates the request to another host after a redirect. The token and the caller's headers are only sent to Intercom.
    /// </summary>
    public HttpRequestMessage ToOtherHost(ApiCall call, Uri address) => New(call, address);

    private SingleRequest New(ApiCall call, Uri address)
    {
        var message = new SingleRequest(call.Operation.HttpMethod, address, isGuarded: !client.Options.HasHandlers);
        message.UseVersionOf(http);
        message.Content = call.Body?.ToContent() ?? EmptyContent.For(message.Method);
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
                $"{call.Operation}: the client sets the header {header.Key}, so it cannot be set for one call. "
                + "Use a client with another token or version.");
        }

        var isValid = header.Value is { } value && value.IndexOfAny(['\r', '\n', '\0']) < 0;
        var contentHeaders = call.Body is null ? null : message.Content?.Headers;
        if (!isValid || !(TryReplace(message.Headers, header) || TryReplace(contentHeaders, header)))
            throw new ArgumentException($"{call.Operation}: the header {header.Key} or its value is not valid.");
    }

    // Remove throws for names that do not belong to the collection, but TryGetValues and TryAddWithoutValidation do not.
    private static bool TryReplace(HttpHeaders? headers, KeyValuePair<string, string> header)
    {
        if (headers is null)
            return false;
        if (headers.TryGetValues(header.Key, out _))
            headers.Remove(header.Key);
        return headers.TryAddWithoutValidation(header.Key, header.Value);
    }
}
