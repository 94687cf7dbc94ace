namespace Intercom.Generated.AspNetCore;

/// <summary>A request that was read, with its handlers.</summary>
/// <param name="Name">The name in traces and metrics. It has few values, even if requests are hostile.</param>
/// <param name="InvokeAsync">Resolves the handlers and calls them.</param>
internal readonly record struct HandlerCall(string Name, Func<IServiceProvider, CancellationToken, Task> InvokeAsync);
