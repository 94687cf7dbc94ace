using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Intercom.Generated.Faults.Tests;

/// <summary>
/// An HTTP/1.1 server on loopback sockets. It sends the exact bytes of a script and counts requests and connections.
/// </summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<Exchange, Task> _script;
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly ConcurrentQueue<Exception> _failures = new();
    private readonly ConcurrentDictionary<Task, bool> _serving = new();
    private readonly Task _accepting;
    private TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _accepted;
    private int _open;
    private int _peak;
    private int _received;

    public FaultServer(Func<Exchange, Task> script)
    {
        _script = script;
        _listener.Start(512);
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The number of connections to reset as soon as they are accepted.</summary>
    public int ConnectionsToReset { get; init; }

    /// <summary>Whether to read the request body before the script runs. If false, the script reads it.</summary>
    public bool ReadsBodies { get; init; } = true;

    /// <summary>Whether to keep the requests in <see cref="Requests"/>. Soak tests turn this off.</summary>
    public bool RecordsRequests { get; init; } = true;

    /// <summary>The requests that arrived completely: the headers, and the body if <see cref="ReadsBodies"/> is true.</summary>
    public IReadOnlyCollection<ReceivedRequest> Requests => _requests;

    public int AcceptedConnections => Volatile.Read(ref _accepted);

    public int OpenConnections => Volatile.Read(ref _open);

    /// <summary>The highest number of connections open at the same time.</summary>
    public int PeakConnections => Volatile.Read(ref _peak);

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
                var serving = ServeAsync(new Connection(socket, _ending.Token), number);
                _serving[serving] = true;
                _ = serving.ContinueWith(done => _serving.TryRemove(done, out _), TaskScheduler.Default);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The server is stopping.
        }
    }

    private async Task ServeAsync(Connection connection, int number)
    {
        try
        {
            if (number <= ConnectionsToReset)
                connection.Reset();
            var requestNumber = 0;
            while (!connection.IsClosed && await connection.ReadRequestAsync(ReadsBodies) is { } request)
            {
                if (RecordsRequests)
                    _requests.Enqueue(request);
                await _script(new Exchange(connection, request, Interlocked.Increment(ref _received), ++requestNumber));
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client disconnected, or the server is stopping.
        }
        catch (Exception e)
        {
            _failures.Enqueue(e);
        }
        finally
        {
            connection.Dispose();
            Interlocked.Decrement(ref _open);
            Interlocked.Exchange(ref _closed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }
}
