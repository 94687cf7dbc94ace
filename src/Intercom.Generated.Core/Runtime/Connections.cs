namespace Intercom.Generated.Runtime;

/// <summary>Provides an HttpClient if the options have none.</summary>
internal static class Connections
{
    private static readonly Lazy<HttpClient> SharedClient = new(() => Over(ConnectionSettings.NewHandler(), disposeHandler: true));

    /// <summary>The HttpClient that all clients of the process share.</summary>
    public static HttpClient Shared => SharedClient.Value;

    /// <summary>Creates an HttpClient for a handler.</summary>
    public static HttpClient Over(HttpMessageHandler handler, bool disposeHandler = false)
    {
        var http = new HttpClient(handler, disposeHandler);
        ConnectionSettings.Apply(http);
        return http;
    }
}
