using System.IO.Compression;
using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>A file that Intercom sends, read as it arrives. Dispose it to end the transfer.</summary>
public sealed class IntercomDownload : IDisposable
{
    private readonly HttpResponseMessage _message;

    internal IntercomDownload(HttpResponseMessage message, Stream content)
    {
        _message = message;
        Response = new IntercomResponse(message);
        Content = content;
        ContentType = message.Content.Headers.ContentType?.MediaType;
        Length = message.Content.Headers.ContentLength;
        var disposition = message.Content.Headers.ContentDisposition;
        FileName = BareFileName.Of(disposition?.FileNameStar) ?? BareFileName.Of(disposition?.FileName?.Trim('"'));
    }

    /// <summary>
    /// The bytes as they were sent. A read throws an <see cref="IntercomException"/> when the connection breaks, or brings nothing within
    /// <see cref="IntercomClientOptions.AttemptTimeout"/>.
    /// </summary>
    public Stream Content { get; }

    /// <summary>The media type, such as <c>application/gzip</c>; null when the answer does not tell.</summary>
    public string? ContentType { get; }

    /// <summary>The number of bytes; null when the answer does not tell.</summary>
    public long? Length { get; }

    /// <summary>
    /// The suggested file name; null if the response has none. It is a name alone, without a path, that is valid on Windows and Unix. The
    /// characters that are not are replaced by an underscore.
    /// </summary>
    public string? FileName { get; }

    /// <summary>The status and headers of the answer.</summary>
    public IntercomResponse Response { get; }

    /// <summary>The bytes decompressed, for exports, which Intercom sends as gzip files. Bytes that are no gzip file come as they are.</summary>
    public async Task<Stream> DecompressAsync(CancellationToken cancellationToken = default)
    {
        var head = new byte[2];
        var read = 0;
        while (read < head.Length)
        {
            var count = await Content.ReadAsync(head, read, head.Length - read, cancellationToken).ConfigureAwait(false);
            if (count == 0)
                break;
            read += count;
        }

        var whole = new ConcatenatedStream(head, read, Content);
        return read == 2 && head[0] == 0x1f && head[1] == 0x8b ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Content.Dispose();
        _message.Dispose();
    }

    // Gives back the bytes that were read ahead to look at them.
    private sealed class ConcatenatedStream(byte[] head, int length, Stream rest) : ForwardOnlyStream
    {
        private int _position;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_position == length)
                return rest.Read(buffer, offset, count);
            return TakeHead(buffer, offset, count);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            _position == length ? rest.ReadAsync(buffer, offset, count, cancellationToken) : Task.FromResult(TakeHead(buffer, offset, count));

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                rest.Dispose();
            base.Dispose(disposing);
        }

        private int TakeHead(byte[] buffer, int offset, int count)
        {
            var taken = Math.Min(count, length - _position);
            Array.Copy(head, _position, buffer, offset, taken);
            _position += taken;
            return taken;
        }
    }
}
