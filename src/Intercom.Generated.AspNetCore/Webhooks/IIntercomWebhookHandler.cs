namespace Intercom.Generated.AspNetCore;

/// <summary>Handles notifications of a type, after they are acknowledged.</summary>
/// <typeparam name="TNotification">
/// The class of a topic, such as <c>ConversationUserCreated</c>; <see cref="IntercomNotification{TItem}"/> for all topics with an item of
/// that type; or <see cref="IntercomNotification"/> for all notifications, including those with an unknown topic.
/// </typeparam>
/// <remarks>
/// If a handler throws an exception, the notification is handled again later, by all of its handlers. It can also arrive twice, and
/// notifications arrive in no particular order. So a handler must have the same effect if it runs twice.
/// </remarks>
public interface IIntercomWebhookHandler<in TNotification>
    where TNotification : IntercomNotification
{
    /// <summary>Handles a notification.</summary>
    /// <param name="notification">The notification.</param>
    /// <param name="cancellationToken">
    /// Canceled after <see cref="IntercomEndpointOptions.HandlerTimeout"/>, and when the application stops without waiting any longer.
    /// </param>
    Task HandleAsync(TNotification notification, CancellationToken cancellationToken);
}
