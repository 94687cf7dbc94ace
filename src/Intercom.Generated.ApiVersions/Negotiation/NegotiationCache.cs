using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Intercom.Generated;

/// <summary>Keeps the outcomes of negotiations. Callers who ask for the same at the same time wait for one of them and share its outcome.</summary>
internal sealed class NegotiationCache
{
    private static readonly NegotiationCache OfProcess = new();
    private static readonly ConditionalWeakTable<HttpMessageHandler, NegotiationCache> OfHandlers = new();

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    internal IReadOnlyList<string> Keys => [.. _entries.Keys];

    /// <summary>Gets the cache of the process. A handler of the caller's can lead to another Intercom, such as a fake, and has its own.</summary>
    public static NegotiationCache For(IntercomClientOptions options) =>
        options.HttpMessageHandler is { } handler ? OfHandlers.GetValue(handler, static _ => new NegotiationCache()) : OfProcess;

    /// <summary>Gets the outcome that is kept, or negotiates.</summary>
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
            // A negotiation that ended during the wait counts, even if it failed or its outcome is not kept.
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
        // Not disposed: a caller that found the entry can still wait for its turn after the entry was dropped.
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Outcome? Latest { get; set; }

        public bool IsUnused => Turn.CurrentCount > 0;
    }

    private sealed record Outcome(Task<NegotiatedVersion> Negotiation, DateTimeOffset At, TimeSpan Lifetime)
    {
        /// <summary>Whether the outcome can be used again: it is younger than its own lifetime and than the caller's.</summary>
        public bool IsFresh(DateTimeOffset now, TimeSpan lifetime) =>
            Negotiation.Status == TaskStatus.RanToCompletion && now >= At && now - At < lifetime && now - At < Lifetime;
    }
}
