using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Intercom.Generated.Runtime;

/// <summary>Repeats the tries of a call within its timeout, as far as it is safe. One for each client.</summary>
internal sealed class RetryPolicy
{
    private static readonly ResiliencePropertyKey<ApiCall> CallKey = new("Intercom.Generated.Call");

    private readonly IntercomRetryOptions _options;
    private readonly TimeProvider _time;
    private readonly RetryBudget _budget;
    private readonly ClientObserver _observer;
    private readonly ResiliencePipeline<Answer> _call;
    private readonly ResiliencePipeline<Answer> _try;

    public RetryPolicy(IntercomRetryOptions options, TimeProvider time, ClientObserver observer)
    {
        _options = options;
        _time = time;
        _observer = observer;
        _budget = new RetryBudget(options.Budget);
        _call = Builder()
            .AddTimeout(TimeoutOf(static call => call.Timeout))
            .AddRetry(new RetryStrategyOptions<Answer>
            {
                // How often is decided for each call.
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.BaseDelay,
                MaxDelay = options.MaxDelay,
                ShouldHandle = args => new ValueTask<bool>(ShouldRetry(CallOf(args.Context), args.AttemptNumber, args.Outcome)),
                DelayGenerator = args => new ValueTask<TimeSpan?>(Spread(DelayAskedBy(args.Outcome))),
                OnRetry = OnRetry,
            })
            .Build();
        _try = Builder().AddTimeout(TimeoutOf(static call => call.TryTimeout)).Build();
    }

    /// <summary>Makes a call: as many tries as it takes and as are allowed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="waitForTurn">What every try waits for. The first wait does not count for the call's timeout, and none for that of a try.</param>
    /// <param name="exchange">One try. Fails with an exception when no answer came.</param>
    /// <returns>The answer of the last try, successful or not.</returns>
    public async Task<Answer> ExecuteAsync(
        ApiCall call, Func<ApiCall, CancellationToken, ValueTask<IDisposable?>> waitForTurn, Func<ApiCall, CancellationToken, ValueTask<Answer>> exchange)
    {
        var turn = await waitForTurn(call, call.Cancelled).ConfigureAwait(false);
        var context = ResilienceContextPool.Shared.Get(call.Cancelled);
        context.Properties.Set(CallKey, call);
        call.Begin(_time);
        try
        {
            var answer = await _call.ExecuteAsync(
                async context =>
                {
                    turn ??= await waitForTurn(call, context.CancellationToken).ConfigureAwait(false);
                    try
                    {
                        return await _try.ExecuteAsync(context => exchange(call, context.CancellationToken), context).ConfigureAwait(false);
                    }
                    finally
                    {
                        turn?.Dispose();
                        turn = null;
                    }
                },
                context).ConfigureAwait(false);
            if (answer.IsSuccess)
                _budget.Earn();
            return answer;
        }
        finally
        {
            turn?.Dispose();
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipelineBuilder<Answer> Builder() => new() { TimeProvider = _time };

    private static TimeoutStrategyOptions TimeoutOf(Func<ApiCall, TimeSpan> timeout) =>
        new() { TimeoutGenerator = args => new ValueTask<TimeSpan>(timeout(CallOf(args.Context))) };

    private static ApiCall CallOf(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

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
        var call = CallOf(args.Context);
        call.Retries++;
        call.LastFailure = args.Outcome.Result is { } answer ? $"status {answer.Status}" : args.Outcome.Exception!.GetType().Name;
        _observer.Retrying(call, args.Outcome.Result, args.Outcome.Exception, args.RetryDelay);
        return default;
    }
}
