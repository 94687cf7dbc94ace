using Intercom.Generated.Runtime;
using Newtonsoft.Json;

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

    /// <summary>It is JSON of another form, or a page of a list that contradicts itself about the pages after it.</summary>
    WrongShape,

    /// <summary>
    /// It is longer than <see cref="IntercomClientOptions.MaxResponseSize"/>, or its values would take more than 256 MiB of memory.
    /// </summary>
    TooLarge,

    /// <summary>It cannot be decompressed.</summary>
    Undecodable,
}

/// <summary>
/// A successful response that cannot be read, or a page of a list that does not say whether it is the last one. A write has taken effect.
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

    /// <summary>What is wrong with the answer.</summary>
    public ResponseProblem Problem { get; }

    /// <summary>The place in the JSON, at most 500 characters of it; null if the body is not JSON at all.</summary>
    public string? JsonPath { get; }

    /// <summary>The status and headers of the answer.</summary>
    public IntercomResponse Response { get; }

    /// <summary>The body, at most its first 65,536 characters; null when there was none.</summary>
    public string? RawBody { get; }

    // The exceptions of JSON readers quote the body, in their message and in their path.
    private static Exception? Bounded(Exception? cause)
    {
        if (cause is not JsonException || BoundedText.Of(cause.Message) is var message && message == cause.Message)
            return cause;
        return cause is JsonSerializationException
            ? new JsonSerializationException(message)
            : new JsonReaderException(message);
    }
}
