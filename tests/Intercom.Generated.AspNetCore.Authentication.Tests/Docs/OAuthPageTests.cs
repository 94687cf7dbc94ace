// <snippet usings>
using Intercom.Generated;
using Intercom.Generated.V2_16;
// </snippet>
// <snippet sign-in usings>
using Intercom.Generated.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
// </snippet>
using System.Net;
using System.Security.Claims;
using Intercom.Generated.DependencyInjection.Tests.Docs;
using Intercom.Generated.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Intercom.Generated.AspNetCore.Authentication.Tests.Docs;

/// <summary>The code of docs/oauth.md.</summary>
public sealed class OAuthPageTests
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Intercom:ClientId"] = AuthorizationServer.ClientId,
        ["Intercom:ClientSecret"] = AuthorizationServer.ClientSecret,
    };

    [Test]
    public async Task Any_program()
    {
        using var server = new AuthorizationServer();
        using var http = new HttpClient(server);
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        // <snippet client>
        var oauth = new IntercomOAuthClient(new IntercomOAuthOptions
        {
            ClientId = configuration["Intercom:ClientId"],
            ClientSecret = configuration["Intercom:ClientSecret"],
            RedirectUri = new Uri("https://shop.example.com/intercom/callback"),
        });
        // </snippet>
        oauth = new IntercomOAuthClient(new IntercomOAuthOptions
        {
            ClientId = configuration["Intercom:ClientId"],
            ClientSecret = configuration["Intercom:ClientSecret"],
            HttpClient = http,
        });
        Uri Redirect(Uri page) => server.Authorize(page);
        var session = new Dictionary<string, string>();

        // <snippet start>
        session["intercom_state"] = IntercomOAuthClient.CreateState();
        Uri callback = Redirect(oauth.GetAuthorizationUrl(session["intercom_state"]));
        // </snippet>

        var workspaces = new List<(string, IntercomRegion, string)>();
        Task SaveAsync(string workspaceId, IntercomRegion region, string accessToken)
        {
            workspaces.Add((workspaceId, region, accessToken));
            return Task.CompletedTask;
        }

        var query = callback.Query;
        session.Remove("intercom_state", out string? state);
        // <snippet callback>
        try
        {
            string code = IntercomOAuthClient.ReadCode(query, state);
            IntercomOAuthToken token = await oauth.ExchangeCodeAsync(code);
            IntercomOAuthIdentity identity = await oauth.GetIdentityAsync(token.AccessToken);
            await SaveAsync(identity.WorkspaceId!, identity.Region ?? IntercomRegion.UnitedStates, token.AccessToken);
        }
        catch (IntercomOAuthException e) when (e.Problem is IntercomOAuthProblem.AccessDenied)
        {
            Console.WriteLine("The teammate refused.");
        }
        // </snippet>
        Assert.That(workspaces, Is.EqualTo(new[] { ("abc123def", IntercomRegion.UnitedStates, AuthorizationServer.Token) }));

        var (region, accessToken) = (workspaces[0].Item2, workspaces[0].Item3);
        // <snippet use>
        using var intercom = new IntercomClient(new IntercomClientOptions(accessToken) { Region = region });
        // </snippet>
        // <snippet uninstall>
        await oauth.UninstallAsync(accessToken);
        // </snippet>
        Assert.That(server.IsInstalled, Is.False);
    }

    [Test]
    public async Task Sign_in()
    {
        using var server = new AuthorizationServer { Region = "eu" };
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Services.AddRouting();
        // <snippet sign-in>
        builder.Services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = IntercomAuthenticationDefaults.AuthenticationScheme;
            })
            .AddCookie()
            .AddIntercom(options =>
            {
                options.ClientId = builder.Configuration["Intercom:ClientId"]!;
                options.ClientSecret = builder.Configuration["Intercom:ClientSecret"]!;
                options.SaveTokens = true;   // keeps the access token in the encrypted cookie
            });
        // </snippet>
        builder.Services.Configure<IntercomAuthenticationOptions>(
            IntercomAuthenticationDefaults.AuthenticationScheme, options => options.BackchannelHttpHandler = server);
        await using var app = builder.Build();
        // <snippet endpoints>
        app.UseAuthentication();

        app.MapGet("/login/{region}", (IntercomRegion region) => Results.Challenge(
            new IntercomChallengeProperties { RedirectUri = "/workspace", Region = region }));

        app.MapGet("/workspace", async (HttpContext context) =>
        {
            string workspace = context.User.FindFirstValue(IntercomClaimTypes.WorkspaceId)!;
            string? accessToken = await context.GetTokenAsync("access_token");
            return $"{context.User.Identity!.Name} of {workspace}, with a token of {accessToken!.Length} characters";
        });
        // </snippet>
        await app.StartAsync();
        using var browser = app.GetTestServer().CreateClient();
        browser.BaseAddress = new Uri("https://shop.example.com");
        using var challenge = await browser.GetAsync(new Uri("/login/Europe", UriKind.Relative));
        Assert.That(challenge.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        using var signedIn = await GetAsync(browser, server.Authorize(challenge.Headers.Location!), challenge);
        Assert.That(signedIn.Headers.Location!.OriginalString, Is.EqualTo("/workspace"));
        using var page = await GetAsync(browser, new Uri("/workspace", UriKind.Relative), signedIn);
        Assert.That(await page.Content.ReadAsStringAsync(), Does.StartWith("Ada Lovelace of abc123def, with a token"));
    }

    [Test]
    public void The_page_contains_this_code() => Page.AssertContainsCodeOf("oauth.md", nameof(OAuthPageTests));

    private static async Task<HttpResponseMessage> GetAsync(HttpClient browser, Uri address, HttpResponseMessage previous)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", previous.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        return await browser.SendAsync(request);
    }
}
