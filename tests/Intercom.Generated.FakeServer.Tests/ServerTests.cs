using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.FakeServer.Tests;

public class ServerTests
{
    [TestCaseSource(typeof(FakeIntercom), nameof(FakeIntercom.Versions))]
    public async Task The_header_selects_the_version(string version)
    {
        await using var server = await TestServer.StartAsync();
        var response = await server.SendAsync("GET", "/me", version: version.ToLowerInvariant());
        Assert.That((string?)response.Ok()["type"], Is.EqualTo("admin"));
        Assert.That(response.Header("Intercom-Version"), Is.EqualTo(version));
    }

    [Test]
    public async Task A_request_without_a_version_gets_the_default_one()
    {
        await using var newest = await TestServer.StartAsync();
        await using var chosen = await TestServer.StartAsync("--default-version", "2.13");
        Assert.That((await newest.SendAsync("GET", "/me", version: null)).Header("Intercom-Version"), Is.EqualTo(FakeIntercom.Versions.Last(name => name != "Preview")));
        Assert.That((await chosen.SendAsync("GET", "/me", version: null)).Header("Intercom-Version"), Is.EqualTo("2.13"));
        Assert.That((string?)(await chosen.SendAsync("GET", "/me", version: "9.9")).Json["errors"]![0]!["code"], Is.EqualTo("intercom_version_invalid"));
    }

    [Test]
    public async Task Each_version_has_a_workspace_of_its_own()
    {
        await using var server = await TestServer.StartAsync();
        (await server.SendAsync("POST", "/contacts", """{"email":"ada@example.com"}""", "2.14")).Ok();
        Assert.That((int?)(await server.SendAsync("GET", "/contacts", version: "2.14")).Ok()["total_count"], Is.EqualTo(1));
        Assert.That((int?)(await server.SendAsync("GET", "/contacts", version: "2.16")).Ok()["total_count"], Is.EqualTo(0));
    }

    [Test]
    public async Task The_certificate_makes_https_trusted()
    {
        await using var server = await TestServer.StartAsync();
        using var authority = X509Certificate2.CreateFromPem((await server.ControlAsync("GET", "/certificate")).Text);
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { authority },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        using var http = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.SecureAddress, "/me"));
        request.Headers.Authorization = new("Bearer", TestServer.Token);
        using var response = await http.SendAsync(request);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(authority.HasPrivateKey, Is.False);
    }

    [Test]
    public async Task Listens_on_loopback_only()
    {
        await using var server = await TestServer.StartAsync();
        Assert.That(server.Addresses.Select(address => address.Scheme), Is.EqualTo(new[] { "http", "https" }));
        Assert.That(server.Addresses.Select(address => IPAddress.IsLoopback(IPAddress.Parse(address.Host))), Is.All.True);
        Assert.That(server.Addresses.Select(address => address.Port), Is.Unique.And.All.Not.Zero);
    }

    [TestCase("localhost", 200)]
    [TestCase("127.0.0.1", 200)]
    [TestCase("[::1]", 200)]
    [TestCase("evil.example", 421)]
    [TestCase("localhost.evil.example", 421)]
    [TestCase("api.intercom.io", 421)]
    [TestCase("127.0.0.2", 421)]
    public async Task The_Host_header_must_be_that_of_this_machine(string host, int status)
    {
        await using var server = await TestServer.StartAsync();
        foreach (var path in new[] { "/me", "/_fake/", "/_fake/state" })
        {
            var response = await server.SendAsync("GET", path, change: request => request.Headers.Host = $"{host}:{server.Address.Port}");
            Assert.That((int)response.Status, Is.EqualTo(status), response.Text);
        }

        var otherPort = await server.SendAsync("GET", "/me", change: request => request.Headers.Host = $"{host}:1");
        Assert.That((int)otherPort.Status, Is.EqualTo(421));
    }

    [TestCase("Origin", "https://evil.example", 403)]
    [TestCase("Origin", "null", 403)]
    [TestCase("Origin", "http://localhost:1", 403)]
    [TestCase("Sec-Fetch-Site", "cross-site", 403)]
    [TestCase("Sec-Fetch-Site", "same-site", 403)]
    [TestCase("Sec-Fetch-Site", "none", 200)]
    [TestCase("Sec-Fetch-Site", "same-origin", 200)]
    public async Task Web_pages_of_other_origins_are_rejected(string header, string value, int status)
    {
        await using var server = await TestServer.StartAsync();
        var response = await server.ControlAsync("POST", "/seed", """{"contact":1}""", request => request.Headers.TryAddWithoutValidation(header, value));
        Assert.That((int)response.Status, Is.EqualTo(status), response.Text);
        Assert.That((int?)(await server.SendAsync("GET", "/contacts")).Ok()["total_count"], Is.EqualTo(status == 200 ? 1 : 0));
    }

    [Test]
    public async Task URLs_of_downloads_lead_to_the_server()
    {
        await using var server = await TestServer.StartAsync();
        await server.ControlAsync("POST", "/seed", """{"contact":[{"id":"c1"}],"message":[{"contact_id":"c1","body":"Hi"}]}""");
        var job = (await server.SendAsync("POST", "/export/content/data", """{"created_at_after":1,"created_at_before":4000000000}""")).Ok();
        await server.ControlAsync("POST", "/clock", """{"advance_seconds":60}""");
        var status = (await server.SendAsync("GET", $"/export/content/data/{job["job_identifier"]}")).Ok();
        var url = (string)status["download_url"]!;
        Assert.That(url, Does.StartWith(server.Address.AbsoluteUri));
        var file = await server.SendAsync("GET", new Uri(url).PathAndQuery, change: request => request.Headers.Accept.ParseAdd("application/octet-stream"));
        Assert.That(file.Status, Is.EqualTo(HttpStatusCode.OK), file.Text);
    }

    [Test]
    public async Task Redirects_to_files_lead_to_the_server()
    {
        await using var server = await TestServer.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", TestServer.Token);
        await server.ControlAsync("POST", "/seed", """{"call":[{"id":"1","recording_url":"https://example.test/1.wav"}]}""");
        using var call = await http.GetAsync("/calls/1/recording");
        Assert.That(call.Headers.Location?.OriginalString, Does.StartWith("/_fake/files/"));
    }

    [TestCase("https://recordings.example.test/7.wav?x=1", "/_fake/files/recordings.example.test/7.wav?x=1")]
    [TestCase("https://example.test/7", "/_fake/files/example.test/7")]
    [TestCase("https://evilexample.test/7", null)]
    [TestCase("https://example.com/7", null)]
    public void Only_the_addresses_of_files_are_replaced(string address, string? path)
    {
        var uri = new Uri(address);
        Assert.That(FileLink.IsFile(uri) ? FileLink.ToPath(uri) : null, Is.EqualTo(path));
    }

    [TestCase("/_fake/files/recordings.example.test/7.wav", "https://recordings.example.test/7.wav")]
    [TestCase("/_fake/files/evil.example/7.wav", null)]
    [TestCase("/_fake/files/", null)]
    [TestCase("/contacts", null)]
    public void Only_paths_of_files_are_recognized(string path, string? address)
    {
        var request = new Microsoft.AspNetCore.Http.DefaultHttpContext().Request;
        request.Method = "GET";
        request.Path = path;
        Assert.That(FileLink.ToAddress(request)?.AbsoluteUri, Is.EqualTo(address));
    }

    [Test]
    public async Task A_body_that_is_too_large_is_rejected()
    {
        await using var server = await TestServer.StartAsync();
        var response = await server.ControlAsync("POST", "/seed", $$"""{"contact":"{{new string('x', Server.MaximumBody)}}"}""", request => request.Headers.ExpectContinue = true);
        Assert.That((int)response.Status, Is.EqualTo(413));
    }

    [Test]
    public async Task The_program_prints_its_ports_and_ends_when_it_is_asked_to()
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["Intercom.Generated.FakeServer.dll", "--port", "0"])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
        })!;
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var line = await process.StandardOutput.ReadLineAsync(limit.Token);
            TestContext.Out.WriteLine($"Started in {watch.ElapsedMilliseconds} ms.");
            Assert.That(line, Does.Match("^Listening on http://127.0.0.1:[1-9][0-9]*$"));
            using var http = new HttpClient { BaseAddress = new Uri(line!.Split(' ')[^1]) };
            http.DefaultRequestHeaders.Authorization = new("Bearer", "fake-token");
            Assert.That(JObject.Parse(await http.GetStringAsync("/me", limit.Token))["type"]!.ToString(), Is.EqualTo("admin"));
            TestContext.Out.WriteLine($"First response after {watch.ElapsedMilliseconds} ms.");
        }
        finally
        {
            process.Kill();
        }
    }

    [TestCase("--unknown", "Unknown option '--unknown'")]
    [TestCase("--port", "--port needs a value")]
    [TestCase("--port 70000", "from 0 to 65534")]
    [TestCase("--port x", "is 'x'")]
    [TestCase("--default-version 3.0", "Unknown API version '3.0'")]
    public void Mistakes_in_options_are_explained(string arguments, string message) =>
        Assert.That(() => ServerOptions.Parse(arguments.Split(' ')), Throws.InstanceOf<ServerException>().With.Message.Contains(message));

    [TestCase(null, "cannot be read")]
    [TestCase("{", "is not valid JSON")]
    [TestCase("[]", "but not an object")]
    [TestCase("""{"unicorn":1}""", "unknown type 'unicorn'")]
    [TestCase("""{"contact":"x"}""", "neither an array nor a number")]
    [TestCase("""{"contact":100001}""", "from 0 to 100,000")]
    [TestCase("""{"contact":[1]}""", "an item that is not an object")]
    [TestCase("""{"note":[{"contact_id":"nobody"}]}""", "No contact with the ID 'nobody'")]
    public async Task Mistakes_in_seed_files_are_explained(string? seed, string message)
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"seed-{Guid.NewGuid():N}.json");
        if (seed is not null)
            await File.WriteAllTextAsync(file, seed);
        var failure = await Assert.ThrowsAsync<ServerException>(() => TestServer.StartAsync("--seed", file));
        Assert.That(failure!.Message, Does.Contain(message));
        File.Delete(file);
    }
}
