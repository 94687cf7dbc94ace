// Runs against the embedded fake Intercom. To run the read-only part against your own workspace, set INTERCOM_ACCESS_TOKEN (and
// INTERCOM_REGION: us, eu, or au).

using Intercom.Generated;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_16;
using Quickstart;
using Spectre.Console;

AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;

var token = Environment.GetEnvironmentVariable("INTERCOM_ACCESS_TOKEN");
using var fake = string.IsNullOrWhiteSpace(token) ? SampleWorkspace.Create() : null;
using var intercom = fake is null
    ? new IntercomClient(new IntercomClientOptions(token!)
    {
        Region = SampleWorkspace.ParseRegion(Environment.GetEnvironmentVariable("INTERCOM_REGION")),
    })
    : new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });

AnsiConsole.MarkupLine(fake is null
    ? "[bold]Intercom.Generated[/] against [yellow]your workspace[/] (read-only)"
    : "[bold]Intercom.Generated[/] against the [green]embedded fake Intercom[/]");
AnsiConsole.MarkupLine($"API version [blue]{intercom.Version}[/]");

try
{
    var tour = new Tour(intercom, fake);
    await tour.WhoAmIAsync();
    await tour.WalkContactsAsync();
    await tour.SearchConversationsAsync();
    await tour.NotFoundAsync();
    if (fake is not null)
    {
        await tour.CreateAndUpdateAsync();
        await tour.ReplyAsync();
        await tour.DownloadAsync();
        await tour.RateLimitAsync();
    }

    AnsiConsole.WriteLine();
    AnsiConsole.MarkupLine("[green]Done.[/]");
    return 0;
}
catch (IntercomException e)
{
    AnsiConsole.MarkupLineInterpolated($"[red]{e.Message}[/]");
    return 1;
}
