namespace Intercom.Generated.Webhooks;

/// <summary>
/// Keeps notifications in memory. They are lost if the process ends before they are handled. When the outbox is full, it accepts nothing
/// more, so that Intercom sends the notifications again.
/// </summary>
public sealed class InMemoryNotificationOutbox : INotificationOutbox
{
    /// <summary>The default maximum number of notifications. With 20 KB each, they take 20 MB of memory.</summary>
    public const int DefaultCapacity = 1_000;

    private readonly INotificationIdStore _ids;
    private readonly int _capacity;
    private readonly DueQueue<ReceivedNotification> _queue;
    private int _pending;
    private int _failed;
    private volatile bool _isClosed;

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
    public OutboxStatus Status => new(Volatile.Read(ref _pending), Volatile.Read(ref _failed), _capacity);

    /// <inheritdoc/>
    public async ValueTask<OutboxResult> AddAsync(ReceivedNotification notification, CancellationToken cancellationToken = default)
    {
        if (notification is null)
            throw new ArgumentNullException(nameof(notification));
        // The place is reserved first. If the ID came first and had to be removed again, a concurrent duplicate would have been
        // acknowledged.
        if (!TryReserve())
            return OutboxResult.Unavailable;
        var isAdded = false;
        try
        {
            isAdded = notification.Id is null || await _ids.TryAddAsync(notification.Id, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!isAdded)
                Interlocked.Decrement(ref _pending);
        }

        if (!isAdded)
            return OutboxResult.Duplicate;
        _queue.Add(notification);
        return OutboxResult.Added;
    }

    /// <inheritdoc/>
    public ValueTask<ReceivedNotification?> TakeAsync(CancellationToken cancellationToken = default) => _queue.TakeAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask CompleteAsync(ReceivedNotification notification, CancellationToken cancellationToken = default)
    {
        Interlocked.Decrement(ref _pending);
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
        Interlocked.Increment(ref _failed);
        Interlocked.Decrement(ref _pending);
        return default;
    }

    /// <inheritdoc/>
    public void Close()
    {
        _isClosed = true;
        _queue.Close();
    }

    private bool TryReserve()
    {
        if (Interlocked.Increment(ref _pending) <= _capacity && !_isClosed)
            return true;
        Interlocked.Decrement(ref _pending);
        return false;
    }
}
