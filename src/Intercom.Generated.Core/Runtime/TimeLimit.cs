namespace Intercom.Generated.Runtime;

/// <summary>A time limit for something that can also be canceled.</summary>
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

    /// <summary>Whether the time is up, and the caller did not cancel.</summary>
    public bool IsExpired => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Starts the limit anew with another time, unless there was none.</summary>
    public void Change(TimeSpan limit)
    {
        _limit = limit;
        _timer?.Change(limit, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Does something within the limit.</summary>
    /// <exception cref="IOException">The time is up.</exception>
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

    // A timer can still fire while it is disposed, and an exception on its thread would end the process.
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
