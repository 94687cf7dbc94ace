namespace Intercom.Generated.DependencyInjection;

/// <summary>
/// Handlers that a program adds to all of its HttpClients, such as the standard resilience handler in the service defaults of .NET Aspire.
/// They know nothing of Intercom: they would repeat writes, and multiply the retries of the client.
/// </summary>
internal static class InheritedHandlers
{
    private static readonly string[] ResiliencePackages = ["Microsoft.Extensions.Http.Resilience", "Microsoft.Extensions.Http.Polly"];

    /// <summary>
    /// Removes the resilience handlers that a client has inherited. Those that are added to its own builder are added later.
    /// </summary>
    public static void RemoveResilience(IList<DelegatingHandler> handlers)
    {
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (IsResilience(handlers[i].GetType()))
                handlers.RemoveAt(i);
        }
    }

    // Types are compared by package, because this package does not depend on both.
    private static bool IsResilience(Type? handler) =>
        handler is not null && (ResiliencePackages.Contains(handler.Assembly.GetName().Name) || IsResilience(handler.BaseType));
}
