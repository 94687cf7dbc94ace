using System.Globalization;
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
    private const string ObjectNotFound = "Object not found";

    private static readonly string[] SearchedProperties = ["title", "description", "body"];
    private static readonly string[] Common = ["type", "id"];
    private static readonly string[] Platforms = ["supports_android", "supports_ios", "supports_web"];
    private static readonly string[] Redirect = ["from_url", "locale", "target_type", "target_id"];

    private readonly Dictionary<string, ResourceOperations> _operations = new(StringComparer.Ordinal);
    private readonly Workspace _workspace;

    public ResourceCatalog(Workspace workspace)
    {
        _workspace = workspace;
        foreach (var type in Types().Concat(DataConnectorRules.Types(workspace)))
        {
            if (ResourceOperations.TryCreate(workspace, type) is { } operations)
                _operations.Add(type.Name, operations);
        }

        workspace.Admins = Of("admin").Store;
        workspace.Teams = Of("team").Store;
        Of("admin").SeedInitial(Workspace.DefaultAdmin());
    }

    /// <summary>Called after an article was created, updated, or deleted. The second argument is whether it was deleted.</summary>
    public Action<JObject, bool>? ArticleChanged { get; set; }

    /// <summary>The names of the types that the version has.</summary>
    public IEnumerable<string> Names => _operations.Keys;

    /// <exception cref="ArgumentException">The version has no such type.</exception>
    public ResourceOperations Of(string name) => Find(name)
        ?? throw new ArgumentException(
            $"{_workspace.Description.Version} has no resources of the type '{name}'. The types are {string.Join(", ", Names)}. "
            + "Contacts, companies, conversations, tags, and notes have methods of their own.",
            nameof(name));

    /// <summary>Finds a type, or returns null if the version does not have it.</summary>
    public ResourceOperations? Find(string name) => _operations.TryGetValue(name, out var operations) ? operations : null;

    /// <summary>Gets the resources of a type. The list is empty if the version does not have the type.</summary>
    public IReadOnlyList<JObject> ItemsOf(string name) => Find(name)?.Store.Items ?? [];

    public void Register(OperationTable table)
    {
        foreach (var operations in _operations.Values)
            operations.Register(table, Of);
        table.AddCheck("GET /data_connectors/{}", DataConnectorRules.CheckVersion);
        table.AddList("GET /articles/search", SearchArticles);
        table.AddList("GET /internal_articles/search", call => Of("internal_article").Store.Items);
    }

    private IEnumerable<ResourceType> Types() =>
    [
        new("admin", "/admins", "admin_not_found", "Admin not found"),
        new("team", "/teams", "team_not_found", "Team not found") { CheckUpdate = CheckTeam },
        new("article", "/articles", NotFound, ResourceNotFound)
        {
            InitialState = "draft",
            Check = CheckAuthor,
            CheckUpdate = CheckSchedule,
            Written = CheckUnpublish,
            Changed = RaiseArticle,
        },
        new("internal_article", "/internal_articles", NotFound, ResourceNotFound)
        {
            Check = body =>
            {
                CheckAuthor(body);
                CheckAudiences(body);
            },
            CheckUpdate = CheckAudiences,
        },
        new("collection", "/help_center/collections", NotFound, ResourceNotFound) { Check = CheckName },
        new("help_center", "/help_center/help_centers", NotFound, ResourceNotFound),
        new("help_center_redirect", "/help_center/help_centers/{}/redirects", NotFound, "Resource not found")
        {
            Owner = "help_center",
            OwnerKey = "help_center_id",
            OwnerNotFound = (NotFound, "Resource not found"),
            Check = CheckRedirect,
            Written = CompleteRedirect,
        },
        new("news-item", "/news/news_items", NotFound, ResourceNotFound) { InitialState = "draft" },
        new("newsfeed", "/news/newsfeeds", NotFound, ResourceNotFound),
        new("segment", "/segments", NotFound, ResourceNotFound),
        new("subscription", "/subscription_types", NotFound, ResourceNotFound),
        new("content_import_source", "/ai/content_import_sources", NotFound, ResourceNotFound),
        new("external_page", "/ai/external_pages", NotFound, ResourceNotFound),
        new("content_snippet", "/content_snippets", NotFound, "Content snippet not found")
        {
            Check = CheckSnippet,
            CheckUpdate = CheckSnippet,
            CheckDelete = CheckProcedures,
        },
        new("folder", "/folders", NotFound, ResourceNotFound) { Wrapper = "folder" },
        new("data_attribute", "/data_attributes", "field_not_found", "We couldn't find that data attribute to update")
        {
            Check = body => DataAttributes.Check(body, ItemsOf("data_attribute")),
            CheckUpdate = DataAttributes.CheckUpdate,
            CheckList = request => DataAttributes.CheckList(_workspace.Description, request),
            IsListed = DataAttributes.IsListed,
            Written = DataAttributes.Complete,
        },
        new("ticket_type", "/ticket_types", NotFound, ResourceNotFound) { Written = TicketTypeAttributes.AddDefaults },
        new("brand", "/brands", NotFound, "Brand not found"),
        new("email_setting", "/emails", NotFound, "Email setting not found"),
        new("macro", "/macros", NotFound, "Macro not found") { CheckList = CheckUpdatedSince, IsListed = IsUpdatedSince },
        new("audience", "/audiences", NotFound, ResourceNotFound)
        {
            Check = body => RequireName(body, "Name is required"),
            CheckUpdate = body => RequireName(body, "Name must not be blank", isUpdate: true),
        },
        new("office_hours_schedule", "/office_hours_schedules", NotFound, ObjectNotFound)
        {
            Written = (schedule, _) => RequireUnique("office_hours_schedule", schedule, "name"),
        },
        new("office_hours_exception", "/office_hours_schedules/{}/office_hours_exceptions", NotFound, ObjectNotFound)
        {
            Owner = "office_hours_schedule",
            OwnerKey = "office_hours_schedule_id",
            Written = (exception, _) => RequireUnique("office_hours_exception", exception, "office_hours_schedule_id", "exception_date"),
        },
        new("identity_verification_secret", "/secure_mode_secrets", "identity_verification_secret_not_found",
            "Identity verification secret not found")
        {
            Check = CheckSecret,
            Written = (secret, _) => secret["secret"] = $"fake-identity-verification-secret-{Call.Scalar(secret["id"])}",
        },
        new("visitor", "/visitors", NotFound, "Visitor Not Found") { IsDataOnly = true },
        new("away_status_reason", "/away_status_reasons", NotFound, ResourceNotFound),
        new("call", "/calls", NotFound, "Not Found"),
        new("workflow", "/export/workflows", NotFound, "Workflow not found") { IsDataOnly = true },
        new("banner", "/contacts/{}/banners", NotFound, ResourceNotFound) { IsDataOnly = true },
        new("whatsapp_message", "/messages/status", NotFound, "Whatsapp message not found") { IsDataOnly = true },
        new("handling_event", "/conversations/{}/handling_events", NotFound, ResourceNotFound) { IsDataOnly = true },
        new("side_conversation", "/conversations/{}/side_conversations", NotFound, ResourceNotFound) { IsDataOnly = true },
        new("activity_log", "/admins/activity_logs", NotFound, ResourceNotFound) { IsDataOnly = true },
        InternalType("custom_object_type", "/custom_object_instances", "name"),
        InternalType("procedure", "/fin", "name", "description", "state", "trigger"),
        InternalType("input_request", "/procedures", "conversation_id", "step_id"),
        InternalType("ecommerce_connector", "/ecommerce/connectors", "name"),
    ];

    /// <summary>Creates a type that teammates manage in the app. Operations refer to it, but none returns it.</summary>
    private ResourceType InternalType(string name, string usedBy, params string[] properties)
    {
        var isUsed = _workspace.Description.Operations
            .Any(operation => operation.Template.StartsWith(usedBy + "/", StringComparison.Ordinal));
        return new ResourceType(name, usedBy, NotFound, ResourceNotFound)
        {
            IsDataOnly = true,
            OwnSchema = isUsed ? Schema(properties) : null,
        };
    }

    private static JObject Schema(IEnumerable<string> properties) => new()
    {
        ["type"] = "object",
        ["properties"] = new JObject(Common.Select(name => new JProperty(name, new JObject { ["type"] = "string" }))
            .Concat(properties.Select(name => new JProperty(name, new JObject { ["type"] = "string", ["nullable"] = true })))),
    };

    private static void CheckAuthor(JObject body)
    {
        // The author of the default locale is documented as an alternative.
        if (body["author_id"] is null && body["translated_content"] is not JObject)
        {
            throw new Rejection(400, "parameter_not_found",
                "author_id must be in the main body or default locale translated_content object");
        }

        CheckSchedule(body);
    }

    private static void CheckSchedule(JObject body)
    {
        var (publish, unpublish) = (IsSet(body["scheduled_publish_at"]), IsSet(body["scheduled_unpublish_at"]));
        if (publish && unpublish)
            throw Rejection.Invalid("Cannot set scheduled_publish_at and scheduled_unpublish_at in the same request");
        if (publish && Call.Scalar(body["state"]) == "draft")
            throw Rejection.Invalid("Cannot schedule a publish while setting state to draft");
    }

    private static void CheckUnpublish(JObject article, JObject sent)
    {
        if (IsSet(sent["scheduled_unpublish_at"]) && !IsPublished(article) && !IsSet(article["scheduled_publish_at"]))
            throw Rejection.Invalid("Cannot schedule unpublish for an article that has never been published");
    }

    private static bool IsSet(JToken? value) => value is { Type: not JTokenType.Null };

    private static void CheckName(JObject body)
    {
        if (string.IsNullOrEmpty(Call.Scalar(body["name"])))
            throw new Rejection(400, "parameter_not_found", "Name is a required parameter.");
    }

    private static void RequireName(JObject body, string message, bool isUpdate = false)
    {
        if (isUpdate ? body["name"] is not null && string.IsNullOrWhiteSpace(Call.Scalar(body["name"])) : body["name"] is null)
            throw new Rejection(422, "validation_error", message);
    }

    private static void CheckSecret(JObject body)
    {
        if (string.IsNullOrEmpty(Call.Scalar(body["name"])))
            throw new Rejection(422, "parameter_invalid", "name is required");
        if (!Platforms.Any(platform => body[platform] is JValue { Value: true }))
            throw new Rejection(422, "parameter_invalid", $"one of {string.Join(", ", Platforms)} must be true");
    }

    private static void CheckRedirect(JObject body)
    {
        foreach (var name in Redirect)
        {
            if (string.IsNullOrEmpty(Call.Scalar(body[name])))
                throw new Rejection(400, "parameter_not_found", $"{name} is required");
        }

        if (Call.Scalar(body["target_type"]) is not ("article" or "collection"))
            throw Rejection.Invalid("target_type must be 'article' or 'collection'");
        if (!Uri.TryCreate(Call.Scalar(body["from_url"]), UriKind.Absolute, out var url)
            || !url.Scheme.StartsWith("http", StringComparison.Ordinal))
        {
            throw new Rejection(422, "data_invalid", "from_url must be an absolute URL within this help center's URL space");
        }
    }

    private void CompleteRedirect(JObject redirect, JObject sent)
    {
        if (ItemsOf("help_center_redirect").Any(other => !ReferenceEquals(other, redirect)
            && SameText(other, redirect, "help_center_id") && SameText(other, redirect, "from_url")))
        {
            throw new Rejection(409, "resource_conflict", "A redirect with that URL already exists");
        }
    }

    private void RequireUnique(string type, JObject resource, params string[] names)
    {
        if (ItemsOf(type).Any(other => !ReferenceEquals(other, resource) && names.All(name => SameText(other, resource, name))))
            throw new Rejection(422, "data_invalid", "Invalid or duplicated record reference");
    }

    private static bool SameText(JObject left, JObject right, string name) => Call.Scalar(left[name]) == Call.Scalar(right[name]);

    private void CheckSnippet(JObject body)
    {
        CheckAudiences(body);
        if (Call.Scalar(body["locale"]) is { } locale && !IsLocale(locale))
            throw new Rejection(422, "validation_error", "The language is not currently supported for Fin");
    }

    private void CheckAudiences(JObject body)
    {
        if (body["audience_ids"] is JArray audiences)
        {
            var known = new HashSet<string?>(ItemsOf("audience").Select(audience => Call.Scalar(audience["id"])));
            var unknown = audiences.Select(Call.Scalar).Where(id => !known.Contains(id)).ToList();
            if (unknown.Count > 0)
                throw new Rejection(404, "parameter_invalid", $"audience_ids contains unknown audience IDs: {string.Join(", ", unknown)}");
        }
    }

    /// <summary>Whether articles can have this locale.</summary>
    private bool IsLocale(string locale)
    {
        var graph = _workspace.Description.Graph;
        var article = graph.Properties(_workspace.Description.EntitySchema("GET /articles/{}"));
        return !article.TryGetValue("translated_content", out var contents) || graph.Properties(contents).ContainsKey(locale);
    }

    private static void CheckProcedures(JObject snippet)
    {
        if (snippet["procedure_ids"] is JArray { Count: > 0 })
        {
            throw new Rejection(422, "content_has_procedure_dependencies",
                "Content snippet has dependent procedures and cannot be deleted");
        }
    }

    private static void CheckTeam(JObject body)
    {
        if (body.Properties().FirstOrDefault(member => member.Name is not ("admin_ids" or "admin_priority_level")) is { } other)
        {
            throw Rejection.Invalid(
                $"Only admin_ids and admin_priority_level can be updated on a team, but the request changed {other.Name}");
        }

        if (body["admin_ids"] is JArray admins && !admins.All(id => long.TryParse(Call.Scalar(id), out _)))
            throw Rejection.Invalid("admin_ids must contain only numeric admin ids");

        // The levels have lists of the IDs of admins.
        var levels = (body["admin_priority_level"] as JObject)?.Properties()
            .SelectMany(level => level.Value as JArray ?? []).ToList() ?? [];
        if (levels.GroupBy(Call.Scalar).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Rejection.Invalid($"admin_priority_level gives {twice.Key} more than one priority level");
        if (body["admin_ids"] is JArray members
            && levels.Find(id => !members.Any(member => Call.Scalar(member) == Call.Scalar(id))) is { } stranger)
        {
            throw Rejection.Invalid(
                $"admin_priority_level names {Call.Scalar(stranger)}, which is on neither the team nor admin_ids");
        }
    }

    private static void CheckUpdatedSince(FakeRequest request)
    {
        if (request.GetQuery("updated_since") is { } since && !long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            throw new Rejection(400, "parameter_invalid", "Invalid updated_since timestamp");
    }

    private static bool IsUpdatedSince(Call call, JObject macro) =>
        !long.TryParse(call.Request.GetQuery("updated_since"), NumberStyles.None, CultureInfo.InvariantCulture, out var since)
        || macro["updated_at"] is not JValue { Value: not null } updated
        || (updated.Value is long seconds
            ? seconds
            : DateTimeOffset.Parse(Call.Scalar(updated)!, CultureInfo.InvariantCulture).ToUnixTimeSeconds()) >= since;

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
        ArticleChanged?.Invoke(article, after is null);
        var topic = after is null ? "deleted" : before is null ? "created" : "updated";
        _workspace.Raise($"article.{topic}", () => NotificationItems.Article(article));
        var (was, isNow) = (IsPublished(before), IsPublished(after));
        if (after is not null && was != isNow)
            _workspace.Raise(isNow ? "article.published" : "article.unpublished", () => NotificationItems.Article(article));
    }

    private static bool IsPublished(JObject? article) => Call.Scalar(article?["state"]) == "published";
}
