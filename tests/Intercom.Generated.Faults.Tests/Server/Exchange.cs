using System.Text;

namespace Intercom.Generated.Faults.Tests;

/// <summary>A received request and the actions that a script can take over any protocol.</summary>
/// <param name="number">The number of the request on the server, starting at 1.</param>
internal abstract class Exchange(FaultServer server, ReceivedRequest request, int number)
{
    public ReceivedRequest Request => request;

    public int Number => number;

    /// <summary>The body of the correct response.</summary>
    public byte[] CorrectBody => Responses.For(request);

    /// <summary>Sends the correct response.</summary>
    public Task RespondAsync() => RespondAsync(200, CorrectBody);

    /// <summary>Sends a JSON response with a matching Content-Length.</summary>
    public Task RespondAsync(int status, string body, params string[] headers) => RespondAsync(status, Encoding.UTF8.GetBytes(body), headers);

    /// <inheritdoc cref="RespondAsync(int, string, string[])"/>
    public Task RespondAsync(int status, byte[] body, params string[] headers) =>
        SendAsync(status, ["Content-Type: application/json", $"Content-Length: {body.Length}", .. headers], body);

    /// <summary>Sends a head and a body as a complete response, whether or not the headers fit the body.</summary>
    public abstract Task SendAsync(int status, string[] headers, byte[] body);

    /// <summary>Sends a head.</summary>
    public abstract Task SendHeadAsync(int status, params string[] headers);

    /// <summary>Sends a part of the body.</summary>
    public abstract Task SendPartAsync(ReadOnlyMemory<byte> part);

    /// <summary>Ends a body that was sent in parts.</summary>
    public abstract Task EndAsync();

    /// <summary>Sends a body byte by byte, and ends it.</summary>
    public async Task DripBodyAsync(ReadOnlyMemory<byte> body, TimeSpan interval)
    {
        using var timer = new PeriodicTimer(interval);
        for (var i = 0; i < body.Length; i++)
        {
            await SendPartAsync(body.Slice(i, 1));
            await timer.WaitForNextTickAsync();
        }

        await EndAsync();
    }

    /// <summary>Waits until the client has received the head of the response. A reset before could discard it.</summary>
    public Task WhenHeadIsReceived() => server.WhenHeadIsReceived(request);

    /// <summary>Sends nothing until the client gives up on the response.</summary>
    public abstract Task StallAsync();

    /// <summary>Closes the connection gracefully. The client receives everything that was sent.</summary>
    public abstract Task CloseAsync();

    /// <summary>Resets the smallest unit that the protocol can reset: the connection, or the stream of an HTTP/2 connection.</summary>
    public abstract Task ResetAsync();
}

/// <summary>An exchange over HTTP/1.1. Bytes are sent unchanged, valid or not.</summary>
/// <param name="connectionRequestNumber">The number of the request on its connection, starting at 1.</param>
internal sealed class Http1Exchange(
    FaultServer server, Http1Connection connection, ReceivedRequest request, int number, int connectionRequestNumber)
    : Exchange(server, request, number)
{
    public int ConnectionRequestNumber => connectionRequestNumber;

    public static string Head(int status, params string[] headers) =>
        $"HTTP/1.1 {status} Reason\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n";

    public Task SendAsync(string text) => connection.SendAsync(Encoding.Latin1.GetBytes(text));

    public Task SendAsync(ReadOnlyMemory<byte> bytes) => connection.SendAsync(bytes);

    /// <summary>Sends a head and a body in one write.</summary>
    public Task SendAsync(string head, byte[] body) => connection.SendAsync((byte[])[.. Encoding.Latin1.GetBytes(head), .. body]);

    public override Task SendAsync(int status, string[] headers, byte[] body) => SendAsync(Head(status, headers), body);

    public override Task SendHeadAsync(int status, params string[] headers) => SendAsync(Head(status, headers));

    public override Task SendPartAsync(ReadOnlyMemory<byte> part) => connection.SendAsync(part);

    public override Task EndAsync() => Task.CompletedTask;

    /// <summary>Sends one byte per interval. If endless, repeats the last byte until the client disconnects.</summary>
    public async Task DripAsync(ReadOnlyMemory<byte> bytes, TimeSpan interval, bool endless = false)
    {
        using var timer = new PeriodicTimer(interval);
        for (var i = 0; i < bytes.Length || endless; i++)
        {
            await connection.SendAsync(bytes.Slice(Math.Min(i, bytes.Length - 1), 1));
            await timer.WaitForNextTickAsync();
        }
    }

    public Task ReadBodyAsync(Action<ReadOnlyMemory<byte>> onPart) => connection.ReadBodyAsync(onPart);

    public override Task StallAsync() => connection.WaitForCloseAsync();

    public void Close() => connection.Close();

    public void Reset() => connection.Reset();

    public override Task CloseAsync()
    {
        Close();
        return Task.CompletedTask;
    }

    public override Task ResetAsync()
    {
        Reset();
        return Task.CompletedTask;
    }
}

/// <summary>An exchange over HTTP/2. Frames are sent unchanged, valid or not.</summary>
internal sealed class Http2Exchange(FaultServer server, Http2Stream stream, ReceivedRequest request, int number)
    : Exchange(server, request, number)
{
    public Http2Stream Stream => stream;

    public override async Task SendAsync(int status, string[] headers, byte[] body)
    {
        await stream.SendHeadersAsync(status, headers, ends: body.Length == 0);
        if (body.Length > 0)
            await stream.SendDataAsync(body, ends: true);
    }

    public override Task SendHeadAsync(int status, params string[] headers) => stream.SendHeadersAsync(status, headers, ends: false);

    public override Task SendPartAsync(ReadOnlyMemory<byte> part) => stream.SendDataAsync(part, ends: false);

    public override Task EndAsync() => stream.SendDataAsync(ReadOnlyMemory<byte>.Empty, ends: true);

    public override Task StallAsync() => stream.WaitForResetAsync();

    public override Task CloseAsync() => stream.Connection.CloseAsync();

    public override Task ResetAsync() => stream.ResetAsync(Http2Error.InternalError);
}

/// <summary>The bodies of the correct responses.</summary>
internal static class Responses
{
    public const string Id = "7";

    public static byte[] Contact { get; } = """{"type":"contact","id":"7","name":"Ada Lovelace","email":"ada@example.com"}"""u8.ToArray();

    public static byte[] Search { get; } = """
        {"type":"list","data":[{"type":"contact","id":"7","name":"Ada Lovelace"}],"total_count":1,
        "pages":{"type":"pages","page":1,"per_page":50,"total_pages":1}}
        """u8.ToArray();

    public static byte[] For(ReceivedRequest request) =>
        request.Target.StartsWith("/contacts/search", StringComparison.Ordinal) || request is { Method: "GET", Target: "/contacts" }
            ? Search
            : Contact;
}
