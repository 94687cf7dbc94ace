using System.Net;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.FakeServer.Tests;

public class StateTests
{
    private static readonly string[] Paths =
    [
        "/contacts", "/companies", "/conversations", "/tags", "/articles", "/admins", "/tickets/search",
    ];

    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("fake-server-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_state_file_restores_the_same_data_in_every_version()
    {
        var file = Path.Combine(_folder, "state.jsonl");
        Dictionary<string, string> before;
        await using (var server = await TestServer.StartAsync("--state", file))
        {
            await ChangeAsync(server);
            before = await ReadAsync(server);
        }

        Assert.That(await File.ReadAllTextAsync(file), Does.Not.Contain(TestServer.Token));
        await using var restored = await TestServer.StartAsync("--state", file);
        Assert.That(restored.Notices, Has.One.Matches("Restored [0-9]+ changes"));
        Assert.That(await ReadAsync(restored), Is.EqualTo(before));
        Assert.That(before["2.16 /contacts"], Does.Contain("\"total_count\":3"));
    }

    [Test]
    public async Task A_saved_state_restores_another_server_and_can_be_reset()
    {
        await using var first = await TestServer.StartAsync();
        await ChangeAsync(first);
        var saved = (await first.ControlAsync("GET", "/state")).Text;
        await using var second = await TestServer.StartAsync();
        await second.SendAsync("POST", "/contacts", """{"email":"lost@example.com"}""");
        (await second.ControlAsync("PUT", "/state", saved)).Ok();
        Assert.That(await ReadAsync(second), Is.EqualTo(await ReadAsync(first)));
        (await second.ControlAsync("DELETE", "/state")).Ok();
        Assert.That((int?)(await second.SendAsync("GET", "/contacts")).Ok()["total_count"], Is.Zero);
    }

    [Test]
    public async Task A_line_that_was_not_written_completely_is_dropped()
    {
        var file = Path.Combine(_folder, "state.jsonl");
        await using (var server = await TestServer.StartAsync("--state", file))
            await ChangeAsync(server);
        var lines = await File.ReadAllLinesAsync(file);
        await File.WriteAllTextAsync(file, string.Join('\n', lines[..^1]) + "\n" + lines[^1][..20]);

        await using (var restored = await TestServer.StartAsync("--state", file))
            (await restored.SendAsync("POST", "/contacts", """{"email":"new@example.com"}""")).Ok();
        var kept = await File.ReadAllLinesAsync(file);
        Assert.That(kept[..^1], Is.EqualTo(lines[..^1]));
        Assert.That(kept[^1], Does.Contain("new@example.com"));
    }

    [TestCase("some notes\n", "not a state that this program saved")]
    [TestCase("a text without a line break, such as a binary file", "is not a state file")]
    [TestCase("{\"format\":\"intercom-fake-server\",\"version\":1}\n{}\n", "invalid line 2")]
    [TestCase("{\"format\":\"intercom-fake-server\",\"version\":2}\n", "not a state that this program saved")]
    public async Task A_file_that_is_not_a_state_is_left_alone(string content, string message)
    {
        var file = Path.Combine(_folder, "notes.txt");
        await File.WriteAllTextAsync(file, content);
        var failure = await Assert.ThrowsAsync<ServerException>(() => TestServer.StartAsync("--state", file));
        Assert.That(failure!.Message, Does.Contain(message).And.Contain(file));
        Assert.That(await File.ReadAllTextAsync(file), Is.EqualTo(content));
    }

    [TestCase("--seed", 65)]
    [TestCase("--state", 257)]
    public async Task A_file_that_is_too_large_is_not_read(string option, int megabytes)
    {
        var file = Path.Combine(_folder, "large.json");
        await using (var large = File.Create(file))
            large.SetLength(megabytes * 1024L * 1024);
        var failure = await Assert.ThrowsAsync<ServerException>(() => TestServer.StartAsync(option, file));
        Assert.That(failure!.Message, Does.Contain("is larger than").And.Contain("MiB"));
    }

    [Test]
    public async Task A_state_that_is_not_one_changes_nothing()
    {
        await using var server = await TestServer.StartAsync();
        await server.SendAsync("POST", "/contacts", """{"email":"ada@example.com"}""");
        Assert.That((await server.ControlAsync("PUT", "/state", """{"contacts":[]}""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((int?)(await server.SendAsync("GET", "/contacts")).Ok()["total_count"], Is.EqualTo(1));
    }

    [Test]
    public async Task Two_servers_do_not_share_a_state_file()
    {
        var file = Path.Combine(_folder, "state.jsonl");
        await using var first = await TestServer.StartAsync("--state", file);
        await Assert.ThrowsAsync<ServerException>(() => TestServer.StartAsync("--state", file));
    }

    [Test]
    public async Task A_seed_file_is_used_unless_the_state_file_has_data()
    {
        var state = Path.Combine(_folder, "state.jsonl");
        var seed = Path.Combine(_folder, "seed.json");
        await File.WriteAllTextAsync(seed, """{"contact":2}""");
        await using (var server = await TestServer.StartAsync("--state", state, "--seed", seed))
            Assert.That((int?)(await server.SendAsync("GET", "/contacts")).Ok()["total_count"], Is.EqualTo(2));
        await using var restored = await TestServer.StartAsync("--state", state, "--seed", seed);
        Assert.That((int?)(await restored.SendAsync("GET", "/contacts")).Ok()["total_count"], Is.EqualTo(2));
        Assert.That(restored.Notices, Has.One.Contains("seed file was not used"));
    }

    [Test]
    public async Task Concurrent_changes_are_restored_in_their_order()
    {
        var file = Path.Combine(_folder, "state.jsonl");
        string before;
        await using (var server = await TestServer.StartAsync("--state", file))
        {
            await Task.WhenAll(Enumerable.Range(0, 60).Select(number => number % 10 == 0
                ? server.ControlAsync("POST", "/seed", """{"contact":1}""")
                : server.SendAsync("POST", "/contacts", $$"""{"email":"{{number}}@example.com"}""")));
            before = (await server.SendAsync("GET", "/contacts?per_page=150")).Text;
        }

        await using var restored = await TestServer.StartAsync("--state", file);
        Assert.That((await restored.SendAsync("GET", "/contacts?per_page=150")).Text, Is.EqualTo(before));
        Assert.That((int?)JObject.Parse(before)["total_count"], Is.EqualTo(60));
    }

    /// <summary>Makes changes of each kind: seeds, creations, updates, deletions, and requests that are rejected.</summary>
    private static async Task ChangeAsync(TestServer server)
    {
        await server.ControlAsync("POST", "/seed", """{"contact":2,"company":1,"article":[{"title":"Printers"}]}""");
        await server.ControlAsync("POST", "/clock", """{"advance_seconds":500}""");
        foreach (var version in new[] { "2.14", "2.16" })
        {
            var contact = (string)(await server.SendAsync("POST", "/contacts", """{"email":"ada@example.com","role":"user"}""", version)).Ok()["id"]!;
            var gone = (string)(await server.SendAsync("POST", "/contacts", """{"email":"gone@example.com"}""", version)).Ok()["id"]!;
            await server.SendAsync("POST", "/contacts", """{"email":"ada@example.com"}""", version);
            await server.SendAsync("PUT", $"/contacts/{contact}", """{"name":"Ada"}""", version);
            await server.SendAsync("DELETE", $"/contacts/{gone}", null, version);
            await server.SendAsync("POST", "/conversations", $$"""{"from":{"type":"user","id":"{{contact}}"},"body":"Où?"}""", version);
            await server.SendAsync("POST", "/tags", """{"name":"VIP"}""", version);
            await server.SendAsync("GET", "/contacts", null, version);
        }
    }

    /// <summary>Reads the lists, without the addresses of the server.</summary>
    private static async Task<Dictionary<string, string>> ReadAsync(TestServer server)
    {
        var read = new Dictionary<string, string>();
        foreach (var version in new[] { "2.11", "2.14", "2.16" })
        {
            foreach (var path in Paths.Where(path => !path.EndsWith("search", StringComparison.Ordinal)))
                read[$"{version} {path}"] = (await server.SendAsync("GET", path, null, version)).Text.Replace($":{server.Address.Port}", "", StringComparison.Ordinal);
        }

        return read;
    }
}
