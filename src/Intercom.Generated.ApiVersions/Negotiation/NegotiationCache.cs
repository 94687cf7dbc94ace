using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Intercom.Generated;

/// <summary>
/// Caches the results of negotiations. Concurrent callers with the same key wait for one negotiation and share its result.
/// </summary>
internal sealed class NegotiationCache
{
    private static readonly NegotiationCache OfProcess = new();
    private static readonly ConditionalWeakTable<HttpMessageHandler, NegotiationCache> OfHandlers = new();

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    internal IReadOnlyList<string> Keys => [.. _entries.Keys];

    /// <summary>Gets the cache of the process, or of the caller's handler, which may connect to a fake.</summary>
    public static NegotiationCache For(IntercomClientOptions options) =>
        options.HttpMessageHandler is { } handler ? OfHandlers.GetValue(handler, static _ => new NegotiationCache()) : OfProcess;

    /// <summary>Gets the cached result, or negotiates.</summary>
    public async Task<NegotiatedVersion> GetAsync(
        string key,
        TimeSpan lifetime,
        Func<DateTimeOffset> clock,
        Func<CancellationToken, Task<NegotiatedVersion>> negotiate,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var entry = _entries.GetOrAdd(key, static _ => new Entry());
        var known = entry.Latest;
        if (known?.IsFresh(clock(), lifetime) == true)
            return await known.Negotiation.ConfigureAwait(false);

        await entry.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Share a negotiation that ended during the wait, even if it failed or its result is not cached.
            if (entry.Latest is { } latest && latest != known)
                return await latest.Negotiation.ConfigureAwait(false);
            var negotiation = negotiate(cancellationToken);
            await Task.WhenAny(negotiation).ConfigureAwait(false);
            if (!negotiation.IsCanceled)
                entry.Latest = new Outcome(negotiation, clock(), lifetime);
            return await negotiation.ConfigureAwait(false);
        }
        finally
        {
            entry.Turn.Release();
            DropStaleEntries(clock());
        }
    }

    private void DropStaleEntries(DateTimeOffset now)
    {
        foreach (var entry in _entries.Where(entry => entry.Value.IsUnused && entry.Value.Latest?.IsFresh(now, TimeSpan.MaxValue) != true))
            _entries.TryRemove(entry.Key, out _);
    }

    private sealed class Entry
    {
        // Not disposed, because a caller can still wait for its turn after the entry was removed.
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Outcome? Latest { get; set; }

        public bool IsUnused => Turn.CurrentCount > 0;
    }

    private sealed record Outcome(Task<NegotiatedVersion> Negotiation, DateTimeOffset At, TimeSpan Lifetime)
    {
        /// <summary>Whether the result is younger than its own lifetime and the caller's lifetime.</summary>
        public bool IsFresh(DateTimeOffset now, TimeSpan lifetime) =>
            Negotiation.Status == TaskStatus.RanToCompletion && now >= At && now - At < lifetime && now - At < Lifetime;
    }
}
