using System.Net;
using Intercom.Generated.Runtime;
using Intercom.Generated.V2_16;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Fuzzing.Tests;

/// <summary>
/// The pages of lists. The first line is the name of a list, and each other line is the body of a page. An enumeration returns every item
/// of every page, and it ends without an exception only if the last page does not name another one.
/// </summary>
internal sealed class PageTarget : FuzzTarget
{
    private static readonly PagedList[] Lists =
    [
        PagedList.Of("contacts", "data", client => client.Contacts.ListAsync()),
        PagedList.Of("contact search", "data", client => client.Contacts.SearchAsync(ContactFields.Name.StartsWith("A"))),
        PagedList.Of("conversations", "conversations", client => client.Conversations.ListAsync()),
        PagedList.Of("companies", "data", client => client.Companies.ListAsync()),
        PagedList.Of("scroll", "data", client => client.Companies.ScrollAsync()),
        PagedList.Of("activity logs", "activity_logs", client => client.Admins.ListActivityLogsAsync(DateTimeOffset.UnixEpoch)),
        PagedList.Of("admins", "admins", client => client.Admins.ListAsync()),
        PagedList.Of("tags", "data", client => client.Tags.ListAsync()),
        PagedList.Of("articles", "data", client => client.Articles.ListAsync()),
    ];

    public override string Name => "pages";

    public override IReadOnlyList<string> Tokens =>
    [
        "\n", "\"data\":", "\"type\":\"error.list\"", "\"pages\":", "\"pages\":null,", "\"next\":null", "\"next\":{}",
        "\"has_more\":true,", "\"has_more\":false,",
        "\"next\":{\"page\":2,\"starting_after\":\"x\"}", "\"next\":\"https://api.intercom.io/x?page=2\"",
        "\"next\":\"?starting_after=%00\"", "\"page\":0,",
        "\"total_count\":0,", "\"total_count\":\"1\",", "\"total_pages\":1,", "\"total_pages\":0,", "\"scroll_param\":\"x\",",
        "\"scroll_param\":7,",
        "\"next_cursor\":\"x\",", "\"next_cursor\":null,", "\"starting_after\":\"\"", "\"per_page\":1e999", "{\"total_count\":0}",
        "{\"type\":\"list\",\"data\":[]}",
    ];

    public override bool Run(byte[] input)
    {
        var (header, body) = Split(input);
        var list = Choose(Lists, header, known => known.Name);
        var bodies = Lines(body);
        using var server = new ScriptedServer(bodies, "application/json", HttpStatusCode.InternalServerError);
        using var client = new IntercomClient(new IntercomClientOptions("t") { HttpMessageHandler = server, Retry = { MaxRetries = 0 } });
        var pages = new List<Page>();
        try
        {
            list.ReadAsync(client, pages).GetAwaiter().GetResult();
        }
        catch (IntercomException)
        {
            ThrowIfWrong(pages, bodies, list);
            return false;
        }

        ThrowIfWrong(pages, bodies, list);
        if (NamesAnotherPage(bodies[pages.Count - 1]))
            throw Broken("The list ended, but its last page names another one.");
        return true;
    }

    private static List<byte[]> Lines(byte[] body)
    {
        var lines = new List<byte[]>();
        foreach (var range in body.AsSpan().Split((byte)'\n'))
            lines.Add(body[range]);
        return lines;
    }

    private static void ThrowIfWrong(List<Page> pages, List<byte[]> bodies, PagedList list)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            if (Parse(bodies[i]) is JObject json && json[list.Items] is JArray items && items.Count != pages[i].Items)
                throw Broken($"Page {i + 1} has {items.Count} items, of which {pages[i].Items} were returned.");
            if (pages[i].Continuation is { } continuation && PageCursor.Parse(continuation).ToString() != continuation)
                throw Broken($"The continuation '{continuation}' changes when it is read.");
        }
    }

    private static bool NamesAnotherPage(byte[] body)
    {
        if (Parse(body) is not JObject json)
            return false;
        if (json["has_more"] is JValue { Value: true })
            return true;
        // These cursors have precedence over the one in pages.
        return json["scroll_param"] is null && json["next_cursor"] is null
            && ((json["pages"] as JObject)?["next"] as JObject)?["starting_after"] is JValue { Value: string { Length: > 0 } };
    }

    private static JToken? Parse(byte[] body)
    {
        try
        {
            return WireFormat.Parse(body);
        }
        catch (Exception e) when (e is JsonException or System.Text.DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A page that was read.</summary>
    private sealed record Page(int Items, string? Continuation);

    /// <summary>A list and the property with its items.</summary>
    private sealed record PagedList(string Name, string Items, Func<IntercomClient, List<Page>, Task> ReadAsync)
    {
        public static PagedList Of<T>(string name, string items, Func<IntercomClient, IntercomPageable<T>> list) => new(
            name,
            items,
            async (client, pages) =>
            {
                await foreach (var page in list(client).AsPages())
                {
                    // The envelope is parsed when it is read.
                    _ = page.Envelope;
                    pages.Add(new Page(page.Items.Count, page.Continuation));
                }
            });
    }
}
