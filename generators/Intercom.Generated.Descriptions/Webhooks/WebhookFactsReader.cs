using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions.Facts;
using Intercom.Generated.Descriptions.Naming;
using Intercom.Generated.Descriptions.Search;

namespace Intercom.Generated.Descriptions.Webhooks;

/// <summary>
/// Reads the webhook facts (openapi/webhooks.json). Every version has every topic, because an app receives the topics of the version that
/// is set in the Developer Hub. Never throws for the content of the file: problems are part of the result.
/// </summary>
public static class WebhookFactsReader
{
    /// <summary>The name of the facts file.</summary>
    public const string FileName = "webhooks.json";

    private static readonly Regex TopicPattern = new(@"^[a-z_]+(\.[a-z_]+)*\z", RegexOptions.CultureInvariant);

    /// <summary>Reads the facts of a version.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="version">The version of the description, such as <c>2.14</c> or <c>Preview</c>.</param>
    /// <param name="types">The models of the version.</param>
    public static WebhookFacts Read(string json, string version, IEnumerable<WebhookItemType> types)
    {
        if (types is null)
            throw new ArgumentNullException(nameof(types));
        var problems = new List<DescriptionProblem>();
        var topics = ReadFile(json, FactsVersion.OfDescription(version), types.ToList(), problems);
        return problems.Count > 0
            ? new WebhookFacts(default, problems.ToEquatableArray())
            : new WebhookFacts(topics.ToEquatableArray(), default);
    }

    private static List<WebhookTopicModel> ReadFile(
        string json, FactsVersion version, List<WebhookItemType> types, List<DescriptionProblem> problems)
    {
        if (FactsObject.Parse(FileName, json, problems) is not { } root)
            return [];
        root.Allow("description", "source", "topics");
        root.Text("source");
        var models = types.ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal);
        var taken = new HashSet<string>(types.Select(type => type.Name), StringComparer.Ordinal);
        var spellings = new HashSet<string>(StringComparer.Ordinal);
        var topics = new List<WebhookTopicModel>();
        foreach (var facts in root.Objects("topics"))
        {
            if (ReadTopic(facts, version, models) is not { } topic)
                continue;
            foreach (var spelling in topic.Aliases.Append(topic.Topic).Where(spelling => !spellings.Add(spelling)))
                facts.Report("topic", $"The topic '{spelling}' is listed twice. Remove one of the entries.");
            if (!taken.Add(topic.Name))
            {
                facts.Report(
                    "topic", $"The class of the topic '{topic.Topic}' and another class are both named '{topic.Name}'. Set 'name'.");
            }

            topics.Add(topic);
        }

        return topics;
    }

    private static WebhookTopicModel? ReadTopic(FactsObject facts, FactsVersion version, Dictionary<string, string> models)
    {
        facts.Allow("topic", "name", "aliases", "item", "itemMember", "since", "permission", "summary");
        var topic = facts.Text("topic");
        var aliases = facts.Has("aliases") ? facts.Texts("aliases") : [];
        var item = facts.Text("item");
        var member = facts.OptionalText("itemMember");
        var summary = facts.Text("summary");
        var permission = facts.OptionalText("permission");
        var since = facts.OptionalText("since");
        if (topic is null || aliases is null || item is null || summary is null)
            return null;
        if (aliases.Prepend(topic).FirstOrDefault(spelling => !TopicPattern.IsMatch(spelling)) is { } invalid)
            return facts.Report<WebhookTopicModel>("topic", $"'{invalid}' is not a topic. Use a name such as contact.user.created.");
        if (since is not null && FactsVersion.Parse(since) is null)
            return facts.Report<WebhookTopicModel>("since", $"'{since}' is not a version. Use a number such as 2.16, or preview.");
        var name = facts.Has("name") ? facts.Name("name") : Identifier.Pascal(topic);
        if (name is null)
            return null;
        var isLater = since is not null && FactsVersion.Parse(since)!.Value.CompareTo(version) > 0;
        return new WebhookTopicModel(
            name,
            topic,
            aliases.ToEquatableArray(),
            models.TryGetValue(item, out var model) ? model : null,
            member,
            summary,
            isLater ? since : null,
            permission);
    }
}
