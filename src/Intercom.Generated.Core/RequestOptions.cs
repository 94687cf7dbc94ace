namespace Intercom.Generated;

/// <summary>The options of one call. The classes for optional query parameters derive from this class.</summary>
public class RequestOptions
{
    /// <summary>Headers to add to the request. Authorization and Intercom-Version belong to the client and cannot be set here.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Query parameters to add to the request, for parameters that this package does not know.</summary>
    public IDictionary<string, string> Query { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The longest that the call may take, including retries; null for the client's own limit.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// The maximum number of retries; null for the client's own limit. See <see cref="IntercomRetryOptions.MaxRetries"/>.
    /// </summary>
    public int? MaxRetries { get; set; }

    /// <summary>
    /// Whether a POST or PATCH is retried after a failure that leaves open whether it took effect; null for the client's own setting. See
    /// <see cref="IntercomRetryOptions.RetryWrites"/>.
    /// </summary>
    public bool? RetryWrites { get; set; }

    /// <summary>
    /// Called with the status and headers of every response of the call, including those that are followed by a retry; null for none.
    /// </summary>
    public Action<IntercomResponse>? OnResponse { get; set; }
}
