using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Intercom.Generated.AspNetCore;

/// <summary>Receives the requests of an endpoint: verifies each, adds it to the outbox, and acknowledges it.</summary>
internal sealed class RequestReceiver(
    IntercomEndpointOptions options,
    IEndpointProtocol protocol,
    INotificationOutbox outbox,
    OutboxHealth health,
    EndpointDiagnostics diagnostics,
    TimeProvider timeProvider,
    ILogger log)
{
    private readonly SignedBodyReader _bodies = new(options.MaxBodySize, options.BodyTimeout, timeProvider);

    public async Task ReceiveAsync(HttpContext context)
    {
        // Intercom checks with an unsigned HEAD request that the URL exists.
        if (HttpMethods.IsHead(context.Request.Method))
            return;

        var outcome = RequestOutcome.NotStored;
        string? reason = null;
        try
        {
            outcome = await AcceptAsync(context).ConfigureAwait(false);
        }
        catch (RequestRejectedException e)
        {
            outcome = e.Outcome;
            reason = e.Message;
            log.Rejected(outcome.Tag, e.Message);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The response can still arrive, if a timeout of the application ended the request.
            outcome = RequestOutcome.Aborted;
        }
#pragma warning disable CA1031 // Whatever the outbox throws, the request is not acknowledged, and Intercom sends it again.
        catch (Exception e)
        {
            health.Failed();
            log.NotStored(e);
        }
#pragma warning restore CA1031

        diagnostics.Received(outcome.Tag);
        await outcome.RespondAsync(context.Response, reason).ConfigureAwait(false);
    }

    private async Task<RequestOutcome> AcceptAsync(HttpContext context)
    {
        var signature = context.Request.Headers[protocol.Signature.HeaderName];
        if (signature.Count == 0)
            throw new RequestRejectedException(RequestOutcome.Unsigned, $"The header {protocol.Signature.HeaderName} is missing.");

        var body = await _bodies.ReadAsync(context).ConfigureAwait(false);
        if (signature.Count != 1 || !protocol.Signature.Verify(body.Span, signature))
        {
            throw new RequestRejectedException(
                RequestOutcome.WrongSignature,
                $"The header {protocol.Signature.HeaderName} does not have the signature of the body. Check {protocol.SecretsOption}.");
        }

        var now = timeProvider.GetUtcNow();
        var identity = Identify(body, now);
        var received = new ReceivedNotification(body, identity.Id, now) { TraceParent = Activity.Current?.Id };
        var result = await outbox.AddAsync(received, context.RequestAborted).ConfigureAwait(false);
        health.Succeeded();
        return result switch
        {
            OutboxResult.Added => RequestOutcome.Accepted,
            OutboxResult.Duplicate => RequestOutcome.Duplicate,
            _ => throw new RequestRejectedException(RequestOutcome.Unavailable, "The queue is full, or the application is stopping."),
        };
    }

    private RequestIdentity Identify(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        RequestIdentity identity;
        try
        {
            identity = protocol.Identify(body);
        }
        catch (InvalidNotificationException e)
        {
            throw new RequestRejectedException(RequestOutcome.Invalid, e.Message);
        }

        return identity.CreatedAt is { } createdAt && protocol.MaxAge is { } maxAge && now - createdAt > maxAge
            ? throw new RequestRejectedException(
                RequestOutcome.Expired, $"The notification is older than {maxAge.TotalHours:0.##} hours, so it could be a replay.")
            : identity;
    }
}
