namespace Intercom.Generated.Runtime;

/// <summary>What every target framework spells differently.</summary>
internal static class HttpContentReading
{
    /// <summary>Opens a content to read it as it arrives.</summary>
#if NET
    public static Task<Stream> OpenAsync(this HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync(cancellationToken);
#else
    public static Task<Stream> OpenAsync(this HttpContent content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
    }
#endif
}
