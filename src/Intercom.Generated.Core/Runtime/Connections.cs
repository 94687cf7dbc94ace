namespace Intercom.Generated.Runtime;

/// <summary>The HttpClients that clients use unless they bring their own.</summary>
internal static class Connections
{
    private static readonly Lazy<HttpClient> SharedClient = new(() => Over(NewHandler(), disposeHandler: true));

    /// <summary>One for the process: connections are pooled, and renewed often enough to follow DNS.</summary>
    public static HttpClient Shared => SharedClient.Value;

    /// <summary>One over a handler of the caller's.</summary>
    public static HttpClient Over(HttpMessageHandler handler, bool disposeHandler = false) =>
        new(handler, disposeHandler)
        {
            Timeout = Timeout.InfiniteTimeSpan,
#if NET
            DefaultRequestVersion = System.Net.HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
#endif
        };

#if NET
    private static SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.GZip | System.Net.DecompressionMethods.Deflate | System.Net.DecompressionMethods.Brotli,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        EnableMultipleHttp2Connections = true,
        UseCookies = false,
    };
#else
    private static HttpClientHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.GZip | System.Net.DecompressionMethods.Deflate,
        UseCookies = false,
    };
#endif
}
