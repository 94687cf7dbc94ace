using Intercom.Generated.Runtime;

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
        : this(failure, reason, reason == VersionFailureReason.OperationNotInVersion ? KnownOperations.VersionsOf(failure.Operation) : [])
    {
    }

    private IntercomVersionException(ApiFailure failure, VersionFailureReason reason, IReadOnlyList<ApiVersion> available)
        : base(failure, RemedyFor(failure, reason, available))
    {
        Reason = reason;
        TriedVersions = [failure.Version];
        AvailableVersions = available;
    }

    internal IntercomVersionException(ApiFailure last, IReadOnlyList<ApiVersion> triedVersions, string attempts)
        : base(
            $"Intercom accepts none of the API versions that this program carries. Tried: {attempts}. "
            + "Add the client of a version that Intercom offers.",
            last)
    {
        Reason = VersionFailureReason.VersionNotKnown;
        TriedVersions = triedVersions;
        AvailableVersions = [];
    }

    /// <summary>Why the version was refused.</summary>
    public VersionFailureReason Reason { get; }

    /// <summary>The versions that were tried: that of the client, or all those of a negotiation, newest first.</summary>
    public IReadOnlyList<ApiVersion> TriedVersions { get; }

    /// <summary>
    /// The known versions that have the operation, newest first. Empty when no known version has it, and when the reason is not
    /// <see cref="VersionFailureReason.OperationNotInVersion"/>.
    /// </summary>
    public IReadOnlyList<ApiVersion> AvailableVersions { get; }

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

    private static string RemedyFor(ApiFailure failure, VersionFailureReason reason, IReadOnlyList<ApiVersion> available)
    {
        if (reason == VersionFailureReason.VersionNotKnown)
            return $"This client asks for API version {failure.Version}. Use the client of a version that Intercom offers.";
        if (available.Count == 0)
            return $"API version {failure.Version}, which this client asks for, does not have {failure.Operation}. Use the client of a version that has it.";
        var versions = $"{failure.Operation} is in API {Listed(available)}";
        return available.Contains(failure.Version)
            ? $"{versions} as published, but Intercom does not offer it in {failure.Version} to this app. Ask Intercom to enable it."
            : $"{versions}, not in {failure.Version}, which this client asks for. Use the client of a version that has it.";
    }

    // Oldest first, as one would say it.
    private static string Listed(IReadOnlyList<ApiVersion> newestFirst)
    {
        var names = newestFirst.Reverse().Select(version => version.ToString()).ToList();
        return names.Count == 1
            ? $"version {names[0]}"
            : $"versions {string.Join(", ", names.Take(names.Count - 1))} and {names[names.Count - 1]}";
    }
}
