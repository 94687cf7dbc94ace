using System.Net.Http.Headers;

namespace Intercom.Generated.Runtime;

/// <summary>APIs that differ between the target frameworks.</summary>
internal static class FrameworkDifferences
{
    /// <summary>Gets the first value of a header without validation, or null if the header is missing.</summary>
    public static string? OwnHeader(this HttpResponseMessage message, string name) =>
        First(message.Headers, name) ?? (message.Content is { } content ? First(content.Headers, name) : null);

#if NET
    /// <summary>Sets the default HTTP version of an HttpClient.</summary>
    public static void UseVersionOf(this HttpRequestMessage message, HttpClient http)
    {
        message.Version = http.DefaultRequestVersion;
        message.VersionPolicy = http.DefaultVersionPolicy;
    }

    /// <summary>Opens content as a stream.</summary>
    public static Task<Stream> OpenAsync(this HttpContent content, CancellationToken cancellationToken) =>
        content.ReadAsStreamAsync(cancellationToken);

    /// <summary>Waits for a time, measured by a clock.</summary>
    public static Task WaitAsync(this TimeProvider time, TimeSpan wait, CancellationToken cancellationToken) =>
        Task.Delay(wait, time, cancellationToken);

    // .NET does not parse these headers, so validation would not change the value but would allocate.
    private static string? First(HttpHeaders headers, string name)
    {
        if (headers.NonValidated.TryGetValues(name, out var values))
        {
            foreach (var value in values)
                return value;
        }

        return null;
    }
#else
    /// <summary>Does nothing, because an HttpClient has no default HTTP version on these frameworks.</summary>
    public static void UseVersionOf(this HttpRequestMessage message, HttpClient http)
    {
    }

    /// <summary>Opens content as a stream.</summary>
    public static Task<Stream> OpenAsync(this HttpContent content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
    }

    /// <summary>Reads the next bytes of a stream.</summary>
    public static ValueTask<int> ReadAsync(this Stream stream, ArraySegment<byte> buffer, CancellationToken cancellationToken) =>
        new(stream.ReadAsync(buffer.Array!, buffer.Offset, buffer.Count, cancellationToken));

    /// <summary>Waits for a time, measured by a clock.</summary>
    public static Task WaitAsync(this TimeProvider time, TimeSpan wait, CancellationToken cancellationToken) =>
        time.Delay(wait, cancellationToken);

    private static string? First(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
#endif
}
