using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

/// <summary>Operations that the package does not know work like all others.</summary>
public class UnknownOperationTests
{
    private static readonly ApiOperation Run = new("Experiments.Run", "POST", "/experiments/{id}/run");

    [Test]
    public async Task Call_has_path_query_body_version_and_token()
    {
        using var server = StubServer.RespondingWith("""{"ok":true}""");
        using var client = server.Connect();
        var result = await client.SendAsync<JObject>(new ApiRequest(Run, "a/7") { Body = new JObject { ["dry"] = true } }.WithQuery("depth", 2));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((bool)result["ok"]!);
            Assert.That(server.Request.Method, Is.EqualTo("POST"));
            Assert.That(server.Request.Target, Is.EqualTo("/experiments/a%2F7/run?depth=2"));
            Assert.That(server.Request.Text, Is.EqualTo("""{"dry":true}"""));
            Assert.That(server.Request.Header("Intercom-Version"), Is.EqualTo("2.14"));
            Assert.That(server.Request.Header("Authorization"), Is.EqualTo($"Bearer {StubServer.Token}"));
        }
    }

    [Test]
    public async Task Response_can_be_a_known_type_or_ignored()
    {
        using var server = new StubServer(_ => StubServer.Json("""{"id":"1"}"""));
        using var client = server.Connect();
        Assert.That((await client.SendAsync<Thing>(new ApiRequest(Run, "7"))).Id, Is.EqualTo("1"));
        Assert.That(async () => await client.SendAsync(new ApiRequest(Run, "7")), Throws.Nothing);
    }

    [Test]
    public void Failure_names_the_operation()
    {
        using var server = new StubServer(_ => StubServer.Json("{}", 404));
        using var client = server.Connect();
        Assert.That(async () => await client.SendAsync(new ApiRequest(Run, "7")), Throws.TypeOf<IntercomNotFoundException>().With.Message.Contains("Experiments.Run"));
    }

    [TestCase("/experiments", "/experiments")]
    [TestCase("experiments", "/experiments")]
    [TestCase("/{a}", "/1")]
    [TestCase("/{a}{b}", "/12")]
    [TestCase("/{a}/x/{b}/y", "/1/x/2/y")]
    [TestCase("", "/")]
    public async Task Accepts_any_form_of_path(string template, string path)
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect();
        await client.SendAsync(new ApiRequest(new ApiOperation("Experiments.Get", "GET", template), "1", "2"));
        Assert.That(server.Request.Target, Is.EqualTo(path));
    }

    [Test]
    public void Rejects_a_path_without_a_value() =>
        Assert.That(
            () => new ApiRequest(new ApiOperation("Experiments.Get", "GET", "/experiments/{id}/parts/{part}"), "1"),
            Throws.ArgumentException.With.Message.Contains("no value for {part}").And.Property(nameof(ArgumentException.ParamName)).EqualTo("part"));

    [TestCase("application/json;q=0.5,text/plain", "application/json; q=0.5 text/plain")]
    [TestCase("", null)]
    public async Task Accept_can_be_a_list_or_empty(string accept, string? expected)
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect();
        await client.SendAsync(new ApiRequest(new ApiOperation("Experiments.Get", "GET", "/experiments") { Accept = accept }));
        Assert.That(server.Request.Header("Accept"), Is.EqualTo(expected));
    }

    [Test]
    public void Accept_that_is_not_a_media_type_is_rejected()
    {
        using var server = StubServer.RespondingWith();
        using var client = server.Connect();
        Assert.That(
            async () => await client.SendAsync(new ApiRequest(new ApiOperation("Experiments.Get", "GET", "/experiments") { Accept = "a b" })),
            Throws.ArgumentException.With.Message.Contains("Accept"));
    }

    [Test]
    public async Task List_is_enumerated()
    {
        var list = new ApiOperation("Experiments.List", "GET", "/experiments") { Items = "data" };
        using var server = StubServer.RespondingWith("""{"data":[{"id":"1"}],"pages":{"next":{"starting_after":"c"}}}""", """{"data":[{"id":"2"}]}""");
        using var client = server.Connect();
        var ids = new List<string?>();
        await foreach (var thing in client.List<Thing>(new ApiRequest(list)))
            ids.Add(thing.Id);
        Assert.That(ids, Is.EqualTo(new[] { "1", "2" }));
    }

    [Test]
    public void Rejects_an_operation_that_is_not_a_list()
    {
        using var server = StubServer.RespondingWith();
        using var client = server.Connect();
        Assert.That(() => client.List<Thing>(new ApiRequest(Run, "7")), Throws.ArgumentException.With.Message.Contains("Experiments.Run").And.Message.Contains("Items"));
        Assert.That(() => client.List<Thing>(null!), Throws.ArgumentNullException);
    }

    [TestCase(1_000, true)]
    [TestCase(1_001, false)]
    public async Task Response_that_is_too_long_is_not_read(int length, bool isRead)
    {
        var body = $"\"{new string('x', length - 2)}\"";
        using var server = new StubServer(_ => StubServer.Json(body));
        using var client = server.Connect(options => options.MaxResponseSize = 1_000);
        if (isRead)
            Assert.That((await client.SendAsync<JToken>(new ApiRequest(Run, "7"))).ToString(), Has.Length.EqualTo(length - 2));
        else
            Assert.That(async () => await client.SendAsync<JToken>(new ApiRequest(Run, "7")), Throws.TypeOf<IntercomResponseException>().With.Property("Problem").EqualTo(ResponseProblem.TooLarge));
    }
}
