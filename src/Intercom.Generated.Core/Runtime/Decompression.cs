namespace Intercom.Generated.Runtime;

/// <summary>What the decoders of .NET have not in common.</summary>
internal static class Decompression
{
    /// <summary>Whether the reading of a body failed because it cannot be decompressed: gzip and deflate say so in one way, Brotli in another.</summary>
    public static bool HasFailed(Exception failure) => failure is InvalidDataException or (InvalidOperationException and not ObjectDisposedException);
}
