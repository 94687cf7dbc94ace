using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Intercom.Generated.AspNetCore;

/// <summary>Maps endpoints.</summary>
internal static class EndpointMapping
{
    private static readonly string[] Methods = [HttpMethods.Post, HttpMethods.Head];

    public static IEndpointConventionBuilder Map(
        IEndpointRouteBuilder endpoints, string pattern, string kind, string name, string addMethod)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var receiver = endpoints.ServiceProvider.GetKeyedService<RequestReceiver>(EndpointRegistration.KeyOf(kind, name))
            ?? throw new InvalidOperationException(
                name.Length == 0
                    ? $"Call builder.Services.{addMethod} before you map the endpoint '{pattern}'."
                    : $"Call builder.Services.{addMethod} with the name '{name}' before you map the endpoint '{pattern}'.");
        return endpoints.MapMethods(pattern, Methods, receiver.ReceiveAsync)
            .WithDisplayName($"Intercom {kind} {pattern}")
            // The signature authenticates the request, and Intercom cannot sign in.
            .AllowAnonymous();
    }
}
