using System.Net;

namespace Intercom.Generated.Runtime;

/// <summary>
/// The content of a request without a body. If a connection closes before the response, .NET resends a request without content up to three
/// times. These resends would not be counted, and they could repeat a write. .NET sends a request with content only once, even if the
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
    /// <param name="canShare">Whether the content can be shared, because no handler can change its headers.</param>
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

    // A request disposes its content after it is sent.
    protected override void Dispose(bool disposing)
    {
        if (!_isShared)
            base.Dispose(disposing);
    }
}
