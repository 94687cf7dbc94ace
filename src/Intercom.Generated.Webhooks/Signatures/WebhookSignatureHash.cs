using System.Security.Cryptography;

namespace Intercom.Generated.Webhooks;

/// <summary>
/// Verifies the signature of a body that arrives in parts, so that a long body need not be in memory. Each instance is for one body and one
/// thread.
/// </summary>
/// <seealso cref="WebhookSignature.StartVerification"/>
public sealed class WebhookSignatureHash : IDisposable
{
    private readonly WebhookSignature _signature;
    private readonly SignatureAlgorithm _algorithm;
    private readonly IncrementalHash[] _hashes;

    internal WebhookSignatureHash(WebhookSignature signature, SignatureAlgorithm algorithm, byte[][] keys)
    {
        _signature = signature;
        _algorithm = algorithm;
        _hashes = Array.ConvertAll(keys, key => IncrementalHash.CreateHMAC(algorithm.Name, key));
    }

    /// <summary>Adds the next part of the body.</summary>
    public void Append(ReadOnlySpan<byte> part)
    {
#if NET
        foreach (var hash in _hashes)
            hash.AppendData(part);
#else
        var copy = part.ToArray();
        foreach (var hash in _hashes)
            hash.AppendData(copy);
#endif
    }

    /// <summary>Verifies the signature of all parts in constant time. Call it once, after the last part.</summary>
    /// <param name="signature">
    /// The value of the header <see cref="WebhookSignature.HeaderName"/>, or null if the request does not have it.
    /// </param>
    /// <returns>Whether the signature was made with one of the secrets.</returns>
    public bool Verify(string? signature)
    {
        Span<byte> expected = stackalloc byte[SignatureAlgorithm.MaximumLength];
        if (!_signature.TryDecode(signature, ref expected))
            return false;
        var isValid = false;
        // Every secret is checked, so that the time does not show which one matches.
        foreach (var hash in _hashes)
            isValid |= FixedTime.AreEqual(hash.GetHashAndReset(), expected);
        return isValid;
    }

    /// <summary>Releases the hashes.</summary>
    public void Dispose()
    {
        foreach (var hash in _hashes)
            hash.Dispose();
    }
}
