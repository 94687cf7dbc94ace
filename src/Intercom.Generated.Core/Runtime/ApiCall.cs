using System.Diagnostics;
using Polly;
using Polly.Timeout;

namespace Intercom.Generated.Runtime;

/// <summary>A call over all of its tries: what was asked for, what it may do, and how far it is.</summary>
internal sealed class ApiCall
{
    private static readonly ResiliencePropertyKey<ApiCall> Key = new("Intercom.Generated.Call");

    private TimeProvider? _time;
    private long _begun;

    public ApiCall(ApiRequest request, RequestOptions? options, IntercomClientOptions client, bool streamsAnswer, CancellationToken cancelled)
    {
        Request = request ?? throw new ArgumentNullException(nameof(request));
        Options = options;
        StreamsAnswer = streamsAnswer;
        Cancelled = cancelled;
        Timeout = options?.Timeout is { } own ? IntercomClientOptions.Validate(own, nameof(RequestOptions.Timeout)) : client.Timeout;
        // The time that an upload takes depends on its length.
        TryTimeout = Operation.IsMultipart ? System.Threading.Timeout.InfiniteTimeSpan : client.TryTimeout;
        MaxRetries = options?.MaxRetries ?? client.Retry.MaxRetries;
        RetriesWrites = options?.RetryWrites ?? client.Retry.RetryWrites;
        Body = RequestBody.For(request);
        Scroll = ScrollStageOf(request, options);
    }

    public ApiRequest Request { get; }

    public ApiOperation Operation => Request.Operation;

    public RequestOptions? Options { get; }

    public RequestBody? Body { get; }

    /// <summary>Whether the body of a successful answer is left to the caller to read.</summary>
    public bool StreamsAnswer { get; }

    /// <summary>What the request is to a scroll.</summary>
    public ScrollStage Scroll { get; }

    /// <summary>The caller's own token.</summary>
    public CancellationToken Cancelled { get; }

    public TimeSpan Timeout { get; }

    public TimeSpan TryTimeout { get; }

    public int MaxRetries { get; }

    public bool RetriesWrites { get; }

    /// <summary>How many tries were made again so far.</summary>
    public int Retries { get; set; }

    /// <summary>How the try before the current one ended; null when there was none.</summary>
    public string? LastFailure { get; set; }

    /// <summary>The trace of the call; null when nobody listens.</summary>
    public Activity? Activity { get; set; }

    /// <summary>The turn that the next try has already; null when it has to wait for one, or for none.</summary>
    public IDisposable? Turn { get; set; }

    /// <summary>The call that a strategy works for.</summary>
    public static ApiCall Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    /// <summary>Makes what the strategies know the call by, to be returned to the pool.</summary>
    public ResilienceContext NewContext()
    {
        var context = ResilienceContextPool.Shared.Get(Cancelled);
        context.Properties.Set(Key, this);
        return context;
    }

    /// <summary>Gives the turn to who disposes it.</summary>
    public IDisposable? TakeTurn()
    {
        var turn = Turn;
        Turn = null;
        return turn;
    }

    public void Begin(TimeProvider time)
    {
        _time = time;
        _begun = time.GetTimestamp();
    }

    /// <summary>Whether a wait leaves time for another try.</summary>
    public bool HasTimeFor(TimeSpan wait) => Timeout == System.Threading.Timeout.InfiniteTimeSpan || _time!.GetElapsedTime(_begun) + wait < Timeout;

    /// <summary>Whether a try that ended so may be made again, as far as the request itself is concerned.</summary>
    public bool CanRetryAfter(Answer? answer, Exception? failure)
    {
        if (Body is { CanSendAgain: false })
            return false;
        if (answer is not null)
            return answer.Status == 429 || (answer.Status is 408 or 500 or 502 or 503 or 504 && IsRepeatable);
        return failure is IntercomConnectionException or IntercomTimeoutException or TimeoutRejectedException && IsRepeatable;
    }

    /// <summary>Whether the request can be sent again when nobody knows whether it took effect.</summary>
    // Intercom keeps the place in a scroll: sent again, a request would skip the page that got lost. A search is a POST that only reads.
    public bool IsRepeatable => Scroll == ScrollStage.None
        && (RetriesWrites || Operation.Method is "GET" or "HEAD" or "PUT" or "DELETE" || Operation.Items is not null);

    private static ScrollStage ScrollStageOf(ApiRequest request, RequestOptions? options)
    {
        if (request.HasQuery(PageCursor.ScrollParam) || options?.Query.ContainsKey(PageCursor.ScrollParam) == true)
            return ScrollStage.Continuation;
        var isScroll = request.Operation.Items is not null && request.Operation.Path.EndsWith("/scroll", StringComparison.Ordinal);
        return isScroll ? ScrollStage.Start : ScrollStage.None;
    }
}
