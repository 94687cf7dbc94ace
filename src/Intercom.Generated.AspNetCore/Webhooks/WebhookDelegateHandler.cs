namespace Intercom.Generated.AspNetCore;

/// <summary>A handler that calls a function.</summary>
internal sealed class WebhookDelegateHandler<TNotification>(Func<TNotification, CancellationToken, Task> handle)
    : IIntercomWebhookHandler<TNotification>
    where TNotification : IntercomNotification
{
    public Task HandleAsync(TNotification notification, CancellationToken cancellationToken) => handle(notification, cancellationToken);
}
