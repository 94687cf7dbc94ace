namespace Intercom.Generated.Runtime;

/// <summary>A cancellation token that is canceled when a time limit expires or the caller cancels.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;
    private readonly ITimer? _timer;
    private TimeSpan _limit;

    public TimeLimit(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        _limit = limit;
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        if (limit != Timeout.InfiniteTimeSpan)
            _timer = time.CreateTimer(static source => Cancel((CancellationTokenSource)source!), _source, limit, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the time limit has expired and the caller did not cancel.</summary>
    public bool IsExpired => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Restarts the time limit with another value, unless it was infinite.</summary>
    public void Change(TimeSpan limit)
    {
        _limit = limit;
        _timer?.Change(limit, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Runs an action within the time limit.</summary>
    /// <exception cref="IOException">The time limit expired.</exception>
    public async Task<T> GuardAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException && _source.IsCancellationRequested)
        {
            _caller.ThrowIfCancellationRequested();
            throw new IOException($"No data arrived within {_limit.TotalSeconds:0.###} seconds.", e);
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _source.Dispose();
    }

    // The timer can still fire during Dispose, and an unhandled exception on its thread would end the process.
    private static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
        }
    }
}
