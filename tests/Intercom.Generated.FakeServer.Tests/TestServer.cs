using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.FakeServer.Tests;

/// <summary>A server on free ports, and a client for it.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    public const string Token = "s3cret-token";

    private readonly Server _server;

    private TestServer(Server server)
    {
        _server = server;
        Http = new HttpClient { BaseAddress = server.Addresses[0] };
    }

    public HttpClient Http { get; }

    public Uri Address => _server.Addresses[0];

    public Uri SecureAddress => _server.Addresses[1];

    public IReadOnlyList<Uri> Addresses => _server.Addresses;

    public IReadOnlyList<string> Notices => _server.Notices;

    public static async Task<TestServer> StartAsync(params string[] arguments) =>
        new(await Server.StartAsync(ServerOptions.Parse(["--port", "0", "--token", Token, .. arguments])));

    /// <summary>Sends a request as a client of Intercom.</summary>
    public async Task<Received> SendAsync(string method, string path, string? body = null, string? version = "2.16", Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (version is not null)
            request.Headers.Add("Intercom-Version", version);
        return await SendAsync(request, body, change);
    }

    /// <summary>Sends a request to a control endpoint, without a token.</summary>
    public Task<Received> ControlAsync(string method, string path, string? body = null, Action<HttpRequestMessage>? change = null) =>
        SendAsync(new HttpRequestMessage(new HttpMethod(method), "/_fake" + path), body, change);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
    }

    private async Task<Received> SendAsync(HttpRequestMessage request, string? body, Action<HttpRequestMessage>? change)
    {
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        change?.Invoke(request);
        using var response = await Http.SendAsync(request);
        return new Received(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }
}

internal sealed record Received(HttpStatusCode Status, string Text, HttpResponseMessage Response)
{
    public JToken Json => JToken.ReadFrom(new JsonTextReader(new StringReader(Text)) { DateParseHandling = DateParseHandling.None });

    public string? Header(string name) => Response.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;

    public JToken Ok()
    {
        Assert.That((int)Status, Is.InRange(200, 299), Text);
        return Json;
    }
}
