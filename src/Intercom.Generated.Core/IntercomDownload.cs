using System.IO.Compression;
using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>A file download. Its content is streamed. Dispose the download to end the transfer.</summary>
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
    /// The bytes as sent. A read throws an <see cref="IntercomException"/> if the connection breaks, or if no data arrives within
    /// <see cref="IntercomClientOptions.AttemptTimeout"/>.
    /// </summary>
    public Stream Content { get; }

    /// <summary>The media type, such as <c>application/gzip</c>, or null if the response does not report it.</summary>
    public string? ContentType { get; }

    /// <summary>The number of bytes, or null if the response does not report it.</summary>
    public long? Length { get; }

    /// <summary>
    /// The suggested file name, or null if the response has none. It has no path and is valid on Windows and Unix. Invalid characters are
    /// replaced by underscores.
    /// </summary>
    public string? FileName { get; }

    /// <summary>The status and headers of the response.</summary>
    public IntercomResponse Response { get; }

    /// <summary>
    /// Returns the content decompressed if it is a gzip file, such as an export, or unchanged otherwise.
    /// </summary>
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

    // Returns the bytes that were read to detect gzip, then the rest.
    private sealed class ConcatenatedStream(byte[] head, int length, Stream rest) : ForwardOnlyStream(rest)
    {
        private int _position;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_position == length)
                return Inner.Read(buffer, offset, count);
            return TakeHead(buffer, offset, count);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            _position == length
                ? Inner.ReadAsync(buffer, offset, count, cancellationToken)
                : Task.FromResult(TakeHead(buffer, offset, count));

        private int TakeHead(byte[] buffer, int offset, int count)
        {
            var taken = Math.Min(count, length - _position);
            Array.Copy(head, _position, buffer, offset, taken);
            _position += taken;
            return taken;
        }
    }
}
