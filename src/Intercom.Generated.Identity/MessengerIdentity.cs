using Intercom.Generated.Cryptography;

namespace Intercom.Generated;

/// <summary>
/// Signs the identity of users for the Intercom Messenger, so that nobody can open the conversations of another user. Use it only on a
/// server. Thread-safe.
/// </summary>
/// <remarks>
/// Use tokens. Hashes are the older form, which Intercom deprecated in 2025. If the Messenger gets both, it ignores the hash. Web, iOS, and
/// Android have different secrets, so create one object for each platform.
/// </remarks>
public sealed class MessengerIdentity
{
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(365);

    private readonly MessengerSecret[] _secrets;
    private readonly TimeSpan _lifetime;
    private readonly TimeProvider _time;

    /// <summary>Creates an object that signs with one secret.</summary>
    /// <param name="secret">The Messenger API secret of the platform.</param>
    /// <exception cref="ArgumentException">
    /// The secret is empty, too short, or has invalid characters. The message never contains it.
    /// </exception>
    public MessengerIdentity(string secret)
        : this(new MessengerIdentityOptions { Secrets = { secret } })
    {
    }

    /// <summary>Creates an object with options.</summary>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="ArgumentException">An option is not valid. The message never contains a secret.</exception>
    public MessengerIdentity(MessengerIdentityOptions options)
    {
        if (options is null)
            throw new ArgumentNullException(nameof(options));
        if (options.TimeProvider is null)
            throw new ArgumentException($"{nameof(options.TimeProvider)} cannot be null.", nameof(options));
        if (options.Lifetime < TimeSpan.FromSeconds(1) || options.Lifetime > LongestLifetime)
        {
            throw new ArgumentException(
                $"{nameof(options.Lifetime)} must be from 1 second to {LongestLifetime.TotalDays:0} days.", nameof(options));
        }

        if (options.Secrets.Count == 0)
        {
            throw new ArgumentException(
                $"{nameof(options.Secrets)} is empty. Add the Messenger API secret of the platform.", nameof(options));
        }

        _secrets = [.. options.Secrets.Select((secret, index) => MessengerSecret.Create(secret, $"{nameof(options.Secrets)}[{index}]"))];
        for (var i = 1; i < _secrets.Length; i++)
        {
            if (Array.FindIndex(_secrets, _secrets[i].IsSame) is var first && first != i)
            {
                throw new ArgumentException(
                    $"{nameof(options.Secrets)}[{first}] and {nameof(options.Secrets)}[{i}] are the same. Remove one of them.",
                    nameof(options));
            }
        }

        _lifetime = options.Lifetime;
        _time = options.TimeProvider;
    }

    /// <summary>
    /// Creates a JSON web token (JWT), signed with the newest secret. Pass it to the Messenger as <c>intercom_user_jwt</c> (web) or to
    /// <c>setUserJwt</c> (mobile). It expires after <see cref="MessengerIdentityOptions.Lifetime"/>.
    /// </summary>
    /// <param name="user">The signed-in user.</param>
    /// <exception cref="ArgumentException">
    /// A value is not valid Unicode text, a number is not finite, or an attribute has a type or name that cannot be written.
    /// </exception>
    public string CreateToken(MessengerUser user)
    {
        if (user is null)
            throw new ArgumentNullException(nameof(user));
        return CompactToken.Create(MessengerClaims.Write(user, _time.GetUtcNow() + _lifetime), _secrets[0]);
    }

    /// <summary>
    /// Verifies a token from <see cref="CreateToken"/>, against all secrets. Nothing in a token causes an exception.
    /// </summary>
    /// <param name="token">The token. Null is malformed.</param>
    public MessengerTokenVerification VerifyToken(string? token)
    {
        if (!CompactToken.TryParse(token, out var signed, out var payload, out var signature))
            return new(MessengerTokenStatus.Malformed);
        if (FindSecret(signed, signature) is not { } index)
            return new(MessengerTokenStatus.WrongSignature);
        if (MessengerClaims.Read(payload) is not var (user, expiresAt))
            return new(MessengerTokenStatus.Malformed);
        var status = expiresAt <= _time.GetUtcNow() ? MessengerTokenStatus.Expired : MessengerTokenStatus.Valid;
        return new(status, user, expiresAt, index);
    }

    /// <summary>
    /// Creates the <c>user_hash</c> of a user ID, signed with the newest secret: the HMAC-SHA256 as 64 lower-case hexadecimal digits.
    /// </summary>
    /// <param name="userId">The ID that the Messenger gets as <c>user_id</c>.</param>
    /// <exception cref="ArgumentException">The ID is empty or is not valid Unicode text.</exception>
    public string CreateUserHash(string userId) => HashOf(userId, nameof(userId));

    /// <summary>
    /// Creates the <c>user_hash</c> of an email address. Use it only for a user without an ID: if the Messenger also gets a
    /// <c>user_id</c>, Intercom rejects the hash of the address.
    /// </summary>
    /// <param name="email">The address, exactly as the Messenger gets it as <c>email</c>.</param>
    /// <exception cref="ArgumentException">The address is empty or is not valid Unicode text.</exception>
    public string CreateEmailHash(string email) => HashOf(email, nameof(email));

    /// <summary>
    /// Verifies a hash from <see cref="CreateUserHash"/> or <see cref="CreateEmailHash"/>, against all secrets, in constant time.
    /// </summary>
    /// <param name="userIdOrEmail">The signed ID or address.</param>
    /// <param name="hash">The hexadecimal digits, in either case. Null or other text is not a valid hash.</param>
    /// <exception cref="ArgumentException">The ID or address is empty or is not valid Unicode text.</exception>
    public bool VerifyHash(string userIdOrEmail, string? hash)
    {
        UnicodeText.CheckIdentifier(userIdOrEmail, nameof(userIdOrEmail));
        return HmacSha256.FromHex(hash) is { } signature
            && FindSecret(UnicodeText.ToUtf8(userIdOrEmail, nameof(userIdOrEmail)), signature) is not null;
    }

    private string HashOf(string text, string name)
    {
        UnicodeText.CheckIdentifier(text, name);
        return HmacSha256.ToHex(_secrets[0].Sign(UnicodeText.ToUtf8(text, name)));
    }

    // All secrets are compared, so that the time does not show which one fits.
    private int? FindSecret(byte[] signed, byte[] signature)
    {
        int? found = null;
        for (var i = _secrets.Length - 1; i >= 0; i--)
        {
            if (HmacSha256.AreEqual(_secrets[i].Sign(signed), signature))
                found = i;
        }

        return found;
    }
}
