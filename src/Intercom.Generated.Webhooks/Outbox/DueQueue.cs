using System.Diagnostics.CodeAnalysis;

namespace Intercom.Generated.Webhooks;

/// <summary>A queue whose items can be due later. Thread-safe.</summary>
/// <typeparam name="T">The type of items.</typeparam>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim has nothing to release unless its wait handle is used.")]
internal sealed class DueQueue<T>(TimeProvider timeProvider)
    where T : class
{
    private readonly object _lock = new();
    private readonly Queue<T> _due = new();
    private readonly Dictionary<T, ITimer> _delayed = [];
    private readonly SemaphoreSlim _available = new(0);
    private bool _isClosed;
    private bool _isDiscarding;

    public void Add(T item)
    {
        lock (_lock)
        {
            if (_isDiscarding)
                return;
            _due.Enqueue(item);
        }

        _available.Release();
    }

    public void AddDelayed(T item, TimeSpan delay)
    {
        lock (_lock)
        {
            if (!_isClosed && delay > TimeSpan.Zero)
            {
                _delayed[item] = timeProvider.CreateTimer(_ => AddDue(item), null, delay, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        Add(item);
    }

    /// <summary>Waits for an item.</summary>
    /// <returns>The item, or null if the queue is closed and empty.</returns>
    public async ValueTask<T?> TakeAsync(CancellationToken cancellationToken)
    {
        await _available.WaitAsync(cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            if (_due.Count > 0)
                return _due.Dequeue();
        }

        // The queue is closed: let the next caller through too.
        _available.Release();
        return null;
    }

    /// <summary>Makes all items due, and lets callers through when none is left.</summary>
    public void Close()
    {
        lock (_lock)
        {
            if (_isClosed)
                return;
            _isClosed = true;
        }

        foreach (var item in Delayed())
            AddDue(item);
        _available.Release();
    }

    /// <summary>Discards all items, also those that are added later, and lets callers through.</summary>
    public void CloseAndDiscard()
    {
        lock (_lock)
        {
            _isDiscarding = true;
            _due.Clear();
        }

        Close();
    }

    private T[] Delayed()
    {
        lock (_lock)
            return [.. _delayed.Keys];
    }

    private void AddDue(T item)
    {
        lock (_lock)
        {
            if (!_delayed.TryGetValue(item, out var timer))
                return;
            _delayed.Remove(item);
            timer.Dispose();
        }

        Add(item);
    }
}
