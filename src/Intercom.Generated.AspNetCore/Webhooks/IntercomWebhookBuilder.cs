using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Intercom.Generated.AspNetCore;

/// <summary>Adds handlers and an outbox to the webhooks of an app.</summary>
public sealed class IntercomWebhookBuilder
{
    private readonly EndpointRegistration _registration;

    internal IntercomWebhookBuilder(EndpointRegistration registration) => _registration = registration;

    /// <summary>The name of the webhooks. Empty for those without a name.</summary>
    public string Name => _registration.Name;

    /// <summary>The service collection.</summary>
    public IServiceCollection Services => _registration.Services;

    /// <summary>
    /// Adds a handler. An instance is created for each notification, in a scope of its own. Several handlers of a type are called in the
    /// order in which they were added.
    /// </summary>
    /// <typeparam name="TNotification">
    /// The class of a topic, such as <c>ConversationUserCreated</c>; <see cref="IntercomNotification{TItem}"/>; or
    /// <see cref="IntercomNotification"/> for all notifications.
    /// </typeparam>
    /// <typeparam name="THandler">The handler.</typeparam>
    public IntercomWebhookBuilder AddHandler<
        TNotification, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where TNotification : IntercomNotification
        where THandler : class, IIntercomWebhookHandler<TNotification>
    {
        if (_registration.Key is { } key)
            Services.AddKeyedScoped<IIntercomWebhookHandler<TNotification>, THandler>(key);
        else
            Services.AddScoped<IIntercomWebhookHandler<TNotification>, THandler>();
        return AddType<TNotification>();
    }

    /// <summary>Adds a function as a handler.</summary>
    /// <typeparam name="TNotification">
    /// The class of a topic, such as <c>ConversationUserCreated</c>; <see cref="IntercomNotification{TItem}"/>; or
    /// <see cref="IntercomNotification"/> for all notifications.
    /// </typeparam>
    /// <param name="handle">Handles a notification.</param>
    public IntercomWebhookBuilder AddHandler<TNotification>(Func<TNotification, CancellationToken, Task> handle)
        where TNotification : IntercomNotification
    {
        ArgumentNullException.ThrowIfNull(handle);
        var handler = new WebhookDelegateHandler<TNotification>(handle);
        if (_registration.Key is { } key)
            Services.AddKeyedSingleton<IIntercomWebhookHandler<TNotification>>(key, handler);
        else
            Services.AddSingleton<IIntercomWebhookHandler<TNotification>>(handler);
        return AddType<TNotification>();
    }

    /// <summary>
    /// Sets the outbox. Without one, acknowledged notifications are kept in memory, and are lost if the process ends before they are
    /// handled.
    /// </summary>
    /// <param name="create">Creates the outbox. The container disposes it. Each endpoint needs its own.</param>
    public IntercomWebhookBuilder AddOutbox(Func<IServiceProvider, INotificationOutbox> create)
    {
        _registration.SetOutbox(create);
        return this;
    }

    private IntercomWebhookBuilder AddType<TNotification>()
    {
        Services.AddSingleton(new HandledType(Name, typeof(TNotification)));
        return this;
    }
}
