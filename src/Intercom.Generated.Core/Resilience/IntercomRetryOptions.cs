namespace Intercom.Generated;

/// <summary>
/// The retries of a client. Any method is retried after 429. GET, HEAD, PUT, DELETE and searches are retried after 408, 500, 502, 503, 504,
/// a connection that breaks, and an attempt that times out; POST and PATCH only with <see cref="RetryWrites"/>. A scroll is retried only
/// after 429. A body whose stream cannot be rewound is sent once.
/// </summary>
public sealed class IntercomRetryOptions
{
    /// <summary>The maximum number of retries of a call. The default is 3; 0 means none.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// The longest delay before the first retry if Intercom does not ask for one. It doubles with each retry; the actual delay is between
    /// half of it and all of it, at random. The default is 500 milliseconds.
    /// </summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The limit of the delay if Intercom does not ask for one. The default is 20 seconds. A delay that Intercom asks for is kept if the
    /// call's timeout allows it.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Whether POST and PATCH are retried after a failure that leaves open whether they took effect. The default is false, because Intercom
    /// has no idempotency keys: a write could be made twice.
    /// </summary>
    public bool RetryWrites { get; set; }

    /// <summary>
    /// The number of retries that a client has in reserve. The default is 20. Each retry takes one, and each call that succeeds gives a
    /// fifth of one back: during an outage, the client soon stops retrying. Retries after 429 are free, because Intercom asks for them.
    /// </summary>
    public int Budget { get; set; } = 20;

    internal void Validate()
    {
        if (MaxRetries < 0)
            throw new ArgumentException($"{nameof(MaxRetries)} cannot be negative.");
        if (BaseDelay < TimeSpan.Zero || MaxDelay < BaseDelay || MaxDelay > TimeSpan.FromDays(1))
            throw new ArgumentException($"{nameof(BaseDelay)} cannot be negative, and {nameof(MaxDelay)} must be between it and a day.");
        if (Budget < 0)
            throw new ArgumentException($"{nameof(Budget)} cannot be negative.");
    }

    internal IntercomRetryOptions Copy() => (IntercomRetryOptions)MemberwiseClone();
}
