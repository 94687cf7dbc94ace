using System.ComponentModel;
using System.Diagnostics;

namespace Intercom.Generated.Runtime;

/// <summary>
/// One call of an operation, with all of its attempts. The client attaches it to each request, so that a handler in the HttpClient can
/// make the retries by the client's own rules. The package for dependency injection has such a handler.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiCall
{
    private const string Key = "Intercom.Generated.Call";

#if NET
    private static readonly HttpRequestOptionsKey<ApiCall> OptionsKey = new(Key);
#endif
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly ClientContext _client;
    private bool _hasStarted;
    private long _start;
    private TimeLimit? _limit;
    private bool _isLimitOfCall;
    private IDisposable? _turn;
    private bool _isSent;
    private IntercomResponse? _received;
    private Exception? _callbackFailure;

    internal ApiCall(
        ClientContext client, ApiRequest request, RequestOptions? options, bool streamsResponse, CancellationToken cancellationToken)
    {
        _client = client;
        Request = request ?? throw new ArgumentNullException(nameof(request));
        Options = options;
        StreamsResponse = streamsResponse;
        CancellationToken = cancellationToken;
        Timeout = options?.Timeout is { } own
            ? ClientOptionsRules.CheckTimeout(own, nameof(RequestOptions.Timeout))
            : client.Options.Timeout;
        MaxRetries = options?.MaxRetries ?? client.Options.Retry.MaxRetries;
        RetriesWrites = options?.RetryWrites ?? client.Options.Retry.RetryWrites;
        Body = RequestBody.For(request);
        Scroll = ScrollStageOf(request, options);
    }

    /// <summary>The operation.</summary>
    public ApiOperation Operation => Request.Operation;

    /// <summary>
    /// Whether an attempt uploads or downloads a file. No attempt timeout applies, because the time depends on the size of the file.
    /// </summary>
    public bool TransfersFile => Operation.IsMultipart || StreamsResponse;

    /// <summary>
    /// The timeout of one attempt: <see cref="IntercomClientOptions.AttemptTimeout"/>, or infinite for uploads.
    /// </summary>
    public TimeSpan AttemptTimeout => Operation.IsMultipart ? System.Threading.Timeout.InfiniteTimeSpan : _client.Options.AttemptTimeout;

    /// <summary>The clock of the client.</summary>
    internal TimeProvider TimeProvider => _client.Options.TimeProvider;

    internal ApiRequest Request { get; }

    internal RequestOptions? Options { get; }

    internal RequestBody? Body { get; }

    /// <summary>Whether the caller reads the body of a successful response.</summary>
    internal bool StreamsResponse { get; }

    /// <summary>The request's part in a scroll.</summary>
    internal ScrollStage Scroll { get; }

    /// <summary>The caller's token, not a linked token.</summary>
    internal CancellationToken CancellationToken { get; }

    internal TimeSpan Timeout { get; }

    internal int MaxRetries { get; }

    internal bool RetriesWrites { get; }

    /// <summary>The number of retries so far.</summary>
    internal int Retries { get; set; }

    /// <summary>The outcome of the previous attempt, or null if there was none.</summary>
    internal string? LastFailure { get; set; }

    /// <summary>Whether a failed attempt may have taken effect.</summary>
    internal bool MayHaveTakenEffect { get; private set; }

    /// <summary>The activity of the call, or null if there is no listener.</summary>
    internal Activity? Activity { get; set; }

    /// <summary>Whether a handler makes the retries of the current request.</summary>
    internal bool HasHandler { get; private set; }

    /// <summary>Whether a handler has decided not to retry after the current attempt.</summary>
    internal bool IsDecided { get; private set; }

    /// <summary>Whether the request can be repeated if it is unknown whether it took effect.</summary>
    // Intercom keeps the position of a scroll, so a repeated request would skip the lost page.
    internal bool IsRepeatable => Scroll == ScrollStage.None && (RetriesWrites || Operation.IsRepeatable);

    /// <summary>The remaining time of the call's timeout.</summary>
    internal TimeSpan TimeLeft
    {
        get
        {
            if (Timeout == System.Threading.Timeout.InfiniteTimeSpan)
                return Timeout;
            var left = Timeout - TimeProvider.GetElapsedTime(_start);
            return left > Shortest ? left : Shortest;
        }
    }

    /// <summary>The timeout that ended the current attempt, or null if none did.</summary>
    internal TimeSpan? ExpiredTimeout => _limit is not { IsExpired: true } ? null : _isLimitOfCall ? Timeout : AttemptTimeout;

    /// <summary>Gets the call that a request belongs to, or null if the request is not from an Intercom client.</summary>
    /// <param name="request">The request.</param>
    public static ApiCall? Of(HttpRequestMessage request)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));
#if NET
        return request.Options.TryGetValue(OptionsKey, out var call) ? call : null;
#else
        return request.Properties.TryGetValue(Key, out var call) ? call as ApiCall : null;
#endif
    }

    /// <summary>
    /// Makes the handler responsible for the retries of the current request. The client then only enforces the timeout of the whole call.
    /// </summary>
    /// <returns>False if another handler is already responsible.</returns>
    public bool TryTakeOverRetries()
    {
        if (HasHandler)
            return false;
        HasHandler = true;
        _isLimitOfCall = true;
        _limit?.Change(TimeLeft);
        return true;
    }

    /// <summary>Decides whether to retry, by the client's own rules. Counts and reports the retry.</summary>
    /// <param name="message">The response to the attempt, or null if there was none.</param>
    /// <param name="failure">The exception that ended the attempt, or null if there was a response.</param>
    /// <param name="delay">The time to wait before the retry.</param>
    /// <returns>Whether to retry.</returns>
    public bool TryRetry(HttpResponseMessage? message, Exception? failure, out TimeSpan delay)
    {
        delay = default;
        if (failure is not null && IsCallbackFailure(failure))
            return false;
        var response = message is null ? null : _received ?? new IntercomResponse(message);
        var exception = failure is null ? null : _client.Exceptions.Translate(this, failure, ExpiredTimeout, null, CancellationToken);
        if (!_client.Retries.TryRetry(this, response, exception, out delay))
            return false;
        EndTurn();
        return true;
    }

    /// <summary>Waits for the rate limiter of the client, unless the current attempt already has a lease.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public ValueTask WaitForTurnAsync(CancellationToken cancellationToken) =>
        _client.Pacing is { } pacing && _turn is null ? TakeTurnAsync(pacing, cancellationToken) : default;

    /// <summary>Sends the request once and reports the attempt to logs, traces, and metrics.</summary>
    /// <param name="request">The request.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    public async Task<HttpResponseMessage> SendAttemptAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
    {
        if (send is null)
            throw new ArgumentNullException(nameof(send));
        if (_isSent && _client.Tokens.CanChange)
        {
            request.Headers.Authorization = await GuardAsync(
                () => _client.Tokens.GetHeaderAsync(Operation, cancellationToken)).ConfigureAwait(false);
        }

        _isSent = true;
        _received = null;
        var start = _client.Observer.BeginRequest();
        HttpResponseMessage message;
        try
        {
            message = await send(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _client.Observer.NoResponse(this, start, _client.Exceptions.Translate(this, e, ExpiredTimeout, null, CancellationToken));
            throw;
        }

        _received = await GuardAsync(
            () => new ValueTask<IntercomResponse>(
                _client.Responses.Receive(this, start, message, isFromIntercom: true))).ConfigureAwait(false);
        return message;
    }

    /// <summary>Creates the exception for a request that a rate limiter in the HttpClient rejected.</summary>
    /// <param name="retryAfter">The time to wait, or null if it is not known.</param>
    public IntercomException RejectedByLimiter(TimeSpan? retryAfter) =>
        new IntercomRateLimiterException(Operation.Id, _client.Version, retryAfter);

    /// <summary>Creates the exception for a request that a circuit breaker in the HttpClient rejected.</summary>
    /// <param name="cause">The exception of the circuit breaker.</param>
    public IntercomException RejectedByBreaker(Exception cause) => new IntercomCircuitBreakerException(this, _client.Version, cause);

    // An exception from the caller's own code must not look like a failed request, whatever its type is.
    private async ValueTask<T> GuardAsync<T>(Func<ValueTask<T>> callback)
    {
        try
        {
            return await callback().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _callbackFailure = e;
            throw;
        }
    }

    internal bool IsCallbackFailure(Exception failure) => ReferenceEquals(failure, _callbackFailure);

    internal void Attach(HttpRequestMessage request)
    {
        HasHandler = IsDecided = _isSent = false;
        _received = null;
#if NET
        request.Options.Set(OptionsKey, this);
#else
        request.Properties[Key] = this;
#endif
    }

    /// <summary>Ends the responsibility of a handler for the current request.</summary>
    /// <param name="isDecided">Whether the handler has seen the outcome of the attempt.</param>
    /// <returns>The response, if the handler has already read its status and headers.</returns>
    internal IntercomResponse? LeaveHandler(bool isDecided)
    {
        if (HasHandler)
        {
            HasHandler = false;
            IsDecided = isDecided;
            _limit?.Change(NextLimit());
        }

        return _received;
    }

    /// <summary>Records that it is unknown whether an attempt took effect.</summary>
    internal void LoseTrack() => MayHaveTakenEffect |= !Operation.IsReadOnly;

    /// <summary>Starts the clock of the call's timeout, unless it is already running.</summary>
    internal void Start()
    {
        if (_hasStarted)
            return;
        _hasStarted = true;
        _start = TimeProvider.GetTimestamp();
    }

    /// <summary>Whether there is time for another attempt after a wait.</summary>
    // A timer can fire slightly early, when the clock still shows time left.
    internal bool HasTimeFor(TimeSpan wait) =>
        Timeout == System.Threading.Timeout.InfiniteTimeSpan
        || (TimeProvider.GetElapsedTime(_start) + wait < Timeout && !(_isLimitOfCall && _limit is { IsExpired: true }));

    internal void BeginAttempt(TimeLimit limit)
    {
        IsDecided = false;
        _limit = limit;
    }

    internal bool HasStarted => _hasStarted;

    internal void EndTurn()
    {
        _turn?.Dispose();
        _turn = null;
    }

    /// <summary>Gets the timeout of the next attempt: its own, or the remaining time of the call if that is less.</summary>
    internal TimeSpan NextLimit()
    {
        var attempt = AttemptTimeout;
        var left = TimeLeft;
        _isLimitOfCall = left != System.Threading.Timeout.InfiniteTimeSpan
            && (attempt == System.Threading.Timeout.InfiniteTimeSpan || left < attempt);
        return _isLimitOfCall ? left : attempt;
    }

    private async ValueTask TakeTurnAsync(Pacing pacing, CancellationToken cancellationToken) =>
        _turn = await pacing.WaitAsync(this, cancellationToken).ConfigureAwait(false);

    private static ScrollStage ScrollStageOf(ApiRequest request, RequestOptions? options)
    {
        if (request.HasQuery(PageCursor.ScrollParam) || options?.Query.ContainsKey(PageCursor.ScrollParam) == true)
            return ScrollStage.Continuation;
        return request.Operation.IsScroll ? ScrollStage.Start : ScrollStage.None;
    }
}
