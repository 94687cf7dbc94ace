using Intercom.Generated.Runtime;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Intercom.Generated.DependencyInjection;

/// <summary>
/// Builds the resilience pipeline of a client: the strategies of the standard pipeline, but with the client's own retry rules. There is no
/// total timeout, because the client has its own.
/// </summary>
internal static class ResiliencePipelineFactory
{
    /// <summary>The context property that contains the call of a request.</summary>
    public static readonly ResiliencePropertyKey<ApiCall> CallKey = new("Intercom.Generated.Call");

    private static readonly ResiliencePropertyKey<TimeSpan> DelayKey = new("Intercom.Generated.RetryDelay");

    /// <summary>Adds the strategies, from the outermost to the innermost.</summary>
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, IntercomResilienceOptions options)
    {
        pipeline
            .AddConcurrencyLimiter(options.ConcurrencyLimiter)
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                Name = "Retry",
                // The client's retry rules limit the number.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => new ValueTask<bool>(TryRetry(args.Context, args.Outcome)),
                DelayGenerator = args => new ValueTask<TimeSpan?>(args.Context.Properties.GetValue(DelayKey, TimeSpan.Zero)),
            })
            .AddStrategy(_ => new PacingStrategy())
            .AddCircuitBreaker(options.CircuitBreaker)
            .AddTimeout(new TimeoutStrategyOptions
            {
                Name = "AttemptTimeout",
                TimeoutGenerator = args => new ValueTask<TimeSpan>(AttemptTimeout(args.Context, options)),
            });
    }

    /// <summary>Whether an attempt counts as a failure for the circuit breaker.</summary>
    public static ValueTask<bool> IsFailure(CircuitBreakerPredicateArguments<HttpResponseMessage> args)
    {
        var outcome = args.Outcome;
        var isFailure = outcome.Result is { } message
            ? (int)message.StatusCode is 408 or >= 500
            : outcome.Exception is HttpRequestException or IOException or TimeoutRejectedException;
        return new ValueTask<bool>(isFailure && CallOf(args.Context) is not null);
    }

    private static bool TryRetry(ResilienceContext context, Outcome<HttpResponseMessage> outcome)
    {
        var exception = RejectionHandler.TranslateTimeout(outcome.Exception);
        if (CallOf(context) is not { } call || !call.TryRetry(outcome.Result, exception, out var delay))
            return false;
        context.Properties.Set(DelayKey, delay);
        return true;
    }

    private static TimeSpan AttemptTimeout(ResilienceContext context, IntercomResilienceOptions options) =>
        CallOf(context) is { TransfersFile: false } call ? options.AttemptTimeout ?? call.AttemptTimeout : Timeout.InfiniteTimeSpan;

    private static ApiCall? CallOf(ResilienceContext context) => context.Properties.TryGetValue(CallKey, out var call) ? call : null;

    /// <summary>
    /// Waits for the client's rate limiter before each retry, outside of the attempt timeout. The client itself waits before the first
    /// attempt.
    /// </summary>
    private sealed class PacingStrategy : ResilienceStrategy<HttpResponseMessage>
    {
        protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
        {
            try
            {
                if (CallOf(context) is { } call)
                    await call.WaitForTurnAsync(context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext);
            }
            catch (Exception e)
            {
                return Outcome.FromException<HttpResponseMessage>(e);
            }

            return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        }
    }
}
