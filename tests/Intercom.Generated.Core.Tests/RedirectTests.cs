using System.Net;
using RichardSzalay.MockHttp;

namespace Intercom.Generated.Core.Tests;

public class RedirectTests
{
    private const string Start = "https://api.intercom.io/things/1";

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task Redirect_to_the_same_host_keeps_token_and_version(int status)
    {
        using var http = new MockHttpMessageHandler();
        http.Expect(Start).Respond(_ => StubServer.Redirect(status, "/things/2?a=b"));
        http.Expect(HttpMethod.Get, "https://api.intercom.io/things/2?a=b")
            .WithHeaders("Authorization", "Bearer t").WithHeaders("Intercom-Version", "2.14").WithHeaders("Accept", "application/json")
            .Respond("application/json", """{"id":"2"}""");
        Assert.That((await Get(http)).Id, Is.EqualTo("2"));
        http.VerifyNoOutstandingExpectation();
    }

    [TestCase("https://files.example/x")]
    [TestCase("https://api.intercom.io.example/x")]
    [TestCase("https://api.intercom.io:8443/x")]
    [TestCase("//files.example/x")]
    public async Task Redirect_to_another_host_goes_without_token_and_version(string location)
    {
        using var http = new MockHttpMessageHandler();
        http.Expect(Start).Respond(_ => StubServer.Redirect(302, location));
        http.Expect(location.StartsWith("//", StringComparison.Ordinal) ? "https:" + location : location)
            .With(request => request.Headers.Authorization is null && !request.Headers.Contains("Intercom-Version"))
            .Respond("application/json", """{"id":"x"}""");
        Assert.That((await Get(http)).Id, Is.EqualTo("x"));
    }

    [Test]
    public async Task Headers_of_the_call_are_only_sent_to_Intercom()
    {
        using var server = new StubServer(request => request.Target.StartsWith('/') ? StubServer.Redirect(302, "https://files.test/1") : StubServer.Json("""{"id":"1"}"""));
        using var client = server.Connect();
        await client.Things.GetAsync("1", new RequestOptions { Headers = { ["X-Own"] = "secret" } });
        Assert.That(server.Requests.Select(request => request.Header("X-Own")), Is.EqualTo(new[] { "secret", null }));
    }

    [Test]
    public async Task Token_is_not_sent_after_a_redirect_through_another_host()
    {
        using var http = new MockHttpMessageHandler();
        http.Expect(Start).Respond(_ => StubServer.Redirect(302, "https://files.example/x"));
        http.Expect("https://files.example/x").Respond(_ => StubServer.Redirect(302, Start));
        http.Expect(Start).With(request => request.Headers.Authorization is null && !request.Headers.Contains("Intercom-Version"))
            .Respond("application/json", """{"id":"1"}""");
        Assert.That((await Get(http)).Id, Is.EqualTo("1"));
    }

    [Test]
    public async Task Token_is_not_sent_when_another_host_redirects_to_itself()
    {
        using var http = new MockHttpMessageHandler();
        http.Expect(Start).Respond(_ => StubServer.Redirect(302, "https://files.example/x"));
        http.Expect("https://files.example/x").Respond(_ => StubServer.Redirect(302, "/y"));
        http.Expect("https://files.example/y").With(request => request.Headers.Authorization is null && !request.Headers.Contains("Intercom-Version"))
            .Respond("application/json", """{"id":"y"}""");
        Assert.That((await Get(http)).Id, Is.EqualTo("y"));
    }

    [TestCase("POST", 302)]
    [TestCase("POST", 307)]
    [TestCase("DELETE", 302)]
    public void Redirect_of_a_write_is_not_followed(string method, int status)
    {
        using var server = new StubServer(_ => StubServer.Redirect(status, "https://api.intercom.io/other"));
        using var client = server.Connect();
        Assert.That(
            () => method == "POST" ? client.Things.CreateAsync(new CreateThingRequest()) : client.Things.DeleteAsync("1"),
            Throws.TypeOf<IntercomApiException>().With.Property(nameof(IntercomApiException.StatusCode)).EqualTo((HttpStatusCode)status));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void Stops_after_too_many_redirects()
    {
        using var server = new StubServer(request => StubServer.Redirect(302, request.Target + "0"));
        using var client = server.Connect();
        Assert.That(
            async () => await client.Things.GetAsync("1"),
            Throws.TypeOf<IntercomApiException>().With.Property(nameof(IntercomApiException.StatusCode)).EqualTo(HttpStatusCode.Found));
        Assert.That(server.Requests, Has.Count.EqualTo(6));
    }

    [TestCase("")]
    [TestCase("http://api.intercom.io/x")]
    [TestCase("ftp://files.example/x")]
    [TestCase("file:///etc/passwd")]
    [TestCase("mailto:a@example.com")]
    public void Redirect_to_an_invalid_location_is_an_error(string location)
    {
        using var server = new StubServer(_ => StubServer.Redirect(302, location));
        using var client = server.Connect();
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomApiException>());
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void Redirect_without_a_location_is_an_error()
    {
        using var server = new StubServer(_ => new HttpResponseMessage(HttpStatusCode.Found));
        using var client = server.Connect();
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomApiException>());
    }

    [Test]
    public async Task Redirect_of_a_download_goes_without_token()
    {
        using var server = new StubServer(request =>
            request.Address == "https://files.example/x" ? StubServer.Bytes([1, 2]) : StubServer.Redirect(302, "https://files.example/x"));
        using var client = server.Connect();
        using var download = await client.Things.DownloadAsync("1");
        Assert.That(server.Requests[0].Header("Authorization"), Is.Not.Null);
        Assert.That(server.Requests[1].Header("Authorization"), Is.Null);
        Assert.That(server.Requests[1].Header("Accept"), Is.EqualTo("application/octet-stream"));
    }

    private static async Task<Thing> Get(MockHttpMessageHandler http)
    {
        using var client = new IntercomClient(new IntercomClientOptions("t") { HttpMessageHandler = http });
        return await client.Things.GetAsync("1");
    }
}
