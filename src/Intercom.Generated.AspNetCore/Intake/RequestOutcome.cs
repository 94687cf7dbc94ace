using Microsoft.AspNetCore.Http;

namespace Intercom.Generated.AspNetCore;

/// <summary>The outcome of a request: its status and its tag in metrics.</summary>
internal sealed record RequestOutcome(string Tag, int StatusCode)
{
    public static RequestOutcome Accepted { get; } = new("accepted", StatusCodes.Status200OK);

    public static RequestOutcome Duplicate { get; } = new("duplicate", StatusCodes.Status200OK);

    public static RequestOutcome Invalid { get; } = new("invalid", StatusCodes.Status400BadRequest);

    public static RequestOutcome Expired { get; } = new("expired", StatusCodes.Status400BadRequest);

    public static RequestOutcome Unsigned { get; } = new("unsigned", StatusCodes.Status401Unauthorized);

    public static RequestOutcome WrongSignature { get; } = new("wrong_signature", StatusCodes.Status401Unauthorized);

    public static RequestOutcome TooSlow { get; } = new("too_slow", StatusCodes.Status408RequestTimeout);

    public static RequestOutcome TooLarge { get; } = new("too_large", StatusCodes.Status413PayloadTooLarge);

    public static RequestOutcome NotStored { get; } = new("not_stored", StatusCodes.Status500InternalServerError);

    public static RequestOutcome Unavailable { get; } = new("unavailable", StatusCodes.Status503ServiceUnavailable);

    /// <summary>The client left, or the application ended the request, before the notification was stored.</summary>
    public static RequestOutcome Aborted { get; } = new("aborted", StatusCodes.Status503ServiceUnavailable);

    /// <summary>Responds with the status, and with a reason if there is one.</summary>
    public Task RespondAsync(HttpResponse response, string? reason)
    {
        response.StatusCode = StatusCode;
        // Otherwise, the server would read the rest of the body before the next request. Later versions of HTTP do not have the header.
        if ((this == Unsigned || this == TooSlow || this == TooLarge) && HttpProtocol.IsHttp11(response.HttpContext.Request.Protocol))
            response.Headers.Connection = "close";
        if (reason is null)
            return Task.CompletedTask;
        response.ContentType = "text/plain";
        return response.WriteAsync(reason, response.HttpContext.RequestAborted);
    }
}
