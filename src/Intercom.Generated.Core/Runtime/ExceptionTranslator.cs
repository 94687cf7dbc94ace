using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Intercom.Generated.Runtime;

/// <summary>Translates exceptions of HttpClient, its handlers, and its streams to the exceptions of this package.</summary>
internal sealed class ExceptionTranslator(ApiVersion version)
{
    private volatile bool _isDisposed;

    /// <summary>Records that the client was disposed, which cancels its calls.</summary>
    public void ClientDisposed() => _isDisposed = true;

    /// <summary>Translates an exception that interrupted a request or the reading of its response.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cause">The exception.</param>
    /// <param name="expired">The timeout that expired, or null if none did.</param>
    /// <param name="response">The response whose body was being read, or null if there was no response yet.</param>
    /// <param name="caller">The caller's token, not a linked token.</param>
    /// <param name="isSent">Whether the request may have been sent.</param>
    /// <returns>The exception for the caller, or <paramref name="cause"/> if it is already an exception of this package.</returns>
    public Exception Translate(
        ApiCall call, Exception cause, TimeSpan? expired, IntercomResponse? response, CancellationToken caller, bool isSent = true)
    {
        if (cause is IntercomException)
            return cause;
        if (UploadFailure.In(cause) is { } upload)
        {
            return caller.IsCancellationRequested
                ? Canceled(cause, caller)
                : Failed(call, "the content of the upload could not be read", upload);
        }

        var isCanceled = cause is OperationCanceledException;
        var isBroken = cause is HttpRequestException or IOException or SocketException;
        // A connection can break because its request was canceled.
        if ((isCanceled || isBroken) && caller.IsCancellationRequested)
            return Canceled(cause, caller);
        if (isSent && !WasNotSent(cause))
            call.LoseTrack();
        if ((isCanceled || isBroken) && expired is not null)
            return new IntercomTimeoutException(call, version, expired, cause) { RetryCount = call.Retries };
        if (isCanceled && _isDisposed)
            return Failed(call, "the client was disposed during the call", cause);
        // HttpClient and its handlers can have their own timeouts.
        if (isCanceled || cause is TimeoutException)
            return new IntercomTimeoutException(call, version, null, cause) { RetryCount = call.Retries };
        if (response is not null && Decompression.HasFailed(cause))
        {
            var problem = $"it cannot be decompressed: {BoundedText.Of(cause.Message)}";
            return new IntercomResponseException(call.Operation, version, ResponseProblem.Undecodable, problem, response, cause: cause)
            {
                RetryCount = call.Retries,
            };
        }

        if (isBroken)
        {
            return new IntercomConnectionException(call.Operation.Id, version, cause, call.MayHaveTakenEffect)
            {
                RetryCount = call.Retries,
            };
        }

        return Failed(
            call,
            cause is ObjectDisposedException ? "the HttpClient or one of its handlers was disposed" : "an HTTP handler failed",
            cause);
    }

    private static OperationCanceledException Canceled(Exception cause, CancellationToken caller) => new(cause.Message, cause, caller);

    private IntercomRequestException Failed(ApiCall call, string description, Exception cause) =>
        new(call.Operation, version, description, cause) { RetryCount = call.Retries };

    // If the connection could not be established, the request was not sent. .NET reports this with the inner exception.
    private static bool WasNotSent(Exception cause) => (cause is HttpRequestException { InnerException: { } inner } ? inner : cause) switch
    {
        UnprocessedRequestException => true,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NoData
            or SocketError.TryAgain or SocketError.HostUnreachable or SocketError.NetworkUnreachable
            or SocketError.AddressNotAvailable } => true,
        WebException { Status: WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure
            or WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure } => true,
        AuthenticationException => true,
        _ => false,
    };
}
