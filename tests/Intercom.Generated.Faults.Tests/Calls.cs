using System.Net;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Faults.Tests;

/// <summary>A call of a generated operation that gives the id that the server sent, or its bytes.</summary>
internal sealed record Call(string Name, Func<IntercomClient, CancellationToken, Task<string?>> Run, string Expected = Answers.Id)
{
    public static Call Get { get; } = new("GET", async (client, cancelled) => (await client.Contacts.GetAsync(Answers.Id, cancellationToken: cancelled)).Id);

    public static Call Put { get; } = new(
        "PUT", async (client, cancelled) => (await client.Contacts.UpdateAsync(Answers.Id, new UpdateContactRequest { Name = "Ada Lovelace" }, cancellationToken: cancelled)).Id);

    public static Call Search { get; } = new(
        "search", async (client, cancelled) => (await client.Contacts.SearchAsync(ContactFields.Email.EndsWith("@example.com")).FirstPageAsync(cancelled)).Items.Single().Id);

    public static Call Post { get; } = new(
        "POST", async (client, cancelled) => (await client.Contacts.CreateAsync(new CreateContactRequest { Email = "ada@example.com" }, cancellationToken: cancelled)).Id);

    public static Call Download { get; } = new("download", DownloadAsync, System.Text.Encoding.UTF8.GetString(Answers.Contact));

    public static IReadOnlyList<Call> All { get; } = [Get, Put, Search, Post, Download];

    public override string ToString() => Name;

    private static async Task<string?> DownloadAsync(IntercomClient client, CancellationToken cancelled)
    {
        using var download = await client.DataExport.DownloadAsync("job", cancellationToken: cancelled);
        using var reader = new StreamReader(download.Content);
        return await reader.ReadToEndAsync(cancelled);
    }
}

internal static class Clients
{
    /// <summary>A handler with the settings of the client's own, whose connections are a test's alone.</summary>
    public static SocketsHttpHandler NewHandler() => new() { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, UseCookies = false };

    /// <summary>Makes a client of a server; without a handler it takes the connections that clients share.</summary>
    public static IntercomClient Connect(this FaultServer server, HttpMessageHandler? handler, Action<IntercomClientOptions>? configure = null)
    {
        var options = new IntercomClientOptions("token") { BaseAddress = server.Address, HttpMessageHandler = handler };
        options.Retry.MaxRetries = FaultTable.MaxRetries;
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        configure?.Invoke(options);
        return new IntercomClient(options);
    }
}
