namespace Intercom.Generated.AspNetCore;

/// <summary>A request is rejected. The message is also the response, so it must not contain anything private.</summary>
internal sealed class RequestRejectedException(RequestOutcome outcome, string message) : Exception(message)
{
    public RequestOutcome Outcome { get; } = outcome;
}
