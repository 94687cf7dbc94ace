using Intercom.Generated.V2_14;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Aot;

/// <summary>Articles, data attributes, events, and activity logs.</summary>
internal static class Content
{
    public static async Task ArticlesAsync(Checks check)
    {
        using var workspace = new Workspace();
        workspace.Fake.Respond("POST", "/articles", request => Workspace.Respond(
            $$"""{"type":"article","id":"7","tags":{"type":"list","tags":[]},{{request.Body![1..]}}"""));
        var article = await workspace.Intercom.Articles.CreateAsync(new CreateArticleRequest
        {
            Title = "Printers",
            AuthorId = "991267583",
            State = ArticleState.Draft,
            TranslatedContent = new ArticleTranslatedContent
            {
                De = new ArticleContent { Title = "Drucker", State = ArticleState.Published },
                PtBr = new ArticleContent { Title = "Impressoras", Body = null },
            },
        });
        check.That(
            article is { Id: "7", Title: "Printers", TranslatedContent: { De.Title: "Drucker", PtBr.Title: "Impressoras", Fr: null } });
        check.That(workspace.Sent["translated_content"]!["pt-BR"]!["body"] is Newtonsoft.Json.Linq.JValue { Value: null });
        check.That(article.TranslatedContent!.De!.State == ArticleState.Published && article.State == ArticleState.Draft);

        workspace.Fake.Add("article", new Newtonsoft.Json.Linq.JObject
        {
            ["id"] = "7",
            ["translated_content"] = new Newtonsoft.Json.Linq.JObject { ["type"] = "article_translated_content" },
        });
        workspace.Fake.Add("collection");
        check.That((await workspace.Intercom.Articles.GetAsync("7")).TranslatedContent is not null);
        check.That((await workspace.Intercom.Articles.ListAsync().FirstPageAsync()).Items.Count > 0);
        check.That((await workspace.Intercom.HelpCenter.ListCollectionsAsync().FirstPageAsync()).Items[0].Name is not null);
    }

    public static async Task DataAsync(Checks check)
    {
        using var workspace = new Workspace();
        var attribute = await workspace.Intercom.DataAttributes.CreateAsync(new CreateDataAttributeRequest
        {
            Name = "tier",
            Model = DataAttributeModel.Contact,
            DataType = DataAttributeDataType.Options,
            Options = [new DataAttributeOption { Value = "gold" }, new DataAttributeOption { Value = "free" }],
        });
        check.That(workspace.Sent["options"]![1]!["value"]!.ToString() == "free" && attribute.Name is { Length: > 0 });
        workspace.Fake.Add("data_attribute", new Newtonsoft.Json.Linq.JObject { ["model"] = "company" });
        var options = new DataAttributeListOptions { Model = DataAttributeModel.Company, IncludeArchived = true };
        check.That((await workspace.Intercom.DataAttributes.ListAsync(options).FirstPageAsync()).Items.Count > 0);
        check.That(workspace.Fake.Requests[^1].Uri.Query is "?model=company&include_archived=true");

        // The description declares only strings, but Intercom accepts numbers and arrays too.
        workspace.Fake.RespondOnce("POST", "/events", _ => new HttpResponseMessage(System.Net.HttpStatusCode.Accepted));
        await workspace.Intercom.DataEvents.CreateAsync(new CreateDataEventRequest
        {
            EventName = "ordered",
            CreatedAt = DateTimeOffset.FromUnixTimeSeconds(1_767_225_600),
            UserId = "user-1",
            Metadata = new CustomAttributes { ["price"] = 12.5, ["items"] = (CustomAttributeValue)(string[])["a", "b"] },
        });
        check.That(workspace.Sent["created_at"]!.ToString() == "1767225600" && workspace.Sent["metadata"]!["items"]![1]!.ToString() == "b");
    }

    public static async Task ActivityLogsAsync(Checks check)
    {
        using var workspace = new Workspace();
        workspace.Fake.RespondOnce("GET", "/admins/activity_logs", _ => Workspace.Respond(
            """
            {"type":"activity_log.list","pages":{"type":"pages","page":1,"per_page":20,"total_pages":1},"activity_logs":[
              {"id":"1","activity_type":"app_name_change","created_at":1767225600,
               "metadata":{"changes":{"name":{"before":"A","after":{"b":[1]}}}}}]}
            """));
        var logs = await workspace.Intercom.Admins.ListActivityLogsAsync(
            DateTimeOffset.FromUnixTimeSeconds(1_767_000_000)).FirstPageAsync();
        check.That(logs.Items.Count == 1 && logs.Items[0].CreatedAt!.Value.Year == 2026);
        var change = logs.Items[0].Metadata!.Changes!["name"];
        check.That(change.Before!.ToString() == "A");
        check.That(change.After!.Value is ActivityLogPermissions permissions && permissions.AdditionalProperties["b"]![0]!.ToString() == "1");
    }
}
