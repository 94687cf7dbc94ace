using System.Diagnostics.CodeAnalysis;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Webhooks;

/// <summary>
/// A webhook notification. If its topic is known and its item can be read, it is an instance of the class for the topic, such as
/// <c>ConversationUserCreated</c>, in the namespace <c>Webhooks</c> of a version package. Otherwise it is an instance of this class, and
/// <see cref="RawItem"/> has the item.
/// </summary>
/// <remarks>
/// Intercom can send a notification more than once, in any order, and several notifications for one change. Instances are immutable, except
/// for the item.
/// </remarks>
public partial class IntercomNotification
{
    private readonly NotificationEnvelope _envelope;

    /// <summary>Initializes a notification without a typed item.</summary>
    internal IntercomNotification(NotificationEnvelope envelope) => _envelope = envelope;

    private protected IntercomNotification(NotificationEnvelope envelope, object item)
        : this(envelope ?? throw new ArgumentNullException(nameof(envelope))) =>
        Item = item ?? throw new ArgumentNullException(nameof(item));

    /// <summary>
    /// The ID, such as <c>notif_6e2b5c2a-...</c>. Intercom sends a notification again with the same ID. Null for a ping.
    /// </summary>
    public string? Id => _envelope.Id;

    /// <summary>
    /// The topic, such as <c>conversation.user.created</c>. Intercom adds topics at any time. Empty if the notification does not have one.
    /// </summary>
    public string Topic => _envelope.Topic;

    /// <summary>
    /// The ID of the workspace that the notification is from. All workspaces that installed an app send to the same URL.
    /// </summary>
    public string? AppId => _envelope.AppId;

    /// <summary>The time when Intercom created the notification, to the second.</summary>
    public DateTimeOffset? CreatedAt => _envelope.CreatedAt;

    /// <summary>The time of the first attempt to deliver the notification, to the second.</summary>
    public DateTimeOffset? FirstSentAt => _envelope.FirstSentAt;

    /// <summary>The time when the notification was delivered, or null if it was not delivered before this attempt.</summary>
    public DateTimeOffset? DeliveredAt => _envelope.DeliveredAt;

    /// <summary>The number of attempts to deliver the notification, starting with 1. Null if Intercom does not send it.</summary>
    public long? DeliveryAttempts => _envelope.DeliveryAttempts;

    /// <summary>The status of the delivery, such as <c>pending</c> or <c>retry</c>, or null.</summary>
    public string? DeliveryStatus => _envelope.DeliveryStatus;

    /// <summary>The URL of the notification, or null. Intercom usually sends null.</summary>
    public string? Self => _envelope.Self;

    /// <summary>The request body, byte for byte. It is the memory that was passed to the reader, not a copy.</summary>
    public ReadOnlyMemory<byte> RawBody => _envelope.RawBody;

    /// <summary>
    /// The JSON of the item, which is a part of <see cref="RawBody"/>. Empty if the notification has no item. To read it untyped, pass it
    /// to <c>IntercomJson.Read&lt;JToken&gt;</c>.
    /// </summary>
    public ReadOnlyMemory<byte> RawItem => _envelope.RawItem;

    /// <summary>The item: a model of the version package. Null if the topic is unknown or the item cannot be read.</summary>
    public object? Item { get; }

    /// <summary>Gets the item if it is of a type.</summary>
    /// <typeparam name="T">A model of the version package whose topics the reader knows, such as <c>Conversation</c>.</typeparam>
    /// <param name="item">The item, or null.</param>
    /// <returns>Whether the item is of the type.</returns>
    public bool TryGet<T>([NotNullWhen(true)] out T? item)
        where T : class
    {
        item = Item as T;
        return item is not null;
    }
}
