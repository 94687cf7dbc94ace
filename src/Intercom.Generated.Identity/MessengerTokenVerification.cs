using System.Diagnostics.CodeAnalysis;

namespace Intercom.Generated;

/// <summary>The result of <see cref="MessengerIdentity.VerifyToken"/>.</summary>
public sealed class MessengerTokenVerification
{
    internal MessengerTokenVerification(
        MessengerTokenStatus status, MessengerUser? user = null, DateTimeOffset? expiresAt = null, int? secretIndex = null)
    {
        Status = status;
        User = user;
        ExpiresAt = expiresAt;
        SecretIndex = secretIndex;
    }

    /// <summary>Whether the token is valid, or why it is not.</summary>
    public MessengerTokenStatus Status { get; }

    /// <summary>The signed user. Null if the token is malformed or its signature is wrong.</summary>
    public MessengerUser? User { get; }

    /// <summary>The time when the token expires. Null if it never expires, is malformed, or has a wrong signature.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>
    /// The position in <see cref="MessengerIdentityOptions.Secrets"/> of the secret that signed the token. A position other than 0 shows
    /// that a token from before a rotation is still in use. Null if no secret signed it.
    /// </summary>
    public int? SecretIndex { get; }

    /// <summary>Gets the user if the token is valid.</summary>
    /// <returns>False if the token is not valid.</returns>
    public bool TryGetUser([NotNullWhen(true)] out MessengerUser? user)
    {
        user = Status == MessengerTokenStatus.Valid ? User : null;
        return user is not null;
    }
}
