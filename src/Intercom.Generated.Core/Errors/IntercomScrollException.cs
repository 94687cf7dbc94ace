namespace Intercom.Generated;

/// <summary>The reason why a scroll failed.</summary>
public enum ScrollFailureReason
{
    /// <summary>Another scroll of the app is open. An app can have only one open scroll.</summary>
    AnotherScrollIsOpen,

    /// <summary>The scroll was not used for a minute, has ended, or never existed.</summary>
    Expired,

    /// <summary>Intercom failed during the scroll and lost its position.</summary>
    InternalError,
}

/// <summary>
/// A scroll, such as the scroll over all companies, cannot start or continue. It can only be restarted from the beginning. The client does
/// not restart it for you, and <see cref="IntercomException.Continuation"/> is null.
/// </summary>
public sealed class IntercomScrollException : IntercomApiException
{
    internal IntercomScrollException(ApiFailure failure, ScrollFailureReason reason)
        : base(failure, RemedyFor(reason)) =>
        Reason = reason;

    /// <summary>The reason why the scroll failed.</summary>
    public ScrollFailureReason Reason { get; }

    internal static ScrollFailureReason? ReasonOf(ApiFailure failure)
    {
        var status = (int)failure.Response.StatusCode;
        if (failure.HasCode(IntercomErrorCodes.ScrollExists))
            return ScrollFailureReason.AnotherScrollIsOpen;
        return failure.Scroll switch
        {
            // After any 5xx, the position in the scroll is lost. Before the first page there is no position: only the documented 500
            // concerns the scroll, and any other 5xx is an ordinary outage.
            ScrollStage.Continuation when status >= 500 => ScrollFailureReason.InternalError,
            ScrollStage.Start when status == 500 => ScrollFailureReason.InternalError,
            ScrollStage.Continuation when status == 404 || (status == 400 && IsAboutScroll(failure)) => ScrollFailureReason.Expired,
            _ => null,
        };
    }

    // There is no error code for this. The request has only this parameter, so an error without another field concerns the scroll.
    private static bool IsAboutScroll(ApiFailure failure) =>
        failure.Errors.Count == 0 || failure.Errors.Any(error => error.Field is null or "scroll_param");

    private static string RemedyFor(ScrollFailureReason reason) => reason switch
    {
        ScrollFailureReason.AnotherScrollIsOpen =>
            "An app can have only one open scroll. Read the other scroll to its end, or wait until it has not been used for a minute. "
            + "Then restart from the beginning.",
        ScrollFailureReason.Expired =>
            "A scroll expires after a minute without use. Restart from the beginning, and request each page within a minute.",
        _ => "Intercom lost the position of the scroll. Restart from the beginning. The client does not restart it for you.",
    };
}

/// <summary>The part of a request in a scroll.</summary>
internal enum ScrollStage
{
    /// <summary>The request is not part of a scroll.</summary>
    None,

    /// <summary>The request starts a scroll.</summary>
    Start,

    /// <summary>The request continues a scroll.</summary>
    Continuation,
}
