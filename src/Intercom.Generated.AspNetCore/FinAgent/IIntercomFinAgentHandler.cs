namespace Intercom.Generated.AspNetCore;

/// <summary>Handles the events of the Fin Agent API, after Intercom's request was acknowledged.</summary>
/// <typeparam name="TEvent">
/// The type of events of an API version, such as <c>Intercom.Generated.V2_16.FinAgentEvent</c>. Versions before 2.14 have none.
/// </typeparam>
/// <remarks>
/// If a handler throws an exception, the event is handled again later, by all of its handlers. So a handler must have the same effect if it
/// runs twice.
/// </remarks>
public interface IIntercomFinAgentHandler<in TEvent>
    where TEvent : class
{
    /// <summary>Handles an event.</summary>
    /// <param name="finEvent">The event. An unknown one has its JSON as the value.</param>
    /// <param name="cancellationToken">
    /// Canceled after <see cref="IntercomEndpointOptions.HandlerTimeout"/>, and when the application stops without waiting any longer.
    /// </param>
    Task HandleAsync(TEvent finEvent, CancellationToken cancellationToken);
}
