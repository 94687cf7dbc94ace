using System.Globalization;
using Intercom.Generated.Testing.Http;

namespace Intercom.Generated.Testing.Recording;

/// <summary>Reads the JSON of a response and leaves it in place for the client.</summary>
internal static class BodyReader
{
    public static bool IsJson(HttpContent content) =>
        content.Headers.ContentType?.MediaType is { } type
        && (type.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the body, or returns the reason why it is not read.</summary>
    public static async Task<(byte[]? Bytes, string? Omitted)> ReadAsync(
        HttpResponseMessage response, int maximum, CancellationToken cancellationToken)
    {
        if (response.Content is not { } content || content.Headers.ContentLength == 0)
            return (null, null);
        if (!IsJson(content) || content.Headers.ContentEncoding.Count > 0)
            return content.Headers.ContentType is { } type ? (null, type.MediaType) : (null, null);
        if (content.Headers.ContentLength > maximum)
            return (null, $"{content.Headers.ContentLength.Value.ToString(CultureInfo.InvariantCulture)} bytes");

#if NET
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        var start = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (start.Length <= maximum)
        {
#pragma warning disable CA1835 // The overload for Memory is not part of netstandard2.0.
            var read = await stream.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false);
#pragma warning restore CA1835
            if (read == 0)
            {
                var bytes = start.ToArray();
                Replace(response, new ByteArrayContent(bytes));
                return (bytes, null);
            }

            start.Write(buffer, 0, read);
        }

        Replace(response, new StreamContent(new PrefixedStream(start.ToArray(), stream)));
        return (null, $"more than {maximum.ToString(CultureInfo.InvariantCulture)} bytes");
    }

    private static void Replace(HttpResponseMessage response, HttpContent content)
    {
        foreach (var header in response.Content.Headers)
            content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        response.Content = content;
    }

    /// <summary>The start of a stream that was already read, and the rest of it.</summary>
    private sealed class PrefixedStream(byte[] start, Stream rest) : ForwardStream
    {
        private int _position;

        public override int Read(byte[] buffer, int offset, int count) =>
            _position < start.Length ? ReadStart(buffer, offset, count) : rest.Read(buffer, offset, count);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            _position < start.Length
                ? Task.FromResult(ReadStart(buffer, offset, count))
                : rest.ReadAsync(buffer, offset, count, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                rest.Dispose();
            base.Dispose(disposing);
        }

        private int ReadStart(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(count, start.Length - _position);
            Array.Copy(start, _position, buffer, offset, read);
            _position += read;
            return read;
        }
    }
}
