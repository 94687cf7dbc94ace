using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>The reason why Intercom rejected an API version.</summary>
public enum VersionFailureReason
{
    /// <summary>Intercom does not know the version, or does not offer it to the app.</summary>
    VersionNotKnown,

    /// <summary>The version does not have the operation.</summary>
    OperationNotInVersion,
}

/// <summary>Intercom rejected the requested API version (code <c>intercom_version_invalid</c>).</summary>
public sealed class IntercomVersionException : IntercomApiException
{
    internal IntercomVersionException(ApiFailure failure, VersionFailureReason reason)
        : this(failure, reason, reason == VersionFailureReason.OperationNotInVersion ? KnownOperations.VersionsOf(failure.Operation) : [])
    {
    }

    private IntercomVersionException(ApiFailure failure, VersionFailureReason reason, IReadOnlyList<ApiVersion> available)
        : base(failure, RemedyFor(failure, reason, available))
    {
        Reason = reason;
        AttemptedVersions = [failure.Version];
        AvailableVersions = available;
    }

    internal IntercomVersionException(ApiFailure last, IReadOnlyList<ApiVersion> attemptedVersions, string attempts)
        : base(
            $"Intercom accepted none of the candidate API versions ({attempts}). Add a candidate for a version that Intercom offers.",
            last)
    {
        Reason = VersionFailureReason.VersionNotKnown;
        AttemptedVersions = attemptedVersions;
        AvailableVersions = [];
    }

    /// <summary>The reason why Intercom rejected the version.</summary>
    public VersionFailureReason Reason { get; }

    /// <summary>The attempted versions, newest first: the version of the client, or every candidate of a negotiation.</summary>
    public IReadOnlyList<ApiVersion> AttemptedVersions { get; }

    /// <summary>
    /// The known versions that have the operation, newest first. Empty if no known version has it, or if the reason is not
    /// <see cref="VersionFailureReason.OperationNotInVersion"/>.
    /// </summary>
    public IReadOnlyList<ApiVersion> AvailableVersions { get; }

    internal static VersionFailureReason? ReasonOf(ApiFailure failure)
    {
        var error = (int)failure.Response.StatusCode < 500
            ? failure.Errors.FirstOrDefault(candidate => candidate.Code == IntercomErrorCodes.IntercomVersionInvalid)
            : null;
        if (error is null)
            return null;
        // Both reasons have the same code. Only the message distinguishes them.
        return error.Message?.IndexOf("not available", StringComparison.OrdinalIgnoreCase) >= 0
            ? VersionFailureReason.OperationNotInVersion
            : VersionFailureReason.VersionNotKnown;
    }

    private static string RemedyFor(ApiFailure failure, VersionFailureReason reason, IReadOnlyList<ApiVersion> available)
    {
        if (reason == VersionFailureReason.VersionNotKnown)
            return $"This client requests API version {failure.Version}. Use the client of a version that Intercom offers.";
        if (available.Count == 0)
        {
            return $"This client requests API version {failure.Version}, which does not have {failure.Operation}. "
                + "Use the client of a version that has it.";
        }

        var versions = $"{failure.Operation} is in API {Listed(available)}";
        return available.Contains(failure.Version)
            ? $"{versions} as published, but Intercom does not offer it to this app in {failure.Version}. Ask Intercom to enable it."
            : $"{versions}, but this client requests {failure.Version}. Use the client of a version that has it.";
    }

    private static string Listed(IReadOnlyList<ApiVersion> newestFirst)
    {
        var names = newestFirst.Reverse().Select(version => version.ToString()).ToList();
        return names.Count == 1
            ? $"version {names[0]}"
            : $"versions {string.Join(", ", names.Take(names.Count - 1))} and {names[names.Count - 1]}";
    }
}
