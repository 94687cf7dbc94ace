namespace Intercom.Generated.Webhooks;

/// <summary>The outcome of <see cref="INotificationOutbox.AddAsync"/>.</summary>
public enum OutboxResult
{
    /// <summary>The notification was added. Acknowledge it.</summary>
    Added,

    /// <summary>A notification with the same ID was added before. Acknowledge it, and do not handle it again.</summary>
    Duplicate,

    /// <summary>The outbox is full or closed. Respond with 503, so that Intercom sends the notification again.</summary>
    Unavailable,
}
