using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Intercom.Generated.Faults.Tests;

/// <summary>A server on loopback sockets. It sends the exact bytes of a script and counts requests and connections.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Transport _transport;
    private readonly Func<Exchange, Task> _script;
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly ConcurrentQueue<Exception> _failures = new();
    private readonly ConcurrentDictionary<Task, bool> _serving = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _heads = new();
    private readonly Task _accepting;
    private TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _accepted;
    private int _open;
    private int _peak;
    private int _received;

    /// <summary>Starts an HTTP/1.1 server without encryption.</summary>
    public FaultServer(Func<Http1Exchange, Task> script) : this(Transport.Http1, exchange => script((Http1Exchange)exchange))
    {
    }

    /// <summary>Starts a server.</summary>
    public FaultServer(Transport transport, Func<Exchange, Task> script)
    {
        _transport = transport;
        _script = script;
        _listener.Start(512);
        var scheme = transport == Transport.Http1 ? "http" : "https";
        Address = new Uri($"{scheme}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The number of connections to reset as soon as they are accepted.</summary>
    public int ConnectionsToReset { get; init; }

    /// <summary>Whether to read the request body before the script runs. If false, the script reads it, which only works over HTTP/1.1.</summary>
    public bool ReadsBodies { get; init; } = true;

    /// <summary>Whether to keep the requests in <see cref="Requests"/>. Soak tests turn this off.</summary>
    public bool RecordsRequests { get; init; } = true;

    /// <summary>Numbers the requests, or null to number all requests of the server.</summary>
    public Func<ReceivedRequest, int>? Numbering { get; init; }

    /// <summary>The requests that arrived completely: the headers, and the body if <see cref="ReadsBodies"/> is true.</summary>
    public IReadOnlyCollection<ReceivedRequest> Requests => _requests;

    public int AcceptedConnections => Volatile.Read(ref _accepted);

    public int OpenConnections => Volatile.Read(ref _open);

    /// <summary>The highest number of connections open at the same time.</summary>
    public int PeakConnections => Volatile.Read(ref _peak);

    /// <summary>Completes when the client has received the head of the response, if it uses an <see cref="ObservedHandler"/>.</summary>
    public Task WhenHeadIsReceived(ReceivedRequest request) =>
        request.Headers.TryGetValue(ObservedHandler.RequestId, out var id) && _heads.TryGetValue(id, out var head) ? head.Task : Task.CompletedTask;

    /// <summary>Sends a request and reports when the head of its response has arrived.</summary>
    public async Task<HttpResponseMessage> ObserveAsync(string id, Func<Task<HttpResponseMessage>> send)
    {
        var head = _heads[id] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            return await send();
        }
        finally
        {
            head.SetResult();
            _heads.TryRemove(id, out _);
        }
    }

    /// <summary>Waits until at most the given number of connections is open.</summary>
    public async Task WaitForConnectionsAsync(int max)
    {
        while (true)
        {
            var closed = Volatile.Read(ref _closed).Task;
            if (OpenConnections <= max)
                return;
            try
            {
                await closed.WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                Assert.Fail($"{OpenConnections} connections are still open. At most {max} were expected.");
            }
        }
    }

    /// <summary>
    /// Stops the server. Fails if a connection does not end or if the script throws, except because the client disconnected.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Dispose();
        await _accepting.WaitAsync(Patience);
        await Task.WhenAll(_serving.Keys).WaitAsync(Patience);
        _ending.Dispose();
        Assert.That(_failures, Is.Empty, "The server script must not throw.");
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_ending.Token);
                var number = Interlocked.Increment(ref _accepted);
                var open = Interlocked.Increment(ref _open);
                if (open > _peak)
                    _peak = open;
                var serving = ServeAsync(new ServerSocket(socket, _ending.Token), number);
                _serving[serving] = true;
                _ = serving.ContinueWith(done => _serving.TryRemove(done, out _), TaskScheduler.Default);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The server is stopping.
        }
    }

    private async Task ServeAsync(ServerSocket socket, int number)
    {
        try
        {
            if (number <= ConnectionsToReset)
                socket.Reset();
            else
                await (_transport == Transport.Http2 ? ServeHttp2Async(socket) : ServeHttp1Async(socket));
        }
        catch (Exception e) when (IsEnd(e))
        {
            // The client disconnected, or the server is stopping.
        }
        catch (Exception e)
        {
            _failures.Enqueue(e);
        }
        finally
        {
            socket.Dispose();
            Interlocked.Decrement(ref _open);
            Interlocked.Exchange(ref _closed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }

    private async Task ServeHttp1Async(ServerSocket socket)
    {
        if (_transport == Transport.Tls)
            await socket.SecureAsync(SslApplicationProtocol.Http11);
        var connection = new Http1Connection(socket);
        var requestNumber = 0;
        while (!connection.IsClosed && await connection.ReadRequestAsync(ReadsBodies) is { } request)
            await _script(new Http1Exchange(this, connection, request, Receive(request), ++requestNumber));
    }

    private async Task ServeHttp2Async(ServerSocket socket)
    {
        await socket.SecureAsync(SslApplicationProtocol.Http2);
        using var connection = new Http2Connection(socket);
        await connection.ServeAsync(async (stream, request) =>
        {
            try
            {
                await _script(new Http2Exchange(this, stream, request, Receive(request)));
            }
            catch (Exception e) when (IsEnd(e))
            {
                // The client reset the stream or disconnected, or the server is stopping.
            }
            catch (Exception e)
            {
                _failures.Enqueue(e);
            }
        });
    }

    private int Receive(ReceivedRequest request)
    {
        if (RecordsRequests)
            _requests.Enqueue(request);
        var number = Interlocked.Increment(ref _received);
        return Numbering?.Invoke(request) ?? number;
    }

    private static bool IsEnd(Exception e) =>
        e is IOException or SocketException or ObjectDisposedException or OperationCanceledException or AuthenticationException;
}
