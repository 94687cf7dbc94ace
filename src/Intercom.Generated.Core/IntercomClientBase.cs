using System.ComponentModel;
using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>
/// The base class of the clients of all API versions. Clients are thread-safe. Create one client and reuse it.
/// </summary>
public abstract class IntercomClientBase : IDisposable
{
    private readonly OperationInvoker? _invoker;

    /// <summary>Creates a client without a connection, for test doubles that override its members.</summary>
    protected IntercomClientBase()
    {
    }

    /// <summary>Creates a client for an API version.</summary>
    /// <param name="version">The version to send with every request.</param>
    /// <param name="options">The options. The client copies them.</param>
    /// <exception cref="ArgumentException">
    /// The options are not valid, for example because the token is missing or the address is not https.
    /// </exception>
    protected IntercomClientBase(ApiVersion version, IntercomClientOptions options) =>
        _invoker = new OperationInvoker(version, options ?? throw new ArgumentNullException(nameof(options)), Product);

    /// <summary>The API version that this client sends with every request.</summary>
    public virtual ApiVersion Version => Invoker.Version;

    /// <summary>The rate limit from the most recent response that reported one, or null if no response has reported one yet.</summary>
    public virtual RateLimit? RateLimit => Invoker.RateLimit;

    /// <summary>The invoker of the client's operations.</summary>
    /// <exception cref="InvalidOperationException">
    /// The client is a test double that does not override the member that was called.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected OperationInvoker Invoker => _invoker
        ?? throw new InvalidOperationException(
            $"{GetType().Name} has no connection and does not override the member that was called. "
            + "Override the member, or create the client with options.");

    /// <summary>
    /// Calls an operation that this package does not know. The call has the same retries, exceptions, version header, logs, traces, and
    /// metrics as any other call.
    /// </summary>
    /// <param name="request">The request. Describe its operation with a path template to keep IDs out of traces and logs.</param>
    /// <param name="options">The options of this call, or null for the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The response body as a model or as a <c>JToken</c>.</returns>
    /// <exception cref="IntercomException">The call failed.</exception>
    /// <example><code>
    /// var run = new ApiOperation("Experiments.Run", "POST", "/experiments/{id}/run");
    /// var result = await intercom.SendAsync&lt;JObject&gt;(new ApiRequest(run, "7") { Body = new JObject { ["dry"] = true } });
    /// </code></example>
    public virtual Task<T> SendAsync<T>(
        ApiRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Invoker.SendAsync<T>(request, options, cancellationToken);

    /// <summary>Calls an operation that this package does not know, and ignores the response body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">The options of this call, or null for the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="IntercomException">The call failed.</exception>
    public virtual Task SendAsync(ApiRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Invoker.SendAsync(request, options, cancellationToken);

    /// <summary>
    /// Lists the items of an operation that this package does not know. No request is sent until the list is enumerated.
    /// </summary>
    /// <param name="request">The request. Set <see cref="ApiOperation.Items"/> of its operation.</param>
    /// <param name="options">The options of these calls, or null for the client's options.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <exception cref="ArgumentException"><see cref="ApiOperation.Items"/> is not set.</exception>
    public virtual IntercomPageable<T> List<T>(
        ApiRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (request is { Operation.Items: null })
        {
            throw new ArgumentException(
                $"{request.Operation} is not a list. Set {nameof(ApiOperation.Items)} of the operation to the path of the items, "
                + "such as \"data\".",
                nameof(request));
        }

        return Invoker.List<T>(request, options, cancellationToken);
    }

    /// <summary>
    /// Reads the Server-Sent Events of a Fin subscription until the subscription ends. If the connection breaks, or receives no data for
    /// longer than <see cref="IntercomClientOptions.AttemptTimeout"/>, the client reconnects and drops events that it has already
    /// returned. The access token is not sent, because the URL contains its own token.
    /// </summary>
    /// <param name="subscriptionUrl">
    /// The URL from <c>SseSubscriptionUrl</c> of a response. It must be https, or http to this machine.
    /// </param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>
    /// The events in order, as a model such as <c>FinAgentEvent</c> or as a <c>JToken</c>. They can be enumerated only once.
    /// </returns>
    /// <exception cref="ArgumentException">The URL is not valid.</exception>
    /// <exception cref="IntercomException">The server rejected the subscription, or reconnecting failed too many times.</exception>
    public virtual IAsyncEnumerable<T> StreamEventsAsync<T>(string subscriptionUrl, CancellationToken cancellationToken = default)
    {
        if (!Uri.TryCreate(subscriptionUrl, UriKind.Absolute, out var subscription) || !ClientAddress.IsSecure(subscription))
            throw new ArgumentException("The subscription URL must be https (http only to this machine).", nameof(subscriptionUrl));
        return Invoker.StreamEvents<T>(subscription, cancellationToken);
    }

    /// <summary>Releases the client's own resources. Shared connections, and an HttpClient or handler of yours, stay open.</summary>
    public void Dispose()
    {
        _invoker?.Dispose();
        GC.SuppressFinalize(this);
    }

    // The User-Agent names the package even if a program derives its own class from the package's client.
    private string Product
    {
        get
        {
            var type = GetType();
            while (type.BaseType is { } parent && parent != typeof(IntercomClientBase))
                type = parent;
            return type.Namespace ?? "Intercom.Generated";
        }
    }
}
