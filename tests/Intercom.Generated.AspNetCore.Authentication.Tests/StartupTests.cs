using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.AspNetCore.Authentication.Tests;

/// <summary>The validation of options when the host starts, and the defaults.</summary>
public sealed class StartupTests
{
    private static readonly (Action<IntercomAuthenticationOptions> Change, string Message)[] Invalid =
    [
        (options => options.ClientId = null!, "ClientId is empty"),
        (options => options.ClientSecret = "", "ClientSecret is empty"),
        (options => options.ClientSecret = "TopSecret\n", "ClientSecret contains a space"),
        (options => options.TokenEndpoint = "http://api.intercom.io/auth/eagle/token", "TokenEndpoint must be an https address"),
        (options => options.TokenEndpoint = "/token", "TokenEndpoint must be an"),
        (options => options.UserInformationEndpoint = "https://localhost/", "UserInformationEndpoint must end with /me"),
        (options => options.UserInformationEndpoint = "http://example.com/me", "must be an https address"),
        (options => options.Region = (IntercomRegion)9, "Region 9 is not a known region"),
        (options => options.CallbackPath = default, "CallbackPath"),
        (options => options.AuthorizationEndpoint = "", "AuthorizationEndpoint"),
    ];

    [TestCaseSource(nameof(Invalid))]
    public async Task The_host_does_not_start_with((Action<IntercomAuthenticationOptions> Change, string Message) row)
    {
        await using var application = Build(row.Change);
        var exception = (await Assert.CatchAsync(() => application.StartAsync()))!;
        Assert.That(exception, Is.InstanceOf<ArgumentException>().Or.InstanceOf<OptionsValidationException>());
        Assert.That(exception.ToString(), Does.Contain(row.Message).And.Not.Contain("TopSecret"));
    }

    [Test]
    public async Task The_host_starts_with_valid_options()
    {
        await using var application = Build(options => options.UserInformationEndpoint = "http://localhost:5000/api/me");
        Assert.That(async () => await application.StartAsync(), Throws.Nothing);
    }

    [Test]
    public async Task Several_schemes_have_their_own_options()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        builder.Services.AddAuthentication()
            .AddIntercom("us", options => (options.ClientId, options.ClientSecret) = ("a", "b"))
            .AddIntercom("eu", "Intercom EU", options => (options.ClientId, options.ClientSecret, options.CallbackPath, options.Region) = ("c", "d", "/eu", IntercomRegion.Europe));
        await using var application = builder.Build();
        await application.StartAsync();
        var monitor = application.Services.GetRequiredService<IOptionsMonitor<IntercomAuthenticationOptions>>();
        Assert.That((monitor.Get("us").ClientId, monitor.Get("eu").ClientId, monitor.Get("eu").Region), Is.EqualTo(("a", "c", IntercomRegion.Europe)));
    }

    [Test]
    public void Defaults_are_those_that_Intercom_documents()
    {
        var options = new IntercomAuthenticationOptions();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(options.AuthorizationEndpoint, Is.EqualTo("https://app.intercom.com/oauth"));
            Assert.That(options.TokenEndpoint, Is.EqualTo("https://api.intercom.io/auth/eagle/token"));
            Assert.That(options.UserInformationEndpoint, Is.EqualTo("https://api.intercom.io/me"));
            Assert.That(options.CallbackPath.Value, Is.EqualTo("/signin-intercom"));
            Assert.That(options.ClaimsIssuer, Is.EqualTo("Intercom"));
            Assert.That((options.RequireVerifiedEmail, options.SaveTokens, options.UsePkce), Is.EqualTo((true, false, false)));
            Assert.That(options.Scope, Is.Empty);
        }
    }

    private static WebApplication Build(Action<IntercomAuthenticationOptions> change)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        builder.Services.AddAuthentication().AddIntercom(options =>
        {
            (options.ClientId, options.ClientSecret) = ("id", "TopSecretTopSecret");
            change(options);
        });
        return builder.Build();
    }
}
