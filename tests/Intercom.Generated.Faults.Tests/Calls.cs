using System.Net;
using Intercom.Generated.Runtime;
using Intercom.Generated.V2_14;
using Newtonsoft.Json.Linq;

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

    public static Call List { get; } = new("list", ListAsync);

    public static Call Events { get; } = new("event stream", (_, _) => throw new NotSupportedException("It needs an address."), $"{Answers.Id},{Answers.Id}")
    {
        RunAt = EventsAsync,
    };

    public static Call DownloadName { get; } = new("file name", DownloadNameAsync, "x");

    /// <summary>A call for a type that cannot be read.</summary>
    public static Call Unreadable { get; } = new(
        "unreadable type", async (client, cancelled) => (await client.SendAsync<IntercomModel>(new ApiRequest(new ApiOperation("Own.Create", "POST", "/contacts")), null, cancelled)).ToString());

    /// <summary>A call, and then the options as a log would have them.</summary>
    public static Call SerializedOptions { get; } = new("serialized options", SerializeAsync);

    public static IReadOnlyList<Call> All { get; } = [Get, Put, Search, Post, Download];

    /// <summary>Runs the call at an address that the client does not know; null for most calls.</summary>
    public Func<IntercomClient, Uri, CancellationToken, Task<string?>>? RunAt { get; private init; }

    public override string ToString() => Name;

    private static async Task<string?> ListAsync(IntercomClient client, CancellationToken cancelled)
    {
        var ids = new List<string?>();
        await foreach (var contact in client.Contacts.ListAsync(cancellationToken: cancelled))
            ids.Add(contact.Id);
        return string.Join(',', ids);
    }

    private static async Task<string?> EventsAsync(IntercomClient client, Uri address, CancellationToken cancelled)
    {
        var ids = new List<string?>();
        await foreach (var item in client.StreamEventsAsync<JObject>(new Uri(address, "events").AbsoluteUri, cancelled))
            ids.Add((string?)item["id"]);
        return string.Join(',', ids);
    }

    private static async Task<string?> DownloadNameAsync(IntercomClient client, CancellationToken cancelled)
    {
        using var download = await client.DataExport.DownloadAsync("job", cancellationToken: cancelled);
        return download.FileName;
    }

    private static async Task<string?> SerializeAsync(IntercomClient client, CancellationToken cancelled)
    {
        var options = new IntercomClientOptions("s3cret");
        var text = System.Text.Json.JsonSerializer.Serialize(options) + Newtonsoft.Json.JsonConvert.SerializeObject(options);
        return text.Contains("s3cret", StringComparison.Ordinal) ? text : (await client.Contacts.GetAsync(Answers.Id, cancellationToken: cancelled)).Id;
    }

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
    public static SocketsHttpHandler NewHandler() =>
        new() { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, UseCookies = false, UseProxy = false };

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
