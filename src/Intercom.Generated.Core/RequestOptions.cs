namespace Intercom.Generated;

/// <summary>The options of one call. The classes for optional query parameters derive from this class.</summary>
public class RequestOptions
{
    /// <summary>Headers to add to the request. The client sets Authorization and Intercom-Version, so they cannot be set here.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Query parameters to add to the request, for parameters that this package does not know.</summary>
    public IDictionary<string, string> Query { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The timeout of the call, including retries, or null for the client's timeout.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// The maximum number of retries, or null for the client's maximum. See <see cref="IntercomRetryOptions.MaxRetries"/>.
    /// </summary>
    public int? MaxRetries { get; set; }

    /// <summary>
    /// Whether to retry a POST or PATCH after a failure if it is unknown whether the request took effect, or null for the client's setting.
    /// See <see cref="IntercomRetryOptions.RetryWrites"/>.
    /// </summary>
    public bool? RetryWrites { get; set; }

    /// <summary>
    /// Called with the status and headers of every response to the call, including responses that lead to a retry. Null for no callback.
    /// </summary>
    public Action<IntercomResponse>? OnResponse { get; set; }

    /// <summary>
    /// Called with each request to Intercom before it is sent, including retries, for example to add a header of your own. Null for no
    /// callback. The request contains the access token, so do not log its headers.
    /// </summary>
    public Action<HttpRequestMessage>? OnRequest { get; set; }

    /// <summary>
    /// Whether to keep the text of a successful response in <see cref="IntercomResponse.RawBody"/>. The default is false, because the text
    /// takes memory. Get the response with <see cref="OnResponse"/>, and read its body when the call has returned.
    /// </summary>
    public bool KeepRawBody { get; set; }

    /// <summary>Copies the options of the call. The properties of derived classes are part of the request already.</summary>
    internal RequestOptions Copy()
    {
        var copy = new RequestOptions
        {
            Timeout = Timeout, MaxRetries = MaxRetries, RetryWrites = RetryWrites, OnResponse = OnResponse, OnRequest = OnRequest,
            KeepRawBody = KeepRawBody,
        };
        foreach (var header in Headers)
            copy.Headers[header.Key] = header.Value;
        foreach (var parameter in Query)
            copy.Query[parameter.Key] = parameter.Value;
        return copy;
    }
}
