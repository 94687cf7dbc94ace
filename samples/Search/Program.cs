// Searches contacts and conversations in the embedded fake Intercom with the query builder.

using Intercom.Generated;
using Intercom.Generated.V2_16;
using Search;
using Spectre.Console;

AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;

using var fake = SampleWorkspace.Create();
using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });

try
{
    var searches = new Searches(intercom);
    await searches.NewCustomersAsync();
    await searches.OnPlansAsync(["gold", "platinum"]);
    await searches.WaitingConversationsAsync(contactId: (string)fake.Contacts[2]["id"]!);
    await searches.FromConfigurationAsync();
    searches.TooDeep();
    AnsiConsole.MarkupLine("[green]Done.[/]");
    return 0;
}
catch (IntercomException e)
{
    AnsiConsole.MarkupLineInterpolated($"[red]{e.Message}[/]");
    return 1;
}
