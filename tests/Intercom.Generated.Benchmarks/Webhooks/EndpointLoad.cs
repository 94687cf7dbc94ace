using System.Diagnostics;
using System.Net.Sockets;

namespace Intercom.Generated.Benchmarks.Webhooks;

/// <summary>Sends prepared requests over a fixed number of connections, as fast as the server responds.</summary>
internal static class EndpointLoad
{
    private const int Connections = 16;

    /// <summary>Sends the requests, and waits until they are handled.</summary>
    /// <returns>The number of requests per second.</returns>
    public static double Run(EndpointServer server, byte[][] requests)
    {
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => SendAsync(server.Address, () =>
            Interlocked.Increment(ref next) is var index && index < requests.Length ? requests[index] : null))).GetAwaiter().GetResult();
        server.Drain();
        return requests.Length / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task SendAsync(Uri address, Func<byte[]?> next)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        var buffer = new byte[4096];
        while (next() is { } request)
        {
            for (var sent = 0; sent < request.Length;)
                sent += await socket.SendAsync(request.AsMemory(sent));
            var length = 0;
            while (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
            {
                var count = await socket.ReceiveAsync(buffer.AsMemory(length));
                length += count > 0 ? count : throw new InvalidOperationException("The server closed the connection.");
            }

            if (!buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8))
                throw new InvalidOperationException("The server did not respond with 200.");
        }
    }
}
