using System.ComponentModel;

namespace Intercom.Generated.Runtime;

/// <summary>
/// The settings of connections to Intercom. The package for dependency injection uses them too, because IHttpClientFactory makes its HttpClient.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConnectionSettings
{
#if NET
    /// <summary>Makes a handler that pools connections, and renews them often enough to follow changes of DNS.</summary>
    public static HttpMessageHandler NewHandler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.GZip | System.Net.DecompressionMethods.Deflate | System.Net.DecompressionMethods.Brotli,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        EnableMultipleHttp2Connections = true,
        UseCookies = false,
    };
#else
    /// <summary>Makes a handler that pools connections.</summary>
    public static HttpMessageHandler NewHandler() => new HttpClientHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.GZip | System.Net.DecompressionMethods.Deflate,
        UseCookies = false,
    };
#endif

    /// <summary>Leaves timeouts to the client, and requests HTTP/2.</summary>
    public static void Apply(HttpClient http)
    {
        if (http is null)
            throw new ArgumentNullException(nameof(http));
        http.Timeout = Timeout.InfiniteTimeSpan;
#if NET
        http.DefaultRequestVersion = System.Net.HttpVersion.Version20;
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
#endif
    }
}
