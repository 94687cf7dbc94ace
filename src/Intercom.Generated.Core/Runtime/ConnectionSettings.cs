using System.ComponentModel;
using System.Net;

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
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        EnableMultipleHttp2Connections = true,
        UseCookies = false,
        Proxy = new RemoteProxy(() => HttpClient.DefaultProxy),
    };
#else
    /// <summary>Makes a handler that pools connections.</summary>
    public static HttpMessageHandler NewHandler() => new HttpClientHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        UseCookies = false,
        Proxy = new RemoteProxy(() => WebRequest.DefaultWebProxy),
    };
#endif

    /// <summary>Leaves timeouts to the client, and requests HTTP/2.</summary>
    public static void Apply(HttpClient http)
    {
        if (http is null)
            throw new ArgumentNullException(nameof(http));
        http.Timeout = Timeout.InfiniteTimeSpan;
#if NET
        http.DefaultRequestVersion = HttpVersion.Version20;
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
#endif
    }

    /// <summary>
    /// The proxy of the machine, but not for addresses of the machine itself: http is allowed there, and the access token would leave the
    /// machine in clear text.
    /// </summary>
    private sealed class RemoteProxy(Func<IWebProxy?> system) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => system()?.Credentials;
            set => throw new NotSupportedException("The proxy is that of the machine.");
        }

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : system()?.GetProxy(destination);

        public bool IsBypassed(Uri host) => host.IsLoopback || system() is not { } proxy || proxy.IsBypassed(host);
    }
}
