namespace Intercom.Generated.Runtime;

/// <summary>Recognizes decompression failures.</summary>
internal static class Decompression
{
    /// <summary>
    /// Whether an exception means that a body cannot be decompressed. Gzip and deflate throw one type of exception, and Brotli another.
    /// </summary>
    public static bool HasFailed(Exception failure) =>
        failure is InvalidDataException or (InvalidOperationException and not ObjectDisposedException);
}
