using System.Net;
using System.Security.Claims;
using System.Text.Json;
using Intercom.Generated.Tests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Intercom.Generated.AspNetCore.Authentication.Tests;

/// <summary>An application in memory whose users sign in with Intercom, and the browser of one user.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HttpClient _browser;
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    private Site(WebApplication application)
    {
        _application = application;
        _browser = application.GetTestServer().CreateClient();
        _browser.BaseAddress = new Uri("https://shop.example.com/");
    }

    /// <summary>The exception that the application would have reported as a failure of the sign-in.</summary>
    public Exception? Failure { get; private set; }

    public static async Task<Site> StartAsync(AuthorizationServer server, Action<IntercomAuthenticationOptions>? configure = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        Site? site = null;
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddIntercom(options =>
        {
            options.ClientId = AuthorizationServer.ClientId;
            options.ClientSecret = AuthorizationServer.ClientSecret;
            options.BackchannelHttpHandler = server;
            options.SaveTokens = true;
            options.Events.OnRemoteFailure = context =>
            {
                site!.Failure = context.Failure;
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                context.HandleResponse();
                return Task.CompletedTask;
            };
            configure?.Invoke(options);
        });
        var application = builder.Build();
        application.UseAuthentication();
        application.Run(async context =>
        {
            if (context.Request.Path == "/login")
            {
                var region = context.Request.Query["region"].ToString();
                var properties = new IntercomChallengeProperties { RedirectUri = "/welcome" };
                if (IntercomRegions.TryParse(region, out var known))
                    properties.Region = known;
                await context.ChallengeAsync(IntercomAuthenticationDefaults.AuthenticationScheme, properties);
                return;
            }

            var claims = context.User.Claims.Select(claim => new[] { claim.Type, claim.Value, claim.Issuer }).ToList();
            claims.Add(["access_token", await context.GetTokenAsync("access_token") ?? string.Empty, string.Empty]);
            await context.Response.WriteAsJsonAsync(claims);
        });
        await application.StartAsync();
        return site = new Site(application);
    }

    /// <summary>Starts a sign-in, and returns the page that the browser is redirected to.</summary>
    public async Task<Uri> LoginAsync(string region = "") => (await GetAsync(new Uri($"/login?region={region}", UriKind.Relative))).Headers.Location!;

    /// <summary>Requests an address of the application.</summary>
    public async Task<HttpResponseMessage> GetAsync(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await _browser.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }

        return response;
    }

    /// <summary>Gets the claims of the user, with the access token as the last of them.</summary>
    public async Task<Dictionary<string, string>> ClaimsAsync()
    {
        using var response = await GetAsync(new Uri("/whoami", UriKind.Relative));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var claims = JsonSerializer.Deserialize<List<string[]>>(await response.Content.ReadAsStringAsync())!;
        return claims.ToDictionary(claim => claim[0].Replace(ClaimTypes.NameIdentifier, "id", StringComparison.Ordinal)
            .Replace(ClaimTypes.Name, "name", StringComparison.Ordinal).Replace(ClaimTypes.Email, "email", StringComparison.Ordinal), claim => claim[1]);
    }

    /// <summary>Forgets the cookies, as another browser.</summary>
    public void ForgetCookies() => _cookies.Clear();

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _application.DisposeAsync();
    }
}
