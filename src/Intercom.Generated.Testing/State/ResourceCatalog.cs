using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.Webhooks;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The types of resources whose operations follow the same pattern. A version may have only some of their operations.</summary>
internal sealed class ResourceCatalog
{
    private const string NotFound = "not_found";
    private const string ResourceNotFound = "Resource Not Found";

    private static readonly string[] SearchedProperties = ["title", "description", "body"];

    private readonly Dictionary<string, ResourceOperations> _operations = new(StringComparer.Ordinal);
    private readonly Workspace _workspace;

    public ResourceCatalog(Workspace workspace)
    {
        _workspace = workspace;
        foreach (var type in Types())
        {
            if (ResourceOperations.TryCreate(workspace, type) is { } operations)
                _operations.Add(type.Name, operations);
        }

        Of("admin").SeedInitial(Workspace.Admin(Workspace.DefaultAdminId));
    }

    /// <summary>The names of the types that the version has.</summary>
    public IEnumerable<string> Names => _operations.Keys;

    /// <exception cref="ArgumentException">The version has no such type.</exception>
    public ResourceOperations Of(string name) => _operations.TryGetValue(name, out var operations)
        ? operations
        : throw new ArgumentException(
            $"{_workspace.Description.Version} has no resources of the type '{name}'. The types are {string.Join(", ", Names)}. "
            + "Contacts, companies, conversations, tags, and notes have methods of their own.",
            nameof(name));

    public void Register(OperationTable table)
    {
        foreach (var operations in _operations.Values)
            operations.Register(table);
        table.Add("PUT /admins/{}/away", SetAway);
        table.AddList("GET /articles/search", SearchArticles);
    }

    private IEnumerable<ResourceType> Types() =>
    [
        new("admin", "/admins", "admin_not_found", "Admin not found"),
        new("team", "/teams", "team_not_found", "Team not found"),
        new("article", "/articles", NotFound, ResourceNotFound)
        {
            InitialState = "draft",
            Check = CheckAuthor,
            Changed = RaiseArticle,
        },
        new("internal_article", "/internal_articles", NotFound, ResourceNotFound) { Check = CheckAuthor },
        new("collection", "/help_center/collections", NotFound, ResourceNotFound) { Check = CheckName },
        new("help_center", "/help_center/help_centers", NotFound, ResourceNotFound),
        new("news-item", "/news/news_items", NotFound, ResourceNotFound) { InitialState = "draft" },
        new("newsfeed", "/news/newsfeeds", NotFound, ResourceNotFound),
        new("segment", "/segments", NotFound, ResourceNotFound),
        new("subscription", "/subscription_types", NotFound, ResourceNotFound),
        new("content_import_source", "/ai/content_import_sources", NotFound, ResourceNotFound),
        new("external_page", "/ai/external_pages", NotFound, ResourceNotFound),
        new("data_attribute", "/data_attributes", "field_not_found", "We couldn't find that data attribute to update")
        {
            Check = body => DataAttributes.Check(body, Of("data_attribute").Store.Items),
            IsListed = DataAttributes.IsListed,
            Written = DataAttributes.Complete,
        },
        new("ticket_type", "/ticket_types", NotFound, ResourceNotFound),
        new("brand", "/brands", NotFound, "Brand not found"),
        new("email_setting", "/emails", NotFound, "Email setting not found"),
        new("macro", "/macros", NotFound, "Macro not found"),
    ];

    private static void CheckAuthor(JObject body)
    {
        // The author of the default locale is documented as an alternative.
        if (body["author_id"] is null && body["translated_content"] is not JObject)
        {
            throw new Rejection(400, "parameter_not_found",
                "author_id must be in the main body or default locale translated_content object");
        }
    }

    private static void CheckName(JObject body)
    {
        if (string.IsNullOrEmpty(Call.Scalar(body["name"])))
            throw new Rejection(400, "parameter_not_found", "Name is a required parameter.");
    }

    private FakeResponse SetAway(Call call)
    {
        var admins = Of("admin");
        var admin = admins.Store.Find(call.PathValues[0])
            ?? throw new Rejection(404, "admin_not_found", "Admin for admin_id not found");
        admins.Update(admin, call.Body);
        _workspace.Raise("admin.away_mode_updated", () => NotificationItems.Admin(admin));
        return call.Respond(admin);
    }

    private IReadOnlyList<JObject> SearchArticles(Call call)
    {
        var phrase = call.Request.GetQuery("phrase") ?? "";
        var state = call.Request.GetQuery("state");
        return
        [
            .. Of("article").Store.Items.Where(article =>
                (state is null or "all" || Call.Scalar(article["state"]) == state)
                && SearchedProperties.Any(name =>
                    Call.Scalar(article[name])?.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) >= 0)),
        ];
    }

    private void RaiseArticle(JObject? before, JObject? after)
    {
        var article = (after ?? before)!;
        var topic = after is null ? "deleted" : before is null ? "created" : "updated";
        _workspace.Raise($"article.{topic}", () => NotificationItems.Article(article));
        var (was, isNow) = (IsPublished(before), IsPublished(after));
        if (after is not null && was != isNow)
            _workspace.Raise(isNow ? "article.published" : "article.unpublished", () => NotificationItems.Article(article));
    }

    private static bool IsPublished(JObject? article) => Call.Scalar(article?["state"]) == "published";
}
