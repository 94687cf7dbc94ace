using System.Text;

namespace Intercom.Generated.Faults.Tests;

/// <summary>A received request and the actions that a script can take. Bytes are sent unchanged, valid or not.</summary>
/// <param name="number">The number of the request on the server, starting at 1.</param>
/// <param name="connectionRequestNumber">The number of the request on its connection, starting at 1.</param>
internal sealed class Exchange(Connection connection, ReceivedRequest request, int number, int connectionRequestNumber)
{
    public ReceivedRequest Request => request;

    public int Number => number;

    public int ConnectionRequestNumber => connectionRequestNumber;

    /// <summary>The body of the correct response.</summary>
    public byte[] CorrectBody => Responses.For(request);

    public static string Head(int status, params string[] headers) =>
        $"HTTP/1.1 {status} Reason\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n";

    public Task SendAsync(string text) => connection.SendAsync(Encoding.Latin1.GetBytes(text));

    public Task SendAsync(ReadOnlyMemory<byte> bytes) => connection.SendAsync(bytes);

    /// <summary>Sends the correct response.</summary>
    public Task RespondAsync() => RespondAsync(200, CorrectBody);

    /// <summary>Sends a JSON response with a matching Content-Length.</summary>
    public Task RespondAsync(int status, string body, params string[] headers) =>
        RespondAsync(status, Encoding.UTF8.GetBytes(body), headers);

    /// <inheritdoc cref="RespondAsync(int, string, string[])"/>
    public Task RespondAsync(int status, byte[] body, params string[] headers) =>
        SendAsync(Head(status, ["Content-Type: application/json", $"Content-Length: {body.Length}", .. headers]), body);

    /// <summary>Sends a head and a body in one write.</summary>
    public Task SendAsync(string head, byte[] body) => connection.SendAsync((byte[])[.. Encoding.Latin1.GetBytes(head), .. body]);

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

    /// <summary>Sends nothing until the client disconnects.</summary>
    public Task StallAsync() => connection.WaitForCloseAsync();

    public void Close() => connection.Close();

    public void Reset() => connection.Reset();
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
