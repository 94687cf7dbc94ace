using System.ComponentModel;
using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>What the clients of all API versions have in common. Clients are safe for use by several threads; make one and keep it.</summary>
public abstract class IntercomClientBase : IDisposable
{
    private readonly OperationInvoker? _invoker;

    /// <summary>Makes a client without a connection, for substitutes in tests that override what is called.</summary>
    protected IntercomClientBase()
    {
    }

    /// <summary>Makes the client of a version.</summary>
    /// <param name="version">The version that every request asks for.</param>
    /// <param name="options">How Intercom is reached; copied.</param>
    /// <exception cref="ArgumentException">The options cannot be used: no token, an address that is not https, and the like.</exception>
    protected IntercomClientBase(ApiVersion version, IntercomClientOptions options) =>
        _invoker = new OperationInvoker(version, options ?? throw new ArgumentNullException(nameof(options)), Product);

    /// <summary>The API version that every request of this client asks for.</summary>
    public virtual ApiVersion Version => Invoker.Version;

    /// <summary>The state of the rate limit as the last answer told it; null when none has told it yet.</summary>
    public virtual RateLimit? RateLimit => Invoker.RateLimit;

    /// <summary>The way of every call.</summary>
    /// <exception cref="InvalidOperationException">The client is a substitute that does not override what was called.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected OperationInvoker Invoker => _invoker
        ?? throw new InvalidOperationException($"{GetType().Name} has no connection and does not override what was called. Override it, or make the client with options.");

    /// <summary>
    /// Calls an operation that this package does not know, with everything that the others have: retries, errors, the version, observation.
    /// </summary>
    /// <param name="request">The request. Describe its operation with a path template, so that ids stay out of traces and logs.</param>
    /// <param name="options">What this call does differently; null for nothing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer, as a type of this package or as a <c>JToken</c>.</returns>
    /// <exception cref="IntercomException">The call failed.</exception>
    /// <example><code>
    /// var run = new ApiOperation("Experiments.Run", "POST", "/experiments/{id}/run");
    /// var answer = await intercom.SendAsync&lt;JObject&gt;(new ApiRequest(run, "7") { Body = new JObject { ["dry"] = true } });
    /// </code></example>
    public virtual Task<T> SendAsync<T>(ApiRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Invoker.SendAsync<T>(request, options, cancellationToken);

    /// <summary>Calls an operation that this package does not know and whose answer is not needed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">What this call does differently; null for nothing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="IntercomException">The call failed.</exception>
    public virtual Task SendAsync(ApiRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Invoker.SendAsync(request, options, cancellationToken);

    /// <summary>Calls an operation that this package does not know and that gives a list. Nothing is sent before the list is walked.</summary>
    /// <param name="request">The request; its operation's <see cref="ApiOperation.Items"/> says where the items are.</param>
    /// <param name="options">What these calls do differently; null for nothing.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <exception cref="ArgumentException">The operation does not say where its items are.</exception>
    public virtual IntercomPageable<T> List<T>(ApiRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (request is { Operation.Items: null })
            throw new ArgumentException($"{request.Operation} gives no list: set {nameof(ApiOperation.Items)} of its operation, such as \"data\".", nameof(request));
        return Invoker.List<T>(request, options, cancellationToken);
    }

    /// <summary>
    /// Reads the Server-Sent Events of a subscription of Fin's, such as <c>SseSubscriptionUrl</c> of an answer, until the subscription is over. A
    /// connection that breaks or falls silent for longer than <see cref="IntercomClientOptions.AttemptTimeout"/> is made again, and no event is given twice.
    /// The access token is not sent: the address has a token of its own.
    /// </summary>
    /// <param name="subscriptionUrl">The address as the answer gave it; https, or http to this machine.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The events in their order, as a type of this package such as <c>FinAgentEvent</c> or as a <c>JToken</c>. Walk them once.</returns>
    /// <exception cref="ArgumentException">The address cannot be used.</exception>
    /// <exception cref="IntercomException">The subscription was refused, or no connection lasts.</exception>
    public virtual IAsyncEnumerable<T> StreamEventsAsync<T>(string subscriptionUrl, CancellationToken cancellationToken = default)
    {
        if (!Uri.TryCreate(subscriptionUrl, UriKind.Absolute, out var subscription) || !IntercomClientOptions.IsSecure(subscription))
            throw new ArgumentException("The subscription must be an https address (http only to this machine).", nameof(subscriptionUrl));
        return Invoker.StreamEvents<T>(subscription, cancellationToken);
    }

    /// <summary>Releases what the client has made itself; connections that are shared or yours stay open.</summary>
    public void Dispose()
    {
        _invoker?.Dispose();
        GC.SuppressFinalize(this);
    }

    // What the User-Agent names is the package, also when a program derives its own class from the package's client.
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
