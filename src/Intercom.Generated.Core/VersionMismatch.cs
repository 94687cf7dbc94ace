namespace Intercom.Generated;

/// <summary>What happens when another API version answers than the one asked for.</summary>
public enum VersionMismatchPolicy
{
    /// <summary>Nothing: the header of the answer is not looked at.</summary>
    Ignore,

    /// <summary>It is logged, traced and counted, <see cref="IntercomClientOptions.OnVersionMismatch"/> is called, and the call goes on.</summary>
    Warn,

    /// <summary>
    /// As with <see cref="Warn"/>, then a successful call ends with an
    /// <see cref="IntercomVersionMismatchException"/>. An error answer stays the exception that it is.
    /// </summary>
    Throw,
}

/// <summary>An answer of another API version than the one asked for.</summary>
/// <param name="RequestedVersion">The version that was asked for.</param>
/// <param name="ResponseVersion">The version that answered; null when the header names no version.</param>
/// <param name="ResponseHeader">The answer's Intercom-Version header as it came.</param>
/// <param name="Operation">The operation, such as <c>Contacts.Get</c>.</param>
/// <param name="RequestId">Intercom's id of the request; null when the answer has none.</param>
public sealed record VersionMismatch(ApiVersion RequestedVersion, ApiVersion? ResponseVersion, string ResponseHeader, string Operation, string? RequestId)
{
    internal static VersionMismatch? Find(ApiVersion requested, IntercomResponse response, string operation)
    {
        if (response.Version == requested)
            return null;
        // The header is not documented: an answer without it tells nothing.
        if (response.Header("Intercom-Version")?.Trim() is not { Length: > 0 } header)
            return null;
        ApiVersion? answered = ApiVersion.TryParse(header, out var version) ? version : null;
        return answered == requested ? null : new VersionMismatch(requested, answered, header, operation, response.RequestId);
    }
}
