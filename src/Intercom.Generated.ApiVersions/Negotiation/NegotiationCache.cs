using System.Runtime.CompilerServices;

namespace Intercom.Generated;

/// <summary>Outcomes of negotiations, and the negotiations that are under way.</summary>
internal sealed class NegotiationCache
{
    private static readonly NegotiationCache OfProcess = new();
    private static readonly ConditionalWeakTable<HttpMessageHandler, NegotiationCache> OfHandlers = new();

    private readonly object _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Negotiation> _underWay = new(StringComparer.Ordinal);

    internal IReadOnlyList<string> Keys
    {
        get
        {
            lock (_lock)
                return [.. _entries.Keys];
        }
    }

    /// <summary>The one for the process; a handler of the caller's can lead to another Intercom, such as a fake, and has its own.</summary>
    public static NegotiationCache For(IntercomClientOptions options) =>
        options.HttpMessageHandler is { } handler ? OfHandlers.GetValue(handler, static _ => new NegotiationCache()) : OfProcess;

    /// <summary>Gives the outcome that is kept, or joins the negotiation that is under way, or begins one.</summary>
    public async Task<NegotiatedVersion> GetAsync(
        string key,
        TimeSpan lifetime,
        Func<DateTimeOffset> clock,
        Func<CancellationToken, Task<NegotiatedVersion>> negotiate,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Negotiation? negotiation;
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var entry) && entry.IsFresh(clock(), lifetime))
                return entry.Outcome;
            if (!_underWay.TryGetValue(key, out negotiation))
            {
                negotiation = new Negotiation();
                _underWay.Add(key, negotiation);
                var begun = negotiation;
                // On another thread: what the caller's handler does before its first await is not to be done within the lock.
                negotiation.Task = Task.Run(() => RunAsync(key, begun, lifetime, clock, negotiate), CancellationToken.None);
            }

            negotiation.Callers++;
        }

        return await WaitAsync(key, negotiation, cancellationToken).ConfigureAwait(false);
    }

    private async Task<NegotiatedVersion> RunAsync(
        string key,
        Negotiation negotiation,
        TimeSpan lifetime,
        Func<DateTimeOffset> clock,
        Func<CancellationToken, Task<NegotiatedVersion>> negotiate)
    {
        try
        {
            var outcome = await negotiate(negotiation.Cancellation.Token).ConfigureAwait(false);
            lock (_lock)
                Keep(key, new Entry(outcome, clock(), lifetime));
            return outcome;
        }
        finally
        {
            lock (_lock)
                Forget(key, negotiation);
        }
    }

    // A caller that cancels leaves the others their negotiation; with the last one it ends.
    private async Task<NegotiatedVersion> WaitAsync(string key, Negotiation negotiation, CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(() => cancelled.TrySetResult(true)))
            await Task.WhenAny(negotiation.Task, cancelled.Task).ConfigureAwait(false);

        bool isOver, isAbandoned;
        lock (_lock)
        {
            isOver = negotiation.Task.IsCompleted;
            isAbandoned = --negotiation.Callers == 0 && !isOver;
            if (isAbandoned)
                Forget(key, negotiation);
        }

        if (isAbandoned)
            await EndAsync(negotiation).ConfigureAwait(false);
        if (!isOver)
            throw new OperationCanceledException(cancellationToken);
        return await negotiation.Task.ConfigureAwait(false);
    }

    private static async Task EndAsync(Negotiation negotiation)
    {
#if NET
        await negotiation.Cancellation.CancelAsync().ConfigureAwait(false);
#else
        negotiation.Cancellation.Cancel();
#endif
        try
        {
            await negotiation.Task.ConfigureAwait(false);
        }
        catch
        {
            // Nobody waits for it any more.
        }
    }

    private void Keep(string key, Entry entry)
    {
        foreach (var old in _entries.Where(known => !known.Value.IsFresh(entry.At, known.Value.Lifetime)).Select(known => known.Key).ToList())
            _entries.Remove(old);
        if (entry.Lifetime > TimeSpan.Zero)
            _entries[key] = entry;
    }

    private void Forget(string key, Negotiation negotiation)
    {
        if (_underWay.TryGetValue(key, out var current) && ReferenceEquals(current, negotiation))
            _underWay.Remove(key);
    }

    private sealed record Entry(NegotiatedVersion Outcome, DateTimeOffset At, TimeSpan Lifetime)
    {
        public bool IsFresh(DateTimeOffset now, TimeSpan lifetime) => now >= At && now - At < lifetime;
    }

    private sealed class Negotiation
    {
        // Not disposed: it has no timer and no handle, and a caller may cancel it when it has just ended.
        public CancellationTokenSource Cancellation { get; } = new();

        public Task<NegotiatedVersion> Task { get; set; } = null!;

        public int Callers { get; set; }
    }
}
