using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Intercom.Generated.Cryptography;

namespace Intercom.Generated.CanvasKit;

/// <summary>Verifies that requests come from Intercom, with the client secret of the app. Thread-safe.</summary>
/// <remarks>
/// All requests are signed in the header <c>X-Body-Signature</c>, except for the one that opens a sheet, which has an encrypted user.
/// </remarks>
public sealed class CanvasVerifier
{
    /// <summary>The header with the signature.</summary>
    public const string SignatureHeader = "X-Body-Signature";

    private readonly byte[][] _secrets;

    /// <summary>Creates a verifier.</summary>
    /// <param name="clientSecrets">
    /// The client secret of the app, which the Developer Hub shows under Basic information. While you rotate it, pass the old one too.
    /// </param>
    /// <exception cref="ArgumentException">A secret is missing or not valid. The message never contains it.</exception>
    public CanvasVerifier(params string[] clientSecrets)
    {
        if (clientSecrets is not { Length: > 0 })
            throw new ArgumentException("There is no client secret. The Developer Hub shows it under Basic information of the app.");
        _secrets = [.. clientSecrets.Select(ToBytes)];
    }

    /// <summary>Verifies the signature of a body in constant time, against all secrets.</summary>
    /// <param name="body">The bytes of the body as they arrived.</param>
    /// <param name="signature">
    /// The value of <see cref="SignatureHeader"/>, in either case. Null or other text is not a valid signature.
    /// </param>
    public bool Verify(byte[] body, string? signature)
    {
        if (body is null)
            throw new ArgumentNullException(nameof(body));
        if (HmacSha256.FromHex(signature) is not { } expected)
            return false;
        var isValid = false;
        foreach (var secret in _secrets)
            isValid |= HmacSha256.AreEqual(HmacSha256.Hash(secret, body), expected);
        return isValid;
    }

#if NET
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int LongestUser = 1_048_576;

    /// <summary>
    /// Decrypts the user of a request that opens a sheet (AES-256-GCM). If it succeeds, the user comes from Intercom. The member exists
    /// only on .NET, because .NET Framework and netstandard2.0 have no AES-GCM.
    /// </summary>
    /// <param name="encryptedUser">The value of <see cref="CanvasRequest.EncryptedUser"/>.</param>
    /// <param name="user">The user, or null if the value was not encrypted with one of the secrets.</param>
    public bool TryDecryptUser(string? encryptedUser, [NotNullWhen(true)] out CanvasPerson? user)
    {
        user = null;
        if (encryptedUser is null || encryptedUser.Length > LongestUser)
            return false;
        var bytes = new byte[encryptedUser.Length];
        if (!Convert.TryFromBase64String(encryptedUser, bytes, out var length) || length < NonceLength + TagLength)
            return false;
        foreach (var secret in _secrets)
        {
            if (Decrypt(secret, bytes.AsSpan(0, length)) is { } json)
            {
                user = Read(json);
                return user is not null;
            }
        }

        return false;
    }

    private static byte[]? Decrypt(byte[] secret, ReadOnlySpan<byte> encrypted)
    {
        using var aes = new AesGcm(SHA256.HashData(secret), TagLength);
        var plain = new byte[encrypted.Length - NonceLength - TagLength];
        try
        {
            aes.Decrypt(encrypted[..NonceLength], encrypted[NonceLength..^TagLength], encrypted[^TagLength..], plain);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static CanvasPerson? Read(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? new CanvasPerson(document.RootElement.Clone()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
#endif

    private static byte[] ToBytes(string secret)
    {
        if (string.IsNullOrWhiteSpace(secret))
            throw new ArgumentException("The client secret is empty. The Developer Hub shows it under Basic information of the app.");
        if (secret.Any(letter => letter is <= ' ' or > '~'))
        {
            throw new ArgumentException(
                "The client secret contains a space, a line break, or another character that is not part of it. "
                + "Check where it was read from.");
        }

        return Encoding.ASCII.GetBytes(secret);
    }
}
