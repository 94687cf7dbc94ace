using Microsoft.Extensions.DependencyInjection;

namespace Intercom.Generated.AspNetCore;

/// <summary>Calls the handlers of a notification, one after the other: of its class, of its item, and of all notifications.</summary>
/// <param name="topics">The topics whose classes can have handlers.</param>
/// <param name="key">The key of the handlers in the container, or null.</param>
internal sealed class NotificationDispatcher(NotificationTopics topics, object? key)
    : INotificationTypeVisitor<Func<IntercomNotification, IServiceProvider, CancellationToken, Task>>
{
    private readonly Dictionary<Type, Func<IntercomNotification, IServiceProvider, CancellationToken, Task>> _typed = [];

    /// <summary>Calls the handlers.</summary>
    public async Task DispatchAsync(IntercomNotification notification, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (FindTyped(notification.GetType()) is { } dispatch)
            await dispatch(notification, services, cancellationToken).ConfigureAwait(false);
        await HandleAsync(notification, services, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Func<IntercomNotification, IServiceProvider, CancellationToken, Task> Visit<TItem, TNotification>()
        where TItem : class
        where TNotification : IntercomNotification<TItem> =>
        async (notification, services, cancellationToken) =>
        {
            await HandleAsync((TNotification)notification, services, cancellationToken).ConfigureAwait(false);
            await HandleAsync((IntercomNotification<TItem>)notification, services, cancellationToken).ConfigureAwait(false);
        };

    private Func<IntercomNotification, IServiceProvider, CancellationToken, Task>? FindTyped(Type type)
    {
        lock (_typed)
        {
            if (_typed.Count == 0)
            {
                foreach (var topic in topics.All)
                    _typed[topic.NotificationType] = topic.Accept(this);
            }

            return _typed.GetValueOrDefault(type);
        }
    }

    private async Task HandleAsync<T>(T notification, IServiceProvider services, CancellationToken cancellationToken)
        where T : IntercomNotification
    {
        var handlers = key is null
            ? services.GetServices<IIntercomWebhookHandler<T>>()
            : services.GetKeyedServices<IIntercomWebhookHandler<T>>(key);
        foreach (var handler in handlers)
            await handler.HandleAsync(notification, cancellationToken).ConfigureAwait(false);
    }
}
