namespace Intercom.Generated;

/// <summary>Why a scroll failed.</summary>
public enum ScrollFailureReason
{
    /// <summary>Another scroll of the app is open, and an app can have only one.</summary>
    AnotherScrollIsOpen,

    /// <summary>The scroll is over: it was not used for a minute, has reached its end, or never was.</summary>
    Expired,

    /// <summary>Intercom failed within the scroll and has lost its place.</summary>
    InternalError,
}

/// <summary>
/// A scroll, such as that over all companies, cannot be begun or cannot go on. A scroll can only start again from the beginning: nothing is
/// restarted or sent again for you, and <see cref="IntercomException.Continuation"/> is null.
/// </summary>
public sealed class IntercomScrollException : IntercomApiException
{
    internal IntercomScrollException(ApiFailure failure, ScrollFailureReason reason)
        : base(failure, RemedyFor(reason)) =>
        Reason = reason;

    /// <summary>Why the scroll failed.</summary>
    public ScrollFailureReason Reason { get; }

    internal static ScrollFailureReason? ReasonOf(ApiFailure failure)
    {
        var status = (int)failure.Response.StatusCode;
        if (failure.HasCode(IntercomErrorCodes.ScrollExists))
            return ScrollFailureReason.AnotherScrollIsOpen;
        return failure.Scroll switch
        {
            // Whatever 5xx it is, the place in the scroll is not known any more. Before the first page there is no place yet: only the
            // documented 500 speaks of the scroll, the others are outages like any other.
            ScrollStage.Continuation when status >= 500 => ScrollFailureReason.InternalError,
            ScrollStage.Start when status == 500 => ScrollFailureReason.InternalError,
            ScrollStage.Continuation when status == 404 || (status == 400 && IsAboutScroll(failure)) => ScrollFailureReason.Expired,
            _ => null,
        };
    }

    // There is no code for it. The parameter is all that such a request has, so an error that names no other field means it.
    private static bool IsAboutScroll(ApiFailure failure) =>
        failure.Errors.Count == 0 || failure.Errors.Any(error => error.Field is null or "scroll_param");

    private static string RemedyFor(ScrollFailureReason reason) => reason switch
    {
        ScrollFailureReason.AnotherScrollIsOpen =>
            "An app can have only one scroll open. Read the other one to its end, or wait until it has not been used for a minute; then start again from the beginning.",
        ScrollFailureReason.Expired =>
            "A scroll expires when it is not used for a minute. Start again from the beginning, and read on within a minute of each page.",
        _ => "Intercom has lost the place in the scroll. Start again from the beginning; nothing was restarted for you.",
    };
}

/// <summary>What a request is to a scroll.</summary>
internal enum ScrollStage
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It begins one.</summary>
    Start,

    /// <summary>It goes on with one.</summary>
    Continuation,
}
