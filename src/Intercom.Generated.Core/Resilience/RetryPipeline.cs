using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Intercom.Generated.Runtime;

/// <summary>Repeats the tries of a call whose first one failed, within what is left of its timeout.</summary>
internal sealed class RetryPipeline
{
    private static readonly ResiliencePropertyKey<ApiCall> CallKey = new("Intercom.Generated.Call");

    private readonly RetryPolicy _policy;
    private readonly IntercomRetryOptions _options;
    private readonly TimeProvider _time;
    private readonly RetryBudget _budget;
    private readonly Pacing? _pacing;
    private readonly ClientObserver _observer;
    private readonly ResiliencePipeline<Answer> _pipeline;

    public RetryPipeline(RetryPolicy policy, IntercomClientOptions options, RetryBudget budget, Pacing? pacing, ClientObserver observer)
    {
        _policy = policy;
        _options = options.Retry;
        _time = options.TimeProvider;
        _budget = budget;
        _observer = observer;
        _pacing = pacing;
        _pipeline = new ResiliencePipelineBuilder<Answer> { TimeProvider = _time }
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = static args => new ValueTask<TimeSpan>(CallOf(args.Context).TimeLeft) })
            .AddRetry(new RetryStrategyOptions<Answer>
            {
                // How often is decided for each call.
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = _options.BaseDelay,
                MaxDelay = _options.MaxDelay,
                ShouldHandle = args => new ValueTask<bool>(ShouldRetry(CallOf(args.Context), args.AttemptNumber, args.Outcome)),
                DelayGenerator = args => new ValueTask<TimeSpan?>(Spread(DelayAskedBy(args.Outcome))),
                OnRetry = OnRetry,
            })
            .Build();
    }

    /// <summary>Makes further tries if they are allowed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="answer">What the first try brought; null when it failed.</param>
    /// <param name="failure">How the first try failed; null when it brought an answer.</param>
    /// <returns>The answer of the last try, successful or not.</returns>
    public async ValueTask<Answer> ContinueAsync(ApiCall call, Answer? answer, Exception? failure)
    {
        var context = ResilienceContextPool.Shared.Get(call.Cancelled);
        context.Properties.Set(CallKey, call);
        call.HasTry = true;
        try
        {
            var first = failure is null ? Outcome.FromResult(answer!) : Outcome.FromException<Answer>(failure);
            var outcome = await _pipeline.ExecuteOutcomeAsync(
                static (context, state) => state.Pipeline.TryAsync(context, state.First), context, (Pipeline: this, First: first)).ConfigureAwait(false);
            outcome.ThrowIfException();
            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ApiCall CallOf(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private async ValueTask<Outcome<Answer>> TryAsync(ResilienceContext context, Outcome<Answer> first)
    {
        var call = CallOf(context);
        if (call.HasTry)
        {
            call.HasTry = false;
            return first;
        }

        try
        {
            using (_pacing is null ? null : await _pacing.WaitAsync(call, context.CancellationToken).ConfigureAwait(false))
                return Outcome.FromResult(await _policy.TryAsync(call, call.TryTimeout, context.CancellationToken).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            return Outcome.FromException<Answer>(e);
        }
    }

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
