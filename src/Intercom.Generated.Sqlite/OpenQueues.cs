using System.Collections.Concurrent;

namespace Intercom.Generated.Sqlite;

/// <summary>
/// The queues that this process has open. Two outboxes on one queue would handle notifications twice, each with its own handlers.
/// </summary>
internal static class OpenQueues
{
    // Each connection to it has its own database.
    private const string InMemory = ":memory:";

    private static readonly ConcurrentDictionary<(string Path, string Queue), bool> Queues = new();

    /// <summary>Adds a queue.</summary>
    /// <exception cref="InvalidOperationException">The queue is open.</exception>
    public static void Add(string path, string queue)
    {
        if (path != InMemory && !Queues.TryAdd(Key(path, queue), true))
        {
            throw new InvalidOperationException(
                $"The queue '{queue}' of the outbox '{path}' is already open in this process. Give each endpoint a queue of its own "
                + "with the parameter queue, and dispose an outbox before you open it again.");
        }
    }

    public static void Remove(string path, string queue)
    {
        if (path != InMemory)
            Queues.TryRemove(Key(path, queue), out _);
    }

    private static (string Path, string Queue) Key(string path, string queue) => (Path.GetFullPath(path), queue);
}
