using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Intercom.Generated.Webhooks;

/// <summary>An HMAC algorithm that Intercom signs with.</summary>
[SuppressMessage("Security", "CA5350", Justification = "Intercom signs notifications with HMAC-SHA1, which is not weak as an HMAC.")]
internal sealed class SignatureAlgorithm
{
    /// <summary>The length of the longest hash, in bytes.</summary>
    public const int MaximumLength = 32;

    private SignatureAlgorithm(HashAlgorithmName name, int length)
    {
        Name = name;
        Length = length;
    }

    public static SignatureAlgorithm Sha1 { get; } = new(HashAlgorithmName.SHA1, 20);

    public static SignatureAlgorithm Sha256 { get; } = new(HashAlgorithmName.SHA256, MaximumLength);

    public HashAlgorithmName Name { get; }

    /// <summary>The length of the hash, in bytes.</summary>
    public int Length { get; }

    /// <summary>Computes the hash of a whole body.</summary>
    public void Compute(byte[] key, ReadOnlySpan<byte> body, Span<byte> hash)
    {
#if NET
        if (this == Sha1)
            HMACSHA1.HashData(key, body, hash);
        else
            HMACSHA256.HashData(key, body, hash);
#else
        using HMAC hmac = this == Sha1 ? new HMACSHA1(key) : new HMACSHA256(key);
        hmac.ComputeHash(body.ToArray()).CopyTo(hash);
#endif
    }
}
