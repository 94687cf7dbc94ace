namespace Intercom.Generated;

/// <summary>
/// When and how a failed try is made again. Sent again are: any method after 429; GET, HEAD, PUT and DELETE, and searches, after 408, 500, 502, 503, 504,
/// a broken connection or a try that took too long; POST and PATCH after these only with <see cref="RetryWrites"/>. A scroll goes on only
/// after 429, and a body whose stream cannot be rewound is never sent again.
/// </summary>
public sealed class IntercomRetryOptions
{
    /// <summary>How many times a call is tried again at most; 3 by default, 0 for never.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The wait before the first retry when Intercom names none; it doubles with each retry and is spread by chance. 500 milliseconds by default.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait when Intercom names none; 20 seconds by default. What Intercom asks for is waited for, as long as the call's timeout allows it.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Whether POST and PATCH are sent again after a failure that leaves open whether they took effect; false by default, because Intercom has no
    /// idempotency keys: what was done twice stays done twice.
    /// </summary>
    public bool RetryWrites { get; set; }

    /// <summary>
    /// The retries that a client keeps in reserve; 20 by default. Each retry takes one, and each call that succeeds gives a fifth of one back: when
    /// Intercom is down, the client soon sends no more than without retries. Retries after 429 are free, because Intercom asks for them.
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
