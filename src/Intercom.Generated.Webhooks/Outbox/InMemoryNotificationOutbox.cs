namespace Intercom.Generated.Webhooks;

/// <summary>
/// Keeps notifications in memory. They are lost if the process ends before they are handled. While the outbox is full, it accepts no more
/// notifications, so that Intercom retries them.
/// </summary>
public sealed class InMemoryNotificationOutbox : INotificationOutbox
{
    /// <summary>The default maximum number of notifications. With 20 KB each, they take 20 MB of memory.</summary>
    public const int DefaultCapacity = 1_000;

    private readonly INotificationIdStore _ids;
    private readonly int _capacity;
    private readonly DueQueue<ReceivedNotification> _queue;
    private readonly object _lock = new();
    private int _adding;
    private int _pending;
    private int _failed;
    private bool _isClosed;

    /// <summary>Creates an outbox.</summary>
    /// <param name="ids">Recognizes duplicates. Null means an <see cref="InMemoryNotificationIdStore"/> with its defaults.</param>
    /// <param name="capacity">
    /// The maximum number of notifications that are not handled yet. The default is <see cref="DefaultCapacity"/>.
    /// </param>
    /// <param name="timeProvider">The clock. Null means <see cref="TimeProvider.System"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is not greater than zero.</exception>
    public InMemoryNotificationOutbox(
        INotificationIdStore? ids = null, int capacity = DefaultCapacity, TimeProvider? timeProvider = null)
    {
        if (capacity <= 0)
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity must be greater than zero.");
        _ids = ids ?? new InMemoryNotificationIdStore(timeProvider: timeProvider);
        _capacity = capacity;
        _queue = new(timeProvider ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public OutboxStatus Status
    {
        get
        {
            lock (_lock)
                return new(_pending, _failed, _capacity);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<OutboxResult> AddAsync(ReceivedNotification notification, CancellationToken cancellationToken = default)
    {
        if (notification is null)
            throw new ArgumentNullException(nameof(notification));
        cancellationToken.ThrowIfCancellationRequested();
        // The place is reserved first. If the ID came first and had to be removed again, a concurrent duplicate would have been
        // acknowledged.
        if (!TryReserve())
            return OutboxResult.Unavailable;
        var isAdded = false;
        try
        {
            // Not canceled if the caller left: a store that added the ID all the same would make a duplicate of the retry.
            isAdded = notification.Id is null || await _ids.TryAddAsync(notification.Id, CancellationToken.None).ConfigureAwait(false);
            if (isAdded)
                _queue.Add(notification);
            return isAdded ? OutboxResult.Added : OutboxResult.Duplicate;
        }
        finally
        {
            EndAdding(isAdded);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ReceivedNotification?> TakeAsync(CancellationToken cancellationToken = default) => _queue.TakeAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask CompleteAsync(ReceivedNotification notification, CancellationToken cancellationToken = default)
    {
        lock (_lock)
            _pending--;
        return default;
    }

    /// <inheritdoc/>
    public ValueTask RetryAsync(ReceivedNotification notification, TimeSpan delay, CancellationToken cancellationToken = default)
    {
        if (notification is null)
            throw new ArgumentNullException(nameof(notification));
        _queue.AddDelayed(
            new(notification.Body, notification.Id, notification.ReceivedAt)
            {
                TraceParent = notification.TraceParent,
                Key = notification.Key,
                FailedAttempts = notification.FailedAttempts + 1,
            },
            delay);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask FailAsync(ReceivedNotification notification, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            _failed++;
            _pending--;
        }

        return default;
    }

    /// <inheritdoc/>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            // Otherwise, the last call that adds a notification closes the queue, so that someone takes the notification.
            if (_adding > 0)
                return;
        }

        _queue.Close();
    }

    private bool TryReserve()
    {
        lock (_lock)
        {
            if (_isClosed || _pending >= _capacity)
                return false;
            _pending++;
            _adding++;
            return true;
        }
    }

    private void EndAdding(bool isAdded)
    {
        lock (_lock)
        {
            if (!isAdded)
                _pending--;
            if (--_adding > 0 || !_isClosed)
                return;
        }

        _queue.Close();
    }
}
