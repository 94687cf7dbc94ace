using System.Net.Security;
using System.Net.Sockets;

namespace Intercom.Generated.Faults.Tests;

/// <summary>The server's end of a connection, in the clear or over TLS.</summary>
internal sealed class ServerSocket(Socket socket, CancellationToken ending) : IDisposable
{
    private Stream _stream = new NetworkStream(socket);

    public bool IsClosed { get; private set; }

    /// <summary>Continues over TLS.</summary>
    public async Task SecureAsync(SslApplicationProtocol protocol)
    {
        var secure = new SslStream(_stream);
        _stream = secure;
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = TestCertificate.Value, ApplicationProtocols = [protocol] }, ending);
    }

    public ValueTask<int> ReadAsync(Memory<byte> buffer) => _stream.ReadAsync(buffer, ending);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes) => _stream.WriteAsync(bytes, ending);

    /// <summary>Stops sending. The client receives everything that was sent.</summary>
    public void StopSending()
    {
        if (!IsClosed)
            socket.Shutdown(SocketShutdown.Send);
        IsClosed = true;
    }

    /// <summary>Closes the connection gracefully. The client receives everything that was sent.</summary>
    public void Close()
    {
        StopSending();
        Dispose();
    }

    /// <summary>Resets the connection. The client may not receive what was sent.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        Dispose();
    }

    // The stream is disposed last, because TLS would send a message.
    public void Dispose()
    {
        IsClosed = true;
        socket.Dispose();
        _stream.Dispose();
    }
}
