using Intercom.Generated.Webhooks;
using Microsoft.Data.Sqlite;

namespace Intercom.Generated.Sqlite;

/// <summary>
/// Keeps notifications in a SQLite database. A notification that was acknowledged is on the disk. It survives the end of the process, a
/// crash, and <c>kill -9</c>, and is handled at the next start.
/// </summary>
/// <remarks>
/// <para>
/// Only one process can use a queue of a database. The database must be on a local disk, not on a network share. It is not encrypted, and
/// the notifications in it contain personal data. The body of a notification is deleted after it is handled.
/// </para>
/// <para>
/// Notifications that failed all attempts stay in the database. <see cref="ReadFailedAsync"/> reads them, and
/// <see cref="RetryFailedAsync"/> retries them.
/// </para>
/// </remarks>
public sealed class SqliteNotificationOutbox : INotificationOutbox, IDisposable
{
    /// <summary>The default maximum number of notifications that are not handled yet.</summary>
    public const int DefaultCapacity = 100_000;

    private static readonly TimeSpan ForgetInterval = TimeSpan.FromMinutes(10);

    // The longest delay of an attempt. After the clock was set back, a notification could be due in years.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly string _path;
    private readonly string _queueName;
    private readonly TimeProvider _time;
    private readonly TimeSpan _lifetime;
    private readonly int _capacity;
    private readonly OutboxTable _table;
    private readonly SqliteConnection _connection;
    private readonly GroupCommit _writes;
    private readonly DueQueue<Entry> _queue;
    private DateTimeOffset _forgetAt;
    private int _pending;
    private int _failed;
    private int _isDisposed;
    private volatile bool _isClosed;

    /// <summary>Opens the database, or creates it if it does not exist.</summary>
    /// <param name="path">The path of the file. Its folder must exist.</param>
    /// <param name="queue">
    /// The name of the queue. Several endpoints can share a file if each has its own queue. The default is <c>webhooks</c>.
    /// </param>
    /// <param name="capacity">
    /// The maximum number of notifications that are not handled yet. The default is <see cref="DefaultCapacity"/>.
    /// </param>
    /// <param name="idLifetime">The time for which the ID of a handled notification is remembered. Null means 24 hours.</param>
    /// <param name="timeProvider">The clock. Null means <see cref="TimeProvider.System"/>.</param>
    /// <exception cref="InvalidOperationException">The queue is already open in this process.</exception>
    /// <exception cref="IOException">The database cannot be opened or created.</exception>
    public SqliteNotificationOutbox(
        string path,
        string queue = "webhooks",
        int capacity = DefaultCapacity,
        TimeSpan? idLifetime = null,
        TimeProvider? timeProvider = null)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new ArgumentException("The path of the database is empty.", nameof(path));
        if (capacity <= 0)
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity must be greater than zero.");
        if (idLifetime <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(idLifetime), idLifetime, "The lifetime must be greater than zero.");
        _path = path;
        _queueName = queue ?? throw new ArgumentNullException(nameof(queue));
        _time = timeProvider ?? TimeProvider.System;
        _lifetime = idLifetime ?? TimeSpan.FromDays(1);
        _capacity = capacity;
        _table = new(queue);
        _queue = new(_time);
        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        _writes = new(_connection);
        OpenQueues.Add(path, queue);
        try
        {
            _connection.Open();
            OutboxTable.Create(_connection);
            Load();
        }
        catch (Exception e)
        {
            Dispose();
            if (e is not (SqliteException or InvalidOperationException))
                throw;
            throw new IOException(
                $"The outbox '{path}' cannot be opened: {e.Message} Check that its folder exists, that the process may write to it, and "
                + "that it is a SQLite database.",
                e);
        }
    }

    /// <inheritdoc/>
    public OutboxStatus Status => new(Volatile.Read(ref _pending), Volatile.Read(ref _failed), _capacity);

    /// <inheritdoc/>
    public async ValueTask<OutboxResult> AddAsync(ReceivedNotification notification, CancellationToken cancellationToken = default)
    {
        if (notification is null)
            throw new ArgumentNullException(nameof(notification));
        cancellationToken.ThrowIfCancellationRequested();
        if (!TryReserve())
            return OutboxResult.Unavailable;
        long? key = null;
        try
        {
            // The write is not canceled: if the caller left, the notification is still stored, and its retry is a duplicate.
            key = await _writes.RunAsync(connection => Add(connection, notification)).ConfigureAwait(false);
        }
        finally
        {
            if (key is null)
                Interlocked.Decrement(ref _pending);
        }

        if (key is null)
            return OutboxResult.Duplicate;
        _queue.Add(new(key.Value));
        return OutboxResult.Added;
    }

    /// <inheritdoc/>
    public async ValueTask<ReceivedNotification?> TakeAsync(CancellationToken cancellationToken = default)
    {
        while (await _queue.TakeAsync(cancellationToken).ConfigureAwait(false) is { } entry)
        {
            ReceivedNotification? notification;
            try
            {
                notification = await _writes.RunAsync(connection => OutboxTable.Read(connection, entry.Key)).ConfigureAwait(false);
            }
            catch
            {
                _queue.Add(entry);
                throw;
            }

            if (notification is not null)
                return notification;
            // Someone deleted the row.
            Interlocked.Decrement(ref _pending);
        }

        return null;
    }

    /// <inheritdoc/>
    public async ValueTask CompleteAsync(ReceivedNotification notification, CancellationToken cancellationToken = default)
    {
        await ChangeAsync(notification, OutboxTable.Complete).ConfigureAwait(false);
        Interlocked.Decrement(ref _pending);
    }

    /// <inheritdoc/>
    public async ValueTask RetryAsync(ReceivedNotification notification, TimeSpan delay, CancellationToken cancellationToken = default)
    {
        var dueAt = _time.GetUtcNow() + delay;
        await ChangeAsync(notification, (connection, key) => OutboxTable.Retry(connection, key, dueAt)).ConfigureAwait(false);
        _queue.AddDelayed(new(notification.Key), delay);
    }

    /// <inheritdoc/>
    public async ValueTask FailAsync(ReceivedNotification notification, CancellationToken cancellationToken = default)
    {
        await ChangeAsync(notification, OutboxTable.Fail).ConfigureAwait(false);
        Interlocked.Increment(ref _failed);
        Interlocked.Decrement(ref _pending);
    }

    /// <summary>Reads the notifications that failed all attempts, the oldest first.</summary>
    /// <param name="limit">The maximum number of notifications. The default is 100.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<IReadOnlyList<ReceivedNotification>> ReadFailedAsync(int limit = 100, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _writes.RunAsync<IReadOnlyList<ReceivedNotification>>(connection => _table.ReadFailed(connection, limit));
    }

    /// <summary>Retries the notifications that failed all attempts, for example after you fixed their handler.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of notifications.</returns>
    public async Task<int> RetryFailedAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var keys = await _writes.RunAsync(_table.RetryFailed).ConfigureAwait(false);
        Interlocked.Add(ref _failed, -keys.Count);
        Interlocked.Add(ref _pending, keys.Count);
        foreach (var key in keys)
            _queue.Add(new(key));
        return keys.Count;
    }

    /// <inheritdoc/>
    public void Close()
    {
        _isClosed = true;
        // The rest is on the disk for the next start.
        _queue.CloseAndDiscard();
    }

    /// <summary>Waits for the writes that run, and closes the database.</summary>
    public void Dispose()
    {
        Close();
        _writes.WaitUntilIdle();
        _connection.Dispose();
        // Only once, because another outbox can have opened the queue since.
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            OpenQueues.Remove(_path, _queueName);
    }

    /// <summary>Returns the path.</summary>
    public override string ToString() => _path;

    private long? Add(SqliteConnection connection, ReceivedNotification notification)
    {
        if (_time.GetUtcNow() is var now && now >= _forgetAt)
        {
            _forgetAt = now + ForgetInterval;
            _table.Forget(connection, now - _lifetime);
        }

        return _table.Add(connection, notification);
    }

    private void Load()
    {
        var now = _time.GetUtcNow();
        _failed = _table.CountFailed(_connection);
        foreach (var (key, dueAt) in _table.ReadPending(_connection))
        {
            _pending++;
            _queue.AddDelayed(new(key), dueAt - now < LongestDelay ? dueAt - now : LongestDelay);
        }
    }

    private Task<bool> ChangeAsync(ReceivedNotification notification, Func<SqliteConnection, long, bool> change)
    {
        if (notification is null)
            throw new ArgumentNullException(nameof(notification));
        return _writes.RunAsync(connection => change(connection, notification.Key));
    }

    private bool TryReserve()
    {
        if (Interlocked.Increment(ref _pending) <= _capacity && !_isClosed)
            return true;
        Interlocked.Decrement(ref _pending);
        return false;
    }

    private sealed record Entry(long Key);
}
