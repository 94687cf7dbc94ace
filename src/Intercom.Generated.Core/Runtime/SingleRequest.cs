using System.Text;

namespace Intercom.Generated.Runtime;

/// <summary>
/// A request that .NET sends only once. .NET resends a request that an HTTP/2 server did not process, up to three times. These resends
/// would not be counted, so the retry rules repeat the request instead.
/// </summary>
internal sealed class SingleRequest(HttpMethod method, Uri address, bool isGuarded) : HttpRequestMessage(method, address)
{
    private bool _isGuarded = isGuarded;
    private string? _firstHeader;

    /// <summary>Allows the request to be sent once more. A request that is not guarded can be sent any number of times.</summary>
    public void Guard() => (_isGuarded, _firstHeader) = (true, null);

    /// <summary>Rejects a resend. SocketsHttpHandler asks for the encoding of each header whenever it sends a request.</summary>
    public static Encoding? SelectEncoding(string header, HttpRequestMessage request)
    {
        if (request is not SingleRequest { _isGuarded: true } single)
            return null;
        if (header == single._firstHeader)
            throw new UnprocessedRequestException();
        single._firstHeader ??= header;
        return null;
    }
}

/// <summary>The server did not process the request, so that even a write can be repeated.</summary>
internal sealed class UnprocessedRequestException() : HttpRequestException("The server did not process the request");
