namespace Intercom.Generated.DependencyInjection;

/// <summary>
/// Handlers that an application adds to every HttpClient, such as the standard resilience handler in the .NET Aspire service defaults.
/// Such resilience handlers would repeat writes and multiply the client's retries.
/// </summary>
internal static class InheritedHandlers
{
    private static readonly string[] ResiliencePackages = ["Microsoft.Extensions.Http.Resilience", "Microsoft.Extensions.Http.Polly"];

    /// <summary>
    /// Removes the resilience handlers that a client inherits. Handlers added to the client's own builder are added later.
    /// </summary>
    public static void RemoveResilience(IList<DelegatingHandler> handlers)
    {
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (IsResilience(handlers[i].GetType()))
                handlers.RemoveAt(i);
        }
    }

    // Compares assembly names, because this package does not reference Microsoft.Extensions.Http.Polly.
    private static bool IsResilience(Type? handler) =>
        handler is not null && (ResiliencePackages.Contains(handler.Assembly.GetName().Name) || IsResilience(handler.BaseType));
}
