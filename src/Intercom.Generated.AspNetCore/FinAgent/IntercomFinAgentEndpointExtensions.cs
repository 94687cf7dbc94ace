using System.Diagnostics.CodeAnalysis;
using Intercom.Generated.AspNetCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoint of the Fin Agent API.</summary>
public static class IntercomFinAgentEndpointExtensions
{
    /// <summary>
    /// Maps the URL to which Intercom posts the events of the Fin Agent API. The endpoint verifies the signature of each request, stores
    /// the event, and responds. The handlers run afterward. Requests need no other authentication.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path, such as <c>/intercom/fin</c>. The URL must be in the settings of the Fin Agent API.</param>
    /// <exception cref="InvalidOperationException"><c>AddIntercomFinAgent</c> was not called.</exception>
    public static IEndpointConventionBuilder MapIntercomFinAgent(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern) =>
        EndpointMapping.Map(
            endpoints,
            pattern,
            IntercomFinAgentServiceCollectionExtensions.Kind,
            Options.DefaultName,
            nameof(IntercomFinAgentServiceCollectionExtensions.AddIntercomFinAgent));
}
