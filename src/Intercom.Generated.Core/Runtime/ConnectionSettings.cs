namespace Intercom.Generated.Runtime;

// Compiled into the package for dependency injection too: there IHttpClientFactory makes the HttpClient.

/// <summary>How connections to Intercom are set up, whoever makes them.</summary>
internal static class ConnectionSettings
{
#if NET
    /// <summary>A handler that keeps connections, and renews them often enough to follow DNS however long it lives.</summary>
    public static HttpMessageHandler NewHandler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.GZip | System.Net.DecompressionMethods.Deflate | System.Net.DecompressionMethods.Brotli,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        EnableMultipleHttp2Connections = true,
        UseCookies = false,
    };
#else
    /// <summary>A handler that keeps connections.</summary>
    public static HttpMessageHandler NewHandler() => new HttpClientHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.GZip | System.Net.DecompressionMethods.Deflate,
        UseCookies = false,
    };
#endif

    /// <summary>Leaves timeouts to the client, and asks for HTTP/2.</summary>
    public static void Apply(HttpClient http)
    {
        http.Timeout = Timeout.InfiniteTimeSpan;
#if NET
        http.DefaultRequestVersion = System.Net.HttpVersion.Version20;
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
#endif
    }
}
