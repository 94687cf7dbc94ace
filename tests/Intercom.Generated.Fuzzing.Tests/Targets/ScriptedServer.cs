using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Intercom.Generated.Fuzzing.Tests;

/// <summary>A handler that sends one body for each request, in order, and then a last response.</summary>
internal sealed class ScriptedServer(IReadOnlyList<byte[]> bodies, string mediaType, HttpStatusCode last, int chunkSize = 0)
    : HttpMessageHandler
{
    /// <summary>The number of requests.</summary>
    public int Requests { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var index = Requests++;
        var response = new HttpResponseMessage(index < bodies.Count ? HttpStatusCode.OK : last)
        {
            Content = index >= bodies.Count ? new StringContent(string.Empty, Encoding.UTF8)
                : chunkSize == 0 ? new ByteArrayContent(bodies[index])
                : new StreamContent(new ChunkedStream(bodies[index], chunkSize)),
        };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return Task.FromResult(response);
    }

    /// <summary>A stream of which each read returns at most a chunk.</summary>
    private sealed class ChunkedStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, size)]);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            base.ReadAsync(buffer, offset, Math.Min(count, size), cancellationToken);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, size)], cancellationToken);
    }
}
