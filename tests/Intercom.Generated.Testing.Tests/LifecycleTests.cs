using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>Creates a resource with every operation that can, and then lists, gets, searches, updates, and deletes it.</summary>
[TestFixtureSource(typeof(FakeClient), nameof(FakeClient.Versions))]
public sealed class LifecycleTests(string version)
{
    /// <summary>The operations whose response is not the new resource.</summary>
    private static readonly string[] OtherResponse = ["POST /conversations", "POST /messages", "POST /events", "POST /fin_voice/register"];

    [Test]
    public async Task What_is_created_is_listed_found_searched_updated_and_deleted()
    {
        var operations = Description.Operations(version);
        using var client = new FakeClient(version);
        var seeds = await Seeds.CreateAsync(client);
        var provoker = new Provoker(version, client, seeds);
        var checkedTypes = 0;
        foreach (var path in operations.Where(operation => operation.StartsWith("POST /", StringComparison.Ordinal)).Except(OtherResponse)
            .Select(operation => operation[5..]).Where(path => operations.Contains($"GET {path}") || operations.Contains($"GET {path}/{{}}")))
        {
            var response = await provoker.SendAsync($"POST {path}");
            Assert.That((int)response.Status, Is.InRange(200, 202), $"POST {path}: {response.Text}");
            var id = (string?)response.Json["id"];
            if (id is null)
                continue;
            checkedTypes++;
            var item = $"{path}/{{}}";
            await CheckListAsync(client, seeds, path, id);
            if (operations.Contains($"GET {item}"))
                Assert.That((string?)(await ToAsync("GET")).Json["id"], Is.EqualTo(id), item);
            if (path is "/contacts" or "/tickets")
            {
                var found = await client.OkAsync("POST", $"{path}/search",
                    new JObject { ["query"] = new JObject { ["field"] = "id", ["operator"] = "=", ["value"] = id } });
                Assert.That((int?)found["total_count"], Is.EqualTo(1), path);
            }

            foreach (var method in new[] { "PUT", "PATCH" }.Where(method => operations.Contains($"{method} {item}")))
                Assert.That((string?)(await ToAsync(method)).Json["id"], Is.EqualTo(id), $"{method} {item}");
            if (!operations.Contains($"DELETE {item}"))
                continue;
            if (path == "/data_connectors")
                await client.OkAsync("PATCH", $"{path}/{id}", new JObject { ["state"] = "draft" });
            Assert.That((int)(await ToAsync("DELETE")).Status, Is.InRange(200, 204), item);

            // Attributes of conversations are archived.
            var isArchived = path == "/conversations/attributes";
            var gone = await ToAsync(operations.Contains($"GET {item}") ? "GET" : "DELETE");
            Assert.That((int)gone.Status, Is.EqualTo(isArchived ? 200 : 404), item);

            Task<ReceivedResponse> ToAsync(string method) =>
                provoker.SendAsync($"{method} {item}", unknown: item.Split("{}").Length - 2, id: id);
        }

        Assert.That(checkedTypes, Is.GreaterThanOrEqualTo(version is "2.11" or "2.12" ? 8 : 9));
    }

    private static async Task CheckListAsync(FakeClient client, Seeds seeds, string path, string id)
    {
        // Companies without users are not listed, and some versions return one instance of a custom object.
        if (!client.Has($"GET {path}") || path == "/companies" || (path == "/custom_object_instances/{}" && client.Fake.Version is not ("2.16" or "Preview")))
            return;
        var response = await client.SendAsync("GET", $"{seeds.Fill(path)}?per_page=150");
        Assert.That((int)response.Status, Is.EqualTo(200), $"GET {path}: {response.Text}");
        var ids = response.Json.Descendants().OfType<JProperty>().Where(member => member.Name == "id").Select(member => (string?)member.Value);
        Assert.That(ids, Does.Contain(id), $"GET {path}");
    }
}
