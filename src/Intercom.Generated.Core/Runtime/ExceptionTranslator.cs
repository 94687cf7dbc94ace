using System.Net.Sockets;

namespace Intercom.Generated.Runtime;

/// <summary>Translates the exceptions of HttpClient, its handlers and its streams into those of this package.</summary>
internal sealed class ExceptionTranslator(ApiVersion version)
{
    /// <summary>Translates an exception that interrupted a request or the reading of its response.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cause">The exception.</param>
    /// <param name="expired">The timeout that expired; null if none did.</param>
    /// <param name="response">The response whose body was being read; null before there is one.</param>
    /// <param name="caller">The caller's own token, not one that is linked to it.</param>
    /// <returns>The exception for the caller; <paramref name="cause"/> itself if it is not about the transmission.</returns>
    public Exception Translate(ApiCall call, Exception cause, TimeSpan? expired, IntercomResponse? response, CancellationToken caller)
    {
        var isCanceled = cause is OperationCanceledException;
        var isBroken = cause is HttpRequestException or IOException or SocketException;
        // A connection can break because its request was canceled.
        if ((isCanceled || isBroken) && caller.IsCancellationRequested)
            return new OperationCanceledException(cause.Message, cause, caller);
        if ((isCanceled || isBroken) && expired is not null)
            return new IntercomTimeoutException(call, version, expired, cause) { RetryCount = call.Retries };
        // HttpClient and the handlers in it can have timeouts of their own.
        if (isCanceled || cause is TimeoutException)
            return new IntercomTimeoutException(call, version, null, cause) { RetryCount = call.Retries };
        if (response is not null && Decompression.HasFailed(cause))
        {
            var problem = $"it cannot be decompressed: {cause.Message}";
            return new IntercomResponseException(call.Operation, version, ResponseProblem.Undecodable, problem, response, cause: cause)
            {
                RetryCount = call.Retries,
            };
        }

        return isBroken ? new IntercomConnectionException(call.Operation.Id, version, cause) { RetryCount = call.Retries } : cause;
    }
}
