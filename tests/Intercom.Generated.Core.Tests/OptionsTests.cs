using Intercom.Generated.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intercom.Generated.Core.Tests;

public class OptionsTests
{
    [TestCase(IntercomRegion.UnitedStates, "https://api.intercom.io/things/1")]
    [TestCase(IntercomRegion.Europe, "https://api.eu.intercom.io/things/1")]
    [TestCase(IntercomRegion.Australia, "https://api.au.intercom.io/things/1")]
    public async Task Region_sets_the_host(IntercomRegion region, string expected) =>
        Assert.That(await AddressWith(options => options.Region = region), Is.EqualTo(expected));

    [TestCase("https://proxy.example", "https://proxy.example/things/1")]
    [TestCase("https://proxy.example/", "https://proxy.example/things/1")]
    [TestCase("https://proxy.example:8443/intercom", "https://proxy.example:8443/intercom/things/1")]
    [TestCase("https://proxy.example/a/b/", "https://proxy.example/a/b/things/1")]
    [TestCase("http://localhost:5000", "http://localhost:5000/things/1")]
    [TestCase("http://127.0.0.1:5000/x", "http://127.0.0.1:5000/x/things/1")]
    [TestCase("http://[::1]:5000", "http://[::1]:5000/things/1")]
    public async Task Base_address_replaces_the_regions_address(string address, string expected) =>
        Assert.That(
            await AddressWith(options =>
            {
                options.Region = IntercomRegion.Europe;
                options.BaseAddress = new Uri(address);
            }),
            Is.EqualTo(expected));

    [TestCase("http://proxy.example")]
    [TestCase("http://localhost.example")]
    [TestCase("ftp://localhost/")]
    [TestCase("/relative")]
    [TestCase("https://proxy.example/?key=1")]
    [TestCase("https://proxy.example/a?key=1")]
    [TestCase("https://proxy.example/#part")]
    public void Rejects_an_invalid_base_address(string address)
    {
        using var server = StubServer.RespondingWith();
        Assert.That(
            () => server.Connect(options => options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute)),
            Throws.ArgumentException.With.Message.Contains("BaseAddress"));
    }

    [Test]
    public void Rejects_an_unknown_region()
    {
        using var server = StubServer.RespondingWith();
        Assert.That(() => server.Connect(options => options.Region = (IntercomRegion)9), Throws.ArgumentException.With.Message.Contains("Region"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("token\n")]
    [TestCase("to ken")]
    [TestCase("tökën")]
    public void Rejects_an_invalid_token_without_repeating_it(string? token)
    {
        using var server = StubServer.RespondingWith();
        Assert.That(
            () => server.Connect(options => options.AccessToken = token),
            Throws.ArgumentException.With.Message.Contains("AccessToken").And.Message.Not.Contains("to ken").And.Message.Not.Contains("tökën"));
    }

    [Test]
    public void Rejects_both_an_HttpClient_and_a_handler()
    {
        using var server = StubServer.RespondingWith();
        using var http = new HttpClient();
        Assert.That(() => server.Connect(options => options.HttpClient = http), Throws.ArgumentException.With.Message.Contains("not both"));
    }

    [TestCase(0)]
    [TestCase(-5)]
    [TestCase(long.MaxValue)]
    public void Rejects_an_invalid_timeout(long ticks)
    {
        using var server = StubServer.RespondingWith();
        Assert.That(() => server.Connect(options => options.Timeout = TimeSpan.FromTicks(ticks)), Throws.ArgumentException.With.Message.Contains("Timeout"));
    }

    [TestCase(0)]
    [TestCase(-5)]
    [TestCase(long.MaxValue)]
    public void Rejects_an_invalid_timeout_of_a_call(long ticks)
    {
        using var server = StubServer.RespondingWith();
        using var client = server.Connect();
        Assert.That(
            async () => await client.Things.GetAsync("1", new RequestOptions { Timeout = TimeSpan.FromTicks(ticks) }),
            Throws.ArgumentException.With.Message.Contains("Timeout"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Accepts_an_infinite_timeout()
    {
        using var server = StubServer.RespondingWith("{}", "{}");
        using var client = server.Connect(options => options.Timeout = Timeout.InfiniteTimeSpan);
        await client.Things.GetAsync("1");
        await client.Things.GetAsync("1", new RequestOptions { Timeout = Timeout.InfiniteTimeSpan });
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public void Rejects_null_options() => Assert.That(() => new IntercomClient((IntercomClientOptions)null!), Throws.ArgumentNullException);

    [Test]
    public async Task Options_are_copied()
    {
        using var server = StubServer.RespondingWith("{}");
        var options = new IntercomClientOptions(StubServer.Token) { HttpMessageHandler = server, ApplicationName = "Shop" };
        using var client = new IntercomClient(options);
        options.AccessToken = "other";
        options.AccessTokenProvider = _ => new("other");
        options.Region = IntercomRegion.Europe;
        options.BaseAddress = new Uri("https://elsewhere.example");
        options.HttpMessageHandler = null;
        options.Timeout = TimeSpan.FromTicks(1);
        options.ApplicationName = "Other";
        await client.Things.GetAsync("1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Request.Address, Is.EqualTo("https://api.intercom.io/things/1"));
            Assert.That(server.Request.Header("Authorization"), Is.EqualTo($"Bearer {StubServer.Token}"));
            Assert.That(server.Request.Header("User-Agent"), Does.EndWith(" Shop"));
        }
    }

    [Test]
    public void Callers_handler_is_not_disposed()
    {
        using var server = StubServer.RespondingWith();
        server.Connect().Dispose();
        Assert.That(server.IsDisposed, Is.False);
    }

    [Test]
    public async Task Callers_HttpClient_is_used_and_not_disposed()
    {
        using var server = StubServer.RespondingWith("{}", "{}");
        using var http = new HttpClient(server);
        using (var client = new IntercomClient(new IntercomClientOptions("t") { HttpClient = http }))
            await client.Things.GetAsync("1");
        Assert.That(server.IsDisposed, Is.False);
        using var response = await http.GetAsync(new Uri("https://example.test/"));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public void Client_with_shared_connections_can_be_disposed_twice()
    {
        var client = new IntercomClient(new IntercomClientOptions("t"));
        client.Dispose();
        Assert.That(client.Dispose, Throws.Nothing);
    }

    [Test]
    public async Task Calls_the_token_provider_for_each_request()
    {
        var number = 0;
        using var server = StubServer.RespondingWith("{}", """{"data":[{"id":"1"}],"pages":{"next":{"starting_after":"c"}}}""", """{"data":[]}""");
        using var client = server.Connect(options => options.AccessTokenProvider = _ => new($"token-{++number}"));
        await client.Things.GetAsync("1");
        await foreach (var thing in client.Things.ListAsync())
            _ = thing;
        Assert.That(server.Requests.Select(request => request.Header("Authorization")), Is.EqualTo(new[] { "Bearer token-1", "Bearer token-2", "Bearer token-3" }));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("secret-part\r\nX-Other: 1")]
    public void Token_provider_that_returns_an_invalid_token_is_reported(string? token)
    {
        using var server = StubServer.RespondingWith();
        using var client = server.Connect(options => options.AccessTokenProvider = _ => new(token!));
        Assert.That(
            async () => await client.Things.GetAsync("1"),
            Throws.TypeOf<IntercomRequestException>().With.Message.Contains("AccessTokenProvider").And.Message.Not.Contains("secret-part"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public void Exception_of_the_token_provider_is_the_inner_exception()
    {
        using var server = StubServer.RespondingWith();
        using var client = server.Connect(options => options.AccessTokenProvider = _ => throw new HttpRequestException("vault"));
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomRequestException>().With.InnerException.Message.EqualTo("vault").And.Message.Not.Contains("vault"));
    }

    [Test]
    public async Task Base_address_of_the_HttpClient_is_used_unless_the_options_have_one()
    {
        using var server = new StubServer(_ => StubServer.Json("{}"));
        using var http = new HttpClient(server) { BaseAddress = new Uri("https://proxy.example/intercom/") };
        using (var client = new IntercomClient(new IntercomClientOptions("t") { HttpClient = http, Region = IntercomRegion.Europe }))
            await client.Things.GetAsync("1");
        using (var client = new IntercomClient(new IntercomClientOptions("t") { HttpClient = http, BaseAddress = new Uri("https://own.example") }))
            await client.Things.GetAsync("1");
        Assert.That(server.Requests.Select(request => request.Address), Is.EqualTo(new[] { "https://proxy.example/intercom/things/1", "https://own.example/things/1" }));
    }

    [TestCase("http://proxy.example/")]
    [TestCase("https://proxy.example/?a=b")]
    public void Base_address_of_the_HttpClient_is_validated(string address)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        Assert.That(
            () => new IntercomClient(new IntercomClientOptions("t") { HttpClient = http }),
            Throws.ArgumentException.With.Message.Contains("The BaseAddress of HttpClient"));
    }

    [Test]
    public void Token_is_hidden_from_serializers_and_debuggers()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Secret", "s3cret");
        var token = "s3cret";
        var options = new IntercomClientOptions(token) { AccessTokenProvider = _ => new(token), HttpClient = http, RateLimiter = new IntercomRateLimiter() };
        using var xml = new MemoryStream();
        new System.Runtime.Serialization.DataContractSerializer(typeof(IntercomClientOptions)).WriteObject(xml, options);
        var texts = new[]
        {
            System.Text.Json.JsonSerializer.Serialize(options),
            Newtonsoft.Json.JsonConvert.SerializeObject(options),
            System.Text.Encoding.UTF8.GetString(xml.ToArray()),
            options.ToString(),
        };
        Assert.That(texts, Is.All.Not.Contains("s3cret"));
        Assert.That(texts[0], Does.Contain("MaxResponseSize"), "Other options are written.");
        var shown = typeof(IntercomClientOptions).GetProperty(nameof(IntercomClientOptions.AccessToken))!
            .GetCustomAttributes(typeof(System.Diagnostics.DebuggerBrowsableAttribute), false).Cast<System.Diagnostics.DebuggerBrowsableAttribute>().Single();
        Assert.That(shown.State, Is.EqualTo(System.Diagnostics.DebuggerBrowsableState.Never));
    }

    [Test]
    public void Copy_has_every_property_and_shares_no_mutable_object()
    {
        using var http = new HttpClient();
        using var handler = new HttpClientHandler();
        using var limiter = new IntercomRateLimiter();
        var options = new IntercomClientOptions("t")
        {
            AccessTokenProvider = _ => new("u"),
            Region = IntercomRegion.Europe,
            BaseAddress = new Uri("https://proxy.example"),
            HttpClient = http,
            HttpMessageHandler = handler,
            Timeout = TimeSpan.FromSeconds(1),
            AttemptTimeout = TimeSpan.FromSeconds(2),
            Retry = { MaxRetries = 7 },
            RateLimiter = limiter,
            MaxResponseSize = 1,
            LoggerFactory = NullLoggerFactory.Instance,
            TimeProvider = new ManualTimeProvider(),
            ApplicationName = "Shop",
            VersionMismatch = VersionMismatchPolicy.Throw,
            OnVersionMismatch = _ => { },
        };
        var copy = options.Copy();
        var unset = new IntercomClientOptions();
        using (Assert.EnterMultipleScope())
        {
            foreach (var property in typeof(IntercomClientOptions).GetProperties().Where(property => property.Name != nameof(IntercomClientOptions.Retry)))
            {
                Assert.That(property.GetValue(options), Is.Not.EqualTo(property.GetValue(unset)), $"The test sets {property.Name}.");
                Assert.That(property.GetValue(copy), Is.EqualTo(property.GetValue(options)), property.Name);
            }

            Assert.That(copy.Retry.MaxRetries, Is.EqualTo(7));
            Assert.That(copy.Retry, Is.Not.SameAs(options.Retry));
        }
    }

    [Test]
    public void Incomplete_options_can_be_copied_but_are_not_valid()
    {
        var copy = new IntercomClientOptions { Retry = null! }.Copy();
        Assert.That(copy.Validate, Throws.ArgumentException.With.Message.Contains("AccessToken"));
        copy.AccessToken = "t";
        Assert.That(copy.Validate, Throws.ArgumentException.With.Message.Contains("Retry"));
        copy.Retry = new IntercomRetryOptions { MaxRetries = -1 };
        Assert.That(copy.Validate, Throws.ArgumentException.With.Message.Contains("MaxRetries"));
        copy.Retry.MaxRetries = 0;
        Assert.That(copy.Validate, Throws.Nothing);
    }

    private static async Task<string> AddressWith(Action<IntercomClientOptions> configure)
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect(configure);
        await client.Things.GetAsync("1");
        return server.Request.Address;
    }
}
