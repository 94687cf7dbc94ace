using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>The base of the exceptions of calls. A call throws nothing else, except for cancellation and invalid arguments.</summary>
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

    /// <summary>The number of retries before the call failed.</summary>
    public int RetryCount { get; internal set; }

    /// <summary>
    /// The position to resume the enumeration of a list from: pass it to <see cref="IntercomPageable{T}.AsPages(string?, int?)"/>. Null if
    /// the call does not list, if the first page failed, or if a scroll has to start again because a page of it may be lost.
    /// </summary>
    public string? Continuation { get; internal set; }
}

/// <summary>No response arrived: the connection could not be made, or it broke.</summary>
public sealed class IntercomConnectionException : IntercomException
{
    internal IntercomConnectionException(string operation, ApiVersion version, Exception cause, bool mayHaveTakenEffect = false)
        : base(
            $"{operation}: no response from Intercom: {BoundedText.Of(cause.Message).TrimEnd('.', ' ')}."
            + (mayHaveTakenEffect ? $" {IntercomTimeoutException.EffectUnknown}" : string.Empty),
            operation,
            version,
            cause)
    {
    }
}

/// <summary>The call, or an attempt, took longer than its timeout.</summary>
public sealed class IntercomTimeoutException : IntercomException
{
    internal const string EffectUnknown = "Whether the request took effect is not known.";

    internal IntercomTimeoutException(ApiCall call, ApiVersion version, TimeSpan? timeout, Exception cause)
        : base(
            $"{call.Operation}: no complete response within "
            + (timeout is { } limit ? $"{limit.TotalSeconds:0.###} seconds" : "the timeout of the HttpClient")
            + (call.LastFailure is { } last ? $"; the previous attempt ended with {last}." : ".")
            + (call.MayHaveTakenEffect ? $" {EffectUnknown}" : string.Empty),
            call.Operation.Id,
            version,
            cause) =>
        Timeout = timeout;

    /// <summary>The limit that was reached, <see cref="IntercomClientOptions.Timeout"/> or <see cref="IntercomClientOptions.AttemptTimeout"/>; null for that of your own HttpClient.</summary>
    public TimeSpan? Timeout { get; }
}

/// <summary>The client's own <see cref="IntercomClientOptions.RateLimiter"/> let no request go: nothing was sent.</summary>
public sealed class IntercomRateLimiterException : IntercomException
{
    internal IntercomRateLimiterException(string operation, ApiVersion version, TimeSpan? retryAfter)
        : base(
            $"{operation}: the rate limiter of the client rejected the call; nothing was sent. "
            + (retryAfter is { } wait ? $"Retry in {wait.TotalSeconds:0.###} seconds." : "Retry later, or let the limiter queue more calls."),
            operation,
            version) =>
        RetryAfter = retryAfter;

    /// <summary>How long to wait; null when the limiter does not tell.</summary>
    public TimeSpan? RetryAfter { get; }
}

/// <summary>A walk over a list that would not end, because Intercom named a page a second time, or one empty page after another.</summary>
public sealed class IntercomPagingException : IntercomException
{
    private IntercomPagingException(string message, string operation, ApiVersion version, string continuation)
        : base(message, operation, version) =>
        Continuation = continuation;

    internal static IntercomPagingException Repeated(string operation, ApiVersion version, string continuation) => new(
        $"{operation}: Intercom named the page '{BoundedText.Of(continuation)}' as the next one, but that page was already read. "
        + "The enumeration ended so that it does not return the same items forever.",
        operation,
        version,
        continuation);

    internal static IntercomPagingException Empty(string operation, ApiVersion version, string continuation, int pages) => new(
        $"{operation}: {pages} pages in a row were empty, and Intercom named one more. The enumeration ended so that it does not go on "
        + "forever. To read on, pass the Continuation of this exception to AsPages.",
        operation,
        version,
        continuation);
}
