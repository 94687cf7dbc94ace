using System.ComponentModel;
using System.Net;

namespace Intercom.Generated.Runtime;

/// <summary>
/// The settings of connections to Intercom. The package for dependency injection uses them for its HttpClient from IHttpClientFactory.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConnectionSettings
{
#if NET
    /// <summary>Creates a handler that pools connections and renews them often enough to follow DNS changes.</summary>
    /// <exception cref="PlatformNotSupportedException">The program runs in a browser.</exception>
    public static HttpMessageHandler NewHandler()
    {
        RejectBrowser(OperatingSystem.IsBrowser());
        return NewSocketsHandler();
    }

    /// <summary>Explains why a program in a browser cannot connect. .NET reports only that an operation is not supported.</summary>
    internal static void RejectBrowser(bool isBrowser)
    {
        if (isBrowser)
        {
            throw new PlatformNotSupportedException(
                "An app in a browser cannot call Intercom: Intercom does not allow requests from other origins, and everyone who opens the "
                + "app could read its access token. Call Intercom from a server, and let the app call that server.");
        }
    }

    private static SocketsHttpHandler NewSocketsHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        EnableMultipleHttp2Connections = true,
        // Over HTTP/2, a retry would use a dead connection again, so notice it within an attempt.
        KeepAlivePingDelay = TimeSpan.FromSeconds(10),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        UseCookies = false,
        RequestHeaderEncodingSelector = SingleRequest.SelectEncoding,
        Proxy = new RemoteProxy(() => HttpClient.DefaultProxy),
    };
#else
    /// <summary>Creates a handler that pools connections.</summary>
    public static HttpMessageHandler NewHandler() => new HttpClientHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        UseCookies = false,
        Proxy = new RemoteProxy(() => WebRequest.DefaultWebProxy),
    };
#endif

    /// <summary>Allows a request of the client to be sent once by a handler from <see cref="NewHandler"/>.</summary>
    public static void Guard(HttpRequestMessage request) => (request as SingleRequest)?.Guard();

    /// <summary>Turns off the timeout of the HttpClient, because the client has its own, and requests HTTP/2.</summary>
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
    /// The machine's proxy, except for loopback addresses. They can use http, so a proxy would send the access token off the machine in
    /// clear text.
    /// </summary>
    private sealed class RemoteProxy(Func<IWebProxy?> system) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => system()?.Credentials;
            set => throw new NotSupportedException("The credentials of the machine's proxy cannot be changed.");
        }

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : system()?.GetProxy(destination);

        public bool IsBypassed(Uri host) => host.IsLoopback || system() is not { } proxy || proxy.IsBypassed(host);
    }
}
