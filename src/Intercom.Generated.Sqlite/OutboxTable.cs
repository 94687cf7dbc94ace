using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Intercom.Generated.Webhooks;
using Microsoft.Data.Sqlite;

namespace Intercom.Generated.Sqlite;

/// <summary>The statements of an outbox. A row without a body only remembers the ID of a notification that was handled.</summary>
internal sealed class OutboxTable(string queue)
{
    private const int SchemaVersion = 1;

    private enum State
    {
        Pending = 0,
        Handled = 1,
        Failed = 2,
    }

    /// <summary>Creates the table if it does not exist.</summary>
    public static void Create(SqliteConnection connection)
    {
        var version = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (version > SchemaVersion)
        {
            throw new InvalidOperationException(
                $"It was created by a newer version of the package (format {version}). Update the package.");
        }

        // FULL waits for the disk at each commit, so that a commit survives a power failure. While another queue of the file writes, SQLite
        // waits a few milliseconds. Without the timeout, Microsoft.Data.Sqlite would wait 150 ms each time.
        Execute(
            connection,
            $"""
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA secure_delete = FAST;
            PRAGMA busy_timeout = 2000;
            CREATE TABLE IF NOT EXISTS intercom_notifications (
                key INTEGER PRIMARY KEY AUTOINCREMENT,
                queue TEXT NOT NULL,
                id TEXT,
                received_at INTEGER NOT NULL,
                due_at INTEGER NOT NULL,
                state INTEGER NOT NULL,
                failed_attempts INTEGER NOT NULL,
                trace_parent TEXT,
                body BLOB
            );
            CREATE UNIQUE INDEX IF NOT EXISTS intercom_notifications_id ON intercom_notifications (queue, id) WHERE id IS NOT NULL;
            CREATE INDEX IF NOT EXISTS intercom_notifications_state ON intercom_notifications (queue, state, received_at);
            PRAGMA user_version = {SchemaVersion};
            """);
    }

    /// <summary>Adds a notification.</summary>
    /// <returns>Its key, or null if its ID was added before.</returns>
    public long? Add(SqliteConnection connection, ReceivedNotification notification) => (long?)Scalar(
        connection,
        """
        INSERT INTO intercom_notifications (queue, id, received_at, due_at, state, failed_attempts, trace_parent, body)
        VALUES ($queue, $id, $time, $time, $state, 0, $trace, $body) ON CONFLICT DO NOTHING RETURNING key
        """,
        ("$queue", queue),
        ("$id", notification.Id),
        ("$time", notification.ReceivedAt.ToUnixTimeMilliseconds()),
        ("$state", (int)State.Pending),
        ("$trace", notification.TraceParent),
        ("$body", notification.Body.ToArray()));

    public static bool Complete(SqliteConnection connection, long key) => Execute(
        connection,
        "UPDATE intercom_notifications SET state = $state, body = NULL WHERE key = $key",
        ("$state", (int)State.Handled),
        ("$key", key)) > 0;

    public static bool Retry(SqliteConnection connection, long key, DateTimeOffset dueAt) => Execute(
        connection,
        "UPDATE intercom_notifications SET failed_attempts = failed_attempts + 1, due_at = $due WHERE key = $key",
        ("$due", dueAt.ToUnixTimeMilliseconds()),
        ("$key", key)) > 0;

    public static bool Fail(SqliteConnection connection, long key) => Execute(
        connection,
        "UPDATE intercom_notifications SET state = $state, failed_attempts = failed_attempts + 1 WHERE key = $key",
        ("$state", (int)State.Failed),
        ("$key", key)) > 0;

    /// <summary>Makes the notifications that failed all attempts pending again.</summary>
    /// <returns>Their keys.</returns>
    public List<long> RetryFailed(SqliteConnection connection) => Keys(
        connection,
        """
        UPDATE intercom_notifications SET state = $pending, failed_attempts = 0, due_at = received_at
        WHERE queue = $queue AND state = $failed RETURNING key
        """,
        ("$queue", queue),
        ("$pending", (int)State.Pending),
        ("$failed", (int)State.Failed));

    /// <summary>Forgets the IDs of handled notifications that were received before a time.</summary>
    public int Forget(SqliteConnection connection, DateTimeOffset before) => Execute(
        connection,
        "DELETE FROM intercom_notifications WHERE queue = $queue AND state = $state AND received_at < $before",
        ("$queue", queue),
        ("$state", (int)State.Handled),
        ("$before", before.ToUnixTimeMilliseconds()));

    /// <summary>Reads the keys of the pending notifications, with the times when they are due.</summary>
    public List<(long Key, DateTimeOffset DueAt)> ReadPending(SqliteConnection connection)
    {
        using var command = Command(
            connection,
            "SELECT key, due_at FROM intercom_notifications WHERE queue = $queue AND state = $state ORDER BY key",
            ("$queue", queue),
            ("$state", (int)State.Pending));
        using var reader = command.ExecuteReader();
        var pending = new List<(long, DateTimeOffset)>();
        while (reader.Read())
            pending.Add((reader.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1))));
        return pending;
    }

    /// <summary>Reads a notification, or null if someone deleted it.</summary>
    public static ReceivedNotification? Read(SqliteConnection connection, long key) =>
        ReadAll(connection, "key = $key", ("$key", key)).FirstOrDefault();

    /// <summary>Reads the notifications that failed all attempts, the oldest first.</summary>
    public List<ReceivedNotification> ReadFailed(SqliteConnection connection, int limit) => ReadAll(
        connection,
        "queue = $queue AND state = $state ORDER BY key LIMIT $limit",
        ("$queue", queue),
        ("$state", (int)State.Failed),
        ("$limit", limit));

    public int CountFailed(SqliteConnection connection) => Convert.ToInt32(
        Scalar(
            connection,
            "SELECT COUNT(*) FROM intercom_notifications WHERE queue = $queue AND state = $state",
            ("$queue", queue),
            ("$state", (int)State.Failed)),
        CultureInfo.InvariantCulture);

    private static List<ReceivedNotification> ReadAll(
        SqliteConnection connection, string condition, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(
            connection,
            $"""
            SELECT key, id, received_at, failed_attempts, trace_parent, body FROM intercom_notifications
            WHERE body IS NOT NULL AND {condition}
            """,
            parameters);
        using var reader = command.ExecuteReader();
        var notifications = new List<ReceivedNotification>();
        while (reader.Read())
        {
            notifications.Add(new(
                (byte[])reader.GetValue(5),
                reader.IsDBNull(1) ? null : reader.GetString(1),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)))
            {
                Key = reader.GetInt64(0),
                FailedAttempts = reader.GetInt32(3),
                TraceParent = reader.IsDBNull(4) ? null : reader.GetString(4),
            });
        }

        return notifications;
    }

    private static List<long> Keys(SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        using var reader = command.ExecuteReader();
        var keys = new List<long>();
        while (reader.Read())
            keys.Add(reader.GetInt64(0));
        return keys;
    }

    private static int Execute(SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        return command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        return command.ExecuteScalar();
    }

    [SuppressMessage("Security", "CA2100", Justification = "All statements are constants. Values are parameters.")]
    private static SqliteCommand Command(SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
