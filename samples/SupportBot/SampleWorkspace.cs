using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;
using Spectre.Console;

namespace SupportBot;

/// <summary>The fake Intercom, in which three contacts start conversations.</summary>
internal sealed class SampleWorkspace : IDisposable
{
    public const string AdminId = "991267583";

    private static readonly (string Name, string Title)[] Messages =
    [
        ("Ada", "My invoice has the wrong address"), ("Grace", "The export stops halfway"), ("Hedy", "Can two teams share an inbox?"),
    ];

    public FakeIntercom Fake { get; } = new("2.16", new FakeIntercomOptions { TimeProvider = TimeProvider.System });

    /// <summary>Starts the conversations, and sends their notifications.</summary>
    public async Task StartConversationsAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        var url = new Uri("/intercom/webhooks", UriKind.Relative);
        Fake.Webhooks.SendTo(http, new FakeWebhookOptions { Url = url, DuplicateRate = 0.5 });
        foreach (var (name, title) in Messages)
        {
            var contact = Fake.AddContact($"{name}@example.com", name);
            var fields = new JObject { ["title"] = title, ["admin_assignee_id"] = null };
            Fake.AddConversation((string)contact["id"]!, $"<p>{title}</p>", fields);
        }

        await Fake.Webhooks.DeliverAsync();
    }

    public void Print()
    {
        AnsiConsole.WriteLine();
        var table = new Table().AddColumns("conversation", "tags", "replies", "assignee").Border(TableBorder.Ascii);
        foreach (var conversation in Fake.Conversations)
        {
            table.AddRow(
                (string)conversation["title"]!,
                string.Join(", ", conversation.SelectTokens("tags.tags[*].name")),
                conversation.SelectTokens("conversation_parts.conversation_parts[?(@.part_type == 'comment')]").Count().ToString(),
                (string?)conversation["admin_assignee_id"] ?? "none");
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"{Fake.Webhooks.Deliveries.Count} deliveries, {Fake.Requests.Count} requests");
    }

    public void Dispose() => Fake.Dispose();
}
