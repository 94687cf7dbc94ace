using System.Text;
using System.Text.Json;
using Intercom.Generated.Cryptography;

namespace Intercom.Generated;

/// <summary>The compact form of a JSON web token (RFC 7515) that is signed with HS256.</summary>
internal static class CompactToken
{
    // {"alg":"HS256","typ":"JWT"}
    private const string Header = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";

    // A request header or a cookie cannot hold more.
    private const int LongestToken = 65_536;

    /// <summary>Signs a payload.</summary>
    public static string Create(byte[] payload, MessengerSecret secret)
    {
        var signed = $"{Header}.{Encode(payload)}";
        return $"{signed}.{Encode(secret.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>
    /// Splits a token into what is signed, the payload, and the signature. Returns false if it is not a token that is signed with HS256.
    /// </summary>
    public static bool TryParse(string? token, out byte[] signed, out byte[] payload, out byte[] signature)
    {
        (signed, payload, signature) = ([], [], []);
        if (token is null || token.Length > LongestToken)
            return false;
        var parts = token.Split('.');
        if (parts.Length != 3
            || Decode(parts[0]) is not { } header || Decode(parts[1]) is not { } body || Decode(parts[2]) is not { } hash
            || hash.Length != HmacSha256.Length || !IsHs256(header))
        {
            return false;
        }

        (signed, payload, signature) = (Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), body, hash);
        return true;
    }

    /// <summary>Encodes bytes as base64url without padding.</summary>
    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    // A header with "crit" demands extensions that the reader must understand (RFC 7515, section 4.1.11).
    private static bool IsHs256(byte[] header)
    {
        try
        {
            using var json = JsonDocument.Parse(header);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("alg", out var algorithm) && algorithm.ValueKind == JsonValueKind.String
                && algorithm.ValueEquals("HS256")
                && !json.RootElement.TryGetProperty("crit", out _);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsBase64Url(char letter) =>
        letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_';

    // Only the canonical form is accepted, so that a token has exactly one spelling.
    private static byte[]? Decode(string text)
    {
        if (text.Length == 0 || !text.All(IsBase64Url))
            return null;
        try
        {
            var bytes = Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4));
            return Encode(bytes) == text ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
