using System.Net;
using Intercom.Generated.Tests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;

namespace Intercom.Generated.AspNetCore.Authentication.Tests;

/// <summary>Signing in, in memory, from the challenge to the claims of the user.</summary>
public sealed class SignInTests
{
    [Test]
    public async Task Signs_in_a_teammate_of_every_region([Values("us", "eu", "au")] string region, [Values] bool isConfigured)
    {
        using var server = new AuthorizationServer { Region = region };
        await using var site = await Site.StartAsync(server, options =>
        {
            if (isConfigured && IntercomRegions.TryParse(region, out var known))
                options.Region = known;
        });
        var page = await site.LoginAsync(isConfigured ? string.Empty : region);
        using var response = await site.GetAsync(server.Authorize(page));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), site.Failure?.ToString());
        Assert.That(response.Headers.Location!.OriginalString, Is.EqualTo("/welcome"));
        Assert.That(await site.ClaimsAsync(), Is.EqualTo(new Dictionary<string, string>
        {
            ["id"] = "493881",
            ["name"] = "Ada Lovelace",
            ["email"] = "ada@example.com",
            [IntercomClaimTypes.WorkspaceId] = "abc123def",
            [IntercomClaimTypes.WorkspaceName] = "Analytical Engines",
            [IntercomClaimTypes.Region] = region.ToUpperInvariant(),
            [IntercomClaimTypes.EmailVerified] = "true",
            ["access_token"] = AuthorizationServer.Token,
        }));
    }

    [Test]
    public async Task The_callback_is_the_documented_path()
    {
        using var server = new AuthorizationServer();
        await using var site = await Site.StartAsync(server);
        Assert.That(
            QueryHelpers.ParseQuery((await site.LoginAsync()).Query)["redirect_uri"].ToString(),
            Is.EqualTo("https://shop.example.com/signin-intercom"));
    }

    [Test]
    public async Task A_refusal_is_a_failure()
    {
        using var server = new AuthorizationServer();
        await using var site = await Site.StartAsync(server);
        await AssertFailsAsync(site, server.Authorize(await site.LoginAsync(), consents: false), "Access was denied");
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task A_callback_of_another_browser_is_a_failure()
    {
        using var server = new AuthorizationServer();
        await using var site = await Site.StartAsync(server);
        var callback = server.Authorize(await site.LoginAsync());
        site.ForgetCookies();
        await AssertFailsAsync(site, callback, "Correlation failed");
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task A_changed_state_is_a_failure()
    {
        using var server = new AuthorizationServer();
        await using var site = await Site.StartAsync(server);
        var callback = server.Authorize(await site.LoginAsync());
        await AssertFailsAsync(site, new Uri(callback.AbsoluteUri + "x"), "state was missing or invalid");
        await AssertFailsAsync(site, new Uri("https://shop.example.com/signin-intercom?code=abc"), "state was missing or invalid");
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task A_callback_is_accepted_once()
    {
        using var server = new AuthorizationServer();
        await using var site = await Site.StartAsync(server);
        var callback = server.Authorize(await site.LoginAsync());
        (await site.GetAsync(callback)).Dispose();
        await AssertFailsAsync(site, callback, "Correlation failed");
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_missing_code_is_a_failure()
    {
        using var server = new AuthorizationServer();
        await using var site = await Site.StartAsync(server);
        var callback = server.Authorize(await site.LoginAsync());
        await AssertFailsAsync(site, new Uri(callback.AbsoluteUri.Replace("code=", "other=", StringComparison.Ordinal)), "Code was not found");
    }

    [Test]
    public async Task A_rejected_code_is_a_failure_with_the_reason()
    {
        using var server = new AuthorizationServer();
        await using var site = await Site.StartAsync(server);
        var callback = server.Authorize(await site.LoginAsync());
        await AssertFailsAsync(site, new Uri(callback.AbsoluteUri.Replace("code=", "code=x", StringComparison.Ordinal)), "Unauthorized Code");
        Assert.That(site.Failure!.ToString(), Does.Not.Contain(AuthorizationServer.ClientSecret));
    }

    [TestCase("false")]
    [TestCase("null")]
    [TestCase("1")]
    [TestCase("\"true\"")]
    [TestCase("{}")]
    public async Task An_unverified_email_cannot_sign_in(string verified)
    {
        using var server = new AuthorizationServer();
        server.Me = server.Me.Replace("\"email_verified\":true", $"\"email_verified\":{verified}", StringComparison.Ordinal);
        await using var site = await Site.StartAsync(server);
        await AssertFailsAsync(site, server.Authorize(await site.LoginAsync()), "is not verified");
        Assert.That((await site.ClaimsAsync()).Keys, Is.EqualTo(new[] { "access_token" }));
    }

    [Test]
    public async Task An_unverified_email_can_sign_in_if_an_option_allows_it()
    {
        using var server = new AuthorizationServer();
        server.Me = server.Me.Replace("\"email_verified\":true,", string.Empty, StringComparison.Ordinal);
        await using var site = await Site.StartAsync(server, options => options.RequireVerifiedEmail = false);
        (await site.GetAsync(server.Authorize(await site.LoginAsync()))).Dispose();
        Assert.That((await site.ClaimsAsync())[IntercomClaimTypes.EmailVerified], Is.EqualTo("false"));
    }

    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"id":{},"email_verified":true}""")]
    [TestCase("<html>")]
    [TestCase("")]
    [TestCase("HUGE")]
    public async Task An_unreadable_teammate_is_a_failure(string me)
    {
        using var server = new AuthorizationServer
        {
            Me = me == "HUGE" ? $$"""{"id":"1","email_verified":true,"name":"{{new string('x', 1_000_000)}}"}""" : me,
        };
        await using var site = await Site.StartAsync(server);
        await AssertFailsAsync(site, server.Authorize(await site.LoginAsync()), "could not be read");
    }

    [Test]
    public async Task Values_of_a_wrong_kind_have_no_claim()
    {
        using var server = new AuthorizationServer
        {
            Me = """{"id":5,"name":{"a":1},"email":["x"],"email_verified":true,"app":{"id_code":{},"region":[],"name":null}}""",
        };
        await using var site = await Site.StartAsync(server);
        (await site.GetAsync(server.Authorize(await site.LoginAsync()))).Dispose();
        Assert.That((await site.ClaimsAsync()).Keys, Is.EqualTo(new[] { "id", IntercomClaimTypes.EmailVerified, "access_token" }));
    }

    [TestCase("""{"id":"1","name":"\ud800","email_verified":true}""")]
    [TestCase("""{"id":"1","\ud800":"x","email_verified":true}""")]
    public async Task Text_without_a_UTF8_form_does_not_prevent_a_sign_in(string me)
    {
        using var server = new AuthorizationServer { Me = me };
        await using var site = await Site.StartAsync(server);
        (await site.GetAsync(server.Authorize(await site.LoginAsync()))).Dispose();
        Assert.That((await site.ClaimsAsync())["id"], Is.EqualTo("1"), site.Failure?.ToString());
    }

    [Test]
    public async Task Own_claims_and_events_work()
    {
        using var server = new AuthorizationServer();
        await using var site = await Site.StartAsync(server, options =>
        {
            options.ClaimActions.MapJsonKey("type", "type");
            options.Events.OnCreatingTicket = context =>
            {
                context.Identity!.AddClaim(new("of_event", context.User.GetProperty("app").GetProperty("id_code").GetString()!));
                return Task.CompletedTask;
            };
        });
        (await site.GetAsync(server.Authorize(await site.LoginAsync()))).Dispose();
        var claims = await site.ClaimsAsync();
        Assert.That((claims["type"], claims["of_event"]), Is.EqualTo(("admin", "abc123def")));
    }

    private static async Task AssertFailsAsync(Site site, Uri callback, string reason)
    {
        using var response = await site.GetAsync(callback);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(site.Failure, Is.InstanceOf<AuthenticationFailureException>().Or.InstanceOf<IntercomOAuthException>());
        Assert.That(site.Failure!.Message, Does.Contain(reason));
    }
}
