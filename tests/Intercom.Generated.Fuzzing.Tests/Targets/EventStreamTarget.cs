using System.Net;
using System.Text;
using Intercom.Generated.V2_16;

namespace Intercom.Generated.Fuzzing.Tests;

/// <summary>
/// The event stream. A line <c>%%</c> separates the bodies of connections. The events do not depend on how the network divides the bytes.
/// </summary>
internal sealed class EventStreamTarget : FuzzTarget
{
    private const string Url = "https://realtime.test/event-stream?accessToken=t";

    private static readonly byte[] Separator = "\n%%\n"u8.ToArray();

    public override string Name => "events";

    public override IReadOnlyList<string> Tokens =>
    [
        "data: ", "data:", "data\n", "\n\n", "\r\n", "\r", "id: 1\n", "id:\n", "id: \0\n", "event: x\n", "retry: 0\n",
        "retry: 99999999999999999999\n", "retry: -1\n", ": c\n",
        "\n%%\n", "\uFEFF", "data: {\"data\":\"{}\"}\n\n", "data: {\"data\":{\"event_name\":\"fin_replied\"}}\n\n",
        "data: {\"event_name\":\"fin_reply_chunk\"}\n\n", "data: null\n\n",
    ];

    public override bool Run(byte[] input)
    {
        var connections = Connections(input);
        var whole = Read(connections, chunkSize: 0);
        foreach (var size in new[] { 1, 5 })
        {
            var divided = Read(connections, size);
            if (divided != whole)
                throw Broken($"As a whole: {whole}; in chunks of {size} bytes: {divided}");
        }

        // With a small limit, each event is read or rejected.
        _ = Read(connections, chunkSize: 0, maxSize: 64);
        return whole.Problem is null;
    }

    private static List<byte[]> Connections(byte[] input)
    {
        var connections = new List<byte[]>();
        var rest = input.AsSpan();
        for (var at = rest.IndexOf(Separator); at >= 0; at = rest.IndexOf(Separator))
        {
            connections.Add(rest[..at].ToArray());
            rest = rest[(at + Separator.Length)..];
        }

        connections.Add(rest.ToArray());
        return connections;
    }

    private static (string Events, string? Problem, int Requests) Read(List<byte[]> connections, int chunkSize, long? maxSize = null)
    {
        using var server = new ScriptedServer(connections, "text/event-stream", HttpStatusCode.NoContent, chunkSize);
        var options = new IntercomClientOptions("t")
        {
            HttpMessageHandler = server,
            // Skip every pause that a server can ask for, but not the limits of an attempt.
            TimeProvider = new ManualTimeProvider { SkipsUpTo = TimeSpan.FromMinutes(10) },
            AttemptTimeout = TimeSpan.FromHours(1),
            Timeout = TimeSpan.FromHours(2),
        };
        options.MaxResponseSize = maxSize ?? options.MaxResponseSize;
        using var client = new IntercomClient(options);
        var events = new StringBuilder();
        try
        {
            CollectAsync(client, events).GetAwaiter().GetResult();
            return (events.ToString(), null, server.Requests);
        }
        catch (IntercomException e)
        {
            return (events.ToString(), e.Message, server.Requests);
        }
    }

    private static async Task CollectAsync(IntercomClient client, StringBuilder events)
    {
        await foreach (var item in client.StreamEventsAsync<FinAgentEvent>(Url))
            events.AppendLine(Encoding.UTF8.GetString(IntercomJson.Write(item)));
    }
}
