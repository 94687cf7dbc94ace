using System.Net;
using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

public sealed class OAuthTests
{
    private static readonly Uri Page = new("https://app.intercom.com/oauth?client_id=fake-client-id&state=a%20b%3D");

    [TestCaseSource(typeof(FakeClient), nameof(FakeClient.Versions))]
    public async Task Code_is_exchanged_for_the_token_and_uninstalling_ends_it(string version)
    {
        using var client = new FakeClient(version);
        var callback = client.Fake.Authorize(Page);
        Assert.That(callback.OriginalString, Is.EqualTo("https://app.example.com/callback?code=fakecode000001==&state=a%20b%3D"));

        var token = await ExchangeAsync(client, "fakecode000001==", "fake-client-secret");
        Assert.That(token.Text, Is.EqualTo("""{"token_type":"Bearer","token":"fake-token","access_token":"fake-token"}"""));
        var me = await client.OkAsync("GET", "/me");
        Assert.That((string?)me["app"]!["id_code"], Is.EqualTo("fake1234"));
        Assert.That((string?)me["app"]!["region"], Is.EqualTo("US"));
        Assert.That((bool?)me["email_verified"], Is.True);

        Assert.That((await client.SendAsync("POST", "/auth/uninstall")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(client.Fake.IsInstalled, Is.False);
        await client.FailsAsync(HttpStatusCode.Unauthorized, "unauthorized", "GET", "/me");
        await client.FailsAsync(HttpStatusCode.Unauthorized, "unauthorized", "GET", "/contacts");
        await client.FailsAsync(HttpStatusCode.Unauthorized, "unauthorized", "POST", "/auth/uninstall");

        client.Fake.Authorize(Page);
        await ExchangeAsync(client, "fakecode000002==", "fake-client-secret");
        await client.OkAsync("GET", "/contacts");
    }

    [Test]
    public async Task Code_can_be_used_once_and_only_as_it_was_issued()
    {
        using var client = new FakeClient();
        client.Fake.Authorize(Page);
        Assert.That(Message(await ExchangeAsync(client, "fakecode000001", "fake-client-secret")), Is.EqualTo("Unauthorized Code"));
        Assert.That(Message(await ExchangeAsync(client, "fakecode000001==", "wrong")), Is.EqualTo("Unauthorized Client"));
        Assert.That((await ExchangeAsync(client, "fakecode000001==", "fake-client-secret")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Message(await ExchangeAsync(client, "fakecode000001==", "fake-client-secret")), Is.EqualTo("Unauthorized Code"));

        static string? Message(ReceivedResponse response) => (string?)response.ShouldBeError(HttpStatusCode.Unauthorized, "unauthorized")["message"];
    }

    [Test]
    public async Task Token_request_can_be_JSON()
    {
        using var client = new FakeClient();
        client.Fake.Authorize(Page);
        var body = new JObject { ["code"] = "fakecode000001==", ["client_id"] = "fake-client-id", ["client_secret"] = "fake-client-secret" };
        Assert.That((string?)(await client.OkAsync("POST", "/auth/eagle/token", body))["access_token"], Is.EqualTo("fake-token"));
        var broken = await client.SendAsync("POST", "/auth/eagle/token", "{");
        Assert.That(broken.Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Page_redirects_over_HTTP()
    {
        using var client = new FakeClient();
        var response = await client.SendAsync("GET", "https://app.eu.intercom.com/oauth?client_id=fake-client-id&state=s&redirect_uri=https%3A%2F%2Fshop.example.com%2F%3Fa%3D1");
        Assert.That(response.Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(response.Headers.Location!.OriginalString, Is.EqualTo("https://shop.example.com/?a=1&code=fakecode000001==&state=s"));
    }

    [Test]
    public void Denied_access_has_no_code()
    {
        using var fake = new FakeIntercom("2.16");
        Assert.That(fake.Authorize(Page, allow: false).Query, Is.EqualTo("?error=access_denied&state=a%20b%3D"));
    }

    [TestCase("https://app.intercom.com/oauth?client_id=other&state=s", "client_id")]
    [TestCase("https://app.intercom.com/oauth?client_id=fake-client-id", "state")]
    public void Page_with_wrong_parameters_is_rejected(string page, string parameter)
    {
        using var fake = new FakeIntercom("2.16");
        Assert.That(() => fake.Authorize(new Uri(page)), Throws.ArgumentException.With.Message.Contains(parameter));
    }

    [Test]
    public async Task Other_regions_reject_the_token()
    {
        using var client = new FakeClient(options: new FakeIntercomOptions { Region = "eu" });
        await client.FailsAsync(HttpStatusCode.Unauthorized, "unauthorized", "GET", "https://api.intercom.io/me");
        var me = await client.OkAsync("GET", "https://api.eu.intercom.io/me");
        Assert.That((string?)me["app"]!["region"], Is.EqualTo("EU"));
    }

    private static Task<ReceivedResponse> ExchangeAsync(FakeClient client, string code, string secret) => client.SendAsync("POST", "/auth/eagle/token", (string?)null, request =>
    {
        request.Headers.Authorization = (AuthenticationHeaderValue?)null;
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = code, ["client_id"] = "fake-client-id", ["client_secret"] = secret });
    });
}
