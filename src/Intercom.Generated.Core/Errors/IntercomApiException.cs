using System.Net;
using System.Text.RegularExpressions;
using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>Intercom responded with an error. Derived types exist for the errors that programs usually handle differently.</summary>
public class IntercomApiException : IntercomException
{
    private const int MostErrors = 10;

    private static readonly Regex WordStart = new("(?<=[a-z])(?=[A-Z])", RegexOptions.CultureInvariant);

    private protected IntercomApiException(ApiFailure failure, string remedy)
        : this(Describe(failure, RemedyForSender(failure) ?? RemedyForCode(failure) ?? remedy), failure)
    {
    }

    private protected IntercomApiException(string message, ApiFailure failure)
        : base(message, failure.Operation.Id, failure.Version)
    {
        StatusCode = failure.Response.StatusCode;
        Errors = failure.Errors;
        RequestId = failure.RequestId;
        Response = failure.Response;
        RawBody = failure.RawBody;
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The errors, in the order of the response. Empty if the body has none.</summary>
    public IReadOnlyList<IntercomError> Errors { get; }

    /// <summary>
    /// Intercom's ID of the request, from the body or the X-Request-Id header. It has at most 128 characters: letters, digits, and any of
    /// <c>-_.:</c>. Null if the response has none.
    /// </summary>
    public string? RequestId { get; }

    /// <summary>The status and headers of the response.</summary>
    public IntercomResponse Response { get; }

    /// <summary>The rate limit, or null if the response does not report it.</summary>
    public RateLimit? RateLimit => Response.RateLimit;

    /// <summary>The first 65,536 characters of the body, or null if there is no body.</summary>
    public string? RawBody { get; }

    /// <summary>
    /// Creates the exception that a client throws for a response, for test doubles. Its type follows from the status and the errors, such
    /// as <see cref="IntercomNotFoundException"/> for 404.
    /// </summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="errors">The errors in the body. Null for none.</param>
    /// <param name="headers">The headers, such as <c>X-Request-Id</c> and <c>X-RateLimit-Reset</c>. Null for none.</param>
    /// <param name="operation">The operation that was called.</param>
    /// <example><code language="csharp">
    /// contacts.Setup(client => client.GetAsync("7", null, default))
    ///     .ThrowsAsync(IntercomApiException.Create(HttpStatusCode.NotFound, [new IntercomError("not_found", "Contact not found", null)]));
    /// </code></example>
    public static IntercomApiException Create(
        HttpStatusCode statusCode,
        IEnumerable<IntercomError>? errors = null,
        IEnumerable<KeyValuePair<string, string>>? headers = null,
        string operation = "Test.Call")
    {
        var response = new IntercomResponse(statusCode, headers);
        return Create(new ApiFailure(
            new ApiOperation(operation, "GET", "/"), default, response, [.. errors ?? []], response.RequestId, RawBody: null));
    }

    internal static IntercomApiException Create(ApiFailure failure)
    {
        if (IntercomVersionException.ReasonOf(failure) is { } version)
            return new IntercomVersionException(failure, version);
        if (IntercomScrollException.ReasonOf(failure) is { } scroll)
            return new IntercomScrollException(failure, scroll);
        if (IntercomContactMergedException.IsReportedBy(failure))
            return new IntercomContactMergedException(failure);
        return ForStatus(failure);
    }

    private static IntercomApiException ForStatus(ApiFailure failure) => (int)failure.Response.StatusCode switch
    {
        400 => new IntercomBadRequestException(failure),
        401 => new IntercomAuthenticationException(failure),
        403 => new IntercomForbiddenException(failure),
        404 or 410 => new IntercomNotFoundException(failure),
        409 => new IntercomConflictException(failure),
        422 => new IntercomValidationException(failure),
        429 => new IntercomRateLimitException(failure),
        >= 500 => new IntercomServerException(failure),
        _ => new IntercomApiException(failure, string.Empty),
    };

    private static string Describe(ApiFailure failure, string remedy)
    {
        var status = $"{failure.Operation} failed with {Describe(failure.Response.StatusCode)}";
        var errors = string.Join("; ", failure.Errors.Take(MostErrors).Select(Describe).Where(text => text.Length > 0));
        if (failure.Errors.Count > MostErrors)
            errors += $"; and {failure.Errors.Count - MostErrors} more";
        var id = failure.RequestId is { } requestId ? $" (request ID {requestId})" : string.Empty;
        return $"{status}{(errors.Length > 0 ? ": " + errors : string.Empty)}{id}.{(remedy.Length > 0 ? " " + remedy : string.Empty)}";
    }

    // For example "404 Not Found". An unknown status is only its number.
    private static string Describe(HttpStatusCode status)
    {
        var name = status.ToString();
        return char.IsLetter(name[0]) ? $"{(int)status} {WordStart.Replace(name, " ")}" : name;
    }

    private static string? RemedyForSender(ApiFailure failure) => failure.IsFromElsewhere && (int)failure.Response.StatusCode < 500
        ? "The response is a web page without a request ID. It comes from a proxy, a firewall, or a load balancer, not from Intercom."
        : null;

    // Some codes are more specific than the status.
    private static string? RemedyForCode(ApiFailure failure) => failure.Errors.Count == 0 ? null : failure.Errors[0].Code switch
    {
        IntercomErrorCodes.ApiPlanRestricted => "The plan of the workspace does not include this operation. Another token will not help.",
        IntercomErrorCodes.TokenRevoked or IntercomErrorCodes.TokenSuspended =>
            "The token was revoked or suspended. Reinstall the app, or create a new token.",
        IntercomErrorCodes.CustomDataLimitReached => "Archive unused data attributes, then retry.",
        _ => null,
    };

    private static string Describe(IntercomError error)
    {
        var subject = BoundedText.Of(error.Code) + (error.Field is { } field ? $" ({BoundedText.Of(field)})" : string.Empty);
        return error.Message is { } message ? (subject.Length > 0 ? $"{subject}: " : string.Empty) + BoundedText.Of(message) : subject;
    }
}

/// <summary>400: the request is not valid.</summary>
public sealed class IntercomBadRequestException : IntercomApiException
{
    internal IntercomBadRequestException(ApiFailure failure)
        : base(failure, "Correct the request. Retrying it unchanged will not help.")
    {
    }
}

/// <summary>401: the access token is missing, wrong or revoked.</summary>
public sealed class IntercomAuthenticationException : IntercomApiException
{
    internal IntercomAuthenticationException(ApiFailure failure)
        : base(failure, "Check the access token, and that its workspace is in the region of the client.")
    {
    }
}

/// <summary>403: the token or the plan does not allow the operation.</summary>
public sealed class IntercomForbiddenException : IntercomApiException
{
    internal IntercomForbiddenException(ApiFailure failure)
        : base(failure, "Check the permissions of the app and the plan of the workspace.")
    {
    }
}

/// <summary>404 or 410: the resource does not exist, or no longer exists.</summary>
public class IntercomNotFoundException : IntercomApiException
{
    internal IntercomNotFoundException(ApiFailure failure)
        : this(failure, "Check the IDs. The resource may have been deleted or merged.")
    {
    }

    private protected IntercomNotFoundException(ApiFailure failure, string remedy)
        : base(failure, remedy)
    {
    }

    private protected static bool IsNotFound(ApiFailure failure) => (int)failure.Response.StatusCode is 404 or 410;
}

/// <summary>409: the request conflicts with an existing resource, for example a contact with the same email address.</summary>
public sealed class IntercomConflictException : IntercomApiException
{
    private static readonly Regex Id = new("\\bid=([0-9A-Za-z_-]{1,128})", RegexOptions.CultureInvariant);

    internal IntercomConflictException(ApiFailure failure)
        : base(failure, "Get the existing resource and update it instead.")
    {
        ExistingId = failure.Errors
            .Select(error => Id.Match(error.Message ?? string.Empty))
            .FirstOrDefault(match => match.Success)?.Groups[1].Value;
        IsAboutArchivedContact = failure.Errors.Any(
            error => error.Message?.IndexOf("archived", StringComparison.OrdinalIgnoreCase) >= 0);
    }

    /// <summary>The ID of the existing resource, parsed from the error message. Null if the message does not contain one.</summary>
    public string? ExistingId { get; }

    /// <summary>Whether the existing resource is an archived contact, according to the error message.</summary>
    public bool IsAboutArchivedContact { get; }
}

/// <summary>422: the request is well-formed, but its values are not valid.</summary>
public sealed class IntercomValidationException : IntercomApiException
{
    internal IntercomValidationException(ApiFailure failure)
        : base(failure, "Correct the values that the errors list.")
    {
    }
}

/// <summary>429: too many requests.</summary>
public sealed class IntercomRateLimitException : IntercomApiException
{
    internal IntercomRateLimitException(ApiFailure failure)
        : base(
            failure,
            failure.Response.RateLimit?.ResetsAt is { } reset
                ? $"Retry after {reset:O}, or set a RateLimiter to stay below the limit."
                : "Retry after a few seconds.")
    {
    }

    /// <summary>The time when requests are allowed again, or null if the response does not report it.</summary>
    public DateTimeOffset? ResetsAt => Response.RateLimit?.ResetsAt;
}

/// <summary>5xx: Intercom could not process the request.</summary>
public sealed class IntercomServerException : IntercomApiException
{
    internal IntercomServerException(ApiFailure failure)
        : base(
            failure,
            failure.Operation.IsReadOnly
                ? "The request did not cause the error. Retry later."
                : "The request did not cause the error, and may have taken effect. Retry later.")
    {
    }
}
