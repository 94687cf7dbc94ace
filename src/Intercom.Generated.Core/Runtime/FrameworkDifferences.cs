namespace Intercom.Generated.Runtime;

/// <summary>What the target frameworks spell differently.</summary>
internal static class FrameworkDifferences
{
#if NET
    /// <summary>Opens a content to read it as it arrives.</summary>
    public static Task<Stream> OpenAsync(this HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync(cancellationToken);

    /// <summary>Waits by a clock.</summary>
    public static Task WaitAsync(this TimeProvider time, TimeSpan wait, CancellationToken cancellationToken) => Task.Delay(wait, time, cancellationToken);
#else
    /// <summary>Opens a content to read it as it arrives.</summary>
    public static Task<Stream> OpenAsync(this HttpContent content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
    }

    /// <summary>Reads the next bytes of a stream.</summary>
    public static ValueTask<int> ReadAsync(this Stream stream, ArraySegment<byte> buffer, CancellationToken cancellationToken) =>
        new(stream.ReadAsync(buffer.Array!, buffer.Offset, buffer.Count, cancellationToken));

    /// <summary>Waits by a clock.</summary>
    public static Task WaitAsync(this TimeProvider time, TimeSpan wait, CancellationToken cancellationToken) => time.Delay(wait, cancellationToken);
#endif
}
