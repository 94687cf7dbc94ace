namespace Intercom.Generated.Runtime;

/// <summary>Processes the status and headers of every response: reports it, records the rate limit, and checks the API version.</summary>
internal sealed class ResponseChecks(ApiVersion version, IntercomClientOptions options, ClientObserver observer)
{
    private RateLimit? _rateLimit;

    /// <summary>Whether requests have the Intercom-Version header. Only the lookup of a workspace's default version omits it.</summary>
    public bool SendsVersion { get; init; } = true;

    /// <summary>The rate limit from the most recent response that reported one, or null if no response has reported one yet.</summary>
    public RateLimit? RateLimit => Volatile.Read(ref _rateLimit);

    /// <summary>Processes the response to one request.</summary>
    /// <param name="call">The call.</param>
    /// <param name="start">The start time of the request, from <see cref="ClientObserver.BeginRequest"/>.</param>
    /// <param name="message">The response.</param>
    /// <param name="isFromIntercom">Whether the response is from Intercom, and not from another host after a redirect.</param>
    public IntercomResponse Receive(ApiCall call, long start, HttpResponseMessage message, bool isFromIntercom)
    {
        observer.ResponseReceived(call, start, message);
        var response = new IntercomResponse(message);
        if (call.Options?.OnResponse is { } onResponse)
            Invoke(call, onResponse, response, nameof(RequestOptions.OnResponse));
        if (!isFromIntercom)
            return response;
        if (response.RateLimit is { } rateLimit)
        {
            Volatile.Write(ref _rateLimit, rateLimit);
            observer.RateLimited(call, rateLimit);
        }

        (options.RateLimiter as IResponseObserver)?.Observe(response);
        if (FindMismatch(call, response) is { } mismatch)
        {
            observer.VersionMismatched(call, mismatch);
            if (options.OnVersionMismatch is { } onMismatch)
                Invoke(call, onMismatch, mismatch, nameof(IntercomClientOptions.OnVersionMismatch));
        }

        return response;
    }

    /// <summary>Throws if the response has another API version and the policy is to throw.</summary>
    /// <exception cref="IntercomVersionMismatchException">The response has another API version.</exception>
    public void ThrowIfMismatched(ApiCall call, IntercomResponse response)
    {
        if (options.VersionMismatch == VersionMismatchPolicy.Throw && FindMismatch(call, response) is { } mismatch)
            throw new IntercomVersionMismatchException(mismatch, response);
    }

    /// <summary>
    /// Calls a callback of the caller. An exception from the caller's own code must not look like a failed request, whatever its type is.
    /// </summary>
    /// <exception cref="IntercomRequestException">The callback threw an exception.</exception>
    public void Invoke<T>(ApiCall call, Action<T> callback, T argument, string name)
    {
        try
        {
            callback(argument);
        }
        catch (Exception e) when (e is not OperationCanceledException || !call.CancellationToken.IsCancellationRequested)
        {
            throw new IntercomRequestException(call.Operation, version, $"{name} threw an exception", e);
        }
    }

    private VersionMismatch? FindMismatch(ApiCall call, IntercomResponse response) =>
        SendsVersion && options.VersionMismatch != VersionMismatchPolicy.Ignore
            ? VersionMismatch.Find(version, response, call.Operation.Id)
            : null;
}
