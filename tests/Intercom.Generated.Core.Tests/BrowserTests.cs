using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests;

/// <summary>An app in a browser learns why it cannot use a client.</summary>
public sealed class BrowserTests
{
    [Test]
    public void Message_explains_the_reason_and_what_to_do() => Assert.That(
        () => ConnectionSettings.RejectBrowser(isBrowser: true),
        Throws.TypeOf<PlatformNotSupportedException>().With.Message.Contains("other origins").And.Message.Contains("access token")
            .And.Message.EndsWith("Call Intercom from a server, and let the app call that server."));

    [Test]
    public void Other_platforms_connect() => Assert.That(() => ConnectionSettings.RejectBrowser(isBrowser: false), Throws.Nothing);
}
