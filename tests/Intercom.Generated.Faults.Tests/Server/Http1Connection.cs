using System.Globalization;
using System.Text;

namespace Intercom.Generated.Faults.Tests;

/// <summary>A request as it arrived.</summary>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers)
{
    public byte[] Body { get; init; } = [];

    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>The server's end of an HTTP/1.1 connection.</summary>
internal sealed class Http1Connection(ServerSocket socket)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private ReceivedRequest? _unreadBody;
    private int _start;
    private int _end;

    public bool IsClosed => socket.IsClosed;

    private ReadOnlyMemory<byte> Unread => _buffer.AsMemory(_start, _end - _start);

    /// <summary>Reads the next request. Returns null if the client closed the connection.</summary>
    public async Task<ReceivedRequest?> ReadRequestAsync(bool withBody)
    {
        int length;
        while ((length = Unread.Span.IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await FillAsync())
                return null;
        }

        var lines = Encoding.Latin1.GetString(Unread.Span[..length]).Split("\r\n");
        _start += length + 4;
        var start = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => line[1], StringComparer.OrdinalIgnoreCase);
        var request = _unreadBody = new ReceivedRequest(start[0], start[1], headers);
        if (!withBody)
            return request;
        using var body = new MemoryStream();
        await ReadBodyAsync(part => body.Write(part.Span));
        return request with { Body = body.ToArray() };
    }

    /// <summary>Reads the request body in parts.</summary>
    public async Task ReadBodyAsync(Action<ReadOnlyMemory<byte>> onPart)
    {
        var headers = _unreadBody!.Headers;
        if (headers.TryGetValue("Content-Length", out var length))
        {
            await ReadAsync(long.Parse(length, CultureInfo.InvariantCulture), onPart);
        }
        else if (headers.TryGetValue("Transfer-Encoding", out var encoding) && encoding == "chunked")
        {
            for (var size = -1L; size != 0;)
            {
                size = await ReadChunkSizeAsync();
                await ReadAsync(size, onPart);
                await ReadAsync(2, _ => { });
            }
        }
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await socket.WriteAsync(bytes);

    /// <summary>Waits until the client closes the connection.</summary>
    public async Task WaitForCloseAsync()
    {
        do
        {
            _start = _end = 0;
        }
        while (await FillAsync());
    }

    public void Close() => socket.Close();

    public void Reset() => socket.Reset();

    private async Task<long> ReadChunkSizeAsync()
    {
        int length;
        while ((length = Unread.Span.IndexOf("\r\n"u8)) < 0)
            await FillOrFailAsync();
        var size = long.Parse(Encoding.Latin1.GetString(Unread.Span[..length]), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        _start += length + 2;
        return size;
    }

    private async Task ReadAsync(long count, Action<ReadOnlyMemory<byte>> onPart)
    {
        while (count > 0)
        {
            if (_start == _end)
                await FillOrFailAsync();
            var part = Unread[..(int)Math.Min(count, Unread.Length)];
            onPart(part);
            _start += part.Length;
            count -= part.Length;
        }
    }

    private async Task FillOrFailAsync()
    {
        if (!await FillAsync())
            throw new EndOfStreamException("The client disconnected in the middle of a request.");
    }

    private async Task<bool> FillAsync()
    {
        if (_start > 0)
        {
            Unread.CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        var count = await socket.ReadAsync(_buffer.AsMemory(_end));
        _end += count;
        return count > 0;
    }
}
