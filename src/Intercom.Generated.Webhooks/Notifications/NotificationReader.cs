using Intercom.Generated.Runtime;

namespace Intercom.Generated.Webhooks;

/// <summary>
/// Reads webhook notifications into the models of an API version. Instances are immutable and can be shared by threads.
/// </summary>
/// <param name="topics">
/// The topics of the version that is set for the app in the Developer Hub, such as <c>IntercomWebhooks.Topics</c> in
/// <c>Intercom.Generated.V2_16.Webhooks</c>. A notification does not state its version. With another version, most members are read all the
/// same, and members that the models do not have are kept in <c>AdditionalProperties</c>.
/// </param>
public sealed class NotificationReader(NotificationTopics topics)
{
    /// <summary>The topics that are read into typed notifications.</summary>
    public NotificationTopics Topics { get; } = topics ?? throw new ArgumentNullException(nameof(topics));

    /// <summary>Reads a notification. Verify its signature first, with <see cref="WebhookSignature"/>.</summary>
    /// <param name="body">
    /// The request body. The notification refers to this memory, so do not change it, and do not return it to a pool, while you use the
    /// notification.
    /// </param>
    /// <returns>
    /// An instance of the class for the topic. If the topic is unknown or the item cannot be read, an instance of
    /// <see cref="IntercomNotification"/> with the item in <see cref="IntercomNotification.RawItem"/>.
    /// </returns>
    /// <exception cref="InvalidNotificationException">The body is not a JSON object. No other content causes an exception.</exception>
    public IntercomNotification Read(ReadOnlyMemory<byte> body) => NotificationParser.Parse(body, Topics);

    /// <summary>
    /// Reads a notification without its item, which takes a fraction of the time. Use it to recognize duplicates before you put the body
    /// into a queue.
    /// </summary>
    /// <param name="body">The request body. The notification refers to this memory.</param>
    /// <returns>
    /// A notification whose <see cref="IntercomNotification.Item"/> is null. <see cref="IntercomNotification.RawItem"/> has the item.
    /// </returns>
    /// <exception cref="InvalidNotificationException">The body is not a JSON object. No other content causes an exception.</exception>
    public static IntercomNotification ReadEnvelope(ReadOnlyMemory<byte> body) => NotificationParser.ParseEnvelope(body);
}
