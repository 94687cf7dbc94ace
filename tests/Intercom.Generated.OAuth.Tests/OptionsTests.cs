using System.Text.Json;

namespace Intercom.Generated.OAuth.Tests;

/// <summary>Which options are valid, and that no secret is ever shown.</summary>
public sealed class OptionsTests
{
    private static readonly (Action<IntercomOAuthOptions> Change, string Message)[] Invalid =
    [
        (options => options.ClientId = null, "ClientId is empty"),
        (options => options.ClientId = " ", "ClientId is empty"),
        (options => options.ClientSecret = "", "ClientSecret is empty"),
        (options => options.ClientSecret = "TopSecret\n", "ClientSecret contains a space, a line break"),
        (options => options.RedirectUri = new Uri("http://shop.example.com/"), "RedirectUri must be an https address"),
        (options => options.RedirectUri = new Uri("/callback", UriKind.Relative), "RedirectUri must be an https address"),
        (options => options.RedirectUri = new Uri("https://shop.example.com/#a"), "RedirectUri cannot have a fragment"),
        (options => options.TokenEndpoint = new Uri("http://api.intercom.io/"), "TokenEndpoint must be an https address"),
        (options => options.TokenEndpoint = null!, "TokenEndpoint cannot be null"),
        (options => options.BaseAddress = new Uri("ftp://api.intercom.io/"), "BaseAddress must be an https address"),
        (options => options.Timeout = TimeSpan.Zero, "Timeout must be positive"),
        (options => options.TimeProvider = null!, "TimeProvider cannot be null"),
        (options => options.Region = (IntercomRegion)9, "Region 9 is not a known region"),
    ];

    [TestCaseSource(nameof(Invalid))]
    public void Rejects((Action<IntercomOAuthOptions> Change, string Message) row)
    {
        var options = Valid();
        row.Change(options);
        var exception = Assert.Throws<ArgumentException>(() => _ = new IntercomOAuthClient(options))!;
        Assert.That(exception.Message, Does.Contain(row.Message).And.Not.Contain("TopSecret"));
    }

    [Test]
    public void Accepts_the_local_machine_over_http()
    {
        var options = Valid();
        options.RedirectUri = options.BaseAddress = options.TokenEndpoint = new Uri("http://localhost:5000/a");
        Assert.That(options.Validate, Throws.Nothing);
    }

    [Test]
    public void Secrets_are_not_shown()
    {
        var options = Valid();
        var token = new IntercomOAuthToken("TopSecret");
        object[] values = [options, new IntercomOAuthClient(options), token];
        foreach (var value in values)
        {
            Assert.That(value.ToString(), Does.Not.Contain("TopSecret"));
            Assert.That(JsonSerializer.Serialize(value), Does.Not.Contain("TopSecret"));
            Assert.That(Newtonsoft.Json.JsonConvert.SerializeObject(value), Does.Not.Contain("TopSecret"));
        }
    }

    private static IntercomOAuthOptions Valid() => new() { ClientId = "id", ClientSecret = "TopSecret" };
}
