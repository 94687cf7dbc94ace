namespace Intercom.Generated;

/// <summary>Anything that goes wrong in a call to Intercom, except cancellation and wrong arguments.</summary>
public abstract class IntercomException : Exception
{
    private protected IntercomException(string message, string operation, ApiVersion apiVersion, Exception? innerException = null)
        : base(message, innerException)
    {
        Operation = operation;
        ApiVersion = apiVersion;
    }

    /// <summary>The operation that was called, such as <c>Contacts.Get</c>.</summary>
    public string Operation { get; }

    /// <summary>The API version of the client that called.</summary>
    public ApiVersion ApiVersion { get; }

    /// <summary>
    /// Where a walk over a list can go on: give it to <see cref="IntercomPageable{T}.AsPages(string?, int?)"/>. Null when the call was no walk, had not
    /// read a page, or was a scroll that has to start again from the beginning because a page of it may be lost.
    /// </summary>
    public string? Continuation { get; internal set; }
}

/// <summary>No answer came: the connection could not be made or broke.</summary>
public sealed class IntercomConnectionException : IntercomException
{
    internal IntercomConnectionException(string operation, ApiVersion version, Exception cause)
        : base($"{operation}: no answer from Intercom: {cause.Message} Whether the request took effect is not known.", operation, version, cause)
    {
    }
}

/// <summary>The call took longer than its timeout.</summary>
public sealed class IntercomTimeoutException : IntercomException
{
    internal IntercomTimeoutException(string operation, ApiVersion version, TimeSpan? timeout, Exception cause)
        : base(
            $"{operation}: no complete answer within {(timeout is { } limit ? $"{limit.TotalSeconds:0.###} seconds" : "the timeout of the HttpClient")}. "
            + "Whether the request took effect is not known.",
            operation,
            version,
            cause)
    {
    }
}

/// <summary>An answer that is not what it should be: not JSON, cut short, or of another form.</summary>
public sealed class IntercomResponseException : IntercomException
{
    internal IntercomResponseException(string operation, ApiVersion version, string problem, string? jsonPath, IntercomResponse response, string? rawBody, Exception? cause)
        : base(
            $"{operation}: the answer with status {(int)response.StatusCode} cannot be read: {problem}"
            + (response.RequestId is { } id ? $" (request id {id})" : string.Empty),
            operation,
            version,
            cause)
    {
        JsonPath = jsonPath;
        Response = response;
        RawBody = rawBody;
    }

    /// <summary>The place in the JSON; null when it is not JSON at all.</summary>
    public string? JsonPath { get; }

    /// <summary>The status and headers of the answer.</summary>
    public IntercomResponse Response { get; }

    /// <summary>The body, at most its first 65,536 characters; null when there was none.</summary>
    public string? RawBody { get; }
}

/// <summary>A walk over a list that would not end, because Intercom gave a cursor a second time.</summary>
public sealed class IntercomPagingException : IntercomException
{
    internal IntercomPagingException(string operation, ApiVersion version, string continuation)
        : base(
            $"{operation}: Intercom named the page '{continuation}' as the next one though it was read already. "
            + "The walk was ended so that it does not give the same items for ever.",
            operation,
            version) =>
        Continuation = continuation;
}
