using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Intercom.Generated.FakeServer;

/// <summary>Ends a connection in the middle of a response, so that what was sent arrives.</summary>
internal static class TruncatedResponse
{
    // Kestrel sends in the background. It has passed everything to the operating system after this.
    private static readonly TimeSpan SendTime = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan CloseTime = TimeSpan.FromSeconds(2);

    public static async Task EndAsync(HttpContext context)
    {
        // A reset discards what the client has not read yet. The end of the server's side does not. In HTTP/2, only the stream ends.
        if (HttpProtocol.IsHttp11(context.Request.Protocol) && context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            await Task.Delay(SendTime).ConfigureAwait(false);
            try
            {
                socket.Shutdown(SocketShutdown.Send);
                await Task.Delay(CloseTime, context.RequestAborted).ConfigureAwait(false);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // The client has closed the connection.
            }
        }

        context.Abort();
    }
}
