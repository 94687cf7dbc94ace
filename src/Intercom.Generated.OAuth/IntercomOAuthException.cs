using System.Net;

namespace Intercom.Generated;

/// <summary>
/// The authorization of an app failed. The message contains neither the code, nor the client secret, nor a token.
/// </summary>
public sealed class IntercomOAuthException : Exception
{
    internal IntercomOAuthException(
        IntercomOAuthProblem problem, string message, HttpStatusCode? statusCode = null, string? requestId = null, Exception? cause = null)
        : base(requestId is null ? message : $"{message} (request ID {requestId})", cause)
    {
        Problem = problem;
        StatusCode = statusCode;
        RequestId = requestId;
    }

    /// <summary>The reason why the authorization failed.</summary>
    public IntercomOAuthProblem Problem { get; }

    /// <summary>The HTTP status of the response, or null if there is no response.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>Intercom's ID of the request, or null if the response has none.</summary>
    public string? RequestId { get; }
}
