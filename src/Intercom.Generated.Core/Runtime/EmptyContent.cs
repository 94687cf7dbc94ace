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

    /// <summary>Creates the content for a request, or returns null if the platform does not allow it.</summary>
    /// <remarks>Requests must not share a content. Its headers are not safe for concurrent use, not even for reading.</remarks>
    public static HttpContent? For(HttpMethod method)
    {
#if !NET
        // .NET Framework rejects content in these requests.
        if (!AllowsContentInGet && (method == HttpMethod.Get || method == HttpMethod.Head))
            return null;
#endif
        return new EmptyContent();
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }
}
