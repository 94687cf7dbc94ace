namespace Intercom.Generated;

/// <summary>The reason why an authorization failed.</summary>
public enum IntercomOAuthProblem
{
    /// <summary>The state of the callback is not the one of this browser. The callback may be forged.</summary>
    StateMismatch,

    /// <summary>The teammate refused, or Intercom reported another error to the callback.</summary>
    AccessDenied,

    /// <summary>The callback has no code, or has several.</summary>
    MissingCode,

    /// <summary>Intercom rejected the code, the client ID, or the client secret.</summary>
    Rejected,

    /// <summary>Intercom could not be reached, did not respond in time, or responded with a server error.</summary>
    Unavailable,

    /// <summary>The response cannot be read.</summary>
    InvalidResponse,
}
