using System.IO.Compression;
using System.Net.Http.Headers;
using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>A file download. Its content is streamed. Dispose the download to end the transfer.</summary>
public sealed class IntercomDownload : IDisposable
{
    private readonly HttpResponseMessage _message;
    private readonly Func<DownloadPosition, CancellationToken, Task<IntercomDownload>>? _resume;

    /// <summary>Creates a download from a stream, for test doubles.</summary>
    /// <param name="content">The bytes. The download disposes the stream.</param>
    /// <param name="contentType">The media type, such as <c>text/csv</c>, or null for none.</param>
    /// <param name="fileName">The suggested file name, or null for none.</param>
    public IntercomDownload(Stream content, string? contentType = null, string? fileName = null)
        : this(MessageOf(content ?? throw new ArgumentNullException(nameof(content)), contentType, fileName), content)
    {
    }

    internal IntercomDownload(
        HttpResponseMessage message, Stream content, Func<DownloadPosition, CancellationToken, Task<IntercomDownload>>? resume = null)
    {
        _message = message;
        _resume = resume;
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

    /// <summary>
    /// Saves the content, as sent, to a file. The file appears under its name only when it is complete. Until then, the content is in a
    /// file with the suffix <c>.part</c> beside it.
    /// </summary>
    /// <param name="path">The path of the file. An existing file is replaced.</param>
    /// <param name="progress">Receives the number of bytes saved so far. Null for no reports.</param>
    /// <param name="cancellationToken">Ends the transfer.</param>
    /// <remarks>
    /// If the connection breaks and the server supports ranges, the transfer resumes where it stopped. A transfer that was canceled, or
    /// whose process ended, resumes when the same file is saved to the same path again. Otherwise, it starts over.
    /// </remarks>
    /// <exception cref="IntercomException">The transfer failed.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public Task SaveToFileAsync(string path, IProgress<long>? progress = null, CancellationToken cancellationToken = default) =>
        new DownloadFile(path, progress).SaveAsync(this, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        Content.Dispose();
        _message.Dispose();
    }

    /// <summary>The position after some bytes of this file, or null if the server cannot resume it.</summary>
    internal DownloadPosition? PositionAt(long offset)
    {
        // Without a length, the content may have been decompressed, so that positions in it are not positions in the file.
        var resumes = _resume is not null && Length is not null && _message.Headers.AcceptRanges.Contains("bytes");
        return resumes && _message.Headers.ETag is { IsWeak: false } tag ? new DownloadPosition(offset, tag.Tag) : null;
    }

    /// <summary>Requests the rest of the file.</summary>
    internal Task<IntercomDownload> ResumeAsync(DownloadPosition position, CancellationToken cancellationToken) =>
        _resume!(position, cancellationToken);

    /// <summary>The number of bytes of the file before <see cref="Content"/>: 0, unless the server sends the rest of a file.</summary>
    internal long Offset => (int)_message.StatusCode == 206 ? _message.Content.Headers.ContentRange?.From ?? 0 : 0;

    private static HttpResponseMessage MessageOf(Stream content, string? contentType, string? fileName)
    {
        var message = new HttpResponseMessage { Content = new StreamContent(content) };
        if (contentType is not null)
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (fileName is not null)
            message.Content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = fileName };
        return message;
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
