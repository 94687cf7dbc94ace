using Intercom.Generated;
using Intercom.Generated.V2_16;
using Newtonsoft.Json.Linq;
using Spectre.Console;

namespace Search;

/// <summary>One search for each feature of the query builder.</summary>
internal sealed class Searches(IntercomClient intercom)
{
    // Filters are values, so you can name them and use them in several searches.
    private static readonly SearchExpression Customers = ContactFields.Role.EqualTo("user") & ContactFields.Email.EndsWith("@example.com");

    public async Task NewCustomersAsync()
    {
        var since = SampleWorkspace.Start.AddDays(30);
        var query = Customers & ContactFields.CreatedAt.After(since);
        Heading($"Users of example.com since {since:yyyy-MM-dd}", query);

        var table = new Table().RoundedBorder().AddColumns("Name", "Email", "Created");
        await foreach (Contact contact in intercom.Contacts.SearchAsync(query))
            table.AddRow(Markup.Escape(contact.Name ?? "-"), Markup.Escape(contact.Email ?? "-"), $"{contact.CreatedAt:yyyy-MM-dd}");
        AnsiConsole.Write(table);
    }

    public async Task OnPlansAsync(IReadOnlyList<string> plans)
    {
        var query = Customers
            & (ContactFields.CustomAttribute("plan").In(plans) | ContactFields.CustomNumberAttribute("seats").GreaterThan(40));
        Heading("Users of example.com with a plan or many seats, four per page", query);

        var table = new Table().RoundedBorder().AddColumns("Page", "Name", "Plan", "Seats");
        var page = 0;
        await foreach (var contacts in intercom.Contacts.SearchAsync(query).AsPages(pageSize: 4))
        {
            page++;
            foreach (Contact contact in contacts.Items)
            {
                var attributes = contact.CustomAttributes!;
                table.AddRow(
                    $"{page}",
                    Markup.Escape(contact.Name ?? "-"),
                    $"{attributes["plan"]?.AsString()}",
                    $"{attributes["seats"]?.AsInteger()}");
            }
        }

        AnsiConsole.Write(table);
    }

    public async Task WaitingConversationsAsync(string contactId)
    {
        var query = ConversationFields.Open.EqualTo(true)
            & (ConversationFields.Priority.EqualTo("priority") | ConversationFields.ContactIds.EqualTo(contactId));
        Heading("Open conversations that have priority or belong to one contact", query);

        var table = new Table().RoundedBorder().AddColumns("ID", "Priority", "Created", "Title");
        await foreach (ConversationListItem found in intercom.Conversations.SearchAsync(query).WithPageSize(20).Take(5))
            table.AddRow(
                Markup.Escape(found.Id ?? "-"), $"{found.Priority}", $"{found.CreatedAt:yyyy-MM-dd}", Markup.Escape(found.Title ?? "-"));
        AnsiConsole.Write(table);
    }

    public async Task FromConfigurationAsync()
    {
        // Combine a query saved as JSON with a filter created from strings.
        var query = SearchExpression.FromJson(JObject.Parse("""{"field":"name","operator":"~","value":"Grace"}"""))
            | SearchExpression.Filter("custom_attributes.seats", "<", 10);
        Heading("A saved query", query);

        var found = await intercom.Contacts.SearchAsync(query).FirstPageAsync();
        AnsiConsole.MarkupLineInterpolated($"[bold]{found.TotalCount}[/] contacts");
    }

    public void TooDeep()
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule("A query that Intercom would reject throws here").LeftJustified());
        try
        {
            var nested = Customers | ContactFields.Name.StartsWith("A");
            intercom.Contacts.SearchAsync(nested & ContactFields.HasHardBounced.EqualTo(false));
        }
        catch (ArgumentException e)
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]{e.Message}[/]");
        }
    }

    private static void Heading(string text, SearchExpression query)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule(Markup.Escape(text)).LeftJustified());
        AnsiConsole.MarkupLine($"[grey]{Markup.Escape(query.ToString())}[/]");
    }
}
