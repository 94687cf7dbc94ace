using System.Net;
using Intercom.Generated.Runtime;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_14;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Aot;

/// <summary>Files, event streams, and operations that the packages do not define.</summary>
internal static class Transfers
{
    public static async Task UploadAsync(Checks check)
    {
        using var fake = new FakeIntercom("Preview");
        fake.Add("ecommerce_connector", new Newtonsoft.Json.Linq.JObject { ["id"] = "7" });
        using var intercom = new Preview.IntercomClient(Workspace.Options(fake));
        using var file = new MemoryStream("""[{"id":"p-1"}]"""u8.ToArray());
        var upload = await intercom.EcommerceConnectors.UploadCatalogAsync("7", new Preview.UploadEcommerceCatalogRequest
        {
            Catalog = new UploadFile(file, "catalog.json", "application/json"),
            Finalize = false,
            PartNumber = 1,
        });
        var sent = fake.Requests[^1];
        var form = sent.Body!;
        check.That(upload is not null && sent.Headers["Content-Type"].StartsWith("multipart/form-data", StringComparison.Ordinal));
        check.That(
            form.Contains("filename=\"catalog.json\"", StringComparison.Ordinal)
                && form.Contains("""[{"id":"p-1"}]""", StringComparison.Ordinal));
        check.That(form.Contains("part_number", StringComparison.Ordinal) && form.Contains("false", StringComparison.Ordinal));
    }

    public static async Task DownloadAsync(Checks check)
    {
        using var workspace = new Workspace();
        workspace.Fake.AddMessage((string)workspace.Fake.AddContact("ada@example.com")["id"]!, "Welcome!");
        var export = await workspace.Intercom.DataExport.CreateAsync(new CreateDataExportRequest
        {
            CreatedAtAfter = DateTimeOffset.FromUnixTimeSeconds(1_767_225_600),
            CreatedAtBefore = DateTimeOffset.FromUnixTimeSeconds(1_769_904_000),
        });
        check.That(export.JobIdentifier is { Length: > 0 });
        workspace.Fake.Advance(TimeSpan.FromMinutes(1));
        using var download = await workspace.Intercom.DataExport.DownloadAsync(export.JobIdentifier!);
        using var lines = new StreamReader(await download.DecompressAsync());
        check.That((await lines.ReadToEndAsync()).Length > 0 && download.ContentType is not null);
    }

    public static async Task EventsAsync(Checks check)
    {
        using var workspace = new Workspace();
        workspace.Fake.RespondOnce("GET", "/event-stream", _ => Workspace.Respond(
            """
            data: {"event_name":"fin_reply_chunk","chunk_index":0,"chunk_text":"Hel","status":"replying"}

            data: {"event_name":"fin_replied","message":{"author":"fin","body":"Hello"}}

            data: {"event_name":"fin_learned_to_sing"}


            """,
            "text/event-stream"));
        workspace.Fake.RespondOnce("GET", "/event-stream", _ => new HttpResponseMessage(HttpStatusCode.NoContent));
        var events = new List<FinAgentEvent>();
        const string Address = "https://realtime.example.com/event-stream?accessToken=t";
        await foreach (var item in workspace.Intercom.StreamEventsAsync<FinAgentEvent>(Address))
            events.Add(item);
        check.That(events.Count == 3 && events[0].TryPickFinAgentReplyChunkEvent(out var chunk) && chunk.ChunkText == "Hel");
        check.That(events[1].Value is FinAgentRepliedEvent { Message.Body: "Hello" } && events[2].Value is JObject);
    }

    public static async Task OwnOperationAsync(Checks check)
    {
        using var workspace = new Workspace();
        workspace.Fake.Respond("POST", "/experiments/{id}/run", request => Workspace.Respond(request.Body!));
        workspace.Fake.Respond("GET", "/experiments", _ => Workspace.Respond("""{"type":"list","data":[{"id":"1"},{"id":"2"}]}"""));
        var run = new ApiOperation("Experiments.Run", "POST", "/experiments/{id}/run");
        var response = await workspace.Intercom.SendAsync<JObject>(new ApiRequest(run, "7") { Body = new JObject { ["dry"] = true } });
        check.That((bool)response["dry"]!);
        // The codec of a model is found by its type.
        var contact = await workspace.Intercom.SendAsync<Contact>(
            new ApiRequest(run, "7") { Body = new CreateContactRequest { Email = "ada@example.com" } });
        check.That(contact.Email == "ada@example.com");
        var query = await workspace.Intercom.SendAsync<SearchQuery>(new ApiRequest(run, "7")
        {
            Body = new SearchQuery(new SearchFilter { Field = "role", Operator = SearchOperator.Equal, Value = "user" }),
        });
        check.That(query.TryPickSearchFilter(out var filter) && filter.Field == "role");
        var all = new ApiOperation("Experiments.List", "GET", "/experiments") { Items = "data" };
        var ids = new List<string?>();
        await foreach (var item in workspace.Intercom.List<Tag>(new ApiRequest(all)))
            ids.Add(item.Id);
        check.That(ids is ["1", "2"]);
    }
}
