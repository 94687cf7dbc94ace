using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>
/// A circuit breaker in the client's HttpClient is open because too many recent requests failed. The request was not sent.
/// </summary>
public sealed class IntercomCircuitBreakerException : IntercomException
{
    internal IntercomCircuitBreakerException(ApiCall call, ApiVersion version, Exception cause)
        : base(
            $"{call.Operation}: the circuit breaker is open because too many recent requests failed. The request was not sent"
            + (call.LastFailure is { } last ? $"; the previous attempt ended with {last}. " : ". ")
            + "Retry later.",
            call.Operation.Id,
            version,
            cause)
    {
    }
}
