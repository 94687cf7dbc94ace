namespace Intercom.Generated.Runtime;

/// <summary>The HttpClients that clients use unless they bring their own.</summary>
internal static class Connections
{
    private static readonly Lazy<HttpClient> SharedClient = new(() => Over(ConnectionSettings.NewHandler(), disposeHandler: true));

    /// <summary>One for the process: connections are pooled.</summary>
    public static HttpClient Shared => SharedClient.Value;

    /// <summary>One over a handler of the caller's.</summary>
    public static HttpClient Over(HttpMessageHandler handler, bool disposeHandler = false)
    {
        var http = new HttpClient(handler, disposeHandler);
        ConnectionSettings.Apply(http);
        return http;
    }
}
