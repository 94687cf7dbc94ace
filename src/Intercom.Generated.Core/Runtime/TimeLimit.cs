namespace Intercom.Generated.Runtime;

/// <summary>A limit of time for something that can also be cancelled.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly CancellationToken _cancelled;
    private readonly CancellationTokenSource _source;
    private readonly ITimer? _timer;

    public TimeLimit(TimeSpan limit, TimeProvider time, CancellationToken cancelled)
    {
        _limit = limit;
        _cancelled = cancelled;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        if (limit != Timeout.InfiniteTimeSpan)
            _timer = time.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), _source, limit, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Does something within the limit.</summary>
    /// <exception cref="IOException">The time is over.</exception>
    public async Task<T> GuardAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException && _source.IsCancellationRequested)
        {
            _cancelled.ThrowIfCancellationRequested();
            throw new IOException($"No sign of life within {_limit.TotalSeconds:0.###} seconds.", e);
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _source.Dispose();
    }
}
