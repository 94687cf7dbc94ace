using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Webhooks;

/// <summary>A notification that is to be sent.</summary>
internal sealed class PendingNotification(string topic, string? id, string workspaceId, JObject item, DateTimeOffset createdAt)
{
    private DateTimeOffset _firstSentAt;

    public string Topic { get; } = topic;

    public string? Id { get; } = id;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset DueAt { get; set; } = createdAt;

    public int Attempts { get; private set; }

    /// <summary>Starts an attempt, and returns its JSON.</summary>
    public string StartAttempt(DateTimeOffset now)
    {
        if (++Attempts == 1)
            _firstSentAt = now;

        // The order of the members in recorded notifications.
        return new JObject
        {
            ["type"] = "notification_event",
            ["app_id"] = workspaceId,
            ["data"] = new JObject { ["type"] = "notification_event_data", ["item"] = item },
            ["links"] = new JObject(),
            ["id"] = Id,
            ["topic"] = Topic,
            ["delivery_status"] = Attempts == 1 ? "pending" : "retry",
            ["delivery_attempts"] = Attempts,
            ["delivered_at"] = 0,
            ["first_sent_at"] = _firstSentAt.ToUnixTimeSeconds(),
            ["created_at"] = CreatedAt.ToUnixTimeSeconds(),
            ["self"] = null,
        }.ToString(Formatting.None);
    }

    /// <summary>Creates a second delivery of the same notification.</summary>
    public PendingNotification Duplicate() => new(Topic, Id, workspaceId, item, CreatedAt);
}
