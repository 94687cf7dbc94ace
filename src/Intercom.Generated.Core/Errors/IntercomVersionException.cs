namespace Intercom.Generated;

/// <summary>Why Intercom refused an API version.</summary>
public enum VersionFailureReason
{
    /// <summary>Intercom does not know the version, or does not offer it to the app.</summary>
    VersionNotKnown,

    /// <summary>The version does not have the operation.</summary>
    OperationNotInVersion,
}

/// <summary>Intercom refused the API version that was asked for (code <c>intercom_version_invalid</c>).</summary>
public sealed class IntercomVersionException : IntercomApiException
{
    internal IntercomVersionException(ApiFailure failure, VersionFailureReason reason)
        : base(failure, RemedyFor(failure, reason))
    {
        Reason = reason;
        TriedVersions = [failure.Version];
    }

    internal IntercomVersionException(ApiFailure last, IReadOnlyList<VersionNegotiationAttempt> attempts)
        : base(
            $"Intercom accepts none of the API versions that this program carries. Tried: {string.Join("; ", attempts)}. "
            + "Add the client of a version that Intercom offers.",
            last)
    {
        Reason = VersionFailureReason.VersionNotKnown;
        TriedVersions = [.. attempts.Select(attempt => attempt.Version)];
    }

    /// <summary>Why the version was refused.</summary>
    public VersionFailureReason Reason { get; }

    /// <summary>The versions that were tried: that of the client, or all those of a negotiation, newest first.</summary>
    public IReadOnlyList<ApiVersion> TriedVersions { get; }

    internal static VersionFailureReason? ReasonOf(ApiFailure failure)
    {
        var error = (int)failure.Response.StatusCode < 500 ? failure.Errors.FirstOrDefault(candidate => candidate.Code == IntercomErrorCodes.IntercomVersionInvalid) : null;
        if (error is null)
            return null;
        // One code has both meanings; only its text tells them apart.
        return error.Message?.IndexOf("not available", StringComparison.OrdinalIgnoreCase) >= 0
            ? VersionFailureReason.OperationNotInVersion
            : VersionFailureReason.VersionNotKnown;
    }

    private static string RemedyFor(ApiFailure failure, VersionFailureReason reason) => reason == VersionFailureReason.OperationNotInVersion
        ? $"API version {failure.Version}, which this client asks for, does not have {failure.Operation}. Use the client of a version that has it."
        : $"This client asks for API version {failure.Version}. Use the client of a version that Intercom offers.";
}
