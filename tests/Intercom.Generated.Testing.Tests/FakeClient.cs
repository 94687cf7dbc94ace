using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>Sends raw HTTP requests to a fake, with the headers that the SDK sends.</summary>
internal sealed class FakeClient : IDisposable
{
    /// <summary>The teammate of the token, who exists in each fake.</summary>
    public const string AdminId = "991267583";

    public static IReadOnlyList<string> Versions => FakeIntercom.Versions;

    private readonly HttpClient _http;

    public FakeClient(string version = "2.14", FakeIntercomOptions? options = null)
    {
        Fake = new FakeIntercom(version, options);
        _http = Fake.CreateClient();
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Fake.AccessToken);
        _http.DefaultRequestHeaders.Add("Intercom-Version", version);
    }

    public FakeIntercom Fake { get; }

    /// <summary>
    /// Gets the versions that have an operation, such as <c>GET /contacts/{}</c>. If no version has it, NUnit reports a failure.
    /// </summary>
    public static IEnumerable<string> With(string operation) =>
        Versions.Where(version => Description.Operations(version).Contains(operation));

    public HttpClient Http => _http;

    /// <summary>Whether the version has an operation, such as <c>GET /contacts/{}</c>.</summary>
    public bool Has(string operation) => Description.Operations(Fake.Version).Contains(operation);

    public async Task<ReceivedResponse> SendAsync(string method, string path, string? body, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        change?.Invoke(request);
        using var response = await _http.SendAsync(request);
        return new ReceivedResponse(response, await response.Content.ReadAsByteArrayAsync());
    }

    public Task<ReceivedResponse> SendAsync(string method, string path, JToken? body = null) =>
        SendAsync(method, path, body?.ToString(Formatting.None));

    public async Task<JObject> OkAsync(string method, string path, JToken? body = null)
    {
        var response = await SendAsync(method, path, body);
        Assert.That((int)response.Status, Is.InRange(200, 299), $"{method} {path}: {response.Text}");
        return response.Json;
    }

    public async Task<JObject> FailsAsync(HttpStatusCode status, string code, string method, string path, JToken? body = null)
    {
        var response = await SendAsync(method, path, body);
        return response.ShouldBeError(status, code);
    }

    /// <summary>Creates a custom attribute of contacts.</summary>
    public Task DeclareAsync(string name, string type) =>
        OkAsync("POST", "/data_attributes", new JObject { ["name"] = name, ["model"] = "contact", ["data_type"] = type });

    public void Dispose()
    {
        _http.Dispose();
        Fake.Dispose();
    }
}

internal sealed class ReceivedResponse(HttpResponseMessage response, byte[] body)
{
    public HttpStatusCode Status { get; } = response.StatusCode;

    public HttpResponseHeaders Headers { get; } = response.Headers;

    public HttpContentHeaders ContentHeaders { get; } = response.Content.Headers;

    public byte[] Body { get; } = body;

    public string Text => Encoding.UTF8.GetString(Body);

    public JObject Json =>
        (JObject)JToken.ReadFrom(new JsonTextReader(new StringReader(Text)) { DateParseHandling = DateParseHandling.None });

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;

    /// <summary>Asserts that the body is an <c>error.list</c>, and returns its first error.</summary>
    public JObject ShouldBeError(HttpStatusCode status, string code)
    {
        Assert.That(Status, Is.EqualTo(status), Text);
        var error = Json;
        Assert.Multiple(() =>
        {
            Assert.That((string?)error["type"], Is.EqualTo("error.list"));
            Assert.That((string?)error["request_id"], Is.EqualTo(Header("X-Request-Id")));
            Assert.That((string?)error["errors"]?[0]?["code"], Is.EqualTo(code), Text);
        });
        return (JObject)error["errors"]![0]!;
    }
}
