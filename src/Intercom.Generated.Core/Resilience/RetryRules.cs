namespace Intercom.Generated.Runtime;

/// <summary>Decides whether and when to retry. Each client has one instance, because its calls share a budget.</summary>
internal sealed class RetryRules(IntercomClientOptions options, ClientObserver observer)
{
    private readonly IntercomRetryOptions _options = options.Retry;
    private readonly RetryBudget _budget = new(options.Retry.Budget);

    /// <summary>Decides whether to retry. Counts and reports the retry.</summary>
    /// <param name="call">The call.</param>
    /// <param name="response">The response to the last attempt, or null if there was none.</param>
    /// <param name="failure">The exception that ended the last attempt, or null if there was a response.</param>
    /// <param name="delay">The time to wait before the retry.</param>
    public bool TryRetry(ApiCall call, IntercomResponse? response, Exception? failure, out TimeSpan delay)
    {
        delay = default;
        var status = (int?)response?.StatusCode;
        if (call.Retries >= call.MaxRetries || call.CancellationToken.IsCancellationRequested || !CanRepeat(call, status, failure))
            return false;
        delay = DelayBefore(call.Retries, response);
        // A retry after the timeout would only hide the error. Retries after 429 are free, because Intercom asks for them.
        if (!call.HasTimeFor(delay) || (status != 429 && !_budget.TrySpend()))
            return false;
        call.Retries++;
        call.LastFailure = status is { } known ? $"status {known}" : failure!.GetType().Name;
        observer.Retrying(call, response, failure, delay);
        return true;
    }

    /// <summary>Reports a success to the budget.</summary>
    public void Succeeded() => _budget.Earn();

    private static bool CanRepeat(ApiCall call, int? status, Exception? failure)
    {
        if (call.Body is { CanRepeat: false })
            return false;
        var mayHaveTakenEffect = status is 408 or 500 or 502 or 503 or 504
            || failure is IntercomConnectionException or IntercomTimeoutException;
        return status == 429 || failure?.InnerException is UnprocessedRequestException || (mayHaveTakenEffect && call.IsRepeatable);
    }

    private TimeSpan DelayBefore(int retries, IntercomResponse? response)
    {
        if (response is not null && ServerDelay.Of(response, options.TimeProvider.GetUtcNow()) is { } asked)
        {
            // Add jitter, so that clients that were rejected together don't retry together.
            return asked + TimeSpan.FromMilliseconds(Math.Min(500, _options.BaseDelay.TotalMilliseconds) * NextRandom());
        }

        var longest = Math.Min(_options.MaxDelay.TotalMilliseconds, _options.BaseDelay.TotalMilliseconds * Math.Pow(2, retries));
        return TimeSpan.FromMilliseconds(longest * (1 + NextRandom()) / 2);
    }

#if NET
    private static double NextRandom() => Random.Shared.NextDouble();
#else
    [ThreadStatic]
    private static Random? random;

    private static double NextRandom() => (random ??= new Random(Guid.NewGuid().GetHashCode())).NextDouble();
#endif
}
