using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Intercom.Generated.Runtime;

/// <summary>Repeats the tries of a call within its timeout, as far as it is safe. One for each client.</summary>
internal sealed class RetryPolicy
{
    private readonly IntercomRetryOptions _options;
    private readonly TimeProvider _time;
    private readonly RetryBudget _budget;
    private readonly ClientObserver _observer;
    private readonly Transport _transport;
    private readonly Pacing? _pacing;
    private readonly ResiliencePipeline<Answer> _pipeline;

    public RetryPolicy(ApiVersion version, IntercomClientOptions options, Transport transport, ClientObserver observer)
    {
        _options = options.Retry;
        _time = options.TimeProvider;
        _observer = observer;
        _transport = transport;
        _budget = new RetryBudget(_options.Budget);
        _pacing = options.RateLimiter is { } limiter ? new Pacing(version, limiter, _time, observer) : null;
        var builder = new ResiliencePipelineBuilder<Answer> { TimeProvider = _time }
            .AddTimeout(TimeoutOf(static call => call.Timeout))
            .AddRetry(new RetryStrategyOptions<Answer>
            {
                // How often is decided for each call.
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = _options.BaseDelay,
                MaxDelay = _options.MaxDelay,
                ShouldHandle = args => new ValueTask<bool>(ShouldRetry(ApiCall.Of(args.Context), args.AttemptNumber, args.Outcome)),
                DelayGenerator = args => new ValueTask<TimeSpan?>(Spread(DelayAskedBy(args.Outcome))),
                OnRetry = OnRetry,
            });
        if (_pacing is not null)
            builder.AddStrategy(_ => _pacing, new PacingOptions());
        _pipeline = builder.AddTimeout(TimeoutOf(static call => call.TryTimeout)).Build();
    }

    /// <summary>
    /// Makes a call: as many tries as it takes and as are allowed, each when it is its turn. The first wait does not count for the call's timeout,
    /// and none for that of a try.
    /// </summary>
    /// <returns>The answer of the last try, successful or not.</returns>
    public async ValueTask<Answer> ExecuteAsync(ApiCall call)
    {
        if (_pacing is not null)
            call.Turn = await _pacing.WaitAsync(call, call.Cancelled).ConfigureAwait(false);
        call.Begin(_time);
        var context = call.NewContext();
        try
        {
            var outcome = await _pipeline.ExecuteOutcomeAsync(static (context, policy) => policy.TryAsync(context), context, this).ConfigureAwait(false);
            outcome.ThrowIfException();
            if (outcome.Result!.IsSuccess)
                _budget.Earn();
            return outcome.Result;
        }
        finally
        {
            call.TakeTurn()?.Dispose();
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Outcome<Answer>> TryAsync(ResilienceContext context)
    {
        try
        {
            return Outcome.FromResult(await _transport.ExchangeAsync(ApiCall.Of(context), context.CancellationToken).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            return Outcome.FromException<Answer>(e);
        }
    }

    private static TimeoutStrategyOptions TimeoutOf(Func<ApiCall, TimeSpan> timeout) =>
        new() { TimeoutGenerator = args => new ValueTask<TimeSpan>(timeout(ApiCall.Of(args.Context))) };

    private bool ShouldRetry(ApiCall call, int retries, Outcome<Answer> outcome)
    {
        if (call.Cancelled.IsCancellationRequested || !call.CanRetryAfter(outcome.Result, outcome.Exception))
            return false;
        var isRateLimit = outcome.Result is { Status: 429 };
        return retries < call.MaxRetries
            && call.HasTimeFor(DelayAskedBy(outcome) ?? TimeSpan.Zero)
            && (isRateLimit || _budget.TrySpend());
    }

    private TimeSpan? DelayAskedBy(Outcome<Answer> outcome) => outcome.Result is { } answer ? ServerDelay.Of(answer.Response, _time.GetUtcNow()) : null;

    // Clients that were turned away together do not come back together.
    private TimeSpan? Spread(TimeSpan? delay) => delay is { } asked
        ? asked + TimeSpan.FromMilliseconds(Math.Min(500, _options.BaseDelay.TotalMilliseconds) * NextRandom())
        : null;

#if NET
    private static double NextRandom() => Random.Shared.NextDouble();
#else
    [ThreadStatic]
    private static Random? random;

    private static double NextRandom() => (random ??= new Random(Guid.NewGuid().GetHashCode())).NextDouble();
#endif

    private ValueTask OnRetry(OnRetryArguments<Answer> args)
    {
        var call = ApiCall.Of(args.Context);
        call.Retries++;
        call.LastFailure = args.Outcome.Result is { } answer ? $"status {answer.Status}" : args.Outcome.Exception!.GetType().Name;
        _observer.Retrying(call, args.Outcome.Result, args.Outcome.Exception, args.RetryDelay);
        return default;
    }

    private sealed class PacingOptions : ResilienceStrategyOptions;
}
