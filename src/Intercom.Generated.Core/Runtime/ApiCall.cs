using System.Diagnostics;
using Polly.Timeout;

namespace Intercom.Generated.Runtime;

/// <summary>A call over all of its tries: what was asked for, what it may do, and how far it is.</summary>
internal sealed class ApiCall
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

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

    /// <summary>Whether there is the outcome of a try that nobody has judged yet.</summary>
    public bool HasTry { get; set; }

    /// <summary>What is left of the call's timeout.</summary>
    public TimeSpan TimeLeft
    {
        get
        {
            if (Timeout == System.Threading.Timeout.InfiniteTimeSpan)
                return Timeout;
            var left = Timeout - _time!.GetElapsedTime(_begun);
            return left > Shortest ? left : Shortest;
        }
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
        return (failure is IntercomConnectionException or IntercomTimeoutException || IsTimeoutOfHandler(failure)) && IsRepeatable;
    }

    // A handler of the caller's can have a timeout of its own.
    private static bool IsTimeoutOfHandler(Exception? failure) => failure is TimeoutRejectedException;

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
