using System.Net.Http.Headers;
using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Webhooks.Tests;

/// <summary>Verifies and reads the notifications of the fake, which signs and writes them with code of its own.</summary>
public sealed class FakeNotificationTests
{
    [EveryVersion]
    public async Task Notifications_of_the_fake_are_verified_and_typed(VersionTopics version)
    {
        using var fake = new FakeIntercom(version.ToString(), new FakeIntercomOptions { ClientSecret = "Grüße" });
        var signature = WebhookSignature.ForNotifications("Grüße");
        var read = new List<IntercomNotification>();
        fake.Webhooks.SendTo(async (request, cancellationToken) =>
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            Assert.That(signature.Verify(body, request.Headers.GetValues(signature.HeaderName).Single()), Is.True);
            read.Add(version.Reader.Read(body));
            return new HttpResponseMessage();
        });
        await ChangeAsync(fake);
        await fake.Webhooks.DeliverAsync();

        Assert.That(read.Select(notification => notification.Topic), Is.SupersetOf(new[]
        {
            "contact.user.created", "contact.lead.created", "contact.user.tag.created", "contact.archived", "contact.deleted", "company.created",
            "company.contact.attached", "company.deleted", "conversation.user.created", "conversation.admin.replied", "ping",
        }));
        using (Assert.EnterMultipleScope())
        {
            foreach (var notification in read)
            {
                Assert.That(notification.GetType(), Is.Not.EqualTo(typeof(IntercomNotification)), $"{notification.Topic} has no typed item.");
                Assert.That(notification.AppId, Is.EqualTo("fake1234"));
                Assert.That(notification.DeliveryAttempts, Is.EqualTo(1));
            }
        }
    }

    private static async Task ChangeAsync(FakeIntercom fake)
    {
        using var http = fake.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", fake.AccessToken);
        http.DefaultRequestHeaders.Add("Intercom-Version", fake.Version);
        var user = fake.AddContact("ada@example.com")["id"];
        fake.AddContact(new JObject { ["role"] = "lead" });
        var company = fake.AddCompany("Engines")["id"];
        var conversation = fake.AddConversation((string)user!)["id"];
        await SendAsync(HttpMethod.Post, $"/contacts/{user}/tags", new JObject { ["id"] = fake.AddTag("VIP")["id"] });
        await SendAsync(HttpMethod.Post, $"/contacts/{user}/companies", new JObject { ["id"] = company });
        await SendAsync(HttpMethod.Post, $"/conversations/{conversation}/reply",
            new JObject { ["type"] = "admin", ["admin_id"] = "991267583", ["message_type"] = "comment", ["body"] = "Hello" });
        await SendAsync(HttpMethod.Post, $"/contacts/{user}/archive", null);
        await SendAsync(HttpMethod.Delete, $"/contacts/{user}", null);
        await SendAsync(HttpMethod.Delete, $"/companies/{company}", null);
        fake.Webhooks.Ping();

        async Task SendAsync(HttpMethod method, string path, JObject? body)
        {
            using var request = new HttpRequestMessage(method, path);
            if (body is not null)
                request.Content = new StringContent(body.ToString(), System.Text.Encoding.UTF8, "application/json");
            using var response = await http.SendAsync(request);
            Assert.That(response.IsSuccessStatusCode, Is.True, $"{method} {path}: {await response.Content.ReadAsStringAsync()}");
        }
    }
}
