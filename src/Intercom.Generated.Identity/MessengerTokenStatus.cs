namespace Intercom.Generated;

/// <summary>The outcome of the verification of a token.</summary>
public enum MessengerTokenStatus
{
    /// <summary>The token is not a JSON web token signed with HS256, or it has no <c>user_id</c>.</summary>
    Malformed,

    /// <summary>None of the secrets signed the token.</summary>
    WrongSignature,

    /// <summary>The token was valid, but has expired.</summary>
    Expired,

    /// <summary>The token is valid.</summary>
    Valid,
}
