namespace Intercom.Generated.Runtime;

/// <summary>Looks at the status and headers of every response: reports it, learns the rate limit, and compares the API version.</summary>
internal sealed class ResponseChecks(ApiVersion version, IntercomClientOptions options, ClientObserver observer)
{
    private RateLimit? _rateLimit;

    /// <summary>Whether requests name the API version. Only the search for a workspace's default version leaves it out.</summary>
    public bool SendsVersion { get; init; } = true;

    /// <summary>The rate limit from the most recent response that reported one, or null if no response has reported one yet.</summary>
    public RateLimit? RateLimit => Volatile.Read(ref _rateLimit);

    /// <summary>Reports the response to one request.</summary>
    /// <param name="call">The call.</param>
    /// <param name="start">When the request was sent, from <see cref="ClientObserver.BeginRequest"/>.</param>
    /// <param name="message">The response.</param>
    /// <param name="isFromIntercom">Whether it is Intercom's own response, not one from another host after a redirect.</param>
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

    /// <summary>Rejects a response of another API version if the options ask for that.</summary>
    /// <exception cref="IntercomVersionMismatchException">The response is of another version.</exception>
    public void ThrowIfMismatched(ApiCall call, IntercomResponse response)
    {
        if (options.VersionMismatch == VersionMismatchPolicy.Throw && FindMismatch(call, response) is { } mismatch)
            throw new IntercomVersionMismatchException(mismatch, response);
    }

    // An exception of the caller's own code says nothing about the transmission, whatever its type is.
    private void Invoke<T>(ApiCall call, Action<T> callback, T argument, string name)
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
