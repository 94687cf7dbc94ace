using System.Text;

namespace Intercom.Generated.Webhooks;

/// <summary>
/// Verifies the signature that Intercom sends in a header with each request. Instances are immutable and can be shared by threads.
/// </summary>
/// <remarks>
/// The signature is an HMAC of the request body, byte for byte. Verify the bytes as they arrived, before you parse them. A signature has no
/// time, so anyone who captured a request can replay it. To recognize it, remember the IDs of notifications with an
/// <see cref="INotificationIdStore"/>.
/// </remarks>
public sealed class WebhookSignature
{
    /// <summary>The header of webhook notifications.</summary>
    public const string NotificationHeader = "X-Hub-Signature";

    /// <summary>The header of Canvas Kit requests.</summary>
    public const string CanvasKitHeader = "X-Body-Signature";

    /// <summary>The header of the callbacks of the Fin Agent API.</summary>
    public const string FinAgentHeader = "X-Fin-Agent-API-Webhook-Signature";

    private readonly SignatureAlgorithm _algorithm;
    private readonly string _prefix;
    private readonly byte[][] _keys;

    private WebhookSignature(string headerName, string prefix, SignatureAlgorithm algorithm, string[] secrets, string parameter)
    {
        HeaderName = headerName;
        _prefix = prefix;
        _algorithm = algorithm;
        _keys = Keys(secrets, parameter);
    }

    /// <summary>The name of the header that has the signature.</summary>
    public string HeaderName { get; }

    /// <summary>Creates the signature of webhook notifications: <c>X-Hub-Signature</c>, an HMAC-SHA1.</summary>
    /// <param name="clientSecrets">
    /// The client secret of the app, from Basic information in the Developer Hub. While you replace a secret, pass the new one and the old
    /// one. <see cref="Sign"/> uses the first.
    /// </param>
    /// <exception cref="ArgumentException">There is no secret, or a secret is empty.</exception>
    public static WebhookSignature ForNotifications(params string[] clientSecrets) =>
        new(NotificationHeader, "sha1=", SignatureAlgorithm.Sha1, clientSecrets, nameof(clientSecrets));

    /// <summary>Creates the signature of Canvas Kit requests: <c>X-Body-Signature</c>, an HMAC-SHA256.</summary>
    /// <param name="clientSecrets">
    /// The client secret of the app, from Basic information in the Developer Hub. While you replace a secret, pass the new one and the old
    /// one. <see cref="Sign"/> uses the first.
    /// </param>
    /// <exception cref="ArgumentException">There is no secret, or a secret is empty.</exception>
    public static WebhookSignature ForCanvasKit(params string[] clientSecrets) =>
        new(CanvasKitHeader, string.Empty, SignatureAlgorithm.Sha256, clientSecrets, nameof(clientSecrets));

    /// <summary>
    /// Creates the signature of the callbacks of the Fin Agent API: <c>X-Fin-Agent-API-Webhook-Signature</c>, an HMAC-SHA256.
    /// </summary>
    /// <param name="callbackSecrets">
    /// The secret of the callback, which Intercom shows where you set the URL of the callback. It is not the client secret. While you
    /// replace a secret, pass the new one and the old one. <see cref="Sign"/> uses the first.
    /// </param>
    /// <exception cref="ArgumentException">There is no secret, or a secret is empty.</exception>
    public static WebhookSignature ForFinAgent(params string[] callbackSecrets) =>
        new(FinAgentHeader, "sha256=", SignatureAlgorithm.Sha256, callbackSecrets, nameof(callbackSecrets));

    /// <summary>Verifies a signature in constant time.</summary>
    /// <param name="body">The request body, byte for byte.</param>
    /// <param name="signature">The value of the header <see cref="HeaderName"/>, or null if the request does not have it.</param>
    /// <returns>Whether the signature was made with one of the secrets.</returns>
    public bool Verify(ReadOnlySpan<byte> body, string? signature)
    {
        Span<byte> expected = stackalloc byte[SignatureAlgorithm.MaximumLength];
        if (!TryDecode(signature, ref expected))
            return false;
        Span<byte> actual = stackalloc byte[_algorithm.Length];
        var isValid = false;
        // Every secret is checked, so that the time does not show which one matches.
        foreach (var key in _keys)
        {
            _algorithm.Compute(key, body, actual);
            isValid |= FixedTime.AreEqual(actual, expected);
        }

        return isValid;
    }

    /// <summary>Starts the verification of a body that arrives in parts.</summary>
    public WebhookSignatureHash StartVerification() => new(this, _algorithm, _keys);

    /// <summary>Signs a body with the first secret, as Intercom does. Use it in tests.</summary>
    /// <param name="body">The request body.</param>
    /// <returns>The value of the header <see cref="HeaderName"/>.</returns>
    public string Sign(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[_algorithm.Length];
        _algorithm.Compute(_keys[0], body, hash);
        return _prefix + Hex.Encode(hash);
    }

    /// <summary>Decodes the value of the header. <paramref name="hash"/> is cut to the length of the hash.</summary>
    /// <returns>False if the value does not have the form of a signature.</returns>
    internal bool TryDecode(string? signature, ref Span<byte> hash)
    {
        hash = hash.Slice(0, _algorithm.Length);
        var text = (signature ?? string.Empty).AsSpan().Trim();
        return text.StartsWith(_prefix.AsSpan(), StringComparison.OrdinalIgnoreCase) && Hex.TryDecode(text.Slice(_prefix.Length), hash);
    }

    private static byte[][] Keys(string[] secrets, string name)
    {
        if (secrets is null)
            throw new ArgumentNullException(name);
        if (secrets.Length == 0 || Array.Exists(secrets, string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException(
                "A secret is missing or empty. Anyone could sign with an empty secret. Check the configuration of the secrets.", name);
        }

        return Array.ConvertAll(secrets, Encoding.UTF8.GetBytes);
    }
}
