using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Descriptions.Webhooks;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>Emits the topics of webhooks: a class for each, and the table of all of them.</summary>
internal static class WebhooksEmitter
{
    public static string Emit(EquatableArray<WebhookTopicModel> topics, string version, string targetNamespace)
    {
        var code = CodeWriter.File(
            $"{targetNamespace}.Webhooks", "Intercom.Generated.Runtime", "Intercom.Generated.Webhooks", "Newtonsoft.Json.Linq");
        code.Line();
        Table(code, topics, version);
        foreach (var topic in topics)
        {
            code.Line();
            Class(code, topic);
        }

        return code.ToString();
    }

    private static void Table(CodeWriter code, EquatableArray<WebhookTopicModel> topics, string version)
    {
        code.Summary($"The topics of webhooks, with the models of version {version} of the Intercom API.");
        code.Open("public static class IntercomWebhooks");
        code.Line("/// <summary>All topics. Pass them to a <see cref=\"NotificationReader\"/>.</summary>");
        code.Line("public static NotificationTopics Topics => field ??= new(");
        code.Continued($"{CSharpText.Literal(version)},");
        code.Continued("[");
        foreach (var topic in topics)
        {
            foreach (var spelling in topic.Aliases.Prepend(topic.Topic))
                code.Continued(() => code.Continued(() => Entry(code, topic, spelling)));
        }

        code.Continued("]);");
        code.Close();
    }

    private static void Entry(CodeWriter code, WebhookTopicModel topic, string spelling)
    {
        var codec = topic.Item is { } item ? $"Codecs.{item}" : "JsonCodecs.Token";
        var member = topic.ItemMember is { } name ? $" {{ ItemMember = {CSharpText.Literal(name)} }}" : string.Empty;
        code.List(
            $"new NotificationTopic<{ItemType(topic)}, {topic.Name}>",
            [CSharpText.Literal(spelling), codec, "static (envelope, item) => new(envelope, item)"],
            $"{member},");
    }

    private static void Class(CodeWriter code, WebhookTopicModel topic)
    {
        code.Prose("summary", topic.Summary);
        code.Prose("remarks", Remarks(topic));
        code.Open($"public sealed class {topic.Name} : IntercomNotification<{ItemType(topic)}>");
        code.Line("/// <summary>The name of the topic.</summary>");
        code.Line($"public const string TopicName = {CSharpText.Literal(topic.Topic)};");
        code.Line();
        code.Open($"internal {topic.Name}(NotificationEnvelope envelope, {ItemType(topic)} item) : base(envelope, item)");
        code.Close();
        code.Close();
    }

    private static string ItemType(WebhookTopicModel topic) => topic.Item ?? "JToken";

    private static string Remarks(WebhookTopicModel topic)
    {
        var aliases = string.Concat(topic.Aliases.Select(alias => $", which is also spelled `{alias}`"));
        var permission = topic.Permission is { } name ? $" The app needs the permission \"{name}\"." : string.Empty;
        var since = topic.Since is { } version ? $" Documented from version {Label(version)} on." : string.Empty;
        var raw = topic.Item is null ? " This version has no model for the item." : string.Empty;
        return $"The topic `{topic.Topic}`{aliases}.{permission}{since}{raw}";
    }

    private static string Label(string version) => version == "preview" ? "Preview" : version;
}
