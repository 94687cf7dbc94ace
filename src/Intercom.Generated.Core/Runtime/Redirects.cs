namespace Intercom.Generated.Runtime;

/// <summary>The rules for redirects. The client follows them itself, because the access token must not leave Intercom.</summary>
internal static class Redirects
{
    /// <summary>The number of redirects that are followed before the redirect itself is the response.</summary>
    public const int Max = 5;

    /// <summary>The address to go on to; null if the response is not a redirect that can be followed.</summary>
    // The same rules as those of HttpClient: only to another web address, and never from https to http.
    public static Uri? Next(ApiOperation operation, HttpResponseMessage message, Uri from) =>
        (int)message.StatusCode is 301 or 302 or 303 or 307 or 308
        && operation.HttpMethod == HttpMethod.Get
        && message.Headers.Location is { } location
        && Uri.TryCreate(from, location, out var next)
        && (next.Scheme == Uri.UriSchemeHttps || (next.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp))
            ? next
            : null;
}
