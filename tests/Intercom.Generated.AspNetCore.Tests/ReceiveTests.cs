using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Intercom.Generated.AspNetCore.Tests;

/// <summary>Receives requests at the endpoint: their responses, and what is handled.</summary>
public sealed class ReceiveTests
{
    private readonly Inbox _inbox = new();

    [Test]
    public async Task Acknowledges_and_handles_a_notification()
    {
        await using var application = await StartAsync();
        using var response = await application.PostAsync(Notifications.Conversation("notif_1"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var notification = await _inbox.NextAsync();
        Assert.That(notification, Is.InstanceOf<V2_16.Webhooks.ConversationUserCreated>());
        Assert.That(notification.Id, Is.EqualTo("notif_1"));
    }

    [Test]
    public async Task Responds_to_an_unsigned_head_request()
    {
        await using var application = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, Application.Path);
        using var response = await application.Client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("GET"), TestCase("PUT"), TestCase("DELETE")]
    public async Task Rejects_other_methods(string method)
    {
        await using var application = await StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), Application.Path);
        using var response = await application.Client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(response.Content.Headers.Allow, Is.EquivalentTo(new[] { "POST", "HEAD" }));
    }

    [Test]
    public async Task Rejects_a_missing_or_wrong_signature()
    {
        var body = Notifications.Conversation("notif_1");
        string?[] signatures =
        [
            null, string.Empty, "sha1=", "sha1=00", Notifications.Sign(body, "another secret"), Notifications.Sign(Notifications.Conversation("notif_2")),
            Notifications.Sign(body)[5..], $"{Notifications.Sign(body)}, {Notifications.Sign(body)}", WebhookSignature.ForFinAgent(Notifications.Secret).Sign(body),
        ];
        await using var application = await StartAsync();
        foreach (var signature in signatures)
        {
            using var response = await application.PostAsync(body, signature, Application.Path);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), signature);
            Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("X-Hub-Signature"));
        }

        await application.StopAsync();
        Assert.That(_inbox.Count, Is.Zero);
        Assert.That(application.Log.Messages, Has.Exactly(signatures.Length).Matches<(LogLevel Level, string Text)>(message => message.Level == LogLevel.Warning));
    }

    [Test]
    public async Task Accepts_each_of_several_secrets()
    {
        await using var application = await StartAsync(options => options.ClientSecrets.Add("old secret"));
        var body = Notifications.Conversation("notif_1");
        using var response = await application.PostAsync(body, Notifications.Sign(body, "old secret"), Application.Path);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Acknowledges_a_duplicate_and_handles_it_once()
    {
        await using var application = await StartAsync();
        for (var i = 0; i < 3; i++)
        {
            using var response = await application.PostAsync(Notifications.Conversation("notif_1"));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        await application.StopAsync();
        Assert.That(_inbox.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Handles_each_ping_because_it_has_no_id()
    {
        var ping = Notifications.Body(null, "ping", """{"type":"ping","message":"hi"}""");
        await using var application = await StartAsync();
        using var first = await application.PostAsync(ping);
        using var second = await application.PostAsync(ping);
        await application.StopAsync();

        Assert.That(_inbox.Count, Is.EqualTo(2));
        Assert.That(await _inbox.NextAsync(), Is.InstanceOf<V2_16.Webhooks.Ping>());
    }

    [TestCase(""), TestCase("not JSON"), TestCase("[]"), TestCase("{\"id\":\"private\"")]
    public async Task Rejects_a_signed_body_that_is_not_a_json_object(string text)
    {
        await using var application = await StartAsync();
        using var response = await application.PostAsync(Encoding.UTF8.GetBytes(text));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(application.Log.Messages.Single().Text, Does.Contain("JSON").And.Not.Contain("private"));
    }

    [TestCase("1e400"), TestCase("-1e400"), TestCase("1e28"), TestCase("9e28"), TestCase("99999999999999999999999999999999"), TestCase("true"), TestCase("\"99999-01-01\""), TestCase("-0.0e-999")]
    public async Task Accepts_any_value_as_the_time(string createdAt)
    {
        await using var application = await StartAsync(options => options.MaxAge = TimeSpan.FromDays(1_000_000));
        var body = Encoding.UTF8.GetString(Notifications.Conversation("notif_1")).Replace("1767225600", createdAt, StringComparison.Ordinal);
        using var response = await application.PostAsync(Encoding.UTF8.GetBytes(body));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await _inbox.NextAsync()).Id, Is.EqualTo("notif_1"));
    }

    [Test]
    public async Task Handles_a_notification_without_a_known_topic_as_a_raw_one()
    {
        await using var application = await StartAsync();
        using var response = await application.PostAsync(Notifications.Body("notif_1", "invented.topic", "[1]"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var notification = await _inbox.NextAsync();
        Assert.That(notification.Item, Is.Null);
        Assert.That(Encoding.UTF8.GetString(notification.RawItem.Span), Is.EqualTo("[1]"));
    }

    [Test]
    public async Task Rejects_an_old_notification_as_a_replay()
    {
        await using var application = await StartAsync();
        using var late = await application.PostAsync(Notifications.Conversation("notif_1", createdAt: Notifications.Now - (12 * 3600)));
        using var old = await application.PostAsync(Notifications.Conversation("notif_2", createdAt: Notifications.Now - (12 * 3600) - 1));

        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(old.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Accepts_any_age_if_asked_to()
    {
        await using var application = await StartAsync(options => options.MaxAge = null);
        using var response = await application.PostAsync(Notifications.Conversation("notif_1", createdAt: 1));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Rejects_a_body_over_the_limit([Values] bool hasLength)
    {
        var body = Notifications.Conversation("notif_1");
        await using var application = await StartAsync(options => options.MaxBodySize = body.Length);
        using var fits = await SendAsync(application, new ByteArrayContent(body), Notifications.Sign(body));
        byte[] longer = [.. body, (byte)' '];
        using var endless = new EndlessStream();
        using var content = hasLength ? new ByteArrayContent(longer) : (HttpContent)new StreamContent(endless);
        using var exceeds = await SendAsync(application, content, Notifications.Sign(longer));

        Assert.That(fits.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(exceeds.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(await exceeds.Content.ReadAsStringAsync(), Does.Contain("MaxBodySize"));
        Assert.That(endless.BytesRead, Is.LessThan(1_000_000));
    }

    [Test]
    public async Task Reads_a_body_of_many_parts()
    {
        var body = Notifications.Body("notif_1", "contact.user.created", $$"""{"type":"contact","id":"7","name":"{{new string('n', 300_000)}}"}""");
        await using var application = await StartAsync();
        using var stream = new MemoryStream(body);
        using var content = new StreamContent(stream, bufferSize: 1000);
        using var response = await SendAsync(application, content, Notifications.Sign(body));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await _inbox.NextAsync()).RawBody.ToArray(), Is.EqualTo(body));
    }

    [Test]
    public async Task Rejects_a_body_that_does_not_arrive_in_time()
    {
        await using var application = await StartAsync();
        using var stalled = new StalledStream();
        using var content = new StreamContent(stalled);
        var sending = SendAsync(application, content, "sha1=0000000000000000000000000000000000000000");
        await stalled.IsRead;
        while (application.Clock.NextTimer is null)
            await Task.Yield();
        application.Clock.Advance(TimeSpan.FromSeconds(5));
        using var response = await sending;

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestTimeout));
    }

    [Test]
    public async Task Reads_a_body_that_other_middleware_read_before()
    {
        await using var application = await Application.StartAsync(
            Add(_ => { }),
            application =>
            {
                application.Use(async (context, next) =>
                {
                    context.Request.EnableBuffering();
                    await context.Request.Body.CopyToAsync(Stream.Null);
                    await next(context);
                });
                application.UseRouting();
                application.MapIntercomWebhooks(Application.Path);
            });
        using var response = await application.PostAsync(Notifications.Conversation("notif_1"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Responds_with_503_if_a_timeout_of_the_application_ends_the_request()
    {
        using var timeout = new CancellationTokenSource();
        await using var application = await Application.StartAsync(
            Add(_ => { }),
            application =>
            {
                // As the middleware for request timeouts does it.
                application.Use((context, next) =>
                {
                    context.RequestAborted = timeout.Token;
                    return next(context);
                });
                application.UseRouting();
                application.MapIntercomWebhooks(Application.Path);
            });
        using var stalled = new StalledStream();
        using var content = new StreamContent(stalled);
        var sending = SendAsync(application, content, "sha1=0000000000000000000000000000000000000000");
        await stalled.IsRead;
        await timeout.CancelAsync();
        using var response = await sending;

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }

    [Test]
    public async Task Closes_the_connection_only_where_the_protocol_has_the_header([Values(1, 2)] int version)
    {
        await using var application = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Application.Path) { Version = new Version(version, version % 2), Content = new ByteArrayContent([]) };
        using var response = await application.Client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(response.Headers.ConnectionClose, Is.EqualTo(version == 1 ? true : (bool?)null));
    }

    private static async Task<HttpResponseMessage> SendAsync(Application application, HttpContent content, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Application.Path) { Content = content };
        request.Headers.Add(WebhookSignature.NotificationHeader, signature);
        return await application.Client.SendAsync(request);
    }

    private Task<Application> StartAsync(Action<IntercomWebhookOptions>? configure = null) => Application.StartAsync(Add(configure ?? (_ => { })));

    private Action<IServiceCollection> Add(Action<IntercomWebhookOptions> configure) => services => services
        .AddIntercomWebhooks(options =>
        {
            Notifications.Configure(options);
            configure(options);
        })
        .AddHandler<IntercomNotification>(_inbox.AddAsync);
}
