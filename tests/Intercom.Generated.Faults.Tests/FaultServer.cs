using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Intercom.Generated.Faults.Tests;

/// <summary>
/// A server of HTTP/1.1 on loopback, with real sockets. It sends what a script says, byte for byte, and counts what clients do.
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
    private int _most;
    private int _received;

    public FaultServer(Func<Exchange, Task> script)
    {
        _script = script;
        _listener.Start(512);
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>How many of the first connections are reset as soon as they are made.</summary>
    public int ResetsConnections { get; init; }

    /// <summary>Whether the body of a request is read before the script sees it; else the script reads it.</summary>
    public bool ReadsBodies { get; init; } = true;

    /// <summary>Whether requests are kept; a soak counts for itself.</summary>
    public bool KeepsRequests { get; init; } = true;

    /// <summary>The requests whose heads, and bodies if those are read, arrived whole.</summary>
    public IReadOnlyCollection<ReceivedRequest> Requests => _requests;

    public int AcceptedConnections => Volatile.Read(ref _accepted);

    public int OpenConnections => Volatile.Read(ref _open);

    /// <summary>The most connections that were open at a time.</summary>
    public int MostConnections => Volatile.Read(ref _most);

    /// <summary>Waits until no more connections are open than expected.</summary>
    public async Task WaitForConnectionsAsync(int most)
    {
        while (true)
        {
            var closed = Volatile.Read(ref _closed).Task;
            if (OpenConnections <= most)
                return;
            try
            {
                await closed.WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                Assert.Fail($"{OpenConnections} connections are still open where at most {most} should be.");
            }
        }
    }

    /// <summary>Ends the server. Fails when a connection does not end, or the script failed otherwise than by a client that went away.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Dispose();
        await _accepting.WaitAsync(Patience);
        await Task.WhenAll(_serving.Keys).WaitAsync(Patience);
        _ending.Dispose();
        Assert.That(_failures, Is.Empty, "The server failed.");
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
                if (open > _most)
                    _most = open;
                var serving = ServeAsync(new Connection(socket, _ending.Token), number);
                _serving[serving] = true;
                _ = serving.ContinueWith(done => _serving.TryRemove(done, out _), TaskScheduler.Default);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The server ends.
        }
    }

    private async Task ServeAsync(Connection connection, int number)
    {
        try
        {
            if (number <= ResetsConnections)
                connection.Reset();
            for (var place = 1; !connection.IsClosed && await connection.ReadRequestAsync(ReadsBodies) is { } request; place++)
            {
                if (KeepsRequests)
                    _requests.Enqueue(request);
                await _script(new Exchange(connection, request, Interlocked.Increment(ref _received), place));
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client went away, or the server ends.
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
