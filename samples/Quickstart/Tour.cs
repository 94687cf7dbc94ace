using System.Net;
using Intercom.Generated;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_16;
using Spectre.Console;

namespace Quickstart;

/// <summary>The calls that most programs need first, with one method for each.</summary>
internal sealed class Tour(IntercomClient intercom, FakeIntercom? fake)
{
    public async Task WhoAmIAsync()
    {
        Heading("Who is this token?");
        AdminWithApp me = await intercom.Admins.GetCurrentAsync();
        AnsiConsole.MarkupLineInterpolated($"{me.Name} <{me.Email}> of [bold]{me.App?.Name}[/] ({me.App?.Region})");
    }

    public async Task WalkContactsAsync()
    {
        Heading("Walk over contacts, page by page");
        var table = new Table().RoundedBorder().AddColumns("Page", "Contacts", "First", "Since", "Next page starts after");
        var number = 0;
        var total = 0;
        await foreach (var page in intercom.Contacts.ListAsync().AsPages(pageSize: 60))
        {
            total += page.Items.Count;
            var first = page.Items.Count > 0 ? page.Items[0] : null;
            table.AddRow(
                $"{++number}",
                $"{page.Items.Count}",
                Markup.Escape(first?.Name ?? first?.Email ?? "-"),
                $"{first?.CreatedAt:yyyy-MM-dd}",
                Markup.Escape(Shortened(page.Continuation ?? "(last page)")));
            if (number == 10)
                break;
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLine($"[bold]{total}[/] contacts on {number} pages");
    }

    public async Task CreateAndUpdateAsync()
    {
        Heading("Create a contact, then clear its phone number");
        Contact created = await intercom.Contacts.CreateAsync(new CreateContactRequest
        {
            Role = "user",
            Email = "ada@example.com",
            Name = "Ada Lovelace",
            Phone = "+441632960000",
        });
        AnsiConsole.MarkupLineInterpolated($"created [bold]{created.Name}[/] as {created.Id}, phone {created.Phone}");

        // Phone is sent as null, which clears it. Properties that were never assigned are not sent.
        Contact updated = await intercom.Contacts.UpdateAsync(created.Id!, new UpdateContactRequest { Phone = null });
        AnsiConsole.MarkupLineInterpolated($"updated: phone is now {updated.Phone ?? "empty"}, email is still {updated.Email}");
    }

    public async Task SearchConversationsAsync()
    {
        Heading("Search open conversations");
        var request = new SearchRequest
        {
            Query = new SearchFilter { Field = "open", Operator = SearchOperator.Equal, Value = true },
        };
        var table = new Table().RoundedBorder().AddColumns("ID", "State", "Created", "Title");
        await foreach (ConversationListItem found in intercom.Conversations.SearchAsync(request).WithPageSize(20).Take(5))
            table.AddRow(
                Markup.Escape(found.Id ?? "-"), $"{found.State}", $"{found.CreatedAt:yyyy-MM-dd}", Markup.Escape(found.Title ?? "-"));
        AnsiConsole.Write(table);
    }

    public async Task ReplyAsync()
    {
        Heading("Reply to a conversation");
        var first = await intercom.Conversations.ListAsync().FirstPageAsync();
        Conversation replied = await intercom.Conversations.ReplyAsync(first.Items[0].Id!, new AdminReplyConversationRequest
        {
            MessageType = "comment",
            AdminId = "991267583",
            Body = "Thanks for writing. We're looking into it.",
        });
        var parts = replied.ConversationParts;
        AnsiConsole.MarkupLineInterpolated(
            $"conversation {replied.Id} has {parts?.TotalCount} parts. The last one says: {parts?.Items?[^1].Body}");
    }

    public async Task DownloadAsync()
    {
        Heading("Download an export");
        IntercomJob<DataExport> job = await intercom.DataExport.StartAsync(new CreateDataExportRequest
        {
            CreatedAtAfter = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            CreatedAtBefore = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero),
        });
        DataExport export = await job.WaitAsync();
        using var download = await intercom.DataExport.DownloadAsync(job.Id);
        using var lines = new StreamReader(await download.DecompressAsync());
        AnsiConsole.MarkupLineInterpolated(
            $"{export.Status}: {download.FileName ?? "the file"} ({download.ContentType}) starts with: {await lines.ReadLineAsync()}");
    }

    public async Task NotFoundAsync()
    {
        Heading("What a 404 looks like");
        try
        {
            await intercom.Contacts.GetAsync("0123456789abcdef01234567");
        }
        catch (IntercomNotFoundException e)
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]{e.Message}[/]");
        }
    }

    public async Task RateLimitAsync()
    {
        Heading("What a 429 looks like");
        fake!.RespondOnce("GET", "/tags", _ =>
        {
            var response = FakeIntercom.Error(
                HttpStatusCode.TooManyRequests, "rate_limit_exceeded", "Exceeded rate limit of 167 in 10_seconds");
            response.Headers.Add("X-RateLimit-Limit", "167");
            response.Headers.Add("X-RateLimit-Remaining", "0");
            response.Headers.Add("X-RateLimit-Reset", "1767225610");
            return response;
        });
        try
        {
            // By default, the client would retry this request and succeed.
            await intercom.Tags.ListAsync(new RequestOptions { MaxRetries = 0 }).FirstPageAsync();
        }
        catch (IntercomRateLimitException e)
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]{e.Message}[/]");
            AnsiConsole.MarkupLineInterpolated(
                $"limit {e.Response.RateLimit?.Limit}, remaining {e.Response.RateLimit?.Remaining}, resets at {e.ResetsAt:HH:mm:ss} UTC");
        }
    }

    private static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule(Markup.Escape(text)).LeftJustified());
    }

    private static string Shortened(string text) => text.Length <= 26 ? text : text[..23] + "...";
}
