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
    EndpointDiagnostics diagnostics,
    IServiceScopeFactory scopes,
    TimeProvider timeProvider,
    ILogger log) : IHostedService, IDisposable
{
    private static readonly TimeSpan OutboxDelay = TimeSpan.FromSeconds(1);

    // Canceled when the time for stopping is over.
    private readonly CancellationTokenSource _abort = new();
    private Task _loops = Task.CompletedTask;
    private volatile bool _isOutboxFailing;

    /// <summary>Whether the most recent call of the outbox failed.</summary>
    public bool IsOutboxFailing => _isOutboxFailing;

    /// <summary>The kind and the name of the endpoint.</summary>
    public string Name => name;

    public OutboxStatus Status => outbox.Status;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        diagnostics.Observe(name, outbox);
        _loops = Task.WhenAll(Enumerable.Range(0, options.MaxConcurrency).Select(_ => Task.Run(RunAsync, CancellationToken.None)));
        return Task.CompletedTask;
    }

    /// <summary>Waits for the handlers that run. An outbox in memory is emptied first.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        outbox.Close();
        using (cancellationToken.Register(_abort.Cancel))
            await _loops.ConfigureAwait(false);
        if (outbox is InMemoryNotificationOutbox && outbox.Status.Pending is > 0 and var count)
            log.Unhandled(count);
    }

    public void Dispose() => _abort.Dispose();

    private async Task RunAsync()
    {
        while (!_abort.IsCancellationRequested)
        {
            try
            {
                if (await outbox.TakeAsync(_abort.Token).ConfigureAwait(false) is not { } notification)
                    return;
                await HandleAsync(notification).ConfigureAwait(false);
                _isOutboxFailing = false;
            }
            catch (OperationCanceledException) when (_abort.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The loop must go on, whatever an outbox throws.
            catch (Exception e)
            {
                _isOutboxFailing = true;
                log.OutboxFailed(e, OutboxDelay);
                await Task.Delay(OutboxDelay, timeProvider, CancellationToken.None).ConfigureAwait(false);
            }
#pragma warning restore CA1031
        }
    }

    private async Task HandleAsync(ReceivedNotification notification)
    {
        var call = protocol.Read(notification.Body);
        using var activity = diagnostics.StartHandling(call.Name, notification.TraceParent, notification.FailedAttempts);
        var start = timeProvider.GetTimestamp();
        var exception = await InvokeAsync(call).ConfigureAwait(false);
        var elapsed = timeProvider.GetElapsedTime(start);
        // It stays in the outbox if the application stops.
        if (exception is not null && _abort.IsCancellationRequested)
            return;
        diagnostics.Handled(call.Name, elapsed, exception);
        if (exception is null)
        {
            log.Handled(notification.Id, call.Name, elapsed.TotalMilliseconds);
            await outbox.CompleteAsync(notification, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error);
        activity?.SetTag("error.type", exception.GetType().FullName);
        await RetryAsync(notification, call.Name, exception).ConfigureAwait(false);
    }

    private async Task<Exception?> InvokeAsync(HandlerCall call)
    {
        using var timeout = new CancellationTokenSource(options.HandlerTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, _abort.Token);
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
            await outbox.FailAsync(notification, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        // At most a day, because the delay doubles with each attempt.
        var delay = TimeSpan.FromTicks((long)Math.Min(options.RetryDelay.Ticks * Math.Pow(2, attempts - 1), TimeSpan.TicksPerDay));
        log.Retrying(exception, notification.Id, name, attempts + 1, delay);
        await outbox.RetryAsync(notification, delay, CancellationToken.None).ConfigureAwait(false);
    }
}
