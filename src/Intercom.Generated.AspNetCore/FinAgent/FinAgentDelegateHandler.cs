namespace Intercom.Generated.AspNetCore;

/// <summary>A handler that calls a function.</summary>
internal sealed class FinAgentDelegateHandler<TEvent>(Func<TEvent, CancellationToken, Task> handle) : IIntercomFinAgentHandler<TEvent>
    where TEvent : class
{
    public Task HandleAsync(TEvent finEvent, CancellationToken cancellationToken) => handle(finEvent, cancellationToken);
}
