using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Intercom.Generated.AspNetCore;

/// <summary>Handles the acknowledged requests of an endpoint while the application runs.</summary>
internal sealed class RequestWorker(
    string name,
    IntercomEndpointOptions options,
    IEndpointProtocol protocol,
    INotificationOutbox outbox,
    OutboxHealth health,
    EndpointDiagnostics diagnostics,
    IServiceScopeFactory scopes,
    TimeProvider timeProvider,
    ILogger log) : IHostedService, IDisposable
{
    private static readonly TimeSpan OutboxDelay = TimeSpan.FromSeconds(1);

    // With more, the factor would be infinite, and a delay of zero not a number.
    private const int MostDoublings = 60;

    // The time that handlers have to end after their token was canceled.
    private static readonly TimeSpan AbortDelay = TimeSpan.FromSeconds(1);

    // Canceled when the time for stopping is over.
    private readonly CancellationTokenSource _abort = new();
    private CancellationToken _aborted;
    private Task _loops = Task.CompletedTask;
    private bool _isDisposed;

    /// <summary>Whether the outbox is failing.</summary>
    public bool IsOutboxFailing => health.IsFailing;

    /// <summary>The kind and the name of the endpoint.</summary>
    public string Name => name;

    public OutboxStatus Status => outbox.Status;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        diagnostics.Observe(name, outbox);
        _aborted = _abort.Token;
        // Otherwise, handlers would be part of the activity that started the application.
        using (ExecutionContext.SuppressFlow())
            _loops = Task.WhenAll(Enumerable.Range(0, options.MaxConcurrency).Select(_ => Task.Run(RunAsync, CancellationToken.None)));
        return Task.CompletedTask;
    }

    /// <summary>Waits for the handlers that run. An outbox in memory is emptied first.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        outbox.Close();
        try
        {
            await _loops.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await _abort.CancelAsync().ConfigureAwait(false);
            // A handler that ignores its token must not keep the application from stopping.
            await Task.WhenAny(_loops, Task.Delay(AbortDelay, timeProvider, CancellationToken.None)).ConfigureAwait(false);
        }

        if (outbox is InMemoryNotificationOutbox && outbox.Status.Pending is > 0 and var count)
            log.Unhandled(count);
    }

    /// <summary>Cancels the handlers, if the application was not stopped.</summary>
    public void Dispose()
    {
        // The container has the worker under two service types, and disposes it for each.
        if (_isDisposed)
            return;
        _isDisposed = true;
        _abort.Cancel();
        _abort.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (await RetryUntilDoneAsync(() => outbox.TakeAsync(_aborted)).ConfigureAwait(false) is { } notification)
                await HandleAsync(notification).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_aborted.IsCancellationRequested)
        {
            // The rest stays in the outbox.
        }
    }

    /// <summary>Calls the outbox until it does not fail. Otherwise, the outcome of a notification could get lost.</summary>
    private async Task<T> RetryUntilDoneAsync<T>(Func<ValueTask<T>> call)
    {
        while (true)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
#pragma warning disable CA1031 // An outbox can throw anything.
            catch (Exception e) when (e is not OperationCanceledException || !_aborted.IsCancellationRequested)
            {
                health.Failed();
                log.OutboxFailed(e, OutboxDelay);
            }
#pragma warning restore CA1031

            await Task.Delay(OutboxDelay, timeProvider, _aborted).ConfigureAwait(false);
        }
    }

    private async Task SettleAsync(Func<ValueTask> settle)
    {
        await RetryUntilDoneAsync(async () =>
        {
            await settle().ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        health.Succeeded();
    }

    private async Task HandleAsync(ReceivedNotification notification)
    {
        if (TryRead(notification) is not { } call)
        {
            await SettleAsync(() => outbox.FailAsync(notification, CancellationToken.None)).ConfigureAwait(false);
            return;
        }

        using var activity = diagnostics.StartHandling(call.Name, notification.TraceParent, notification.FailedAttempts);
        var start = timeProvider.GetTimestamp();
        var exception = await InvokeAsync(call).ConfigureAwait(false);
        var elapsed = timeProvider.GetElapsedTime(start);
        // It stays in the outbox if the application stops.
        if (exception is not null && _aborted.IsCancellationRequested)
            return;
        diagnostics.Handled(call.Name, elapsed, exception);
        if (exception is null)
        {
            log.Handled(notification.Id, call.Name, elapsed.TotalMilliseconds);
            await SettleAsync(() => outbox.CompleteAsync(notification, CancellationToken.None)).ConfigureAwait(false);
            return;
        }

        activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error);
        activity?.SetTag("error.type", exception.GetType().FullName);
        await RetryAsync(notification, call.Name, exception).ConfigureAwait(false);
    }

    private HandlerCall? TryRead(ReceivedNotification notification)
    {
        try
        {
            return protocol.Read(notification.Body);
        }
#pragma warning disable CA1031 // Whatever a reader throws, another attempt would fail too.
        catch (Exception e)
        {
            log.GaveUp(e, notification.Id, "unknown", notification.FailedAttempts + 1);
            diagnostics.Failed("unknown");
            return null;
        }
#pragma warning restore CA1031
    }

    private async Task<Exception?> InvokeAsync(HandlerCall call)
    {
        using var timeout = new CancellationTokenSource(options.HandlerTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, _aborted);
        var scope = scopes.CreateAsyncScope();
        try
        {
            await using (scope.ConfigureAwait(false))
                await call.InvokeAsync(scope.ServiceProvider, either.Token).ConfigureAwait(false);
            return null;
        }
#pragma warning disable CA1031 // A handler can throw anything. It is logged, and the notification is handled again.
        catch (Exception e)
        {
            return e;
        }
#pragma warning restore CA1031
    }

    private async Task RetryAsync(ReceivedNotification notification, string name, Exception exception)
    {
        var attempts = notification.FailedAttempts + 1;
        if (attempts >= options.MaxAttempts)
        {
            log.GaveUp(exception, notification.Id, name, attempts);
            diagnostics.Failed(name);
            await SettleAsync(() => outbox.FailAsync(notification, CancellationToken.None)).ConfigureAwait(false);
            return;
        }

        // At most a day, because the delay doubles with each attempt.
        var ticks = options.RetryDelay.Ticks * Math.Pow(2, Math.Min(attempts - 1, MostDoublings));
        var delay = TimeSpan.FromTicks((long)Math.Min(ticks, TimeSpan.TicksPerDay));
        log.Retrying(exception, notification.Id, name, attempts + 1, delay);
        await SettleAsync(() => outbox.RetryAsync(notification, delay, CancellationToken.None)).ConfigureAwait(false);
    }
}
