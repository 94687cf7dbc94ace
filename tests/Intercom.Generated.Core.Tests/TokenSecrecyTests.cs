using System.Net;
using Newtonsoft.Json;

namespace Intercom.Generated.Core.Tests;

/// <summary>No text that a program could log contains the access token.</summary>
public class TokenSecrecyTests
{
    private static IEnumerable<TestCaseData> Failures()
    {
        foreach (var status in new[] { 302, 400, 401, 403, 404, 409, 418, 422, 429, 500, 503 })
            yield return Case($"status {status}", _ => StubServer.Json("""{"type":"error.list","errors":[{"code":"c","message":"m"}]}""", status));
        yield return Case("HTML", _ => StubServer.Respond(200, "<html>", "text/html"));
        yield return Case("empty", _ => new HttpResponseMessage(HttpStatusCode.OK));
        yield return Case("wrong shape", _ => StubServer.Json("[]"));
        yield return Case("connection", _ => throw new HttpRequestException("refused"));
        yield return Case("redirect", request => StubServer.Redirect(302, request.Target + "1"));

        static TestCaseData Case(string name, Func<RecordedRequest, HttpResponseMessage> respond) => new TestCaseData(respond).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Failures))]
    public async Task Failure_does_not_reveal_the_token(object respond)
    {
        using var server = new StubServer((Func<RecordedRequest, HttpResponseMessage>)respond);
        using var client = server.Connect();
        AssertSecret(await Thrown(() => client.Things.GetAsync("1")));
        Assert.That(server.Requests[0].Header("Authorization"), Does.Contain(StubServer.Token), "The test needs a token that is sent.");
    }

    [Test]
    public async Task Timeout_does_not_reveal_the_token()
    {
        using var server = StubServer.Silent();
        using var client = server.Connect(options => options.Timeout = TimeSpan.FromMilliseconds(5));
        AssertSecret(await Thrown(() => client.Things.GetAsync("1")));
    }

    [Test]
    public async Task Repeated_cursor_does_not_reveal_the_token()
    {
        using var server = new StubServer(_ => StubServer.Json("""{"data":[{}],"pages":{"next":{"starting_after":"c"}}}"""));
        using var client = server.Connect();
        AssertSecret(await Thrown(async () =>
        {
            await foreach (var thing in client.Things.ListAsync())
                _ = thing;
        }));
    }

    [TestCase("\n")]
    [TestCase(" x")]
    [TestCase("ö")]
    public async Task Rejected_token_is_not_revealed(string addition)
    {
        AssertSecret(await Thrown(() =>
        {
            using var client = new IntercomClient(new IntercomClientOptions(StubServer.Token + addition));
            return Task.CompletedTask;
        }));
        using var server = StubServer.RespondingWith();
        using var provided = server.Connect(options => options.AccessTokenProvider = _ => new(StubServer.Token + addition));
        AssertSecret(await Thrown(() => provided.Things.GetAsync("1")));
    }

    [Test]
    public async Task Header_of_a_call_does_not_reveal_the_token()
    {
        using var server = StubServer.RespondingWith();
        using var client = server.Connect();
        AssertSecret(await Thrown(() => client.Things.GetAsync("1", new RequestOptions { Headers = { ["Authorization"] = $"Bearer {StubServer.Token}" } })));
    }

    [Test]
    public void Objects_do_not_reveal_the_token()
    {
        using var server = StubServer.RespondingWith();
        using var client = server.Connect();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new IntercomClientOptions(StubServer.Token).ToString(), Does.Not.Contain(StubServer.Token));
            Assert.That(client.ToString(), Does.Not.Contain(StubServer.Token));
            Assert.That(client.Things.ToString(), Does.Not.Contain(StubServer.Token));
        }
    }

    private static void AssertSecret(Exception thrown)
    {
        for (Exception? exception = thrown; exception is not null; exception = exception.InnerException)
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(exception.ToString(), Does.Not.Contain(StubServer.Token));
                Assert.That(JsonConvert.SerializeObject(exception.Data), Does.Not.Contain(StubServer.Token));
                foreach (var property in exception.GetType().GetProperties().Where(property => property.Name is not ("TargetSite" or "InnerException")))
                    Assert.That(property.GetValue(exception)?.ToString() ?? "", Does.Not.Contain(StubServer.Token), property.Name);
            }
        }
    }

    private static async Task<Exception> Thrown(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception e)
        {
            return e;
        }

        throw new AssertionException("The call did not fail.");
    }
}
