namespace Intercom.Generated.Webhooks;

/// <summary>A notification that was received and verified, but not handled yet.</summary>
/// <param name="body">The request body, byte for byte. The notification refers to this memory, so do not change it.</param>
/// <param name="id">
/// The <see cref="IntercomNotification.Id"/>, by which duplicates are recognized, or null if the notification does not have one.
/// </param>
/// <param name="receivedAt">The time when the notification was received.</param>
public sealed class ReceivedNotification(ReadOnlyMemory<byte> body, string? id, DateTimeOffset receivedAt)
{
    /// <summary>The request body, byte for byte. Read it with a <see cref="NotificationReader"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>The ID by which duplicates are recognized, or null if the notification does not have one.</summary>
    public string? Id { get; } = id;

    /// <summary>The time when the notification was received.</summary>
    public DateTimeOffset ReceivedAt { get; } = receivedAt;

    /// <summary>
    /// The W3C trace context of the request that delivered the notification (<c>traceparent</c>), or null if it was not traced.
    /// </summary>
    public string? TraceParent { get; init; }

    /// <summary>The key in the outbox. The outbox sets it.</summary>
    public long Key { get; init; }

    /// <summary>The number of failed attempts to handle the notification.</summary>
    public int FailedAttempts { get; init; }

    /// <summary>Returns the ID, without the body.</summary>
    public override string ToString() => $"Notification {Id ?? "without an ID"}";
}
