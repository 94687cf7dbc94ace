using System.ComponentModel;

namespace Intercom.Generated.Runtime;

/// <summary>The members of a notification around its item.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NotificationEnvelope
{
    internal NotificationEnvelope()
    {
    }

    internal string? Id { get; init; }

    internal string Topic { get; init; } = string.Empty;

    internal string? AppId { get; init; }

    internal DateTimeOffset? CreatedAt { get; init; }

    internal DateTimeOffset? FirstSentAt { get; init; }

    internal DateTimeOffset? DeliveredAt { get; init; }

    internal long? DeliveryAttempts { get; init; }

    internal string? DeliveryStatus { get; init; }

    internal string? Self { get; init; }

    internal ReadOnlyMemory<byte> RawBody { get; init; }

    internal ReadOnlyMemory<byte> RawItem { get; init; }
}
