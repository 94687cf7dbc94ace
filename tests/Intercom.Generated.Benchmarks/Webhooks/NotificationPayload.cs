using System.Text;
using Intercom.Generated.Benchmarks.Payloads;
using Intercom.Generated.Webhooks;

namespace Intercom.Generated.Benchmarks.Webhooks;

/// <summary>A signed notification of 20 KB.</summary>
internal static class NotificationPayload
{
    public const string Secret = "client-secret-of-the-app";

    private const int Size = 20 * 1024;

    /// <summary>The item: a conversation with as many parts as fit.</summary>
    public static byte[] Item { get; } = LargestItem();

    /// <summary>Gets a body whose ID has a number.</summary>
    public static byte[] Body(int number) =>
    [
        .. "{\"type\":\"notification_event\",\"app_id\":\"abc123\",\"data\":{\"type\":\"notification_event_data\",\"item\":"u8,
        .. Item,
        .. Encoding.ASCII.GetBytes(
            $"}},\"links\":{{}},\"id\":\"notif_{number}\",\"topic\":\"conversation.user.replied\",\"delivery_status\":\"pending\",\"delivery_attempts\":1,"
            + "\"delivered_at\":0,\"first_sent_at\":1768016203,\"created_at\":1768016203,\"self\":null}"),
    ];

    /// <summary>Gets a complete HTTP request.</summary>
    public static byte[] Request(int number)
    {
        var body = Body(number);
        var signature = WebhookSignature.ForNotifications(Secret).Sign(body);
        var head = $"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{WebhookSignature.NotificationHeader}: {signature}\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static byte[] LargestItem()
    {
        var item = ConversationPayload.Conversation(1).ToBytes();
        for (var parts = 2; ConversationPayload.Conversation(parts).ToBytes() is { Length: <= Size } larger; parts++)
            item = larger;
        return item;
    }
}
