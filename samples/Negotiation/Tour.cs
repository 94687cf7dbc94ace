using Intercom.Generated;
using Intercom.Generated.Testing;
using Spectre.Console;
using V2_14 = Intercom.Generated.V2_14;
using V2_16 = Intercom.Generated.V2_16;

namespace Negotiation;

/// <summary>Finds the newest version that a workspace accepts, and uses the client of that version.</summary>
internal static class Tour
{
    // The versions that this program supports. A client is created only if its version is chosen.
    private static readonly VersionCandidate[] Candidates =
    [
        new(ApiVersion.V2_16, options => new V2_16.IntercomClient(options)),
        new(ApiVersion.V2_14, options => new V2_14.IntercomClient(options)),
    ];

    public static async Task RunAsync(string title, Workspace workspace)
    {
        Heading(title);
        var options = new IntercomClientOptions(workspace.AccessToken) { HttpMessageHandler = workspace };
        var negotiator = new IntercomVersionNegotiator(options, Candidates);

        VersionNegotiation negotiation = await negotiator.NegotiateAsync();
        AnsiConsole.MarkupLineInterpolated($"attempts: {string.Join(", ", negotiation.Attempts)}");
        AnsiConsole.MarkupLineInterpolated(
            $"using [bold]{negotiation.Version}[/]; the workspace's default version is {negotiation.WorkspaceDefault}");
        if (negotiation.RegionMismatch is { } region)
        {
            AnsiConsole.MarkupLineInterpolated(
                $"[yellow]The workspace is in {negotiation.Region}, but the options use {options.Region}. Set Region to {region}.[/]");
        }

        using var client = negotiation.Client;
        var names = client switch
        {
            V2_16.IntercomClient intercom => await NamesAsync(intercom),
            V2_14.IntercomClient intercom => await NamesAsync(intercom),
            _ => throw new NotSupportedException($"This program does not support {client.Version}."),
        };
        AnsiConsole.MarkupLineInterpolated($"contacts from {client.GetType().Namespace}: {string.Join(", ", names)}");

        var before = workspace.RequestCount;
        await negotiator.NegotiateAsync();
        var requests = workspace.RequestCount - before;
        AnsiConsole.MarkupLineInterpolated(
            $"negotiating again took {requests} requests: the result is cached for {negotiator.CacheLifetime.TotalMinutes:0} minutes");
    }

    public static async Task ShowFailureAsync(string title, FakeIntercom fake)
    {
        Heading(title);
        var negotiator = new IntercomVersionNegotiator(
            new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake }, Candidates);
        try
        {
            await negotiator.NegotiateAsync();
        }
        catch (IntercomVersionException e)
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]{e.Message}[/]");
        }
    }

    private static async Task<List<string?>> NamesAsync(V2_16.IntercomClient intercom)
    {
        var names = new List<string?>();
        await foreach (V2_16.Contact contact in intercom.Contacts.ListAsync().Take(3))
            names.Add(contact.Name);
        return names;
    }

    private static async Task<List<string?>> NamesAsync(V2_14.IntercomClient intercom)
    {
        var names = new List<string?>();
        await foreach (V2_14.Contact contact in intercom.Contacts.ListAsync().Take(3))
            names.Add(contact.Name);
        return names;
    }

    private static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule(Markup.Escape(text)).LeftJustified());
    }
}
