using Intercom.Generated.CanvasKit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.AspNetCore;

/// <summary>Receives the requests of Canvas Kit: verifies each, calls the app, and responds.</summary>
internal sealed class CanvasReceiver(IOptions<IntercomCanvasKitOptions> options, TimeProvider timeProvider, ILoggerFactory loggers)
{
    private readonly CanvasVerifier _verifier = new([.. options.Value.ClientSecrets]);
    private readonly SignedBodyReader _bodies = new(options.Value.MaxBodySize, options.Value.BodyTimeout, timeProvider);
    private readonly ILogger _log = loggers.CreateLogger(IntercomDiagnostics.LoggerCategory);

    /// <summary>Receives a request that is signed.</summary>
    /// <param name="context">The request.</param>
    /// <param name="respond">Calls the app, and returns the JSON of the response.</param>
    public Task ReceiveAsync(HttpContext context, Func<CanvasRequest, Task<byte[]>> respond) => RejectingAsync(context, async () =>
    {
        var signature = context.Request.Headers[CanvasVerifier.SignatureHeader];
        if (signature.Count == 0)
            throw new RequestRejectedException(RequestOutcome.Unsigned, $"The header {CanvasVerifier.SignatureHeader} is missing.");
        var body = await _bodies.ReadAsync(context).ConfigureAwait(false);
        if (signature.Count != 1 || !_verifier.Verify(body.ToArray(), signature))
        {
            throw new RequestRejectedException(
                RequestOutcome.WrongSignature,
                $"The header {CanvasVerifier.SignatureHeader} does not have the signature of the body. Check "
                + $"{nameof(IntercomCanvasKitOptions)}.{nameof(IntercomCanvasKitOptions.ClientSecrets)}.");
        }

        var json = await respond(Parse(body, CanvasRequest.Parse)).ConfigureAwait(false);
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(json, context.RequestAborted).ConfigureAwait(false);
    });

    /// <summary>Receives a request that opens a sheet, which has an encrypted user instead of a signature.</summary>
    public Task ReceiveSheetAsync(HttpContext context, Func<CanvasRequest, CanvasPerson, Task<IResult>> respond) =>
        RejectingAsync(context, async () =>
        {
            var body = await _bodies.ReadAsync(context).ConfigureAwait(false);
            var request = Parse(body, CanvasRequest.ParseSheet);
            if (!_verifier.TryDecryptUser(request.EncryptedUser, out var user))
                throw new RequestRejectedException(RequestOutcome.Unsigned, "This page can only be opened in the Messenger.");
            var result = await respond(request, user).ConfigureAwait(false);
            await result.ExecuteAsync(context).ConfigureAwait(false);
        });

    private static CanvasRequest Parse(ReadOnlyMemory<byte> body, Func<ReadOnlyMemory<byte>, CanvasRequest> parse)
    {
        try
        {
            return parse(body);
        }
        catch (FormatException e)
        {
            throw new RequestRejectedException(RequestOutcome.Invalid, e.Message);
        }
    }

    private async Task RejectingAsync(HttpContext context, Func<Task> receive)
    {
        try
        {
            await receive().ConfigureAwait(false);
        }
        catch (RequestRejectedException e)
        {
            _log.Rejected(e.Outcome.Tag, e.Message);
            await e.Outcome.RespondAsync(context.Response, e.Message).ConfigureAwait(false);
        }
    }
}
