using System.Diagnostics.CodeAnalysis;
using Intercom.Generated.AspNetCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoint of webhooks.</summary>
public static class IntercomWebhookEndpointExtensions
{
    /// <summary>
    /// Maps the URL to which Intercom posts notifications. The endpoint verifies the signature of each request, stores the notification,
    /// and responds. The handlers run afterward. Requests need no other authentication.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path, such as <c>/intercom/webhooks</c>. The URL must be in the Developer Hub, under Webhooks.</param>
    /// <param name="name">The name passed to <c>AddIntercomWebhooks</c>, or null for the webhooks without a name.</param>
    /// <remarks>
    /// It responds with 200 to HEAD requests, to new notifications, and to duplicates; 400 if a signed body is not valid; 401 if the
    /// signature is wrong; 408 or 413 if the body is too slow or too large; and 503 if the queue is full.
    /// </remarks>
    /// <exception cref="InvalidOperationException"><c>AddIntercomWebhooks</c> was not called with the name.</exception>
    public static IEndpointConventionBuilder MapIntercomWebhooks(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, string? name = null) =>
        EndpointMapping.Map(
            endpoints,
            pattern,
            IntercomWebhookServiceCollectionExtensions.Kind,
            name ?? Options.DefaultName,
            nameof(IntercomWebhookServiceCollectionExtensions.AddIntercomWebhooks));
}
