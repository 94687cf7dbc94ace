using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>
/// The call failed because your own code failed: the access token provider, a callback, a rate limiter, the content of an upload, an HTTP
/// handler, or a disposed HttpClient. The inner exception is the cause. The client does not retry the call.
/// </summary>
public sealed class IntercomRequestException : IntercomException
{
    internal IntercomRequestException(ApiOperation operation, ApiVersion version, string description, Exception? cause)
        : base(
            $"{operation}: {description}{(cause is null ? string.Empty : $" ({cause.GetType().Name}). See the inner exception.")}",
            operation.Id,
            version,
            cause)
    {
    }
}
