using System.Net;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class NotificationDeliveryTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Test]
    public async Task Request_has_the_headers_and_the_envelope_of_Intercom()
    {
        using var fake = new FakeIntercom("2.16", new FakeIntercomOptions { TimeProvider = _time });
        var endpoint = new Endpoint(fake);
        fake.AddContact("ada@example.com");
        _time.Advance(TimeSpan.FromSeconds(2));
        await fake.Webhooks.DeliverAsync();

        var received = endpoint.Received.Single();
        Assert.That(received.Request.Method, Is.EqualTo(HttpMethod.Post));
        Assert.That(received.Request.RequestUri, Is.EqualTo(new Uri("https://app.example.com/intercom")));
        Assert.That(received.Request.Headers.UserAgent.ToString(), Is.EqualTo("intercom-parrot-service-client/1.0"));
        Assert.That(received.Request.Headers.Accept.ToString(), Is.EqualTo("application/json"));
        Assert.That(received.Request.Content!.Headers.ContentType!.ToString(), Is.EqualTo("application/json"));
        Assert.That(received.Signature, Does.Match("^sha1=[0-9a-f]{40}$"));

        var now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        var envelope = (JObject)received.Json.DeepClone();
        envelope["data"]!["item"] = null;
        Assert.That((string?)envelope["id"], Does.Match("^notif_[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
        envelope["id"] = "notif_1";
        Assert.That(envelope.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo(
            "{\"type\":\"notification_event\",\"app_id\":\"fake1234\",\"data\":{\"type\":\"notification_event_data\",\"item\":null},\"links\":{},"
            + "\"id\":\"notif_1\",\"topic\":\"contact.user.created\",\"delivery_status\":\"pending\",\"delivery_attempts\":1,\"delivered_at\":0,"
            + $"\"first_sent_at\":{now + 2},\"created_at\":{now},\"self\":null}}"));
    }

    [TestCase(HttpStatusCode.BadRequest)]
    [TestCase(HttpStatusCode.InternalServerError)]
    [TestCase(HttpStatusCode.MovedPermanently)]
    public async Task Failed_attempt_is_repeated_once_after_a_minute(HttpStatusCode status)
    {
        using var fake = new FakeIntercom("2.16", new FakeIntercomOptions { TimeProvider = _time });
        var endpoint = new Endpoint(fake) { Respond = (_, _) => Task.FromResult(status) };
        fake.AddContact("ada@example.com");
        await fake.Webhooks.DeliverAsync();
        _time.Advance(Minute - TimeSpan.FromSeconds(1));
        await fake.Webhooks.DeliverAsync();
        Assert.That(endpoint.Received, Has.Count.EqualTo(1));
        Assert.That(fake.Webhooks.PendingCount, Is.EqualTo(1));

        _time.Advance(TimeSpan.FromSeconds(1));
        await fake.Webhooks.DeliverAsync();
        Assert.That(endpoint.Received, Has.Count.EqualTo(2));
        var (first, second) = (endpoint.Received[0].Json, endpoint.Received[1].Json);
        Assert.That(second["id"], Is.EqualTo(first["id"]));
        Assert.That(second["first_sent_at"], Is.EqualTo(first["first_sent_at"]));
        Assert.That(second["created_at"], Is.EqualTo(first["created_at"]));
        Assert.That((int?)second["delivery_attempts"], Is.EqualTo(2));
        Assert.That((string?)second["delivery_status"], Is.EqualTo("retry"));

        _time.Advance(TimeSpan.FromHours(1));
        await fake.Webhooks.DeliverAsync();
        Assert.That(endpoint.Received, Has.Count.EqualTo(2));
        Assert.That(fake.Webhooks.PendingCount, Is.Zero);
        Assert.That(fake.Webhooks.Deliveries.Select(delivery => delivery.ToString()),
            Is.EqualTo(new[] { $"contact.user.created, attempt 1: {(int)status}", $"contact.user.created, attempt 2: {(int)status}" }));
    }

    [Test]
    public async Task Response_after_5_seconds_is_a_failure([Values] bool observesToken)
    {
        using var fake = new FakeIntercom("2.16", new FakeIntercomOptions { TimeProvider = _time });
        var isSlow = true;
        var never = new TaskCompletionSource<HttpStatusCode>();
        var endpoint = new Endpoint(fake)
        {
            Respond = async (_, cancellationToken) =>
            {
                if (!isSlow)
                    return HttpStatusCode.OK;
                _time.Advance(TimeSpan.FromSeconds(5));
                return observesToken ? await never.Task.WaitAsync(cancellationToken) : await never.Task;
            },
        };
        fake.AddContact("ada@example.com");
        await fake.Webhooks.DeliverAsync();
        Assert.That(fake.Webhooks.Deliveries.Single().Status, Is.Null);
        Assert.That(fake.Webhooks.Deliveries.Single().ToString(), Is.EqualTo("contact.user.created, attempt 1: no response"));

        isSlow = false;
        _time.Advance(Minute);
        await fake.Webhooks.DeliverAsync();
        Assert.That(fake.Webhooks.Deliveries[1].IsDelivered, Is.True);
        Assert.That(endpoint.Received, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Own_clock_times_out_and_retries_when_it_is_advanced()
    {
        using var fake = new FakeIntercom("2.16");
        var endpoint = new Endpoint(fake);
        endpoint.Respond = (_, _) =>
        {
            // Resources take a second each, but don't make the endpoint slow.
            if (endpoint.Received.Count == 1)
            {
                fake.AddContacts(10);
                fake.Advance(TimeSpan.FromSeconds(5));
            }

            return Task.FromResult(HttpStatusCode.OK);
        };
        fake.AddContact("ada@example.com");
        await fake.Webhooks.DeliverAsync();
        Assert.That(fake.Webhooks.Deliveries[0].Status, Is.Null);
        Assert.That(fake.Webhooks.Deliveries.Skip(1).Select(delivery => delivery.IsDelivered), Is.All.True.And.Exactly(10).Items);
        fake.Advance(Minute);
        await fake.Webhooks.DeliverAsync();
        Assert.That(fake.Webhooks.PendingCount, Is.Zero);
    }

    [Test]
    public async Task Gone_ends_the_subscription()
    {
        using var fake = new FakeIntercom("2.16", new FakeIntercomOptions { TimeProvider = _time });
        var endpoint = new Endpoint(fake) { Respond = (_, _) => Task.FromResult(HttpStatusCode.Gone) };
        fake.AddContacts(3);
        await fake.Webhooks.DeliverAsync();
        fake.AddContacts(3);
        _time.Advance(TimeSpan.FromHours(1));
        await fake.Webhooks.DeliverAsync();
        Assert.That(endpoint.Received, Has.Count.EqualTo(1));
        Assert.That(fake.Webhooks.IsDisabled, Is.True);
        Assert.That(fake.Webhooks.PendingCount, Is.Zero);
    }

    [Test]
    public async Task Too_many_requests_delays_all_notifications_and_drops_late_ones()
    {
        using var fake = new FakeIntercom("2.16", new FakeIntercomOptions { TimeProvider = _time });
        var endpoint = new Endpoint(fake) { Respond = (_, _) => Task.FromResult(HttpStatusCode.TooManyRequests) };
        fake.AddContacts(3);
        await fake.Webhooks.DeliverAsync();
        Assert.That(endpoint.Received, Has.Count.EqualTo(1));
        Assert.That(fake.Webhooks.PendingCount, Is.EqualTo(3));

        endpoint.Respond = (_, _) => Task.FromResult(HttpStatusCode.OK);
        _time.Advance(Minute);
        await fake.Webhooks.DeliverAsync();
        Assert.That(fake.Webhooks.Deliveries.Count(delivery => delivery.IsDelivered), Is.EqualTo(3));

        fake.AddContacts(3);
        endpoint.Respond = (_, _) => Task.FromResult(HttpStatusCode.TooManyRequests);
        _time.Advance(TimeSpan.FromHours(2));
        await fake.Webhooks.DeliverAsync();
        Assert.That(fake.Webhooks.PendingCount, Is.Zero);
    }

    [Test]
    public async Task Endpoint_that_is_not_reachable_is_retried_and_other_exceptions_reach_the_caller()
    {
        using var fake = new FakeIntercom("2.16", new FakeIntercomOptions { TimeProvider = _time });
        fake.Webhooks.SendTo((_, _) => throw new HttpRequestException("Connection refused"));
        fake.AddContact("ada@example.com");
        await fake.Webhooks.DeliverAsync();
        Assert.That(fake.Webhooks.PendingCount, Is.EqualTo(1));

        fake.Webhooks.SendTo((_, _) => throw new NotSupportedException("A defect of the handler"));
        _time.Advance(Minute);
        await Assert.ThrowsAsync<NotSupportedException>(() => fake.Webhooks.DeliverAsync());
        Assert.That(fake.Webhooks.PendingCount, Is.Zero);
    }

    [Test]
    public async Task Changes_of_the_endpoint_are_delivered_too()
    {
        using var client = new FakeClient("2.16");
        var contact = (string)client.Fake.AddContact("ada@example.com")["id"]!;
        var endpoint = new Endpoint(client.Fake);
        endpoint.Respond = async (notification, _) =>
        {
            if (notification.Topic == "conversation.user.created")
            {
                await client.OkAsync("POST", $"/conversations/{notification.Item["id"]}/reply",
                    new JObject { ["type"] = "admin", ["admin_id"] = FakeClient.AdminId, ["message_type"] = "comment", ["body"] = "Hi" });
            }

            return HttpStatusCode.OK;
        };
        client.Fake.AddConversation(contact);
        await client.Fake.Webhooks.DeliverAsync();
        Assert.That(endpoint.Topics, Is.EqualTo(new[] { "conversation.user.created", "conversation.admin.replied" }));
    }

    [Test]
    public void Endpoint_that_reacts_to_itself_is_stopped()
    {
        using var fake = new FakeIntercom("2.16");
        var endpoint = new Endpoint(fake);
        endpoint.Respond = (_, _) =>
        {
            fake.AddTag($"{endpoint.Received.Count}");
            fake.Webhooks.Ping();
            return Task.FromResult(HttpStatusCode.OK);
        };
        fake.Webhooks.Ping();
        Assert.That(() => fake.Webhooks.DeliverAsync(), Throws.InvalidOperationException.With.Message.Contains("its own changes"));
    }

    [Test]
    public async Task Sends_only_the_chosen_topics_and_pings()
    {
        using var fake = new FakeIntercom("2.16");
        var endpoint = new Endpoint(fake, new FakeWebhookOptions { Topics = ["company.created"], Url = new Uri("https://other.example/hook") });
        fake.AddContact("ada@example.com");
        fake.AddCompany("Engines");
        fake.Webhooks.Raise("contact.deleted", []);
        fake.Webhooks.Ping();
        await fake.Webhooks.DeliverAsync();
        Assert.That(endpoint.Topics, Is.EqualTo(new[] { "company.created", "ping" }));
        Assert.That(endpoint.Received[0].Request.RequestUri!.Host, Is.EqualTo("other.example"));
        Assert.That(endpoint.Received[1].Json["id"]!.Type, Is.EqualTo(JTokenType.Null));
    }

    [Test]
    public async Task Changes_before_the_subscription_are_not_sent()
    {
        using var fake = new FakeIntercom("2.16");
        fake.AddContacts(3);
        var endpoint = new Endpoint(fake);
        await fake.Webhooks.DeliverAsync();
        Assert.That(endpoint.Received, Is.Empty);
    }

    [Test]
    public async Task Duplicates_and_order_follow_the_seed()
    {
        var runs = new List<string>();
        foreach (var seed in new[] { 1, 1, 2 })
        {
            using var fake = new FakeIntercom("2.16");
            var endpoint = new Endpoint(fake, new FakeWebhookOptions { DuplicateRate = 0.3, Shuffle = true, Seed = seed });
            fake.AddContacts(100);
            await fake.Webhooks.DeliverAsync();
            Assert.That(endpoint.Received.Select(notification => notification.Id).Distinct().Count(), Is.EqualTo(100));
            Assert.That(endpoint.Received, Has.Count.InRange(115, 150));
            Assert.That(endpoint.Received.Select(notification => notification.Id), Is.Not.Ordered);
            runs.Add(string.Join(",", endpoint.Received.Select(notification => notification.Id)));
        }

        Assert.That(runs[1], Is.EqualTo(runs[0]));
        Assert.That(runs[2], Is.Not.EqualTo(runs[0]));
    }

    [Test]
    public async Task Probe_is_an_unsigned_HEAD_request()
    {
        using var fake = new FakeIntercom("2.16");
        HttpRequestMessage? probe = null;
        fake.Webhooks.SendTo((request, _) =>
        {
            probe = request;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
        });
        Assert.That(await fake.Webhooks.ProbeAsync(), Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(probe!.Method, Is.EqualTo(HttpMethod.Head));
        Assert.That(probe.Headers.Contains("X-Hub-Signature"), Is.False);
    }

    [Test]
    public void Mistakes_are_reported()
    {
        using var fake = new FakeIntercom("2.16");
        Assert.That(() => fake.Webhooks.DeliverAsync(), Throws.InvalidOperationException.With.Message.Contains("SendTo"));
        Assert.That(() => fake.Webhooks.Ping(), Throws.InvalidOperationException.With.Message.Contains("SendTo"));
        Assert.That(() => new Endpoint(fake, new FakeWebhookOptions { DuplicateRate = 2 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Endpoint(fake, new FakeWebhookOptions { DuplicateRate = double.NaN }), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new FakeIntercom("2.16", new FakeIntercomOptions { ClientSecret = "" }), Throws.ArgumentException);
    }

    [Test]
    public async Task Sends_over_HTTP_on_loopback()
    {
        using var listener = new HttpListener();
        var url = Listen(listener);
        using var fake = new FakeIntercom("2.16");
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        fake.Webhooks.SendTo(http, new FakeWebhookOptions { Url = new Uri("hook", UriKind.Relative) });
        fake.AddContact("ada@example.com");
        var delivery = fake.Webhooks.DeliverAsync();
        var context = await listener.GetContextAsync();
        using var reader = new StreamReader(context.Request.InputStream);
        Assert.That(await reader.ReadToEndAsync(), Does.Contain("ada@example.com"));
        Assert.That(context.Request.Url!.AbsolutePath, Is.EqualTo("/hook"));
        context.Response.StatusCode = 202;
        context.Response.Close();
        await delivery;
        Assert.That(fake.Webhooks.Deliveries.Single().Status, Is.EqualTo(HttpStatusCode.Accepted));
    }

    /// <summary>Listens on a free port. Another process can take it first, so more than one port is probed.</summary>
    private static string Listen(HttpListener listener)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var prefix = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            try
            {
                listener.Prefixes.Clear();
                listener.Prefixes.Add(prefix);
                listener.Start();
                return prefix;
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                // Try the next port.
            }
        }
    }
}
