using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Intercom.Generated.Tests;

/// <summary>
/// Intercom's OAuth in memory, for one workspace in one region: the authorization page, the token endpoint, <c>GET /me</c>, and
/// uninstalling.
/// </summary>
internal sealed class AuthorizationServer : HttpMessageHandler
{
    public const string ClientId = "6cc8ef2f-d5b4-4b4f-8b4b-9f8f2f1c1a11";
    public const string ClientSecret = "0e0b0c3d-TopSecret-of-the-app";
    public const string Token = "dG9rOnRva2Vu-of-the-workspace=";

    private readonly ConcurrentDictionary<string, bool> _codes = new(StringComparer.Ordinal);

    /// <summary>The region of the workspace.</summary>
    public string Region { get; init; } = "us";

    /// <summary>The next code. It ends with an equals sign.</summary>
    public string Code { get; init; } = "YWJjZGVmMTIzNDU2+/Nzg5MA==";

    /// <summary>The response of <c>GET /me</c>.</summary>
    public string Me { get; set; } = """
        {"type":"admin","id":"493881","email":"ada@example.com","name":"Ada Lovelace","email_verified":true,
         "app":{"type":"app","id_code":"abc123def","name":"Analytical Engines","region":"REGION","identity_verification":false}}
        """;

    /// <summary>Replaces the response of the token endpoint if it is set.</summary>
    public Func<HttpResponseMessage>? TokenResponse { get; set; }

    /// <summary>Whether the app is installed.</summary>
    public bool IsInstalled { get; private set; }

    /// <summary>The method and address of each request.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Does what the teammate's browser does on the authorization page, and returns where Intercom redirects it to.</summary>
    public Uri Authorize(Uri page, bool consents = true, string? redirectUri = null)
    {
        Assert.That(page.GetLeftPart(UriPartial.Path), Is.EqualTo($"https://app.{(Region == "us" ? "" : Region + ".")}intercom.com/oauth"));
        var parameters = Form(page.Query.TrimStart('?'));
        Assert.That(parameters.Keys, Is.SubsetOf(new[] { "client_id", "state", "redirect_uri" }));
        Assert.That(parameters["client_id"], Is.EqualTo(ClientId));
        var target = parameters.GetValueOrDefault("redirect_uri") ?? redirectUri ?? "https://shop.example.com/callback";
        _codes[Code] = consents;
        var state = Uri.EscapeDataString(parameters["state"]);
        // Only some clients of the app encode the equals signs, so this server doesn't.
        return new Uri(consents
            ? $"{target}?code={Uri.EscapeDataString(Code).Replace("%3D", "=", StringComparison.Ordinal)}&state={state}"
            : $"{target}?error=access_denied&state={state}");
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        Requests.Enqueue($"{request.Method} {address.Host}{address.AbsolutePath}");
        var response = address.AbsolutePath switch
        {
            "/auth/eagle/token" when request.Method == HttpMethod.Post => await ExchangeAsync(request, cancellationToken),
            "/me" when request.Method == HttpMethod.Get => WithToken(request, () => Json(Me.Replace("REGION", Region.ToUpperInvariant(), StringComparison.Ordinal))),
            "/auth/uninstall" when request.Method == HttpMethod.Post => WithToken(request, Uninstall),
            _ => Error(HttpStatusCode.NotFound, "not_found", "Not Found"),
        };
        response.RequestMessage = request;
        response.Headers.TryAddWithoutValidation("X-Request-Id", "request-1");
        return response;
    }

    private async Task<HttpResponseMessage> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (TokenResponse is { } replacement)
            return replacement();
        Assert.That(request.RequestUri!.Host, Is.EqualTo("api.intercom.io"));
        Assert.That(request.Headers.Authorization, Is.Null);
        var form = Form(await request.Content!.ReadAsStringAsync(cancellationToken));
        Assert.That(form.Keys, Is.EquivalentTo(new[] { "code", "client_id", "client_secret" }));
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret)
            return Error(HttpStatusCode.Unauthorized, "unauthorized", "Unauthorized Client");
        if (!_codes.TryRemove(form["code"], out var consented) || !consented)
            return Error(HttpStatusCode.Unauthorized, "unauthorized", "Unauthorized Code");
        IsInstalled = true;
        return Json($$"""{"token_type":"Bearer","token":"{{Token}}","access_token":"{{Token}}"}""");
    }

    private HttpResponseMessage WithToken(HttpRequestMessage request, Func<HttpResponseMessage> respond)
    {
        var host = Region == "us" ? "api.intercom.io" : $"api.{Region}.intercom.io";
        return IsInstalled && request.RequestUri!.Host == host && request.Headers.Authorization is { Scheme: "Bearer", Parameter: Token }
            ? respond()
            : Error(HttpStatusCode.Unauthorized, "unauthorized", "Access Token Invalid");
    }

    private HttpResponseMessage Uninstall()
    {
        IsInstalled = false;
        return new HttpResponseMessage(HttpStatusCode.NoContent);
    }

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private static HttpResponseMessage Error(HttpStatusCode status, string code, string message) => Json(
        new JsonObject
        {
            ["type"] = "error.list",
            ["request_id"] = "request-1",
            ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message }),
        }.ToJsonString(),
        status);

    private static Dictionary<string, string> Form(string form) => form.Split('&').Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => Decode(pair[0]), pair => Decode(pair[1]), StringComparer.Ordinal);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
