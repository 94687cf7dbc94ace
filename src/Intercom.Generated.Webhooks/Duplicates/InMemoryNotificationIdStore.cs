namespace Intercom.Generated.Webhooks;

/// <summary>
/// Remembers the IDs of notifications in memory, for one process. The number of IDs and the time are limited. When the store is full, it
/// forgets the oldest ID.
/// </summary>
public sealed class InMemoryNotificationIdStore : INotificationIdStore
{
    /// <summary>The default maximum number of IDs. They take about 20 MB of memory.</summary>
    public const int DefaultCapacity = 100_000;

    private readonly int _capacity;
    private readonly TimeSpan _lifetime;
    private readonly TimeProvider _time;
    private readonly object _lock = new();
    private readonly Dictionary<string, long> _entries = new(StringComparer.Ordinal);

    // The oldest entry is first. The number of an entry shows whether the ID was removed and added again.
    private readonly Queue<(string Id, long Number, long AddedAt)> _order = new();
    private long _number;

    /// <summary>Creates a store.</summary>
    /// <param name="capacity">The maximum number of IDs. The default is <see cref="DefaultCapacity"/>.</param>
    /// <param name="lifetime">The time for which an ID is remembered. Null means 24 hours.</param>
    /// <param name="timeProvider">The clock. Null means <see cref="TimeProvider.System"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity or the lifetime is not greater than zero.</exception>
    public InMemoryNotificationIdStore(int capacity = DefaultCapacity, TimeSpan? lifetime = null, TimeProvider? timeProvider = null)
    {
        if (capacity <= 0)
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity must be greater than zero.");
        if (lifetime <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(lifetime), lifetime, "The lifetime must be greater than zero.");
        _capacity = capacity;
        _lifetime = lifetime ?? TimeSpan.FromDays(1);
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>The number of IDs in the store.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                Forget(_time.GetTimestamp());
                return _entries.Count;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(string id, CancellationToken cancellationToken = default)
    {
        if (id is null)
            throw new ArgumentNullException(nameof(id));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var now = _time.GetTimestamp();
            Forget(now);
            if (_entries.ContainsKey(id))
                return new(false);
            while (_order.Count >= _capacity)
                ForgetOldest();
            _entries[id] = ++_number;
            _order.Enqueue((id, _number, now));
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(string id, CancellationToken cancellationToken = default)
    {
        if (id is null)
            throw new ArgumentNullException(nameof(id));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            _entries.Remove(id);
        return default;
    }

    private void Forget(long now)
    {
        while (_order.Count > 0 && _time.GetElapsedTime(_order.Peek().AddedAt, now) >= _lifetime)
            ForgetOldest();
    }

    private void ForgetOldest()
    {
        var (id, number, _) = _order.Dequeue();
        if (_entries.TryGetValue(id, out var current) && current == number)
            _entries.Remove(id);
    }
}
