using Intercom.Generated.Runtime;
using Newtonsoft.Json;

namespace Intercom.Generated;

/// <summary>The reason why a response cannot be read.</summary>
public enum ResponseProblem
{
    /// <summary>The response is empty, but JSON was expected.</summary>
    Empty,

    /// <summary>The response is a web page, for example from a proxy.</summary>
    Html,

    /// <summary>The response is not valid JSON, is truncated, or is nested too deeply.</summary>
    NotJson,

    /// <summary>The response is JSON of another form, or a page of a list with contradictory paging information.</summary>
    WrongShape,

    /// <summary>
    /// The response is longer than <see cref="IntercomClientOptions.MaxResponseSize"/>, or its values would take more than 256 MiB of
    /// memory.
    /// </summary>
    TooLarge,

    /// <summary>The response cannot be decompressed.</summary>
    Undecodable,
}

/// <summary>
/// A successful response cannot be read, or a page of a list does not show whether it is the last one. A write has taken effect.
/// </summary>
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
            $"{operation}: the response with status {(int)response.StatusCode} cannot be read: {description}"
            + (response.RequestId is { } id ? $" (request ID {id})" : string.Empty),
            operation.Id,
            version,
            Bounded(cause))
    {
        Problem = problem;
        JsonPath = jsonPath is null ? null : BoundedText.Of(jsonPath);
        Response = response;
        RawBody = ApiFailure.Bounded(rawBody);
    }

    /// <summary>The reason why the response cannot be read.</summary>
    public ResponseProblem Problem { get; }

    /// <summary>The JSON path of the problem, limited to 500 characters. Null if the body is not JSON.</summary>
    public string? JsonPath { get; }

    /// <summary>The status and headers of the response.</summary>
    public IntercomResponse Response { get; }

    /// <summary>The first 65,536 characters of the body, or null if there is no body.</summary>
    public string? RawBody { get; }

    // Exceptions of JSON readers quote the body in the message and the path.
    private static Exception? Bounded(Exception? cause)
    {
        if (cause is not JsonException || BoundedText.Of(cause.Message) is var message && message == cause.Message)
            return cause;
        return cause is JsonSerializationException
            ? new JsonSerializationException(message)
            : new JsonReaderException(message);
    }
}
