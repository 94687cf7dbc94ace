using System.Text;

namespace Intercom.Generated.Faults.Tests;

/// <summary>A request and what a script can do to it. What is sent is sent as it is, right or wrong.</summary>
/// <param name="connection">The connection.</param>
/// <param name="request">The request.</param>
/// <param name="number">Which request of the server it is, from 1.</param>
/// <param name="place">Which request of its connection it is, from 1.</param>
internal sealed class Exchange(Connection connection, ReceivedRequest request, int number, int place)
{
    public ReceivedRequest Request => request;

    public int Number => number;

    public int Place => place;

    /// <summary>The right answer.</summary>
    public byte[] Good => Answers.For(request);

    public static string Head(int status, params string[] headers) =>
        $"HTTP/1.1 {status} Whatever\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n";

    public Task SendAsync(string text) => connection.SendAsync(Encoding.Latin1.GetBytes(text));

    public Task SendAsync(ReadOnlyMemory<byte> bytes) => connection.SendAsync(bytes);

    /// <summary>Answers rightly.</summary>
    public Task AnswerAsync() => AnswerAsync(200, Good);

    /// <summary>Answers with a length that is right.</summary>
    public Task AnswerAsync(int status, string body, params string[] headers) => AnswerAsync(status, Encoding.UTF8.GetBytes(body), headers);

    /// <inheritdoc cref="AnswerAsync(int, string, string[])"/>
    public Task AnswerAsync(int status, byte[] body, params string[] headers) =>
        connection.SendAsync((byte[])[.. Encoding.Latin1.GetBytes(Head(status, ["Content-Type: application/json", $"Content-Length: {body.Length}", .. headers])), .. body]);

    /// <summary>Sends bytes one by one; without end, the last one again and again.</summary>
    public async Task DripAsync(ReadOnlyMemory<byte> bytes, TimeSpan every, bool endless = false)
    {
        using var timer = new PeriodicTimer(every);
        for (var i = 0; i < bytes.Length || endless; i++)
        {
            await connection.SendAsync(bytes.Slice(Math.Min(i, bytes.Length - 1), 1));
            await timer.WaitForNextTickAsync();
        }
    }

    public Task ReadBodyAsync(Action<ReadOnlyMemory<byte>> take) => connection.ReadBodyAsync(take);

    /// <summary>Does nothing until the client gives up.</summary>
    public Task StallAsync() => connection.WaitForCloseAsync();

    public void Close() => connection.Close();

    public void Reset() => connection.Reset();
}

/// <summary>The right answers.</summary>
internal static class Answers
{
    public const string Id = "7";

    public static byte[] Contact { get; } = """{"type":"contact","id":"7","name":"Ada Lovelace","email":"ada@example.com"}"""u8.ToArray();

    public static byte[] Search { get; } = """{"type":"list","data":[{"type":"contact","id":"7","name":"Ada Lovelace"}],"total_count":1,"pages":{"type":"pages","page":1,"per_page":50,"total_pages":1}}"""u8.ToArray();

    public static byte[] For(ReceivedRequest request) =>
        request.Target.StartsWith("/contacts/search", StringComparison.Ordinal) || request is { Method: "GET", Target: "/contacts" } ? Search : Contact;
}
