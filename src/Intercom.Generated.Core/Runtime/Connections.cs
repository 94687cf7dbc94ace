namespace Intercom.Generated.Runtime;

/// <summary>The HttpClients of clients that are not given one.</summary>
internal static class Connections
{
    private static readonly Lazy<HttpClient> SharedClient = new(() => Over(ConnectionSettings.NewHandler(), disposeHandler: true));

    /// <summary>The HttpClient of the process, which pools connections.</summary>
    public static HttpClient Shared => SharedClient.Value;

    /// <summary>Makes an HttpClient over a handler of the caller.</summary>
    public static HttpClient Over(HttpMessageHandler handler, bool disposeHandler = false)
    {
        var http = new HttpClient(handler, disposeHandler);
        ConnectionSettings.Apply(http);
        return http;
    }
}
