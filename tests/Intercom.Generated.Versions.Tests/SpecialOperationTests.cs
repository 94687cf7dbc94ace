using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Operations with special requests or responses: downloads, uploads, plain text, no content, and bodies of DELETE.</summary>
public sealed class SpecialOperationTests
{
    public static IEnumerable<TestCaseData> Downloads() =>
    [
        .. VersionSets.All.Select(version => new TestCaseData(version, "GET /download/content/data/{}", new object?[] { "j1" })),
        .. VersionSets.With("GET /download/reporting_data/{}").Select(version => new TestCaseData(version, "GET /download/reporting_data/{}", new object?[] { "j1", "app" })),
    ];

    [TestCaseSource(nameof(Downloads))]
    public async Task Download_is_decompressed_on_demand(VersionUnderTest version, string operation, object?[] arguments)
    {
        var packed = Gzip("id,name\n1,Ada\n");
        using var wire = new WireStub(() => File(packed, "application/gzip", "export.csv.gz"));
        using (var file = await DownloadAsync())
        {
            Assert.That(file.ContentType, Is.EqualTo("application/gzip"));
            Assert.That(file.FileName, Is.EqualTo("export.csv.gz"));
            Assert.That(file.Length, Is.EqualTo(packed.Length));
            Assert.That(await BytesAsync(file.Content), Is.EqualTo(packed), "The bytes must be unchanged.");
        }

        using (var file = await DownloadAsync())
        using (var text = new StreamReader(await file.DecompressAsync()))
            Assert.That(await text.ReadToEndAsync(), Is.EqualTo("id,name\n1,Ada\n"));

        async Task<IntercomDownload> DownloadAsync() => (IntercomDownload)(await version.CallAsync(wire, operation, arguments))!;
    }

    [TestCaseSource(nameof(Downloads))]
    public async Task Uncompressed_download_is_returned_unchanged(VersionUnderTest version, string operation, object?[] arguments)
    {
        foreach (var text in new[] { "id,name\n", "i", string.Empty })
        {
            using var wire = new WireStub(() => File(Encoding.UTF8.GetBytes(text), "text/csv", null));
            using var file = (IntercomDownload)(await version.CallAsync(wire, operation, arguments))!;
            Assert.That(file.ContentType, Is.EqualTo("text/csv"));
            Assert.That(file.FileName, Is.Null);
            Assert.That(await BytesAsync(await file.DecompressAsync()), Is.EqualTo(Encoding.UTF8.GetBytes(text)));
        }
    }

    [TestCaseSource(nameof(Downloads))]
    public async Task Download_is_streamed(VersionUnderTest version, string operation, object?[] arguments)
    {
        using var source = new CountingStream(new byte[1_000_000]);
        using var wire = new WireStub(() => new HttpResponseMessage { Content = new StreamContent(source) });
        using var file = (IntercomDownload)(await version.CallAsync(wire, operation, arguments))!;
        Assert.That(source.BytesRead, Is.Zero, "Nothing may be read before the caller reads.");
        var first = new byte[10];
        await file.Content.ReadExactlyAsync(first);
        Assert.That(source.BytesRead, Is.LessThan(1_000_000));
        file.Dispose();
        Assert.That(source.IsDisposed, Is.True);
    }

    [VersionsWith("GET /calls/{}/recording")]
    public async Task Downloads_a_recording_from_another_host_without_the_access_token(VersionUnderTest version)
    {
        using var wire = new WireStub(
            () => new HttpResponseMessage(HttpStatusCode.Redirect) { Headers = { Location = new Uri("https://recordings.example.test/1.wav?signature=a%2Fb") } },
            () => File([1, 2, 3], "audio/wav", null));
        using var file = (IntercomDownload)(await version.CallAsync(wire, "GET /calls/{}/recording", "1"))!;
        Assert.That(await BytesAsync(file.Content), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(file.ContentType, Is.EqualTo("audio/wav"));
        Assert.That(wire.Requests.Select(request => request.Uri.AbsoluteUri), Is.EqualTo(["https://api.intercom.io/calls/1/recording", "https://recordings.example.test/1.wav?signature=a%2Fb"]));
        Assert.That(wire.Requests[0].Header("Authorization"), Is.EqualTo("Bearer fake-token"));
        Assert.That(wire.Requests[1].Header("Authorization"), Is.Null);
        Assert.That(wire.Requests[1].Header("Intercom-Version"), Is.Null);
    }

    [VersionsWith("GET /calls/{}/transcript")]
    public async Task Transcript_is_plain_text(VersionUnderTest version)
    {
        using var wire = new WireStub(() => new HttpResponseMessage { Content = new StringContent("Ada: Grüße\nBot: \"Hi\"", Encoding.UTF8, "text/plain") });
        Assert.That(await version.CallAsync(wire, "GET /calls/{}/transcript", "1"), Is.EqualTo("Ada: Grüße\nBot: \"Hi\""));
        Assert.That(wire.Request.Header("Accept"), Is.EqualTo("text/plain"));
    }

    [EveryVersion]
    public async Task Operations_without_a_result_accept_every_success_status(VersionUnderTest version)
    {
        var operations = version.Methods.Where(operation => operation.ResultType is null).ToList();
        Assert.That(operations.Select(operation => $"{operation.HttpMethod} {operation.Path}"), Does.Contain("POST /events"));
        foreach (var operation in operations)
        {
            foreach (var status in new[] { HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.NoContent })
            {
                using var wire = WireStub.Empty(status);
                using var client = (IDisposable)version.CreateClient(wire);
                object?[] arguments =
                [
                    .. operation.Method.GetParameters().Select(parameter =>
                        parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
                        : parameter.HasDefaultValue || parameter.Name == "query" ? null
                        : parameter.ParameterType == typeof(string) ? "1"
                        : Activator.CreateInstance(parameter.ParameterType)),
                ];
                await (Task)operation.Invoke(client, arguments);
                Assert.That(wire.Request.Method, Is.EqualTo(operation.HttpMethod), operation.ToString());
            }
        }
    }

    [EveryVersion]
    public async Task Event_submission_accepts_an_empty_202(VersionUnderTest version)
    {
        using var wire = WireStub.Empty(HttpStatusCode.Accepted);
        var body = """{"event_name":"invited","created_at":1700000000,"user_id":"u1","metadata":{"seats":3}}""";
        Assert.That(await version.CallAsync(wire, "POST /events", body), Is.Null);
        Assert.That(JToken.DeepEquals(Json.Parse(wire.Request.Body!), Json.Parse(body)), Is.True);
        Assert.That(wire.Request.Header("Content-Type"), Is.EqualTo("application/json; charset=utf-8"));
    }

    [VersionsWith("DELETE /ai/content_import_sources/{}")]
    public async Task Deletion_accepts_204(VersionUnderTest version)
    {
        using var wire = WireStub.Empty(HttpStatusCode.NoContent);
        Assert.That(await version.CallAsync(wire, "DELETE /ai/content_import_sources/{}", "1"), Is.Null);
        Assert.That(wire.Request.Line, Is.EqualTo("DELETE /ai/content_import_sources/1"));
        Assert.That(wire.Request.Body, Is.Null);
    }

    [EveryVersion]
    public async Task Deletion_sends_a_body_if_described(VersionUnderTest version)
    {
        foreach (var (key, ids, body) in new[]
        {
            ("DELETE /conversations/{}/tags/{}", new[] { "1", "2" }, """{"admin_id":"7"}"""),
            ("DELETE /tickets/{}/tags/{}", ["1", "2"], """{"admin_id":"7"}"""),
            ("DELETE /conversations/{}/customers/{}", ["1", "c1"], """{"admin_id":"7"}"""),
        }.Where(call => version.Has(call.Item1)))
        {
            using var wire = WireStub.Json("""{"id":"1"}""");
            await version.CallAsync(wire, key, [.. ids, body]);
            Assert.That(wire.Request.Method, Is.EqualTo("DELETE"));
            Assert.That(JToken.DeepEquals(Json.Parse(wire.Request.Body!), Json.Parse(body)), Is.True, key);
        }
    }

    public static IEnumerable<TestCaseData> Uploads() =>
        from version in VersionSets.With("POST /ecommerce/connectors/{}/catalog")
        from outcome in new[]
        {
            (HttpStatusCode.OK, """{"import_job_id":"job1","next_part_number":2}"""),
            (HttpStatusCode.Accepted, """{"import_job_id":"job1","next_part_number":null}"""),
        }
        select new TestCaseData(version, outcome.Item1, outcome.Item2);

    [TestCaseSource(nameof(Uploads))]
    public async Task Upload_sends_a_form_and_accepts_200_and_202(VersionUnderTest version, HttpStatusCode status, string response)
    {
        using var wire = new WireStub(() => WireStub.JsonResponse(response, status));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("sku,title\n1,Ümlaut\n"));
        var request = version.Read("UploadEcommerceCatalogRequest", """{"finalize":true,"import_job_id":"job1","part_number":2}""");
        request.GetType().GetProperty("Catalog")!.SetValue(request, new UploadFile(content, "catalog.csv", "text/csv"));
        var upload = await version.CallAsync(wire, "POST /ecommerce/connectors/{}/catalog", "5", request);

        Assert.That(upload.At("ImportJobId"), Is.EqualTo("job1"));
        Assert.That(wire.Request.Line, Is.EqualTo("POST /ecommerce/connectors/5/catalog"));
        Assert.That(wire.Request.Header("Content-Type"), Does.StartWith("multipart/form-data; boundary="));
        Assert.That(content.CanRead, Is.True, "The client must not dispose the caller's stream.");
        var parts = Parts(wire.Request);
        Assert.Multiple(() =>
        {
            Assert.That(parts.Keys, Is.EquivalentTo(["catalog", "finalize", "import_job_id", "part_number"]));
            Assert.That(parts["catalog"].Headers, Does.Contain("filename=catalog.csv").Or.Contain("filename=\"catalog.csv\""));
            Assert.That(parts["catalog"].Headers, Does.Contain("Content-Type: text/csv"));
            Assert.That(parts["catalog"].Body, Is.EqualTo("sku,title\n1,Ümlaut\n"));
            Assert.That(parts["finalize"].Body, Is.EqualTo("true"));
            Assert.That(parts["import_job_id"].Body, Is.EqualTo("job1"));
            Assert.That(parts["part_number"].Body, Is.EqualTo("2"));
        });
    }

    [EveryVersion]
    public async Task Event_filter_is_flattened_into_the_query(VersionUnderTest version)
    {
        using var wire = WireStub.Json("""{"type":"event.list","events":[]}""");
        await version.ListAsync(wire, "GET /events", new Dictionary<string, object> { ["IntercomUserId"] = "c1", ["Summary"] = false });
        Assert.That(wire.Request.Query, Is.EquivalentTo(["type=user", "intercom_user_id=c1", "summary=false"]));
    }

    [EveryVersion]
    public async Task Lists_companies_by_tag(VersionUnderTest version)
    {
        using var wire = WireStub.Json("""{"type":"list","data":[{"type":"company","id":"k1"},{"type":"company","id":"k2"}],"total_count":2}""");
        var companies = await version.ListAsync(wire, "GET /companies", new Dictionary<string, object> { ["TagId"] = "t 1" });
        Assert.That(companies.Select(company => company.At("Id")), Is.EqualTo(["k1", "k2"]));
        Assert.That(wire.Request.Query, Is.EqualTo(["tag_id=t 1"]));
    }

    [EveryVersion]
    public async Task Company_lookup_by_name_or_ID_returns_one_company(VersionUnderTest version)
    {
        foreach (var (property, parameter) in new[] { ("Name", "name"), ("CompanyId", "company_id") })
        {
            using var wire = WireStub.Json("""{"type":"company","id":"k1","company_id":"own","name":"Acme"}""");
            var companies = await version.ListAsync(wire, "GET /companies", new Dictionary<string, object> { [property] = "own" });
            Assert.That(wire.Request.Query, Is.EqualTo([$"{parameter}=own"]));
            Assert.That(companies.Select(company => company.At("Name")), Is.EqualTo(["Acme"]), "Intercom responds to this query with a single company.");
        }
    }

    [EveryVersion]
    public async Task Company_update_sends_a_typed_body(VersionUnderTest version)
    {
        using var wire = WireStub.Json("""{"type":"company","id":"k1","name":"Acme"}""");
        var company = await version.CallAsync(wire, "PUT /companies/{}", "k1", """{"name":"Acme","website":null}""");
        Assert.That(wire.Request.Line, Is.EqualTo("PUT /companies/k1"));
        Assert.That(wire.Request.Body, Is.EqualTo("""{"name":"Acme","website":null}"""));
        Assert.That(company.At("Name"), Is.EqualTo("Acme"));
    }

    [EveryVersion]
    public async Task Contact_list_resumes_with_an_undescribed_parameter(VersionUnderTest version)
    {
        using var wire = WireStub.Json("""{"type":"list","data":[{"type":"contact","id":"c51"}],"pages":{"type":"pages","page":2,"total_pages":2}}""");
        var contacts = await version.PageAsync(wire, "GET /contacts", "starting_after=w&2", 150);
        Assert.That(contacts.Single().At("Id"), Is.EqualTo("c51"));
        Assert.That(wire.Request.Query, Is.EqualTo(["starting_after=w&2", "per_page=150"]));
    }

    [Test]
    public async Task Enumerates_conversations_in_2_12()
    {
        using var wire = WireStub.Json(
            """{"type":"conversation.list","conversations":[{"id":"1"}],"pages":{"type":"pages","page":1,"per_page":1,"total_pages":2,"next":{"starting_after":"w"}},"total_count":2}""",
            """{"type":"conversation.list","conversations":[{"id":"2"}],"pages":{"type":"pages","page":2,"per_page":1,"total_pages":2},"total_count":2}""");
        using var intercom = new V2_12.IntercomClient(new IntercomClientOptions("fake-token") { HttpMessageHandler = wire });
        var ids = new List<string?>();
        await foreach (V2_12.ConversationListItem conversation in intercom.Conversations.ListAsync().WithPageSize(1))
            ids.Add(conversation.Id);
        Assert.That(ids, Is.EqualTo(["1", "2"]));
        Assert.That(wire.Requests.Select(request => request.Uri.Query), Is.EqualTo(["?per_page=1", "?starting_after=w&per_page=1"]));
    }

    [Test]
    public async Task Sends_custom_channel_events_in_2_14()
    {
        using var wire = WireStub.Json("""{"external_conversation_id":"x1","conversation_id":"1","external_contact_id":"u1","contact_id":"c1"}""");
        using var intercom = new V2_14.IntercomClient(new IntercomClientOptions("fake-token") { HttpMessageHandler = wire });
        V2_14.CustomChannelNotification[] notifications =
        [
            await intercom.CustomChannelEvents.NotifyNewConversationAsync(IntercomJson.Read<V2_14.NotifyNewConversationRequest>("""{"event_id":"e1","external_conversation_id":"x1"}"""u8)!),
            await intercom.CustomChannelEvents.NotifyNewMessageAsync(IntercomJson.Read<V2_14.NotifyNewMessageRequest>("{}"u8)!),
            await intercom.CustomChannelEvents.NotifyQuickReplySelectedAsync(IntercomJson.Read<V2_14.NotifyQuickReplySelectedRequest>("{}"u8)!),
            await intercom.CustomChannelEvents.NotifyAttributeCollectedAsync(IntercomJson.Read<V2_14.NotifyAttributeCollectedRequest>("{}"u8)!),
        ];
        Assert.That(notifications.Select(notification => notification.ConversationId), Is.All.EqualTo("1"));
        Assert.That(wire.Requests.Select(request => request.Line), Is.EqualTo([
            "POST /custom_channel_events/notify_new_conversation",
            "POST /custom_channel_events/notify_new_message",
            "POST /custom_channel_events/notify_quick_reply_selected",
            "POST /custom_channel_events/notify_attribute_collected",
        ]));
        Assert.That(wire.Requests[0].Body, Is.EqualTo("""{"event_id":"e1","external_conversation_id":"x1"}"""));
    }

    private static HttpResponseMessage File(byte[] bytes, string contentType, string? name)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        if (name is not null)
            content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"\"{name}\"" };
        return new HttpResponseMessage { Content = content };
    }

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionMode.Compress))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static async Task<byte[]> BytesAsync(Stream stream)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static Dictionary<string, (string Headers, string Body)> Parts(SentRequest request)
    {
        var boundary = MediaTypeHeaderValue.Parse(request.Header("Content-Type")!).Parameters.Single(parameter => parameter.Name == "boundary").Value!.Trim('"');
        return request.Body!.Split($"--{boundary}", StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part.Contains("\r\n\r\n", StringComparison.Ordinal))
            .Select(part => part.Split("\r\n\r\n", 2))
            .ToDictionary(part => Name(part[0]), part => (part[0], part[1][..^2]));

        static string Name(string headers) => headers.Split("name=", 2)[1].Split(';', '\r')[0].Trim('"');
    }

    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public long BytesRead { get; private set; }

        public bool IsDisposed { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) => Count(base.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Count(base.Read(buffer));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }

        private int Count(int read)
        {
            BytesRead += read;
            return read;
        }
    }
}
