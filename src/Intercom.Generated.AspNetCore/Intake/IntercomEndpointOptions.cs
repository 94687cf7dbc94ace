namespace Intercom.Generated.AspNetCore;

/// <summary>The options of an endpoint that acknowledges requests from Intercom immediately and handles them afterward.</summary>
public abstract class IntercomEndpointOptions
{
    // The longest delay of a timer is 49 days.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    private protected IntercomEndpointOptions()
    {
    }

    /// <summary>
    /// The maximum size of a request body, in bytes. The default is 4 MB. A larger body is rejected with 413, and the rest is not read.
    /// </summary>
    public int MaxBodySize { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// The time within which a request body must arrive. The default is 5 seconds, because Intercom does not wait longer. If it takes
    /// longer, the request is rejected with 408.
    /// </summary>
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The maximum number of requests in memory that are acknowledged but not yet handled. The default is 1,000. When it is reached,
    /// further requests are rejected with 503. Ignored if you set an outbox.
    /// </summary>
    public int QueueCapacity { get; set; } = InMemoryNotificationOutbox.DefaultCapacity;

    /// <summary>The maximum number of requests that are handled at the same time. The default is 4.</summary>
    public int MaxConcurrency { get; set; } = 4;

    /// <summary>
    /// The maximum number of attempts to handle a request. The default is 5. An attempt fails if a handler throws an exception or exceeds
    /// <see cref="HandlerTimeout"/>. Each attempt calls all handlers again.
    /// </summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>The delay before the second attempt. It doubles with each attempt. The default is 2 seconds.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The time after which the cancellation token of a handler is canceled. The default is 5 minutes. A handler that ignores its token
    /// keeps running, and counts toward <see cref="MaxConcurrency"/>.
    /// </summary>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets the problems of the options, for the message at startup.</summary>
    internal virtual IEnumerable<string> FindProblems()
    {
        if (MaxBodySize <= 0)
            yield return $"{nameof(MaxBodySize)} is {MaxBodySize}, but must be greater than zero.";
        if (QueueCapacity <= 0)
            yield return $"{nameof(QueueCapacity)} is {QueueCapacity}, but must be greater than zero.";
        if (MaxConcurrency <= 0)
            yield return $"{nameof(MaxConcurrency)} is {MaxConcurrency}, but must be greater than zero.";
        if (MaxAttempts <= 0)
            yield return $"{nameof(MaxAttempts)} is {MaxAttempts}, but must be greater than zero.";
        if (FindProblem(BodyTimeout, nameof(BodyTimeout)) is { } bodyTimeout)
            yield return bodyTimeout;
        if (FindProblem(HandlerTimeout, nameof(HandlerTimeout)) is { } handlerTimeout)
            yield return handlerTimeout;
        if (RetryDelay < TimeSpan.Zero || RetryDelay > LongestTimeout)
            yield return $"{nameof(RetryDelay)} is {RetryDelay}, but must be from zero to {LongestTimeout.TotalDays} day.";
    }

    /// <summary>Gets the problem of a list of secrets, or null.</summary>
    private protected static string? FindProblem(IList<string> secrets, string property, string source)
    {
        if (secrets.Count == 0)
            return $"{property} is empty. Add {source}.";
        if (secrets.Any(string.IsNullOrWhiteSpace))
        {
            return $"{property} contains an empty secret. Anyone could sign with it. Check the setting that it is read from: it must be "
                + $"{source}.";
        }

        // Often the line break at the end of a file. With it, the signature of every request would be wrong.
        return secrets.Any(secret => secret.Trim().Length < secret.Length)
            ? $"{property} contains a secret that starts or ends with white space. Remove it from the setting that the secret is read from."
            : null;
    }

    private static string? FindProblem(TimeSpan timeout, string property) => timeout <= TimeSpan.Zero || timeout > LongestTimeout
        ? $"{property} is {timeout}, but must be greater than zero and at most {LongestTimeout.TotalDays} day."
        : null;
}
