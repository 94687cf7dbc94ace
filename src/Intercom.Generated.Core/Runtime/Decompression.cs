namespace Intercom.Generated.Runtime;

/// <summary>The differences between the decoders of .NET.</summary>
internal static class Decompression
{
    /// <summary>
    /// Whether a body could not be read because it cannot be decompressed. Gzip and deflate throw one exception, Brotli another.
    /// </summary>
    public static bool HasFailed(Exception failure) =>
        failure is InvalidDataException or (InvalidOperationException and not ObjectDisposedException);
}
