namespace Intercom.Generated;

/// <summary>
/// The retry options of a client. Any method is retried after 429. GET, HEAD, PUT, DELETE, and searches are also retried after 408, 500,
/// 502, 503, and 504, a broken connection, or an attempt that times out. POST and PATCH are retried after these only with
/// <see cref="RetryWrites"/>. A scroll is retried only after 429. A body whose stream cannot be rewound is sent only once.
/// </summary>
public sealed class IntercomRetryOptions
{
    /// <summary>The maximum number of retries of a call. The default is 3. Use 0 for no retries.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// The maximum delay before the first retry, if the response does not ask for a delay. It doubles with each retry. The actual delay is
    /// random, between half of the maximum and the maximum. The default is 500 milliseconds.
    /// </summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The maximum delay before any retry, if the response does not ask for a delay. The default is 20 seconds. A delay from a response is
    /// honored if the call's timeout allows it.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Whether to retry POST and PATCH after a failure if it is unknown whether the request took effect. The default is false, because
    /// Intercom has no idempotency keys, and a write could take effect twice.
    /// </summary>
    public bool RetryWrites { get; set; }

    /// <summary>
    /// The retry budget of a client. The default is 20. Each retry takes one unit, and each successful call returns a fifth of a unit, so
    /// the client soon stops retrying during an outage. Retries after 429 do not use the budget, because Intercom asks for them.
    /// </summary>
    public int Budget { get; set; } = 20;

    internal void Validate()
    {
        if (MaxRetries < 0)
            throw new ArgumentException($"{nameof(MaxRetries)} cannot be negative.");
        if (BaseDelay < TimeSpan.Zero || MaxDelay < BaseDelay || MaxDelay > TimeSpan.FromDays(1))
        {
            throw new ArgumentException(
                $"{nameof(BaseDelay)} cannot be negative, and {nameof(MaxDelay)} must be between {nameof(BaseDelay)} and one day.");
        }

        if (Budget < 0)
            throw new ArgumentException($"{nameof(Budget)} cannot be negative.");
    }

    internal IntercomRetryOptions Copy() => (IntercomRetryOptions)MemberwiseClone();
}
