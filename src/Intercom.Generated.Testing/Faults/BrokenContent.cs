using System.Net;
using Intercom.Generated.Testing.Http;

namespace Intercom.Generated.Testing.Faults;

/// <summary>The content of a response that never arrives completely, although its headers announce all of it.</summary>
internal sealed class BrokenContent : HttpContent
{
    private readonly byte[] _start;
    private readonly Func<CancellationToken, Task> _end;

    /// <param name="original">The content whose headers are copied.</param>
    /// <param name="start">The bytes that arrive.</param>
    /// <param name="end">Ends the content after these bytes, by an exception.</param>
    /// <param name="length">The length that the headers announce.</param>
    public BrokenContent(HttpContent original, byte[] start, Func<CancellationToken, Task> end, long length)
    {
        _start = start;
        _end = end;
        foreach (var header in original.Headers)
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        Headers.ContentLength = length;
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new BrokenStream(_start, _end));

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
#if NET
        await stream.WriteAsync(_start).ConfigureAwait(false);
#else
        await stream.WriteAsync(_start, 0, _start.Length).ConfigureAwait(false);
#endif
        // A stream that nobody can cancel would wait forever.
        await stream.FlushAsync().ConfigureAwait(false);
        await _end(CancellationToken.None).ConfigureAwait(false);
    }

#if NET
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_start, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        await _end(cancellationToken).ConfigureAwait(false);
    }
#endif

    protected override bool TryComputeLength(out long length)
    {
        length = Headers.ContentLength ?? 0;
        return true;
    }

    private sealed class BrokenStream(byte[] start, Func<CancellationToken, Task> end) : ForwardStream
    {
        private int _position;

        public override int Read(byte[] buffer, int offset, int count) =>
            ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = Math.Min(count, start.Length - _position);
            if (read == 0 && count > 0)
                await end(cancellationToken).ConfigureAwait(false);
            Array.Copy(start, _position, buffer, offset, read);
            _position += read;
            return read;
        }
    }
}
