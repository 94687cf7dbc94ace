using System.Net;

namespace Intercom.Generated.Runtime;

/// <summary>
/// The content of a request without a body. .NET resends a request that has no content at all, up to three times, if the connection closes
/// before the response: retries that nobody counts, and that would repeat a write. It sends a request with content once, even if the
/// content is empty.
/// </summary>
internal sealed class EmptyContent : HttpContent
{
#if !NET
    private static readonly bool AllowsContentInGet =
        !System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);
#endif

    private readonly bool _isShared;

    private EmptyContent(bool isShared) => _isShared = isShared;

    private static EmptyContent Shared { get; } = new(isShared: true);

    /// <summary>Gets the content for a request.</summary>
    /// <param name="method">The method of the request.</param>
    /// <param name="canShare">Whether nobody changes the headers of the content.</param>
    public static HttpContent? For(HttpMethod method, bool canShare)
    {
#if !NET
        // .NET Framework rejects content in these requests.
        if (!AllowsContentInGet && (method == HttpMethod.Get || method == HttpMethod.Head))
            return null;
#endif
        return canShare ? Shared : new EmptyContent(isShared: false);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }

    // Requests dispose their content when they are sent.
    protected override void Dispose(bool disposing)
    {
        if (!_isShared)
            base.Dispose(disposing);
    }
}
