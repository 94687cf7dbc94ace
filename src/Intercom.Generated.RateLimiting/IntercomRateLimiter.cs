using System.Threading.RateLimiting;
using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>
/// Keeps the clients of a workspace below its rate limit. It allows no more calls than the limit within any 10 seconds, and no calls while
/// responses report that the current window is used up, even by other programs. It learns the limit from responses. Share one limiter
/// among all clients of a workspace (<see cref="IntercomClientOptions.RateLimiter"/>). Calls are queued in order of arrival. Thread-safe.
/// </summary>
public sealed class IntercomRateLimiter : RateLimiter, IResponseObserver
{
    /// <summary>The number of calls allowed in 10 seconds until a response reports the limit.</summary>
    public const int DefaultLimit = 80;

    // Intercom's window is 10 seconds. The extra 2% allows for variations in network latency.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10.2);
    private static readonly TimeSpan BelievableSkew = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly object _lock = new();
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Queue<long> _sent = new();
    private readonly LinkedList<Waiting> _queue = new();
    private readonly ITimer _timer;
    private int _limit;
    private int _inProgress;
    private int _remaining = int.MaxValue;
    // Measured from the creation of the limiter, because the machine's clock can change.
    private TimeSpan _remainingUntil;
    private TimeSpan _pausedUntil;
    private TimeSpan? _idleSince;
    private Waiting? _lastReleased;
    private long _granted;
    private long _rejected;
    private bool _disposed;

    /// <summary>Creates a limiter.</summary>
    /// <param name="initialLimit">The number of calls allowed in 10 seconds until a response reports the limit.</param>
    /// <param name="timeProvider">The clock, or null for the system clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public IntercomRateLimiter(int initialLimit = DefaultLimit, TimeProvider? timeProvider = null)
    {
        if (initialLimit <= 0)
            throw new ArgumentOutOfRangeException(nameof(initialLimit), initialLimit, "The limit must be positive.");
        _limit = initialLimit;
        _time = timeProvider ?? TimeProvider.System;
        _start = _time.GetTimestamp();
        _idleSince = TimeSpan.Zero;
        _timer = _time.CreateTimer(
            static limiter => ((IntercomRateLimiter)limiter!).Release(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The number of calls allowed in 10 seconds, from the most recent response that reported it.</summary>
    public int Limit
    {
        get
        {
            lock (_lock)
                return _limit;
        }
    }

    /// <inheritdoc/>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_lock)
                return _idleSince is { } since ? Now - since : null;
        }
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics()
    {
        lock (_lock)
        {
            Forget();
            return new RateLimiterStatistics
            {
                CurrentAvailablePermits = Math.Max(0, _limit - _sent.Count),
                CurrentQueuedCount = _queue.Count,
                TotalSuccessfulLeases = _granted,
                TotalFailedLeases = _rejected,
            };
        }
    }

    /// <inheritdoc/>
    void IResponseObserver.Observe(IntercomResponse response)
    {
        lock (_lock)
        {
            var now = Now;
            var clock = _time.GetUtcNow();
            if (response.RateLimit is { } state)
            {
                if (state.Limit is > 0 and var limit)
                    _limit = limit;
                if (state is { Remaining: { } remaining, ResetsAt: { } reset })
                    Narrow(remaining, now + TimeUntil(reset, response, clock), now);
            }

            // A longer delay comes from a limit of the operation, not of the workspace, so it only affects the call itself.
            if ((int)response.StatusCode == 429 && ServerDelay.Of(response, clock) is { } wait)
                _pausedUntil = Longer(_pausedUntil, now + Shorter(wait, LongestPause));
        }

        Release();
    }

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            CheckCount(permitCount);
            if (_queue.Count == 0 && WaitFor() == TimeSpan.Zero)
                return permitCount == 0 ? Lease.Empty : Grant();
            _rejected++;
            return Lease.Rejected;
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        Waiting waiting;
        lock (_lock)
        {
            CheckCount(permitCount);
            if (permitCount == 0)
                return new ValueTask<RateLimitLease>(Lease.Empty);
            if (_queue.Count == 0 && WaitFor() == TimeSpan.Zero)
                return new ValueTask<RateLimitLease>(Grant());
            waiting = new Waiting();
            waiting.Node = _queue.AddLast(waiting);
            Schedule();
        }

        // Outside the lock, because Register runs the callback at once if the token is already canceled.
        waiting.Registration = cancellationToken.Register(() => Cancel(waiting, cancellationToken));
        if (waiting.Task.IsCompleted)
            waiting.Registration.Dispose();
        return new ValueTask<RateLimitLease>(waiting.Task);
    }

    /// <summary>Disposes the limiter and rejects queued calls.</summary>
    protected override void Dispose(bool disposing)
    {
        List<Waiting> left;
        lock (_lock)
        {
            if (_disposed)
                return;
            _disposed = true;
            left = [.. _queue];
            _queue.Clear();
            _rejected += left.Count;
            _timer.Dispose();
        }

        foreach (var waiting in left)
            waiting.End(Lease.Rejected, after: null);
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override ValueTask DisposeAsyncCore()
    {
        Dispose(true);
        return base.DisposeAsyncCore();
    }

    private void CheckCount(int permitCount)
    {
        if (_disposed)
            throw new ObjectDisposedException(nameof(IntercomRateLimiter));
        if (permitCount > 1)
            throw new ArgumentOutOfRangeException(nameof(permitCount), permitCount, "A call takes at most one permit.");
    }

    // The responses of a window can arrive in any order, so the lowest number counts.
    private void Narrow(int remaining, TimeSpan until, TimeSpan now)
    {
        var isSameWindow = now < _remainingUntil && (until - _remainingUntil).Duration() < BelievableSkew;
        if (isSameWindow)
        {
            _remaining = Math.Min(_remaining, remaining);
        }
        else if (until > now && until > _remainingUntil)
        {
            _remaining = remaining;
            _remainingUntil = until;
        }
    }

    // A small difference between the clocks comes from the whole seconds of Date. A large one comes from a wrong clock.
    private static TimeSpan TimeUntil(DateTimeOffset reset, IntercomResponse response, DateTimeOffset clock)
    {
        var serverNow = ServerDelay.TimeOf(response) ?? clock;
        var wait = reset - ((serverNow - clock).Duration() < BelievableSkew ? clock : serverNow);
        return Shorter(wait, Window);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private void Forget()
    {
        while (_sent.Count > 0 && _time.GetElapsedTime(_sent.Peek()) >= Window)
            _sent.Dequeue();
    }

    // The time since the limiter was created.
    private TimeSpan Now => _time.GetElapsedTime(_start);

    // Zero if a call can start now.
    private TimeSpan WaitFor()
    {
        Forget();
        var now = Now;
        if (now < _pausedUntil)
            return _pausedUntil - now;
        // Calls in progress may not be counted yet, so count them against the remaining calls.
        if (now < _remainingUntil && _remaining <= _inProgress)
            return _remainingUntil - now;
        return _sent.Count < _limit ? TimeSpan.Zero : Window - _time.GetElapsedTime(_sent.Peek());
    }

    private Lease Grant()
    {
        _sent.Enqueue(_time.GetTimestamp());
        _inProgress++;
        _granted++;
        _idleSince = null;
        return new Lease(this);
    }

    private void Return()
    {
        lock (_lock)
        {
            if (--_inProgress == 0)
                _idleSince = Now;
        }

        Release();
    }

    private void Release()
    {
        lock (_lock)
        {
            while (!_disposed && _queue.First is { } first)
            {
                if (WaitFor() > TimeSpan.Zero)
                {
                    Schedule();
                    return;
                }

                _queue.RemoveFirst();
                first.Value.End(Grant(), after: _lastReleased);
                _lastReleased = first.Value;
            }
        }
    }

    private void Schedule()
    {
        var wait = WaitFor();
        // Timers have millisecond resolution, so round up to avoid firing too early.
        _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(1, wait.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
    }

    private void Cancel(Waiting waiting, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (waiting.Node is not { List: not null } node)
                return;
            _queue.Remove(node);
        }

        waiting.Cancel(cancellationToken);
    }

    private sealed class Waiting
    {
        // A call that blocks its thread must not delay the calls behind it.
        private static readonly TimeSpan LongestHold = TimeSpan.FromMilliseconds(10);

        private readonly TaskCompletionSource<RateLimitLease> _completion = new();
        private Waiting? _previous;
        private RateLimitLease? _lease;
        private CancellationToken _canceled;
        private volatile bool _isReleased;

        public Task<RateLimitLease> Task => _completion.Task;

        public LinkedListNode<Waiting>? Node { get; set; }

        public CancellationTokenRegistration Registration { get; set; }

        /// <summary>Ends the wait on a thread pool thread, after the wait of the previous call.</summary>
        // Continuations on the local queue run in reverse order. The global queue starts them in order, but on several threads.
        public void End(Lease lease, Waiting? after)
        {
            _lease = lease;
            _previous = after;
            ThreadPool.UnsafeQueueUserWorkItem(static waiting => ((Waiting)waiting!).Release(), this);
        }

        public void Cancel(CancellationToken cancellationToken)
        {
            _canceled = cancellationToken;
            ThreadPool.UnsafeQueueUserWorkItem(static waiting => ((Waiting)waiting!).Cancel(), this);
        }

        private void Release()
        {
            Registration.Dispose();
            if (_previous is { } previous)
                SpinWait.SpinUntil(() => previous._isReleased, LongestHold);
            _previous = null;
            _completion.TrySetResult(_lease!);
            _isReleased = true;
        }

        private void Cancel() => _completion.TrySetCanceled(_canceled);
    }

    private sealed class Lease(IntercomRateLimiter? limiter) : RateLimitLease
    {
        private IntercomRateLimiter? _limiter = limiter;

        /// <summary>The lease for zero permits.</summary>
        public static Lease Empty { get; } = new(null);

        public static Lease Rejected { get; } = new(null) { IsGranted = false };

        public bool IsGranted { get; private init; } = true;

        public override bool IsAcquired => IsGranted;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            Interlocked.Exchange(ref _limiter, null)?.Return();
            base.Dispose(disposing);
        }
    }
}
