namespace Intercom.Generated.Runtime;

// This file is also compiled into the package for dependency injection, where IHttpClientFactory makes the HttpClient.

/// <summary>The settings of connections to Intercom.</summary>
internal static class ConnectionSettings
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
        http.Timeout = Timeout.InfiniteTimeSpan;
#if NET
        http.DefaultRequestVersion = System.Net.HttpVersion.Version20;
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
#endif
    }
}
