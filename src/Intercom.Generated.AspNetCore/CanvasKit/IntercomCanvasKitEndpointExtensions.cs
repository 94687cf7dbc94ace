using System.Diagnostics.CodeAnalysis;
using Intercom.Generated.AspNetCore;
using Intercom.Generated.CanvasKit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints of a Canvas Kit app.</summary>
public static class IntercomCanvasKitEndpointExtensions
{
    private static readonly string[] Post = [HttpMethods.Post];

    /// <summary>
    /// Maps the URL of initialize, submit, or configure requests, or of the request that submits a sheet. The endpoint verifies the
    /// signature of each request. If it is wrong, the endpoint responds with 401 and does not call the handler.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path, such as <c>/canvas/initialize</c>. The URL must be in the Developer Hub, under Canvas Kit.</param>
    /// <param name="handle">Handles a request.</param>
    /// <exception cref="InvalidOperationException"><c>AddIntercomCanvasKit</c> was not called.</exception>
    public static IEndpointConventionBuilder MapIntercomCanvas(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<CanvasRequest, HttpContext, Task<CanvasResponse>> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return Map(endpoints, pattern, (receiver, context) => receiver.ReceiveAsync(
            context, async request => (await handle(request, context).ConfigureAwait(false)).ToUtf8Json()));
    }

    /// <summary>
    /// Maps the address of a live canvas (<see cref="CanvasBuilder.WithContentUrl"/>). The endpoint verifies the signature of each request.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path, such as <c>/canvas/live</c>.</param>
    /// <param name="handle">Handles a request. The canvas must have components.</param>
    /// <exception cref="InvalidOperationException"><c>AddIntercomCanvasKit</c> was not called.</exception>
    public static IEndpointConventionBuilder MapIntercomLiveCanvas(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<CanvasRequest, HttpContext, Task<Canvas>> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return Map(endpoints, pattern, (receiver, context) => receiver.ReceiveAsync(
            context, async request => (await handle(request, context).ConfigureAwait(false)).ToLiveContent()));
    }

    /// <summary>
    /// Maps the page of a sheet (<see cref="SheetAction"/>). The browser of the user opens it, so the request is not signed. The endpoint
    /// decrypts the user. If that fails, it responds with 401 and does not call the handler.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path, such as <c>/canvas/sheet</c>.</param>
    /// <param name="handle">
    /// Returns the page, such as <c>Results.Content(html, "text/html")</c>. Trust only the user, because everything else in the request can
    /// be forged.
    /// </param>
    /// <exception cref="InvalidOperationException"><c>AddIntercomCanvasKit</c> was not called.</exception>
    public static IEndpointConventionBuilder MapIntercomSheet(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<CanvasRequest, CanvasPerson, HttpContext, Task<IResult>> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return Map(endpoints, pattern, (receiver, context) => receiver.ReceiveSheetAsync(
            context, (request, user) => handle(request, user, context)));
    }

    private static IEndpointConventionBuilder Map(
        IEndpointRouteBuilder endpoints, string pattern, Func<CanvasReceiver, HttpContext, Task> receive)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var receiver = endpoints.ServiceProvider.GetService<CanvasReceiver>() ?? throw new InvalidOperationException(
            $"Call builder.Services.{nameof(IntercomCanvasKitServiceCollectionExtensions.AddIntercomCanvasKit)} before you map the "
            + $"endpoint '{pattern}'.");
        return endpoints.MapMethods(pattern, Post, context => receive(receiver, context))
            .WithDisplayName($"Intercom Canvas Kit {pattern}")
            // The signature authenticates the request, and Intercom cannot sign in.
            .AllowAnonymous();
    }
}
