// <snippet usings>
using System.Net;
using Intercom.Generated;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_16;
using Intercom.Generated.V2_16.Webhooks;
using Intercom.Generated.Webhooks;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
// </snippet>
using Intercom.Generated.Tests;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Intercom.Generated.DependencyInjection.Tests.Docs;

/// <summary>The code of docs/testing.md.</summary>
public class TestingPageTests
{
    // <snippet code under test>
    public sealed class Newsletter(IntercomClient intercom)
    {
        public async Task<IReadOnlyList<string>> RecipientsAsync()
        {
            var recipients = new List<string>();
            await foreach (Contact contact in intercom.Contacts.ListAsync())
            {
                if (contact.UnsubscribedFromEmails != true && contact.Email is { } email)
                    recipients.Add(email);
            }

            return recipients;
        }

        public async Task<string> GreetAsync(string contactId)
        {
            try
            {
                return $"Dear {(await intercom.Contacts.GetAsync(contactId)).Name}";
            }
            catch (IntercomNotFoundException)
            {
                return "Dear reader";
            }
        }
    }
    // </snippet>

    // <snippet fake>
    [Test]
    public async Task Recipients_come_from_every_page()
    {
        using var fake = new FakeIntercom("2.16");
        fake.AddContacts(250);
        using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });

        var recipients = await new Newsletter(intercom).RecipientsAsync();

        Assert.That(recipients, Has.Count.EqualTo(250));
        Assert.That(fake.Requests, Has.Count.EqualTo(25));   // pages of 10
    }
    // </snippet>

    // <snippet fake errors>
    [Test]
    public async Task A_503_is_retried()
    {
        using var fake = new FakeIntercom("2.16");
        var id = (string)fake.AddContact("ada@example.com", "Ada")["id"]!;
        fake.RespondOnce("GET", "/contacts/{id}",
            _ => FakeIntercom.Error(HttpStatusCode.ServiceUnavailable, "service_unavailable", "Down"));
        using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken)
        {
            HttpMessageHandler = fake,
            Retry = { BaseDelay = TimeSpan.Zero },
        });

        Assert.That(await new Newsletter(intercom).GreetAsync(id), Is.EqualTo("Dear Ada"));
    }
    // </snippet>

    [Test]
    public async Task Resources_are_stored()
    {
        using var fake = new FakeIntercom("2.16");
        using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });
        // <snippet data>
        var article = fake.Add("article", new JObject { ["title"] = "Printers", ["state"] = "published" });
        Article found = await intercom.Articles.GetAsync((string)article["id"]!);
        IReadOnlyList<JObject> articles = fake.GetAll("article");   // copies of what is stored
        // </snippet>
        Assert.That(found.Title, Is.EqualTo("Printers"));
        Assert.That(articles, Has.Count.EqualTo(1));
    }

    [Test]
    public void Jobs_follow_the_clock()
    {
        // <snippet jobs>
        var time = new FakeTimeProvider();
        using var fake = new FakeIntercom("2.16", new FakeIntercomOptions { TimeProvider = time, JobDuration = TimeSpan.FromMinutes(5) });
        // </snippet>
        time.Advance(TimeSpan.FromDays(1));
        Assert.That((long)fake.AddContact("ada@example.com")["created_at"]!, Is.EqualTo(time.GetUtcNow().ToUnixTimeSeconds()));
    }

    // <snippet notifications>
    public sealed class Bot(IntercomClient intercom, WebhookSignature signature)
    {
        private readonly NotificationReader _reader = new(IntercomWebhooks.Topics);

        public async Task<HttpResponseMessage> ReceiveAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            if (!signature.Verify(body, request.Headers.GetValues(signature.HeaderName).Single()))
                return new HttpResponseMessage(HttpStatusCode.Unauthorized);

            if (_reader.Read(body) is ConversationUserCreated { Item.Id: { } id })
            {
                await intercom.Conversations.ReplyAsync(id,
                    new AdminReplyConversationRequest { MessageType = AdminReplyMessageType.Comment, AdminId = "991267583", Body = "One moment." },
                    cancellationToken: cancellationToken);
            }

            return new HttpResponseMessage();
        }
    }

    [Test]
    public async Task The_bot_replies_to_new_conversations()
    {
        using var fake = new FakeIntercom("2.16");
        var contact = fake.AddContact("ada@example.com", "Ada");
        using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });
        var bot = new Bot(intercom, WebhookSignature.ForNotifications(fake.ClientSecret));
        fake.Webhooks.SendTo(bot.ReceiveAsync);

        var conversation = fake.AddConversation((string)contact["id"]!, "Where is my invoice?");
        await fake.Webhooks.DeliverAsync();

        var replied = await intercom.Conversations.GetAsync((string)conversation["id"]!);
        Assert.That(replied.ConversationParts!.Items![^1].Body, Is.EqualTo("<p>One moment.</p>"));
    }
    // </snippet>

    [Test]
    public async Task OAuth_ends_with_a_token()
    {
        // <snippet oauth>
        using var fake = new FakeIntercom("2.14");   // IntercomOAuthClient uses 2.14
        using var http = fake.CreateClient();
        var oauth = new IntercomOAuthClient(new IntercomOAuthOptions
        {
            ClientId = "fake-client-id",
            ClientSecret = fake.ClientSecret,
            HttpClient = http,
        });
        string state = IntercomOAuthClient.CreateState();

        Uri callback = fake.Authorize(oauth.GetAuthorizationUrl(state));
        IntercomOAuthToken token = await oauth.ExchangeCodeAsync(IntercomOAuthClient.ReadCode(callback.Query, state));
        // </snippet>
        Assert.That(token.AccessToken, Is.EqualTo(fake.AccessToken));
        Assert.That((await oauth.GetIdentityAsync(token.AccessToken)).WorkspaceId, Is.EqualTo("fake1234"));
        await oauth.UninstallAsync(token.AccessToken);
        Assert.That(fake.IsInstalled, Is.False);
    }

    // <snippet requests>
    [Test]
    public async Task An_update_sends_only_the_name()
    {
        using var fake = new FakeIntercom("2.16");
        var id = (string)fake.AddContact("ada@example.com")["id"]!;
        using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });

        await intercom.Contacts.UpdateAsync(id, new UpdateContactRequest { Name = "Ada" });

        FakeRequest request = fake.GetRequests("PUT /contacts/{id}").Single();
        Assert.That(request.PathParameters["contact_id"], Is.EqualTo(id));
        Assert.That(request.ReadJson(), Is.EqualTo(new JObject { ["name"] = "Ada" }));
        Assert.That(IntercomJson.Read<UpdateContactRequest>(request.GetBodyBytes())!.Name, Is.EqualTo("Ada"));
    }
    // </snippet>

    // <snippet faults>
    [Test]
    public async Task A_burst_of_errors_and_a_lost_page_do_not_lose_recipients()
    {
        using var fake = new FakeIntercom("2.16");
        fake.AddContacts(30);
        fake.Faults.Add("GET", "/contacts", FakeFault.ServerError(), FaultTimes.Next(2));
        FaultRule lost = fake.Faults.Add("GET", "/contacts", FakeFault.TruncateBody(), FaultTimes.Every(3));
        using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken)
        {
            HttpMessageHandler = fake,
            Retry = { BaseDelay = TimeSpan.Zero },
        });

        Assert.That(await new Newsletter(intercom).RecipientsAsync(), Has.Count.EqualTo(30));
        Assert.That(lost.InjectedCount, Is.EqualTo(1));
    }
    // </snippet>

    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");

    private readonly FakeIntercom connection = new("2.16");

    private string token => connection.AccessToken;

    [SetUp]
    public void Fill() => connection.AddContacts(12);

    [TearDown]
    public void DisposeConnection()
    {
        connection.Dispose();
        File.Delete(path);
    }

    // <snippet record and replay>
    [Test]
    public async Task A_recording_replays_and_seeds_a_fake()
    {
        // Record once, with the token of a test workspace.
        using var recorder = new RecordingHandler(connection);
        using (var intercom = new IntercomClient(new IntercomClientOptions(token) { HttpMessageHandler = recorder }))
            await new Newsletter(intercom).RecipientsAsync();
        recorder.Save(path);

        // Replay in every run.
        IntercomRecording recording = IntercomRecording.Load(path);
        using var replay = new ReplayHandler(recording);
        using (var intercom = new IntercomClient(new IntercomClientOptions("any-token") { HttpMessageHandler = replay }))
            Assert.That(await new Newsletter(intercom).RecipientsAsync(), Has.Count.EqualTo(12));
        Assert.That(replay.Remaining, Is.Empty);

        // Or fill a fake, which responds to other requests, too.
        using var fake = new FakeIntercom("2.16");
        fake.Seed(recording);
        Assert.That(fake.Contacts, Has.Count.EqualTo(12));
    }
    // </snippet>

    [Test]
    public async Task A_recording_follows_rules_of_its_own()
    {
        // <snippet rules of a recording>
        var options = new RecordingOptions();
        options.Rules.Add(new RedactionRule("ticket_attributes.iban", RedactionKind.Id));
        using var recorder = new RecordingHandler(connection, options);
        // </snippet>
        using var intercom = new IntercomClient(new IntercomClientOptions(token) { HttpMessageHandler = recorder });
        await new Newsletter(intercom).RecipientsAsync();
        Assert.That(recorder.GetRecording().Exchanges, Has.Count.EqualTo(2));
        Assert.That(recorder.GetRecording().ToJson(), Does.Not.Contain(token));
    }

    [Test]
    public void Page_shows_the_number_of_operations_with_stored_data()
    {
        var rows = FakeIntercom.Versions.Select(version =>
        {
            using var fake = new FakeIntercom(version);
            return $"| {version} | {fake.Operations.Count} | {fake.StatefulOperations.Count} |";
        });
        Assert.That(Page.Read("testing.md"), Does.Contain(string.Join('\n', rows)));
    }

    [Test]
    public async Task A_fake_replaces_Intercom_in_a_container()
    {
        var builder = new Builder(("Intercom:AccessToken", ""));
        builder.Services.AddIntercom<IntercomClient>(builder.Configuration.GetSection("Intercom"));
        builder.Services.AddTransient<Newsletter>();
        var services = builder.Services;
        // <snippet container>
        using var fake = new FakeIntercom("2.16");
        services.AddIntercom<IntercomClient>(options =>
        {
            options.AccessToken = fake.AccessToken;
            options.HttpMessageHandler = fake;
        });
        // </snippet>
        using var provider = services.BuildServiceProvider();
        provider.Start();
        Assert.That(await provider.GetRequiredService<Newsletter>().GreetAsync("1"), Is.EqualTo("Dear reader"));
        Assert.That(fake.Requests, Has.Count.EqualTo(1));
    }

    // <snippet handler>
    [Test]
    public async Task A_contact_is_greeted_by_name()
    {
        using var http = new MockHttpMessageHandler();
        http.Expect(HttpMethod.Get, "https://api.intercom.io/contacts/7")
            .WithHeaders("Intercom-Version", "2.16")
            .Respond("application/json", """{ "type": "contact", "id": "7", "name": "Ada" }""");
        using var intercom = new IntercomClient(new IntercomClientOptions("any-token") { HttpMessageHandler = http });

        Assert.That(await new Newsletter(intercom).GreetAsync("7"), Is.EqualTo("Dear Ada"));
        http.VerifyNoOutstandingExpectation();
    }
    // </snippet>

    // <snippet substitutes>
    private sealed class StubContacts : ContactsClient
    {
        public override Task<Contact> GetAsync(
            string contactId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new Contact { Id = contactId, Name = "Ada" });

        public override IntercomPageable<Contact> ListAsync(
            RequestOptions? options = null, CancellationToken cancellationToken = default) =>
            IntercomPageable<Contact>.FromPages(
                new IntercomPage<Contact>([new Contact { Email = "ada@example.com" }]),
                new IntercomPage<Contact>([new Contact { Email = "grace@example.com", UnsubscribedFromEmails = true }]));
    }

    private sealed class StubIntercom : IntercomClient
    {
        public override ContactsClient Contacts { get; } = new StubContacts();
    }

    [Test]
    public async Task Unsubscribed_contacts_are_omitted()
    {
        using var intercom = new StubIntercom();
        Assert.That(await new Newsletter(intercom).RecipientsAsync(), Is.EqualTo(new[] { "ada@example.com" }));
    }
    // </snippet>

    [Test]
    public void A_substitute_replaces_the_client_in_a_container()
    {
        var services = new ServiceCollection();
        services.AddIntercom<IntercomClient>(options => options.AccessToken = "any");
        services.AddTransient<Newsletter>();
        // <snippet substitute in a container>
        services.AddSingleton<IntercomClient>(new StubIntercom());
        // </snippet>
        using var provider = services.BuildServiceProvider();
        Assert.That(async () => await provider.GetRequiredService<Newsletter>().GreetAsync("7"), Is.EqualTo("Dear Ada"));
    }

    // <snippet members that are not overridden>
    [Test]
    public void Members_that_are_not_overridden_throw()
    {
        using var intercom = new StubIntercom();
        Assert.That(() => intercom.Companies, Throws.InvalidOperationException);           // "StubIntercom has no connection ..."
        Assert.That(() => intercom.Contacts.DeleteAsync("7"), Throws.InvalidOperationException);
    }
    // </snippet>

    [Test]
    public async Task Retries_wait_on_the_clock_of_the_options()
    {
        using var fake = new FakeIntercom("2.16");
        fake.RespondOnce("GET", "/contacts/{id}",
            _ => FakeIntercom.Error(HttpStatusCode.ServiceUnavailable, "service_unavailable", "Down"));
        TimeProvider clock = new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(20) };
        var options = new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake, TimeProvider = clock };
        using var intercom = new IntercomClient(options);
        Assert.That(await new Newsletter(intercom).GreetAsync("1"), Is.EqualTo("Dear reader"));
    }

    [Test]
    public void The_page_contains_this_code() =>
        Page.AssertContainsCodeOf("testing.md", nameof(TestingPageTests), nameof(TestingFailuresTests));
}
