namespace Intercom.Generated;

/// <summary>What one call does differently.</summary>
public sealed class RequestOptions
{
    /// <summary>Headers to add to the request. Authorization and Intercom-Version belong to the client and cannot be set here.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Query parameters to add to the request, for those that this package does not know.</summary>
    public IDictionary<string, string> Query { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The longest that the call may take, retries included; null for the client's own limit.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>How many times the call is tried again at most, 0 for never; null for the client's own limit. See <see cref="IntercomRetryOptions.MaxRetries"/>.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>Whether a POST or PATCH is sent again after a failure that leaves open whether it took effect; null for the client's own setting. See <see cref="IntercomRetryOptions.RetryWrites"/>.</summary>
    public bool? RetryWrites { get; set; }

    /// <summary>Called with the status and headers of every answer of the call, successful or not, also of those that are tried again; null for nothing.</summary>
    public Action<IntercomResponse>? OnResponse { get; set; }
}
