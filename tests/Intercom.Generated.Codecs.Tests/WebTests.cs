using System.Text;
using Intercom.Generated.V2_14;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Models as request bodies and results in ASP.NET Core.</summary>
internal sealed class WebTests
{
    private static WebApplication web = null!;
    private static HttpClient client = null!;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        web = builder.Build();
        web.MapPost("/contact", (Contact contact) => contact);
        web.MapPost("/conversation", (Conversation conversation) => Results.Ok(conversation));
        web.MapPost("/conversations", (List<Conversation> conversations) => conversations);
        await web.StartAsync();
        client = new HttpClient { BaseAddress = new Uri(web.Urls.Single()) };
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        client.Dispose();
        await web.DisposeAsync();
    }

    [TestCase("Contact", "contact")]
    [TestCase("Conversation", "conversation")]
    public async Task Body_round_trips(string type, string path)
    {
        var payloads = RecordedResponses.Of(VersionUnderTest.All.Single(version => version.Name == "2.14")).Where(payload => payload.Type.Name == type).ToList();
        Assert.That(payloads, Is.Not.Empty);
        foreach (var (_, value, model) in payloads)
        {
            var json = value.ToString(Formatting.None);
            var expected = EntryPoints.Of(model).Write(EntryPoints.Of(model).Read(Encoding.UTF8.GetBytes(json)).Value);
            Assert.That(JsonTokens.Difference(JsonTokens.Parse(await PostAsync(path, json)), JsonTokens.Parse(Encoding.UTF8.GetString(expected))), Is.Null);
        }
    }

    [Test]
    public async Task List_round_trips() =>
        Assert.That(
            await PostAsync("conversations", """[{"id":"1","state":null,"created_at":1700000000,"later":{"Is":[1.5]}},null]"""),
            Is.EqualTo("""[{"id":"1","created_at":1700000000,"state":null,"later":{"Is":[1.5]}},null]"""));

    [Test]
    public async Task Body_of_the_wrong_type_is_a_bad_request()
    {
        using var response = await client.PostAsync(new Uri("contact", UriKind.Relative), new StringContent("[]", Encoding.UTF8, "application/json"));
        Assert.That((int)response.StatusCode, Is.EqualTo(StatusCodes.Status400BadRequest));
    }

    private static async Task<string> PostAsync(string path, string json)
    {
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), new StringContent(json, Encoding.UTF8, "application/json"));
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
