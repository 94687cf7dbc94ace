using System.Text;
using Intercom.Generated.V2_16.Webhooks;

namespace Intercom.Generated.AspNetCore.Tests;

/// <summary>Bodies of notifications.</summary>
internal static class Notifications
{
    public const string Secret = "secret-of-the-app";

    /// <summary>The time of the clock at the start of a test, in Unix seconds.</summary>
    public const long Now = 1_767_225_600;

    public static byte[] Conversation(string? id, string topic = "conversation.user.created", long createdAt = Now) =>
        Body(id, topic, """{"type":"conversation","id":"42","state":"open"}""", createdAt);

    public static byte[] Contact(string? id) => Body(id, "contact.user.created", """{"type":"contact","id":"7","email":"ada@example.com"}""");

    public static byte[] Body(string? id, string topic, string item, long createdAt = Now) => Encoding.UTF8.GetBytes(
        $$$"""
        {"type":"notification_event","app_id":"abc123","data":{"type":"notification_event_data","item":{{{item}}}},"id":{{{(id is null ? "null" : $"\"{id}\"")}}},
        "topic":"{{{topic}}}","created_at":{{{createdAt}}},"first_sent_at":{{{createdAt}}},"delivery_attempts":1}
        """);

    public static string Sign(byte[] body, string secret = Secret) => WebhookSignature.ForNotifications(secret).Sign(body);

    public static void Configure(IntercomWebhookOptions options)
    {
        options.ClientSecrets.Add(Secret);
        options.Topics = IntercomWebhooks.Topics;
    }
}
