using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>The base class of all exceptions of calls, except cancellation and invalid arguments.</summary>
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

    /// <summary>The API version of the client.</summary>
    public ApiVersion ApiVersion { get; }

    /// <summary>The number of retries before the call failed.</summary>
    public int RetryCount { get; internal set; }

    /// <summary>
    /// The position from which to resume the enumeration of a list. Pass it to <see cref="IntercomPageable{T}.AsPages(string?, int?)"/>.
    /// Null if the call is not a list, if the first page failed, or if a scroll must restart because one of its pages may be lost.
    /// </summary>
    public string? Continuation { get; internal set; }
}

/// <summary>The connection failed or broke before a complete response arrived.</summary>
public sealed class IntercomConnectionException : IntercomException
{
    /// <summary>Creates an exception, for test doubles.</summary>
    /// <param name="operation">The operation that was called, such as <c>Contacts.Get</c>.</param>
    /// <param name="cause">The exception of the connection.</param>
    public IntercomConnectionException(string operation, Exception cause)
        : this(operation, default, cause ?? throw new ArgumentNullException(nameof(cause)))
    {
    }

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
    internal const string EffectUnknown = "It is not known whether the request took effect.";

    /// <summary>Creates an exception, for test doubles.</summary>
    /// <param name="operation">The operation that was called, such as <c>Contacts.Get</c>.</param>
    /// <param name="timeout">The timeout that expired.</param>
    public IntercomTimeoutException(string operation, TimeSpan timeout)
        : base($"{operation}: no complete response within {timeout.TotalSeconds:0.###} seconds.", operation, default) =>
        Timeout = timeout;

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

    /// <summary>
    /// The timeout that expired, from <see cref="IntercomClientOptions.Timeout"/> or <see cref="IntercomClientOptions.AttemptTimeout"/>.
    /// Null for the timeout of your own HttpClient.
    /// </summary>
    public TimeSpan? Timeout { get; }
}

/// <summary>The client's <see cref="IntercomClientOptions.RateLimiter"/> rejected the call. No request was sent.</summary>
public sealed class IntercomRateLimiterException : IntercomException
{
    /// <summary>Creates an exception, for test doubles.</summary>
    /// <param name="operation">The operation that was called, such as <c>Contacts.Get</c>.</param>
    /// <param name="retryAfter">The delay before the next attempt, or null.</param>
    public IntercomRateLimiterException(string operation, TimeSpan? retryAfter = null)
        : this(operation, default, retryAfter)
    {
    }

    internal IntercomRateLimiterException(string operation, ApiVersion version, TimeSpan? retryAfter)
        : base(
            $"{operation}: the rate limiter of the client rejected the call. No request was sent. "
            + (retryAfter is { } wait
                ? $"Retry in {wait.TotalSeconds:0.###} seconds."
                : "Retry later, or increase the queue limit of the limiter."),
            operation,
            version) =>
        RetryAfter = retryAfter;

    /// <summary>The delay before the next attempt, or null if the limiter does not report it.</summary>
    public TimeSpan? RetryAfter { get; }
}

/// <summary>The enumeration of a list would not end, because Intercom repeated a page or returned too many empty pages in a row.</summary>
public sealed class IntercomPagingException : IntercomException
{
    private IntercomPagingException(string message, string operation, ApiVersion version, string continuation)
        : base(message, operation, version) =>
        Continuation = continuation;

    internal static IntercomPagingException Repeated(string operation, ApiVersion version, string continuation) => new(
        $"{operation}: the response names '{BoundedText.Of(continuation)}' as the next page, but that page was already read. "
        + "The enumeration stopped because it would return the same items forever.",
        operation,
        version,
        continuation);

    internal static IntercomPagingException Empty(string operation, ApiVersion version, string continuation, int pages) => new(
        $"{operation}: {pages} pages in a row were empty, and the last one names another page. The enumeration stopped because it might "
        + "never end. To continue, pass the Continuation of this exception to AsPages.",
        operation,
        version,
        continuation);
}
