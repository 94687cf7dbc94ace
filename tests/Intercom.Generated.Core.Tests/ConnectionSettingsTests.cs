using System.Net;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests;

/// <summary>The settings of the connections that the clients make.</summary>
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
    public void Proxy_of_the_machine_is_not_used_for_the_machine_itself(string address, bool isDirect)
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
    public void Handler_follows_no_redirects_and_keeps_no_cookies()
    {
        using var handler = (SocketsHttpHandler)ConnectionSettings.NewHandler();
        Assert.That(handler.AllowAutoRedirect, Is.False);
        Assert.That(handler.UseCookies, Is.False);
    }
}
