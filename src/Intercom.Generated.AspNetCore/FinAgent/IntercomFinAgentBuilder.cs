using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Intercom.Generated.AspNetCore;

/// <summary>Adds handlers and an outbox to the callback of the Fin Agent API.</summary>
/// <typeparam name="TEvent">The type of events, such as <c>Intercom.Generated.V2_16.FinAgentEvent</c>.</typeparam>
public sealed class IntercomFinAgentBuilder<TEvent>
    where TEvent : class
{
    private readonly EndpointRegistration _registration;

    internal IntercomFinAgentBuilder(EndpointRegistration registration) => _registration = registration;

    /// <summary>The service collection.</summary>
    public IServiceCollection Services => _registration.Services;

    /// <summary>Adds a handler. An instance is created for each event, in a scope of its own.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    public IntercomFinAgentBuilder<TEvent> AddHandler<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where THandler : class, IIntercomFinAgentHandler<TEvent>
    {
        Services.AddScoped<IIntercomFinAgentHandler<TEvent>, THandler>();
        return this;
    }

    /// <summary>Adds a function as a handler.</summary>
    /// <param name="handle">Handles an event.</param>
    public IntercomFinAgentBuilder<TEvent> AddHandler(Func<TEvent, CancellationToken, Task> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        Services.AddSingleton<IIntercomFinAgentHandler<TEvent>>(new FinAgentDelegateHandler<TEvent>(handle));
        return this;
    }

    /// <summary>
    /// Sets the outbox. Without one, acknowledged events are kept in memory, and are lost if the process ends before they are handled.
    /// </summary>
    /// <param name="create">Creates the outbox. The container disposes it. Each endpoint needs its own.</param>
    public IntercomFinAgentBuilder<TEvent> AddOutbox(Func<IServiceProvider, INotificationOutbox> create)
    {
        _registration.SetOutbox(create);
        return this;
    }
}
