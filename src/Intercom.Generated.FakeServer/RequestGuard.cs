using System.Net;
using Intercom.Generated.FakeServer.Control;
using Microsoft.AspNetCore.Http;

namespace Intercom.Generated.FakeServer;

/// <summary>
/// Rejects requests that a website could send through the user's browser: those to another host name, which DNS rebinding would point to
/// this machine, and those from another origin.
/// </summary>
internal static class RequestGuard
{
    /// <summary>Rejects the request, or returns null if it is from this machine and for this server.</summary>
    public static Task? Reject(HttpContext context)
    {
        var request = context.Request;
        if (context.Connection.RemoteIpAddress is not { } client || !IPAddress.IsLoopback(client))
            return JsonBody.FailAsync(context, 403, "This server accepts requests from this machine only.");
        if (!IsLoopback(request.Host.Host) || request.Host.Port != context.Connection.LocalPort)
            return JsonBody.FailAsync(context, 421, "The Host header must be localhost, 127.0.0.1, or [::1], with this server's port.");
        if (request.Headers.Origin is [{ } origin, ..] && !IsOwn(origin, context))
            return JsonBody.FailAsync(context, 403, "Requests from web pages of other origins are rejected.");
        return request.Headers["Sec-Fetch-Site"] is ["cross-site" or "same-site", ..]
            ? JsonBody.FailAsync(context, 403, "Requests from web pages of other origins are rejected.")
            : null;
    }

    private static bool IsLoopback(string host) => host is "localhost" or "127.0.0.1" or "[::1]";

    private static bool IsOwn(string origin, HttpContext context) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var address)
        && IsLoopback(address.Host) && address.Port == context.Connection.LocalPort;
}
