using System.Net;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests;

/// <summary>The settings of the clients' connections.</summary>
[NonParallelizable]
public class ConnectionSettingsTests
{
    [TestCase("http://localhost/", true)]
    [TestCase("http://localhost:8080/contacts", true)]
    [TestCase("http://127.0.0.1/", true)]
    [TestCase("http://127.1.2.3/", true)]
    [TestCase("http://[::1]:5000/", true)]
    [TestCase("https://localhost/", true)]
    [TestCase("https://api.intercom.io/", false)]
    [TestCase("https://localhost.example/", false)]
    public void Bypasses_the_proxy_for_loopback_addresses(string address, bool isDirect)
    {
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy("http://proxy.example:3128");
        try
        {
            using var handler = (SocketsHttpHandler)ConnectionSettings.NewHandler();
            var uri = new Uri(address);
            Assert.That(handler.UseProxy);
            Assert.That(handler.Proxy!.IsBypassed(uri), Is.EqualTo(isDirect));
            Assert.That(handler.Proxy.GetProxy(uri), isDirect ? Is.Null : Is.EqualTo(new Uri("http://proxy.example:3128/")));
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    [Test]
    public void Handler_does_not_follow_redirects_or_keep_cookies()
    {
        using var handler = (SocketsHttpHandler)ConnectionSettings.NewHandler();
        Assert.That(handler.AllowAutoRedirect, Is.False);
        Assert.That(handler.UseCookies, Is.False);
    }
}
