using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>What is wrong with an answer.</summary>
public enum ResponseProblem
{
    /// <summary>It is empty where JSON was expected.</summary>
    Empty,

    /// <summary>It is a web page, perhaps of a proxy.</summary>
    Html,

    /// <summary>It is not JSON, or JSON that is cut short or nested too deeply.</summary>
    NotJson,

    /// <summary>It is JSON of another form.</summary>
    WrongShape,

    /// <summary>It is longer than <see cref="IntercomClientOptions.MaxResponseSize"/>.</summary>
    TooLarge,

    /// <summary>It cannot be decompressed.</summary>
    Undecodable,
}

/// <summary>A successful answer that is not what it should be. What the call changed is changed.</summary>
public sealed class IntercomResponseException : IntercomException
{
    internal IntercomResponseException(
        ApiOperation operation,
        ApiVersion version,
        ResponseProblem problem,
        string description,
        IntercomResponse response,
        string? jsonPath = null,
        string? rawBody = null,
        Exception? cause = null)
        : base(
            $"{operation}: the answer with status {(int)response.StatusCode} cannot be read: {description}"
            + (response.RequestId is { } id ? $" (request id {id})" : string.Empty),
            operation.Id,
            version,
            cause)
    {
        Problem = problem;
        JsonPath = jsonPath;
        Response = response;
        RawBody = ApiFailure.Bounded(rawBody);
    }

    /// <summary>What is wrong with the answer.</summary>
    public ResponseProblem Problem { get; }

    /// <summary>The place in the JSON; null when it is not JSON at all.</summary>
    public string? JsonPath { get; }

    /// <summary>The status and headers of the answer.</summary>
    public IntercomResponse Response { get; }

    /// <summary>The body, at most its first 65,536 characters; null when there was none.</summary>
    public string? RawBody { get; }
}
