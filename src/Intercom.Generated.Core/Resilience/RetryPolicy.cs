namespace Intercom.Generated.Runtime;

/// <summary>
/// Makes the tries of a call within its timeout, as many as it takes and as are safe. One for each client. The first try is made here; nearly every call
/// needs no other, and so nothing of what retries take.
/// </summary>
internal sealed class RetryPolicy(ApiVersion version, IntercomClientOptions options, Transport transport, ClientObserver observer)
{
    private readonly TimeProvider _time = options.TimeProvider;
    private readonly RetryBudget _budget = new(options.Retry.Budget);
    private readonly Pacing? _pacing = options.RateLimiter is { } limiter ? new Pacing(version, limiter, options.TimeProvider, observer) : null;
    private RetryPipeline? _retries;

    /// <summary>
    /// Makes a call: as many tries as it takes and as are allowed, each when it is its turn. The first wait does not count for the call's timeout,
    /// and none for that of a try.
    /// </summary>
    /// <returns>The answer of the last try, successful or not.</returns>
    public async ValueTask<Answer> ExecuteAsync(ApiCall call)
    {
        Answer? answer = null;
        Exception? failure = null;
        using (_pacing is null ? null : await _pacing.WaitAsync(call, call.Cancelled).ConfigureAwait(false))
        {
            call.Begin(_time);
            try
            {
                answer = await TryAsync(call, Shorter(call.Timeout, call.TryTimeout), call.Cancelled).ConfigureAwait(false);
            }
            catch (Exception e) when (call.CanRetryAfter(null, e))
            {
                failure = e;
            }
        }

        if (answer is null || call.CanRetryAfter(answer, null))
            answer = await (_retries ??= new RetryPipeline(this, options, _budget, _pacing, observer)).ContinueAsync(call, answer, failure).ConfigureAwait(false);
        if (answer.IsSuccess)
            _budget.Earn();
        return answer;
    }

    /// <summary>Makes one try.</summary>
    /// <exception cref="IntercomTimeoutException">The limit was reached.</exception>
    public async ValueTask<Answer> TryAsync(ApiCall call, TimeSpan limit, CancellationToken cancelled)
    {
        if (limit == Timeout.InfiniteTimeSpan)
            return await transport.ExchangeAsync(call, cancelled).ConfigureAwait(false);
        using var time = new TimeLimit(limit, _time, cancelled);
        try
        {
            return await transport.ExchangeAsync(call, time.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (time.Token.IsCancellationRequested && !cancelled.IsCancellationRequested)
        {
            throw new IntercomTimeoutException(call, version, limit, e);
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) =>
        one == Timeout.InfiniteTimeSpan || (other != Timeout.InfiniteTimeSpan && other < one) ? other : one;
}
