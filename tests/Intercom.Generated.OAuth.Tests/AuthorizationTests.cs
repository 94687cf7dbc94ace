using System.Net;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Intercom.Generated.Tests;

namespace Intercom.Generated.OAuth.Tests;

/// <summary>An authorization from the first redirect to uninstalling.</summary>
public sealed class AuthorizationTests
{
    private static readonly IntercomRegion[] Regions = Enum.GetValues<IntercomRegion>();

    [Test]
    public async Task Authorizes_an_app_in_every_region([Values] IntercomRegion region, [Values] IntercomRegion configured)
    {
        var code = CodeOf(region);
        using var server = new AuthorizationServer { Region = code.ToLowerInvariant() };
        using var http = new HttpClient(server);
        var oauth = New(http, options => options.Region = configured);
        var state = IntercomOAuthClient.CreateState();
        var callback = server.Authorize(oauth.GetAuthorizationUrl(state, region));
        var token = await oauth.ExchangeCodeAsync(IntercomOAuthClient.ReadCode(callback.Query, state));
        var identity = await oauth.GetIdentityAsync(token.AccessToken);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(token.AccessToken, Is.EqualTo(AuthorizationServer.Token));
            Assert.That((identity.Id, identity.Name, identity.Email, identity.IsEmailVerified), Is.EqualTo(("493881", "Ada Lovelace", "ada@example.com", true)));
            Assert.That((identity.WorkspaceId, identity.WorkspaceName), Is.EqualTo(("abc123def", "Analytical Engines")));
            Assert.That((identity.Region, identity.RegionCode), Is.EqualTo(((IntercomRegion?)region, code)));
            // The configured region is called first, and the others only if it does not know the token.
            Assert.That(server.Requests, Has.Count.EqualTo(1 + 1 + Calls(configured).ToList().IndexOf(region)));
        }
    }

    [Test]
    public async Task Uninstalls([Values] IntercomRegion region)
    {
        using var server = new AuthorizationServer { Region = CodeOf(region).ToLowerInvariant() };
        using var http = new HttpClient(server);
        var oauth = New(http);
        var token = await InstallAsync(server, oauth, region);
        await oauth.UninstallAsync(token.AccessToken);
        Assert.That(server.IsInstalled, Is.False);
        var calls = server.Requests.Count;
        Assert.That(async () => await oauth.GetIdentityAsync(token.AccessToken), Throws.TypeOf<IntercomAuthenticationException>());
        Assert.That(async () => await oauth.UninstallAsync(token.AccessToken), Throws.TypeOf<IntercomAuthenticationException>());
        Assert.That(server.Requests, Has.Count.EqualTo(calls + (2 * Regions.Length)));
    }

    [Test]
    public void The_page_has_only_documented_parameters()
    {
        using var http = new HttpClient();
        var oauth = New(http, options => options.RedirectUri = new Uri("https://shop.example.com/a b?c=d&e"));
        Assert.That(
            oauth.GetAuthorizationUrl("s&t=ate", IntercomRegion.Europe).AbsoluteUri,
            Is.EqualTo($"https://app.eu.intercom.com/oauth?client_id={AuthorizationServer.ClientId}&state=s%26t%3Date"
                + "&redirect_uri=https%3A%2F%2Fshop.example.com%2Fa%2520b%3Fc%3Dd%26e"));
        Assert.That(() => oauth.GetAuthorizationUrl(" "), Throws.ArgumentException);
        Assert.That(() => oauth.GetAuthorizationUrl("state", (IntercomRegion)9), Throws.InstanceOf<ArgumentException>());
    }

    [Test]
    public void States_are_random_and_safe_in_a_query()
    {
        var states = Enumerable.Range(0, 1000).Select(_ => IntercomOAuthClient.CreateState()).ToList();
        Assert.That(states, Is.Unique);
        Assert.That(states, Has.All.Matches<string>(state => Regex.IsMatch(state!, "^[A-Za-z0-9_-]{43}$")));
    }

    [TestCase("?code=abc&state=s", ExpectedResult = "abc")]
    [TestCase("code=abc%3D%3D&state=s", ExpectedResult = "abc==")]
    [TestCase("?state=s&code=abc==", ExpectedResult = "abc==")]
    [TestCase("?state=s&code=a+b%2Bc%2F=", ExpectedResult = "a+b+c/=")]
    [TestCase("?&x&=y&code=abc&state=s&", ExpectedResult = "abc")]
    public string Reads_a_code(string query) => IntercomOAuthClient.ReadCode(query, "s");

    [TestCase("?code=abc&state=s", null, IntercomOAuthProblem.StateMismatch)]
    [TestCase("?code=abc&state=s", "", IntercomOAuthProblem.StateMismatch)]
    [TestCase("?code=abc&state=", "", IntercomOAuthProblem.StateMismatch)]
    [TestCase("?code=abc&state=t", "s", IntercomOAuthProblem.StateMismatch)]
    [TestCase("?code=abc&state=S", "s", IntercomOAuthProblem.StateMismatch)]
    [TestCase("?code=abc&state=s&state=s", "s", IntercomOAuthProblem.StateMismatch)]
    [TestCase("?code=abc", "s", IntercomOAuthProblem.StateMismatch)]
    [TestCase("", "s", IntercomOAuthProblem.StateMismatch)]
    [TestCase(null, "s", IntercomOAuthProblem.StateMismatch)]
    [TestCase("?error=access_denied&state=t", "s", IntercomOAuthProblem.StateMismatch)]
    [TestCase("?error=access_denied&state=s", "s", IntercomOAuthProblem.AccessDenied)]
    [TestCase("?error=access_denied&code=abc&state=s", "s", IntercomOAuthProblem.AccessDenied)]
    [TestCase("?state=s", "s", IntercomOAuthProblem.MissingCode)]
    [TestCase("?code=&state=s", "s", IntercomOAuthProblem.MissingCode)]
    [TestCase("?code=a&code=b&state=s", "s", IntercomOAuthProblem.MissingCode)]
    public void Rejects_a_callback(string? query, string? state, IntercomOAuthProblem problem) =>
        Assert.That(() => IntercomOAuthClient.ReadCode(query, state), Throws.TypeOf<IntercomOAuthException>().With.Property("Problem").EqualTo(problem));

    [Test]
    public void The_error_of_a_callback_is_bounded()
    {
        var exception = Assert.Throws<IntercomOAuthException>(
            () => IntercomOAuthClient.ReadCode($"?state=s&error=no+{new string('x', 5000)}%0d%0aInjected", "s"))!;
        Assert.That(exception.Message, Does.Contain("no xxx").And.Length.LessThan(300).And.Not.Contain("\n"));
    }

    [Test]
    public void Any_query_gives_a_code_or_an_OAuth_exception() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll<string?, string?>((query, state) =>
        {
            try
            {
                IntercomOAuthClient.ReadCode(query, state);
            }
            catch (IntercomOAuthException)
            {
                // Expected.
            }
        }));

    [Test]
    public async Task A_code_is_valid_once()
    {
        using var server = new AuthorizationServer();
        using var http = new HttpClient(server);
        var oauth = New(http);
        await InstallAsync(server, oauth);
        var exception = (await Assert.ThrowsAsync<IntercomOAuthException>(() => oauth.ExchangeCodeAsync(server.Code)))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((exception.Problem, exception.StatusCode), Is.EqualTo((IntercomOAuthProblem.Rejected, (HttpStatusCode?)HttpStatusCode.Unauthorized)));
            Assert.That(exception.Message, Does.Contain("401: Unauthorized Code").And.Contain("request ID request-1"));
            Assert.That(exception.RequestId, Is.EqualTo("request-1"));
        }
    }

    [Test]
    public void A_code_without_its_equals_sign_is_rejected()
    {
        using var server = new AuthorizationServer();
        using var http = new HttpClient(server);
        var oauth = New(http);
        server.Authorize(oauth.GetAuthorizationUrl("s"));
        Assert.That(
            async () => await oauth.ExchangeCodeAsync(server.Code.TrimEnd('=')),
            Throws.TypeOf<IntercomOAuthException>().With.Message.Contains("with an equals sign at its end"));
    }

    [Test]
    public void Another_secret_is_rejected()
    {
        using var server = new AuthorizationServer();
        using var http = new HttpClient(server);
        var oauth = New(http, options => options.ClientSecret = "AnotherTopSecret");
        server.Authorize(oauth.GetAuthorizationUrl("s"));
        Assert.That(
            async () => await oauth.ExchangeCodeAsync(server.Code),
            Throws.TypeOf<IntercomOAuthException>().With.Message.Contains("Unauthorized Client").And.Message.Not.Contains("AnotherTopSecret"));
    }

    private static readonly (string Body, int Status, IntercomOAuthProblem Problem)[] TokenResponses =
    [
        ("", 200, IntercomOAuthProblem.InvalidResponse),
        ("{}", 200, IntercomOAuthProblem.InvalidResponse),
        ("[]", 200, IntercomOAuthProblem.InvalidResponse),
        ("null", 200, IntercomOAuthProblem.InvalidResponse),
        ("<html></html>", 200, IntercomOAuthProblem.InvalidResponse),
        ("{\"access_token\":1}", 200, IntercomOAuthProblem.InvalidResponse),
        ("{\"access_token\":{\"a\":1}}", 200, IntercomOAuthProblem.InvalidResponse),
        ("{\"access_token\":\"\"}", 200, IntercomOAuthProblem.InvalidResponse),
        ("{\"access_token\":\"TopSecret\\r\\nX: y\"}", 200, IntercomOAuthProblem.InvalidResponse),
        ("{\"access_token\":\"\\ud800\"}", 200, IntercomOAuthProblem.InvalidResponse),
        ("{\"access_token\":\"TopSecret\"", 200, IntercomOAuthProblem.InvalidResponse),
        ("{\"access_token\":\"TopSecret" + new string('x', 100_000) + "\"}", 200, IntercomOAuthProblem.InvalidResponse),
        ("{\"errors\":[{\"message\":\"" + AuthorizationServer.ClientSecret + " is wrong\"}]}", 401, IntercomOAuthProblem.Rejected),
        ("{\"error\":\"invalid_grant\",\"error_description\":\"the code c0de\"}", 400, IntercomOAuthProblem.Rejected),
        ("{\"errors\":[1]}", 403, IntercomOAuthProblem.Rejected),
        ("{\"errors\":{}}", 401, IntercomOAuthProblem.Rejected),
        ("\"TopSecret\"", 401, IntercomOAuthProblem.Rejected),
        ("", 302, IntercomOAuthProblem.Unavailable),
        ("<html></html>", 502, IntercomOAuthProblem.Unavailable),
        ("", 429, IntercomOAuthProblem.Unavailable),
    ];

    [TestCaseSource(nameof(TokenResponses))]
    public async Task Every_other_token_response_is_reported_once_and_without_secrets((string Body, int Status, IntercomOAuthProblem Problem) row)
    {
        using var server = new AuthorizationServer { TokenResponse = () => AuthorizationServer.Json(row.Body, (HttpStatusCode)row.Status) };
        using var http = new HttpClient(server);
        var exception = (await Assert.ThrowsAsync<IntercomOAuthException>(() => New(http).ExchangeCodeAsync("c0de")))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((exception.Problem, (int)exception.StatusCode!), Is.EqualTo((row.Problem, row.Status)));
            Assert.That(exception.ToString(), Does.Not.Contain("TopSecret").And.Not.Contain("c0de"));
            Assert.That(server.Requests, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task The_older_name_of_the_token_is_read()
    {
        using var server = new AuthorizationServer { TokenResponse = () => AuthorizationServer.Json("""{"token":"abc"}""") };
        using var http = new HttpClient(server);
        Assert.That((await New(http).ExchangeCodeAsync("c")).AccessToken, Is.EqualTo("abc"));
    }

    [Test]
    public async Task A_failed_connection_is_reported()
    {
        using var server = new AuthorizationServer { TokenResponse = () => throw new HttpRequestException("Connection refused for c0de.") };
        using var http = new HttpClient(server);
        var exception = (await Assert.ThrowsAsync<IntercomOAuthException>(() => New(http).ExchangeCodeAsync("c0de")))!;
        Assert.That((exception.Problem, exception.StatusCode), Is.EqualTo((IntercomOAuthProblem.Unavailable, (HttpStatusCode?)null)));
        Assert.That(exception.Message, Does.Contain("Connection refused for [secret]."));
    }

    [Test]
    public async Task A_slow_response_times_out()
    {
        var time = new ManualTimeProvider();
        using var stalled = new StalledServer();
        using var http = new HttpClient(stalled);
        var exchange = New(http, options => (options.TimeProvider, options.Timeout) = (time, TimeSpan.FromSeconds(7))).ExchangeCodeAsync("c");
        await stalled.Started;
        time.Advance(TimeSpan.FromSeconds(7));
        var exception = (await Assert.ThrowsAsync<IntercomOAuthException>(() => exchange))!;
        Assert.That(exception.Problem, Is.EqualTo(IntercomOAuthProblem.Unavailable));
        Assert.That(exception.Message, Does.Contain("within 7 seconds"));
    }

    [Test]
    public async Task Cancellation_is_the_callers()
    {
        using var stalled = new StalledServer();
        using var http = new HttpClient(stalled);
        using var cancellation = new CancellationTokenSource();
        var exchange = New(http).ExchangeCodeAsync("c", cancellation.Token);
        await stalled.Started;
        await cancellation.CancelAsync();
        var exception = (await Assert.CatchAsync<OperationCanceledException>(() => exchange))!;
        Assert.That(exception.CancellationToken, Is.EqualTo(cancellation.Token));
    }

    [TestCase("""{"id":493881,"app":null}""", "493881", null, false)]
    [TestCase("""{"id":"1","email":{"a":1},"name":["x"],"app":[],"email_verified":"true"}""", "1", null, false)]
    [TestCase("""{"id":"1","email":" ","app":"abc","email_verified":1}""", "1", null, false)]
    [TestCase("""{"id":"1","email":"a@b","email_verified":null,"app":{"region":"MARS","id_code":7}}""", "1", "a@b", false)]
    [TestCase("""{"id":"1","email":"a@b","email_verified":true,"app":{"region":5,"id_code":{}}}""", "1", "a@b", true)]
    [TestCase("""{"id":"1","email":"a@b","name":"\ud800","\udc00":1,"email_verified":true}""", "1", "a@b", true)]
    public async Task A_strange_identity_is_read_as_far_as_possible(string me, string id, string? email, bool isVerified)
    {
        using var server = new AuthorizationServer { Me = me };
        using var http = new HttpClient(server);
        var oauth = New(http);
        var identity = await oauth.GetIdentityAsync((await InstallAsync(server, oauth)).AccessToken);
        Assert.That((identity.Id, identity.Email, identity.IsEmailVerified, identity.Region), Is.EqualTo((id, email, isVerified, (IntercomRegion?)null)));
    }

    [TestCase("{}", typeof(IntercomOAuthException))]
    [TestCase("""{"id":null}""", typeof(IntercomOAuthException))]
    [TestCase("""{"id":{"id":"1"}}""", typeof(IntercomOAuthException))]
    [TestCase("[]", typeof(IntercomOAuthException))]
    [TestCase("\"1\"", typeof(IntercomOAuthException))]
    [TestCase("", typeof(IntercomResponseException))]
    [TestCase("<html>", typeof(IntercomResponseException))]
    [TestCase("HUGE", typeof(IntercomResponseException))]
    public async Task An_identity_without_an_ID_is_reported(string me, Type expected)
    {
        using var server = new AuthorizationServer { Me = me == "HUGE" ? $$"""{"id":"1","name":"{{new string('x', 1_000_000)}}"}""" : me };
        using var http = new HttpClient(server);
        var oauth = New(http);
        var token = await InstallAsync(server, oauth);
        Assert.That(async () => await oauth.GetIdentityAsync(token.AccessToken), Throws.TypeOf(expected));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("a b")]
    [TestCase("a\r\nX: y")]
    public void An_invalid_token_is_rejected_before_a_request(string? token)
    {
        using var server = new AuthorizationServer();
        using var http = new HttpClient(server);
        Assert.That(async () => await New(http).GetIdentityAsync(token!), Throws.InstanceOf<ArgumentException>());
        Assert.That(async () => await New(http).UninstallAsync(token!), Throws.InstanceOf<ArgumentException>());
        Assert.That(async () => await New(http).ExchangeCodeAsync(" "), Throws.InstanceOf<ArgumentException>());
        Assert.That(server.Requests, Is.Empty);
    }

    private static string CodeOf(IntercomRegion region) => region switch
    {
        IntercomRegion.Europe => "EU",
        IntercomRegion.Australia => "AU",
        _ => "US",
    };

    private static IEnumerable<IntercomRegion> Calls(IntercomRegion first) => Regions.OrderBy(region => region != first);

    private static async Task<IntercomOAuthToken> InstallAsync(
        AuthorizationServer server, IntercomOAuthClient oauth, IntercomRegion region = IntercomRegion.UnitedStates)
    {
        var callback = server.Authorize(oauth.GetAuthorizationUrl("s", region));
        return await oauth.ExchangeCodeAsync(IntercomOAuthClient.ReadCode(callback.Query, "s"));
    }

    private static IntercomOAuthClient New(HttpClient http, Action<IntercomOAuthOptions>? configure = null)
    {
        var options = new IntercomOAuthOptions { ClientId = AuthorizationServer.ClientId, ClientSecret = AuthorizationServer.ClientSecret, HttpClient = http };
        configure?.Invoke(options);
        return new IntercomOAuthClient(options);
    }

    private sealed class StalledServer : HttpMessageHandler
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Started => _started.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _started.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
