namespace Intercom.Generated.Runtime;

/// <summary>The rules for redirects. The client follows them itself, to keep the access token from other hosts.</summary>
internal static class Redirects
{
    /// <summary>The maximum number of redirects. After that, the redirect is returned as the response.</summary>
    public const int Max = 5;

    /// <summary>Gets the target of a redirect, or null if the response is not a redirect that can be followed.</summary>
    // HttpClient has the same rules: follow only http and https, and never from https to http.
    public static Uri? Next(ApiOperation operation, HttpResponseMessage message, Uri from) =>
        (int)message.StatusCode is 301 or 302 or 303 or 307 or 308
        && operation.HttpMethod == HttpMethod.Get
        && message.Headers.Location is { } location
        && Uri.TryCreate(from, location, out var next)
        && (next.Scheme == Uri.UriSchemeHttps || (next.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp))
            ? next
            : null;
}
