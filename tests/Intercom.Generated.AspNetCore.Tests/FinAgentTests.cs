using System.Net;
using System.Text;
using Intercom.Generated.V2_16;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.AspNetCore.Tests;

/// <summary>The callback of the Fin Agent API.</summary>
public sealed class FinAgentTests
{
    private const string Secret = "secret of the callback";

    private readonly List<FinAgentEvent> _events = [];

    [Test]
    public async Task Handles_an_event_once()
    {
        await using var application = await StartAsync();
        for (var i = 0; i < 2; i++)
        {
            using var response = await PostAsync(application, """{"event_name":"fin_replied","conversation_id":"1","message":{"id":"m","author":"fin","body":"<p>Hi</p>"}}""");
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        await application.StopAsync();
        Assert.That(_events.Single().TryPickFinAgentRepliedEvent(out var replied), Is.True);
        Assert.That(replied!.Message!.Body, Is.EqualTo("<p>Hi</p>"));
    }

    [Test]
    public async Task Handles_an_unknown_event()
    {
        await using var application = await StartAsync();
        using var response = await PostAsync(application, """{"event_name":"fin_learned_to_sing"}""");
        await application.StopAsync();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_events, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Rejects_what_is_not_signed_with_the_secret_of_the_callback()
    {
        await using var application = await StartAsync();
        using var wrong = await PostAsync(application, "{}", WebhookSignature.ForFinAgent("client secret"));
        using var notJson = await PostAsync(application, "[]");

        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await wrong.Content.ReadAsStringAsync(), Does.Contain("IntercomFinAgentOptions.CallbackSecrets"));
        Assert.That(notJson.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Reports_a_missing_secret_at_startup()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => Application.StartAsync(services => services.AddIntercomFinAgent<FinAgentEvent>(_ => { }), _ => { }));

        Assert.That(exception!.Message, Is.EqualTo("AddIntercomFinAgent: CallbackSecrets is empty. Add the secret of the callback, which Intercom shows beside its URL."));
    }

    private static async Task<HttpResponseMessage> PostAsync(Application application, string json, WebhookSignature? signature = null)
    {
        var body = Encoding.UTF8.GetBytes(json);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/fin") { Content = new ByteArrayContent(body) };
        request.Headers.Add(WebhookSignature.FinAgentHeader, (signature ?? WebhookSignature.ForFinAgent(Secret)).Sign(body));
        return await application.Client.SendAsync(request);
    }

    private Task<Application> StartAsync() => Application.StartAsync(
        services => services.AddIntercomFinAgent<FinAgentEvent>(options => options.CallbackSecrets.Add(Secret)).AddHandler((finEvent, _) =>
        {
            lock (_events)
                _events.Add(finEvent);
            return Task.CompletedTask;
        }),
        application => application.MapIntercomFinAgent("/fin"));
}
