using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The drafts and versions of articles.</summary>
internal sealed class ArticleContent
{
    private static readonly string[] Staged = ["title", "description", "body", "body_markdown"];

    private readonly Workspace _workspace;
    private readonly ResourceOperations _articles;
    private readonly EntityShape _shape;
    private readonly EntityShape? _versionShape;
    private readonly Dictionary<string, JObject> _drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<JObject>> _versions = new(StringComparer.Ordinal);

    public ArticleContent(Workspace workspace, ResourceCatalog resources)
    {
        _workspace = workspace;
        _articles = resources.Of("article");
        var description = workspace.Description;
        _shape = new EntityShape(description, description.EntitySchema("GET /articles/{}"));
        if (description.Find("GET /articles/{}/versions/{}")?.Response.Schema is { } version)
            _versionShape = new EntityShape(description, version);
        resources.ArticleChanged = OnChanged;
    }

    public void Register(OperationTable table)
    {
        table.Add("GET /articles/{}/draft", call => call.Respond(Preview(Find(call))));
        table.Add("PUT /articles/{}/draft", Stage);
        table.Add("POST /articles/{}/draft/publish", Publish);
        table.AddList("GET /articles/{}/versions", call => [.. VersionsOf(call).Select(Summary)]);
        table.Add("GET /articles/{}/versions/{}", call => call.Respond(
            VersionsOf(call).FirstOrDefault(version => Call.Scalar(version["id"]) == call.PathValues[1]) ?? throw Missing()));
        table.AddCheck("GET /articles/{}/versions", CheckLocale);
        table.AddCheck("GET /articles/{}/versions/{}", CheckLocale);
    }

    private static Rejection Missing() => new(404, "not_found", "Object not found");

    private JObject Find(Call call) => _articles.Store.Find(call.PathValues[0]) ?? throw Missing();

    private static string Id(JObject article) => Call.Scalar(article["id"])!;

    /// <summary>Creates the article with its staged changes.</summary>
    private JObject Preview(JObject article)
    {
        if (!_drafts.TryGetValue(Id(article), out var draft))
            throw Missing();
        var preview = (JObject)article.DeepClone();
        _shape.Merge(preview, draft);
        return preview;
    }

    private FakeResponse Stage(Call call)
    {
        var article = Find(call);
        if (Call.Scalar(article["state"]) != "published")
            throw new Rejection(422, "parameter_invalid", "Article must be published before a draft can be staged");
        if (!_drafts.TryGetValue(Id(article), out var draft))
            _drafts.Add(Id(article), draft = []);

        // Only the text is staged. Other properties keep the live values.
        foreach (var name in Staged.Append("translated_content").Where(name => call.Body[name] is not null))
            draft[name] = call.Body[name]!.DeepClone();
        _shape.Set(article, "has_unpublished_changes", true);
        _shape.SetTime(article, "draft_updated_at", _workspace.Clock.Tick());
        return call.Respond(Preview(article));
    }

    private FakeResponse Publish(Call call)
    {
        var article = Find(call);
        if (!_drafts.TryGetValue(Id(article), out var draft))
            throw new Rejection(422, "parameter_invalid", "Article has no draft to publish");
        var pending = PendingLocales(article, draft);
        if (call.Body["locales"] is JArray locales)
        {
            var unchanged = locales.Select(Call.Scalar).Where(locale => !pending.Contains(locale!)).ToList();
            if (unchanged.Count > 0)
            {
                throw new Rejection(422, "parameter_invalid",
                    $"Cannot publish a draft for locale(s) without pending changes: {string.Join(", ", unchanged)}");
            }
        }
        else if (article["translated_content"] is JObject contents && contents.Properties().Any(content => content.Value is JObject))
        {
            throw new Rejection(422, "parameter_not_found", "locales must be specified to publish a draft on a multilingual workspace");
        }

        _drafts.Remove(Id(article));
        _shape.Set(article, "has_unpublished_changes", false);
        if (_shape.Allows("draft_updated_at", JValue.CreateNull()))
            article["draft_updated_at"] = JValue.CreateNull();
        return call.Respond(_articles.Update(article, draft));
    }

    private static HashSet<string> PendingLocales(JObject article, JObject draft)
    {
        var locales = new HashSet<string>(StringComparer.Ordinal);
        if (Staged.Any(name => draft[name] is not null))
            locales.Add(Call.Scalar(article["default_locale"]) ?? "en");
        foreach (var content in (draft["translated_content"] as JObject)?.Properties().Where(content => content.Value is JObject) ?? [])
            locales.Add(content.Name);
        return locales;
    }

    private void OnChanged(JObject article, bool isDeleted)
    {
        var id = Id(article);
        if (isDeleted)
        {
            _drafts.Remove(id);
            _versions.Remove(id);
            return;
        }

        if (_versionShape is null)
            return;
        var version = _versionShape.New();
        foreach (var name in Staged.Concat(["author_id", "state"]).Where(name => article[name] is not null))
            _versionShape.Set(version, name, article[name]!);
        version["id"] = _workspace.NextNumber();
        _versionShape.Set(version, "article_id", id);
        _versionShape.Set(version, "created_via", "api");
        _versionShape.SetTime(version, "created_at", _workspace.Clock.Now);
        _versionShape.SetTime(version, "updated_at", _workspace.Clock.Now);
        if (!_versions.TryGetValue(id, out var versions))
            _versions.Add(id, versions = []);

        // The newest version is the first.
        versions.Insert(0, version);
    }

    private List<JObject> VersionsOf(Call call) => _versions.TryGetValue(Id(Find(call)), out var versions) ? versions : [];

    private static JObject Summary(JObject version)
    {
        var summary = (JObject)version.DeepClone();
        foreach (var name in new[] { "body", "body_markdown", "updated_at" })
            summary.Remove(name);
        return summary;
    }

    private void CheckLocale(FakeRequest request, JObject body)
    {
        if (request.GetQuery("locale") is not { } locale || !_shape.Properties.TryGetValue("translated_content", out var contents))
            return;
        if (!_workspace.Description.Graph.Properties(contents).ContainsKey(locale))
            throw Rejection.Invalid("Unknown locale");
    }
}
