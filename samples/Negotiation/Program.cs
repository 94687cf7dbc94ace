// Runs against embedded fakes of Intercom. Each one accepts a different API version.

using Intercom.Generated;
using Intercom.Generated.Testing;
using Negotiation;
using Spectre.Console;

AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;
AnsiConsole.MarkupLine("[bold]Version negotiation[/] against [green]embedded fakes of Intercom[/]");

try
{
    using var current = new Workspace("2.16", region: "US");
    using var older = new Workspace("2.14", region: "EU");
    using var oldest = new FakeIntercom("2.11");
    await Tour.RunAsync("A workspace that accepts 2.16", current);
    await Tour.RunAsync("A workspace in Europe that accepts 2.14", older);
    await Tour.ShowFailureAsync("A workspace that accepts neither", oldest);

    AnsiConsole.WriteLine();
    AnsiConsole.MarkupLine("[green]Done.[/]");
    return 0;
}
catch (IntercomException e)
{
    AnsiConsole.MarkupLineInterpolated($"[red]{e.Message}[/]");
    return 1;
}
