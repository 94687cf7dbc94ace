// Copies the contacts that changed since the last run to a SQLite database. If a run stops, the next one resumes at the page where it
// stopped. Runs against the embedded fake Intercom. To run it against your own workspace, set INTERCOM_ACCESS_TOKEN.
//
//   dotnet run --project samples/NightlySync -- contacts.db 3    stops after three pages
//   dotnet run --project samples/NightlySync -- contacts.db      resumes and reads to the end

using Intercom.Generated;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_16;
using NightlySync;

var file = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "contacts.db");
var pagesUntilStop = args.Length > 1 ? int.Parse(args[1]) : int.MaxValue;

using var fake = new FakeIntercom("2.16");
fake.AddContacts(240);
var token = Environment.GetEnvironmentVariable("INTERCOM_ACCESS_TOKEN");
using var intercom = new IntercomClient(string.IsNullOrWhiteSpace(token)
    ? new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake }
    : new IntercomClientOptions(token));

using var database = new ContactDatabase(file);
var state = database.ReadState();
if (state.Continuation is null)
    state = state with { Started = DateTimeOffset.UtcNow };
Console.WriteLine(state switch
{
    { Continuation: not null } => $"Resuming with {database.Count()} contacts in the database",
    { Since: null } => "First run: all contacts",
    _ => "Only contacts that changed since the last run",
});

try
{
    // Searches compare dates by the day, so start a day early. Contacts that are read twice are only written again.
    var contacts = state.Since is { } since
        ? intercom.Contacts.SearchAsync(ContactFields.UpdatedAt.After(since.AddDays(-1)))
        : intercom.Contacts.ListAsync();
    await foreach (IntercomPage<Contact> page in contacts.AsPages(state.Continuation, pageSize: 50))
    {
        // One transaction writes the page and the position after it, so a stop never loses or repeats half a page.
        state = state with { Continuation = page.Continuation };
        database.Save(page.Items, state);
        Console.WriteLine($"{page.Items.Count} contacts, {database.Count()} in the database");
        if (--pagesUntilStop == 0 && page.Continuation is not null)
        {
            Console.WriteLine("Stopped. Run again to resume.");
            return 0;
        }
    }

    // Contacts can change during this run, so the next run reads everything that changed after this one began.
    database.Save([], new SyncState(Since: state.Started, Started: null, Continuation: null));
    Console.WriteLine($"Done: {database.Count()} contacts");
    return 0;
}
catch (IntercomException e)
{
    // The state in the database still has the position of the failed page.
    Console.WriteLine(e.Message);
    return 1;
}
