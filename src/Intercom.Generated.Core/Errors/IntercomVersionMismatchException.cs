namespace Intercom.Generated;

/// <summary>
/// A call succeeded, but another API version answered than was asked for, and <see cref="IntercomClientOptions.VersionMismatch"/> is
/// <see cref="VersionMismatchPolicy.Throw"/>. What the call changed is changed.
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

    /// <summary>The version that was asked for.</summary>
    public ApiVersion RequestedVersion => ApiVersion;

    /// <summary>The version that answered; null when the header names no version. The header itself is in <see cref="Response"/>.</summary>
    public ApiVersion? ResponseVersion { get; }

    /// <summary>Intercom's id of the request; null when the answer has none.</summary>
    public string? RequestId { get; }

    /// <summary>The status and headers of the answer.</summary>
    public IntercomResponse Response { get; }

    private static string Describe(VersionMismatch mismatch) =>
        $"{mismatch.Operation} requested API version {mismatch.RequestedVersion}, but the response has version "
        + BoundedText.Of(mismatch.ResponseHeader, longest: 100)
        + (mismatch.RequestId is { } id ? $" (request ID {id})" : string.Empty)
        + ". The response was not read. If the call writes, it has taken effect. Use the client of the version of the response.";
}
