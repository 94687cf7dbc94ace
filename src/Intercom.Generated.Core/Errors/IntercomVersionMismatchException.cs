namespace Intercom.Generated;

/// <summary>
/// A call succeeded, but its response has another API version than the one requested, and
/// <see cref="IntercomClientOptions.VersionMismatch"/> is <see cref="VersionMismatchPolicy.Throw"/>. A write has taken effect.
/// </summary>
public sealed class IntercomVersionMismatchException : IntercomException
{
    internal IntercomVersionMismatchException(VersionMismatch mismatch, IntercomResponse response)
        : base(Describe(mismatch), mismatch.Operation, mismatch.RequestedVersion)
    {
        ResponseVersion = mismatch.ResponseVersion;
        RequestId = mismatch.RequestId;
        Response = response;
    }

    /// <summary>The requested version.</summary>
    public ApiVersion RequestedVersion => ApiVersion;

    /// <summary>The version of the response. Null if the header, which is in <see cref="Response"/>, is not a version.</summary>
    public ApiVersion? ResponseVersion { get; }

    /// <summary>Intercom's ID of the request, or null if the response has none.</summary>
    public string? RequestId { get; }

    /// <summary>The status and headers of the response.</summary>
    public IntercomResponse Response { get; }

    private static string Describe(VersionMismatch mismatch) =>
        $"{mismatch.Operation} requested API version {mismatch.RequestedVersion}, but the response has version "
        + BoundedText.Of(mismatch.ResponseHeader, longest: 100)
        + (mismatch.RequestId is { } id ? $" (request ID {id})" : string.Empty)
        + ". The response was not read. If the request was a write, it has taken effect. Use the client of the response's version.";
}
