using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace Intercom.Generated.Faults.Tests;

internal enum Http2Frame : byte
{
    Data = 0,
    Headers = 1,
    ResetStream = 3,
    Settings = 4,
    Ping = 6,
    GoAway = 7,
    WindowUpdate = 8,
    Continuation = 9,
}

internal enum Http2Error
{
    None = 0,
    InternalError = 2,
    RefusedStream = 7,
}

/// <summary>The flags of a frame. The same bit has different names in different frames.</summary>
[Flags]
internal enum Http2Flags : byte
{
    None = 0,
    EndStream = 1,
    Acknowledged = EndStream,
    EndHeaders = 4,
    Padded = 8,
    Priority = 0x20,
}

/// <summary>The server's end of an HTTP/2 connection (RFC 9113). It can send frames that are not valid.</summary>
internal sealed class Http2Connection(ServerSocket socket) : IDisposable
{
    private const int HeaderLength = 9;
    private const int InitialWindowSetting = 4;

    /// <summary>The largest payload of a frame, unless the client allows more.</summary>
    public const int LargestPayload = 16 * 1024;

    private static readonly byte[] Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray();

    private readonly SemaphoreSlim _writing = new(1);
    private readonly ConcurrentDictionary<int, Http2Stream> _streams = new();
    private readonly byte[] _frameHeader = new byte[HeaderLength];
    private readonly object _lock = new();
    private TaskCompletionSource _windowsGrew = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _window = 65_535;
    private int _initialWindow = 65_535;
    private volatile bool _isFrozen;

    /// <summary>Serves requests until the connection ends. The callback must not throw.</summary>
    public async Task ServeAsync(Func<Http2Stream, ReceivedRequest, Task> onRequest)
    {
        var serving = new ConcurrentDictionary<Task, bool>();
        try
        {
            var preface = new byte[Preface.Length];
            if (!await FillAsync(preface) || !preface.SequenceEqual(Preface))
                throw new IOException("The client does not speak HTTP/2.");
            await SendAsync(Http2Frame.Settings, Http2Flags.None, 0, default);
            while (await ReadFrameAsync() is { } frame)
            {
                if (Handle(frame) is not { } stream)
                    continue;
                var task = onRequest(stream, stream.ToRequest());
                serving[task] = true;
                _ = task.ContinueWith(done => serving.TryRemove(done, out _), TaskScheduler.Default);
            }
        }
        finally
        {
            foreach (var stream in _streams.Values)
                stream.End();
            await Task.WhenAll(serving.Keys);
        }
    }

    /// <summary>Sends a frame.</summary>
    public Task SendAsync(Http2Frame type, Http2Flags flags, int streamId, ReadOnlyMemory<byte> payload) =>
        SendRawAsync(Encode(type, flags, streamId, payload.Length, payload.Span));

    /// <summary>Sends bytes that need not be frames. No frame can come between them.</summary>
    /// <param name="interval">The interval between the bytes, or null to send all bytes at once.</param>
    public async Task SendRawAsync(ReadOnlyMemory<byte> bytes, TimeSpan? interval = null)
    {
        await _writing.WaitAsync();
        try
        {
            if (interval is null)
            {
                await socket.WriteAsync(bytes);
                return;
            }

            using var timer = new PeriodicTimer(interval.Value);
            for (var i = 0; i < bytes.Length; i++)
            {
                await socket.WriteAsync(bytes.Slice(i, 1));
                await timer.WaitForNextTickAsync();
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Runs an action during which no other frame is sent, and gives it the means to send bytes.</summary>
    public async Task MonopolizeAsync(Func<Func<ReadOnlyMemory<byte>, ValueTask>, Task> action)
    {
        await _writing.WaitAsync();
        try
        {
            await action(socket.WriteAsync);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Encodes a frame whose length need not be correct.</summary>
    public static byte[] Encode(Http2Frame type, Http2Flags flags, int streamId, int length, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[HeaderLength + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, length << 8);
        frame[3] = (byte)type;
        frame[4] = (byte)flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), streamId);
        payload.CopyTo(frame.AsSpan(HeaderLength));
        return frame;
    }

    /// <summary>Announces that no stream after the last one is processed.</summary>
    public Task GoAwayAsync(int lastStreamId, Http2Error error = Http2Error.None)
    {
        var payload = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(payload, lastStreamId);
        BinaryPrimitives.WriteInt32BigEndian(payload.AsSpan(4), (int)error);
        return SendAsync(Http2Frame.GoAway, Http2Flags.None, 0, payload);
    }

    /// <summary>Ignores everything that the client sends from now on, as if the network were gone.</summary>
    public void Freeze() => _isFrozen = true;

    /// <summary>Stops sending. The connection ends when the client closes it, too.</summary>
    public async Task CloseAsync()
    {
        await _writing.WaitAsync();
        socket.StopSending();
        _writing.Release();
    }

    public void ResetConnection() => socket.Reset();

    /// <summary>Takes up to a number of bytes from the windows of the connection and of a stream. Waits until there is at least one.</summary>
    public async Task<int> TakeWindowAsync(Http2Stream stream, int most)
    {
        while (true)
        {
            Task grew;
            lock (_lock)
            {
                stream.ThrowIfEnded();
                var count = (int)Math.Min(most, Math.Min(_window, stream.Window));
                if (count > 0)
                {
                    _window -= count;
                    stream.Window -= count;
                    return count;
                }

                grew = _windowsGrew.Task;
            }

            await Task.WhenAny(grew, stream.Ended);
        }
    }

    public void Forget(Http2Stream stream) => _streams.TryRemove(stream.Id, out _);

    public void Dispose() => _writing.Dispose();

    // Returns the stream whose request is complete, or null.
    private Http2Stream? Handle((Http2Frame Type, Http2Flags Flags, int Id, byte[] Payload) frame)
    {
        if (_isFrozen)
            return null;
        var (type, flags, id, payload) = frame;
        switch (type)
        {
            case Http2Frame.Headers:
                var stream = new Http2Stream(this, id) { Window = _initialWindow };
                _streams[id] = stream;
                stream.Headers.Write(Unpadded(flags, payload, flags.HasFlag(Http2Flags.Priority) ? 5 : 0));
                stream.IsComplete = flags.HasFlag(Http2Flags.EndStream);
                return stream.IsComplete && flags.HasFlag(Http2Flags.EndHeaders) ? stream : null;
            case Http2Frame.Continuation when _streams.TryGetValue(id, out var continued):
                continued.Headers.Write(payload);
                return continued.IsComplete && flags.HasFlag(Http2Flags.EndHeaders) ? continued : null;
            case Http2Frame.Data:
                ReturnWindow(id, payload.Length, flags.HasFlag(Http2Flags.EndStream));
                if (!_streams.TryGetValue(id, out var uploading))
                    return null;
                uploading.Body.Write(Unpadded(flags, payload, 0));
                return flags.HasFlag(Http2Flags.EndStream) ? uploading : null;
            case Http2Frame.ResetStream when _streams.TryRemove(id, out var reset):
                reset.End();
                return null;
            case Http2Frame.Settings when !flags.HasFlag(Http2Flags.Acknowledged):
                Apply(payload);
                Post(Http2Frame.Settings, Http2Flags.Acknowledged, 0, default);
                return null;
            case Http2Frame.Ping when !flags.HasFlag(Http2Flags.Acknowledged):
                Post(Http2Frame.Ping, Http2Flags.Acknowledged, 0, payload);
                return null;
            case Http2Frame.WindowUpdate:
                Grow(id, BinaryPrimitives.ReadInt32BigEndian(payload));
                return null;
            default:
                return null;
        }
    }

    private void ReturnWindow(int id, int length, bool isLast)
    {
        if (length == 0)
            return;
        var increment = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(increment, length);
        Post(Http2Frame.WindowUpdate, Http2Flags.None, 0, increment);
        if (!isLast)
            Post(Http2Frame.WindowUpdate, Http2Flags.None, id, increment);
    }

    // Reading must not wait, because a script can keep other frames from being sent. A failure also ends the reading.
    private void Post(Http2Frame type, Http2Flags flags, int streamId, ReadOnlyMemory<byte> payload) =>
        SendAsync(type, flags, streamId, payload).ContinueWith(sent => sent.Exception, TaskContinuationOptions.OnlyOnFaulted);

    private void Apply(byte[] settings)
    {
        for (var at = 0; at + 6 <= settings.Length; at += 6)
        {
            if (BinaryPrimitives.ReadInt16BigEndian(settings.AsSpan(at)) != InitialWindowSetting)
                continue;
            lock (_lock)
            {
                var window = BinaryPrimitives.ReadInt32BigEndian(settings.AsSpan(at + 2));
                foreach (var stream in _streams.Values)
                    stream.Window += window - _initialWindow;
                _initialWindow = window;
            }
        }
    }

    private void Grow(int id, int increment)
    {
        TaskCompletionSource grew;
        lock (_lock)
        {
            if (id == 0)
                _window += increment;
            else if (_streams.TryGetValue(id, out var stream))
                stream.Window += increment;
            grew = _windowsGrew;
            _windowsGrew = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        grew.SetResult();
    }

    private async Task<(Http2Frame Type, Http2Flags Flags, int Id, byte[] Payload)?> ReadFrameAsync()
    {
        if (!await FillAsync(_frameHeader))
            return null;
        var payload = new byte[BinaryPrimitives.ReadInt32BigEndian(_frameHeader) >> 8];
        var id = BinaryPrimitives.ReadInt32BigEndian(_frameHeader.AsSpan(5)) & int.MaxValue;
        var (type, flags) = ((Http2Frame)_frameHeader[3], (Http2Flags)_frameHeader[4]);
        return await FillAsync(payload) ? (type, flags, id, payload) : null;
    }

    // Returns false if the connection has ended.
    private async Task<bool> FillAsync(Memory<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var count = await socket.ReadAsync(buffer);
            if (count == 0)
                return false;
            buffer = buffer[count..];
        }

        return true;
    }

    private static ReadOnlySpan<byte> Unpadded(Http2Flags flags, byte[] payload, int prefix) => flags.HasFlag(Http2Flags.Padded)
        ? payload.AsSpan((1 + prefix)..^payload[0])
        : payload.AsSpan(prefix);
}

/// <summary>A request and its response on an HTTP/2 connection.</summary>
internal sealed class Http2Stream(Http2Connection connection, int id)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Http2Connection Connection => connection;

    public int Id => id;

    /// <summary>The encoded headers of the request.</summary>
    public MemoryStream Headers { get; } = new();

    /// <summary>The body of the request.</summary>
    public MemoryStream Body { get; } = new();

    /// <summary>Whether the request ends with its headers.</summary>
    public bool IsComplete { get; set; }

    /// <summary>The number of bytes that the client accepts. It can be negative.</summary>
    public long Window { get; set; }

    /// <summary>Completes when the client resets the stream, or when the connection ends.</summary>
    public Task Ended => _ended.Task;

    public void End() => _ended.TrySetResult();

    public void ThrowIfEnded()
    {
        if (Ended.IsCompleted)
            throw new IOException("The client reset the stream or closed the connection.");
    }

    public ReceivedRequest ToRequest()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in Hpack.Decode(Headers.ToArray()))
            headers[name == ":authority" ? "Host" : name] = value;
        return new ReceivedRequest(headers[":method"], headers[":path"], headers) { Body = Body.ToArray() };
    }

    /// <summary>Sends headers, in several frames if they are long.</summary>
    public Task SendHeadersAsync(int status, IEnumerable<string> headers, bool ends)
    {
        if (ends)
            connection.Forget(this);
        return connection.SendRawAsync(HeadersOf(status, headers, ends));
    }

    /// <summary>Encodes the frames of headers.</summary>
    public byte[] HeadersOf(int status, IEnumerable<string> headers, bool ends = false, bool endsHeaders = true)
    {
        ReadOnlySpan<byte> block = Hpack.Encode(status, headers);
        var frames = new MemoryStream();
        var type = Http2Frame.Headers;
        var flags = ends ? Http2Flags.EndStream : Http2Flags.None;
        do
        {
            var part = block[..Math.Min(block.Length, Http2Connection.LargestPayload)];
            block = block[part.Length..];
            if (block.IsEmpty && endsHeaders)
                flags |= Http2Flags.EndHeaders;
            frames.Write(Http2Connection.Encode(type, flags, id, part.Length, part));
            (type, flags) = (Http2Frame.Continuation, Http2Flags.None);
        }
        while (!block.IsEmpty);
        return frames.ToArray();
    }

    /// <summary>Sends headers without their end.</summary>
    public Task SendHeadersInPartAsync() => connection.SendRawAsync(HeadersOf(200, ["Content-Type: application/json"], endsHeaders: false));

    /// <summary>Sends headers that do not end until the client resets the stream.</summary>
    public Task SendEndlessHeadersAsync(TimeSpan interval) => connection.MonopolizeAsync(async send =>
    {
        using var timer = new PeriodicTimer(interval);
        await send(HeadersOf(200, ["Content-Type: application/json"], endsHeaders: false));
        while (!Ended.IsCompleted)
        {
            await send(Http2Connection.Encode(Http2Frame.Continuation, Http2Flags.None, id, 0, default));
            await timer.WaitForNextTickAsync();
        }

        // Otherwise, the connection could not be used for the next request.
        await send(Http2Connection.Encode(Http2Frame.Continuation, Http2Flags.EndHeaders, id, 0, default));
    });

    /// <summary>Sends a part of the body when the client accepts it.</summary>
    public async Task SendDataAsync(ReadOnlyMemory<byte> bytes, bool ends)
    {
        while (!bytes.IsEmpty)
        {
            var count = await connection.TakeWindowAsync(this, Math.Min(bytes.Length, Http2Connection.LargestPayload));
            var isLast = ends && count == bytes.Length;
            if (isLast)
                connection.Forget(this);
            await connection.SendAsync(Http2Frame.Data, isLast ? Http2Flags.EndStream : Http2Flags.None, id, bytes[..count]);
            bytes = bytes[count..];
            if (isLast)
                return;
        }

        if (!ends)
            return;
        connection.Forget(this);
        await connection.SendAsync(Http2Frame.Data, Http2Flags.EndStream, id, default);
    }

    public Task ResetAsync(Http2Error error)
    {
        connection.Forget(this);
        var payload = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(payload, (int)error);
        return connection.SendAsync(Http2Frame.ResetStream, Http2Flags.None, id, payload);
    }

    /// <summary>Waits until the client resets the stream, or until the connection ends.</summary>
    public Task WaitForResetAsync() => Ended;
}
