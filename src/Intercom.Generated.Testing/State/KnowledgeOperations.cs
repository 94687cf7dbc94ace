using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations on content of several types: tags, search, and bulk actions. Also the items of newsfeeds.</summary>
internal sealed class KnowledgeOperations(Workspace workspace, ResourceCatalog resources)
{
    private const int MaximumItems = 1000;

    /// <summary>The types of content: their path, their resources, and their names in errors, searches, and bulk actions.</summary>
    private static readonly (string Path, string Type, string Name, string Searched, string Acted)[] Types =
    [
        ("articles", "article", "Article", "article", "article_content"),
        ("content_snippets", "content_snippet", "Content snippet", "snippet", "content_snippet"),
        ("internal_articles", "internal_article", "Internal article", "internal_article", "internal_article"),
    ];

    private readonly Links _tags = new();

    public void Register(OperationTable table)
    {
        foreach (var type in Types)
        {
            table.Add($"POST /{type.Path}/{{}}/tags", call => Tag(call, type.Type, type.Name));
            table.Add($"DELETE /{type.Path}/{{}}/tags/{{}}", call => Untag(call, type.Type, type.Name));
        }

        table.AddCheck("GET /content/search", CheckSearch);
        table.AddList("GET /content/search", Search);
        table.Add("POST /content/bulk_actions", Act);
        table.AddList("GET /news/newsfeeds/{}/items", NewsOf);
    }

    /// <summary>Removes a deleted tag from all content.</summary>
    public void RemoveTag(string tagId) => _tags.RemoveAll(tagId);

    private JObject Find(Call call, string type, string name) =>
        resources.Find(type)?.Store.Find(call.PathValues[0])
        ?? throw new Rejection(404, $"{type}_not_found", $"{name} not found");

    private JObject FindTag(string? id) => workspace.Tags.Find(id) ?? throw new Rejection(404, "tag_not_found", "Tag not found");

    private FakeResponse Tag(Call call, string type, string name)
    {
        var content = Find(call, type, name);
        var tag = FindTag(call.RequiredText("id"));
        var admin = call.Text("admin_id") is { } id ? workspace.Admin(id) : Workspace.DefaultAdmin();
        _tags.Add(Key(type, content), (string)tag["id"]!);
        return call.Respond(Applied(call, tag, admin));
    }

    private FakeResponse Untag(Call call, string type, string name)
    {
        var content = Find(call, type, name);
        var tag = FindTag(call.PathValues[1]);
        if (!_tags.Remove(Key(type, content), (string)tag["id"]!))
            throw new Rejection(404, "tag_not_found", "Tag not found");
        return call.Respond(Applied(call, tag, Workspace.DefaultAdmin()));
    }

    private JObject Applied(Call call, JObject tag, JObject admin) => call.SampleWith(new JObject
    {
        ["type"] = "tag",
        ["id"] = tag["id"],
        ["name"] = tag["name"],
        ["applied_at"] = workspace.Clock.Now,
        ["applied_by"] = new JObject { ["type"] = "admin", ["id"] = admin["id"] },
    });

    private static string Key(string type, JObject content) => $"{type} {Call.Scalar(content["id"])}";

    private static IEnumerable<string> Values(FakeRequest request, string name) =>
        request.Query.Where(pair => pair.Key == name || pair.Key == $"{name}[]").SelectMany(pair => pair.Value.Split(','));

    private void CheckSearch(FakeRequest request, JObject body)
    {
        foreach (var name in new[] { "tag_ids", "any_tag_ids" })
        {
            // Values that are not IDs are errors of another kind.
            if (Values(request, name).Any(id => long.TryParse(id, out _) && workspace.Tags.Find(id) is null))
                throw new Rejection(422, "data_invalid", "Invalid or duplicated record reference");
        }
    }

    private IReadOnlyList<JObject> Search(Call call)
    {
        var request = call.Request;
        var phrase = request.GetQuery("query") ?? "";
        var types = new HashSet<string>(Values(request, "content_types"), StringComparer.Ordinal);
        var states = new HashSet<string>(Values(request, "states"), StringComparer.Ordinal);
        var all = Values(request, "tag_ids").ToList();
        var any = Values(request, "any_tag_ids").ToList();
        return
        [
            .. from type in Types
               where types.Count == 0 || types.Contains(type.Searched)
               from content in resources.ItemsOf(type.Type)
               let tags = _tags.From(Key(type.Type, content))
               where (Call.Scalar(content["title"]) ?? "").Contains(phrase, StringComparison.OrdinalIgnoreCase)
                   && (states.Count == 0 || states.Contains(Call.Scalar(content["state"]) ?? "published"))
                   && (request.GetQuery("tag_operator") == "NIN" ? !all.Exists(tags.Contains) : all.TrueForAll(tags.Contains))
                   && (any.Count == 0 || any.Exists(tags.Contains))
               select new JObject { ["type"] = type.Type, ["id"] = content["id"], ["title"] = Call.Scalar(content["title"]) ?? "" },
        ];
    }

    /// <summary>Runs a bulk action. Items whose type the action does not apply to, and unknown items, are skipped as documented.</summary>
    private FakeResponse Act(Call call)
    {
        var action = call.RequiredText("action");
        var items = (call.Body["content_ids"] as JArray ?? []).OfType<JObject>().ToList();
        if (items.Count > MaximumItems)
            throw new Rejection(422, "parameter_invalid", "content_ids can have at most 1000 items");
        foreach (var item in items)
        {
            var named = Call.Scalar(item["type"]);
            var type = Array.Find(Types, candidate => candidate.Acted == named || candidate.Type == named);
            if (type.Type is not null && resources.Find(type.Type) is { } operations
                && operations.Store.Find(Call.Scalar(item["id"])) is { } content)
            {
                Act(call, action, type.Type, operations, content);
            }
        }

        return call.Respond(call.SampleWith(new JObject { ["status"] = "pending" }));
    }

    private void Act(Call call, string action, string type, ResourceOperations operations, JObject content)
    {
        switch (action)
        {
            case "publish" or "unpublish" when type == "article":
                operations.Update(content, new JObject { ["state"] = action == "publish" ? "published" : "draft" });
                break;
            case "delete":
                operations.Remove(content);
                break;
            case "set_availability" when call.Body["availability"] is JObject availability:
                operations.Update(content, new JObject(availability.Properties().Select(member => new JProperty(
                    member.Name == "ai_agent" ? "ai_chatbot_availability" : $"ai_{member.Name}_availability", member.Value.DeepClone()))));
                break;
            case "update_tags" when call.Body["tags"] is JObject tags:
                foreach (var id in (tags["add_tag_ids"] as JArray ?? []).Select(Call.Scalar)
                    .Where(id => workspace.Tags.Find(id) is not null))
                {
                    _tags.Add(Key(type, content), id!);
                }

                foreach (var id in (tags["remove_tag_ids"] as JArray ?? []).Select(Call.Scalar))
                    _tags.Remove(Key(type, content), id!);
                break;
            default:
                break;
        }
    }

    private IReadOnlyList<JObject> NewsOf(Call call)
    {
        var newsfeed = Call.Scalar(resources.Of("newsfeed").Find(call.PathValues[0])["id"]);
        return
        [
            .. resources.ItemsOf("news-item").Where(item => Call.Scalar(item["state"]) == "live"
                && (item["newsfeed_assignments"] as JArray ?? []).Any(assigned => Call.Scalar(assigned["newsfeed_id"]) == newsfeed)),
        ];
    }
}
