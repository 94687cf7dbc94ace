namespace Intercom.Generated;

/// <summary>The reaction to a response from another API version than the one requested.</summary>
public enum VersionMismatchPolicy
{
    /// <summary>Ignores the version of the response.</summary>
    Ignore,

    /// <summary>
    /// Logs, traces, and counts the mismatch, calls <see cref="IntercomClientOptions.OnVersionMismatch"/>, and continues the call.
    /// </summary>
    Warn,

    /// <summary>
    /// Does the same as <see cref="Warn"/>, and throws an <see cref="IntercomVersionMismatchException"/> if the response is successful. An
    /// error response throws its usual exception.
    /// </summary>
    Throw,
}

/// <summary>A response from another API version than the one requested.</summary>
/// <param name="RequestedVersion">The requested version.</param>
/// <param name="ResponseVersion">The version of the response, or null if the header is not a version.</param>
/// <param name="ResponseHeader">The raw Intercom-Version header of the response.</param>
/// <param name="Operation">The operation, such as <c>Contacts.Get</c>.</param>
/// <param name="RequestId">Intercom's ID of the request, or null if the response has none.</param>
public sealed record VersionMismatch(
    ApiVersion RequestedVersion, ApiVersion? ResponseVersion, string ResponseHeader, string Operation, string? RequestId)
{
    internal static VersionMismatch? Find(ApiVersion requested, IntercomResponse response, string operation)
    {
        if (response.Version == requested)
            return null;
        // The header is not documented, so its absence is not a mismatch.
        if (response.Header("Intercom-Version")?.Trim() is not { Length: > 0 } header)
            return null;
        ApiVersion? responded = ApiVersion.TryParse(header, out var version) ? version : null;
        return responded == requested ? null : new VersionMismatch(requested, responded, header, operation, response.RequestId);
    }
}
