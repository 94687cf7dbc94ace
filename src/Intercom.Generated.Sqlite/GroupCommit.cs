using Microsoft.Data.Sqlite;

namespace Intercom.Generated.Sqlite;

/// <summary>
/// Runs the writes of many callers on one connection. Writes that wait for a commit share the next one, because a commit waits for the
/// disk.
/// </summary>
internal sealed class GroupCommit(SqliteConnection connection)
{
    // Limits the time that the first write of a group waits for the last.
    private const int LargestGroup = 256;

    private readonly object _lock = new();
    private readonly Queue<Write> _waiting = new();
    private bool _isRunning;

    /// <summary>Runs a write. When the task completes, it is on the disk.</summary>
    public async Task<T> RunAsync<T>(Func<SqliteConnection, T> run)
    {
        T result = default!;
        var write = new Write(connection => result = run(connection));
        lock (_lock)
        {
            _waiting.Enqueue(write);
            if (!_isRunning)
            {
                _isRunning = true;
                _ = Task.Run(RunGroups);
            }
        }

        await write.Done.Task.ConfigureAwait(false);
        return result;
    }

    /// <summary>Waits for all writes.</summary>
    public void WaitUntilIdle()
    {
        lock (_lock)
        {
            while (_isRunning)
                Monitor.Wait(_lock);
        }
    }

    private void RunGroups()
    {
        while (TryGetGroup(out var group))
            Run(group);
    }

    private bool TryGetGroup(out List<Write> group)
    {
        lock (_lock)
        {
            group = new(Math.Min(_waiting.Count, LargestGroup));
            while (_waiting.Count > 0 && group.Count < LargestGroup)
                group.Add(_waiting.Dequeue());
            if (group.Count > 0)
                return true;
            _isRunning = false;
            Monitor.PulseAll(_lock);
            return false;
        }
    }

    private void Run(List<Write> group)
    {
        try
        {
            using var transaction = connection.BeginTransaction();
            foreach (var write in group)
                write.Run(connection);
            transaction.Commit();
        }
#pragma warning disable CA1031 // The callers get the exception. None of the writes took effect.
        catch (Exception e)
        {
            foreach (var write in group)
                write.Done.SetException(e);
            return;
        }
#pragma warning restore CA1031

        foreach (var write in group)
            write.Done.SetResult(true);
    }

    private sealed class Write(Action<SqliteConnection> run)
    {
        public Action<SqliteConnection> Run { get; } = run;

        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
