namespace Intercom.Generated;

/// <summary>The outcome of an attempt to use a version.</summary>
public enum VersionNegotiationOutcome
{
    /// <summary>Intercom accepted the version.</summary>
    Accepted,

    /// <summary>Intercom rejected the version (code <c>intercom_version_invalid</c>).</summary>
    Rejected,

    /// <summary>The Intercom-Version header of the response has a different version.</summary>
    DifferentVersion,
}

/// <summary>An attempt to use a version.</summary>
/// <param name="Version">The requested version.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="ResponseVersion">The version of the response, or null if the response does not report it.</param>
/// <param name="RequestId">Intercom's ID of the request, or null if the response has none.</param>
public sealed record VersionNegotiationAttempt(
    ApiVersion Version, VersionNegotiationOutcome Outcome, ApiVersion? ResponseVersion, string? RequestId)
{
    /// <summary>Returns the version and the outcome, such as <c>2.14: rejected</c>.</summary>
    public override string ToString() => Outcome switch
    {
        VersionNegotiationOutcome.Accepted => $"{Version}: accepted",
        VersionNegotiationOutcome.Rejected => $"{Version}: rejected",
        _ => $"{Version}: response has version {ResponseVersion}",
    };
}

/// <summary>The result of a negotiation: the API version, and information about the workspace.</summary>
public sealed class VersionNegotiation
{
    private readonly Lazy<IntercomClientBase> _client;

    internal VersionNegotiation(NegotiatedVersion negotiated, IntercomClientOptions options, Func<IntercomClientBase> createClient)
    {
        _client = new Lazy<IntercomClientBase>(createClient);
        Version = negotiated.Version;
        WorkspaceDefault = negotiated.WorkspaceDefault;
        Region = negotiated.Region;
        Attempts = negotiated.Attempts;
        if (options.BaseAddress is null && ParseRegion(Region) is { } region && region != options.Region)
            RegionMismatch = region;
    }

    /// <summary>The newest candidate version that Intercom accepts.</summary>
    public ApiVersion Version { get; }

    /// <summary>
    /// The client of the version. Use pattern matching to get its type. It is created on first use, and you must dispose it. Each
    /// negotiation returns a new client.
    /// </summary>
    public IntercomClientBase Client => _client.Value;

    /// <summary>
    /// The workspace's default version, which Intercom uses for requests without a version. You can set it in Intercom's Developer Hub.
    /// Null if it was not looked up or not reported.
    /// </summary>
    public ApiVersion? WorkspaceDefault { get; }

    /// <summary>The region of the workspace from the response, such as <c>US</c>, or null if it was not reported.</summary>
    public string? Region { get; }

    /// <summary>
    /// The region to set in <see cref="IntercomClientOptions.Region"/> if it differs from the region of the workspace. Null if they match,
    /// if the region is not known, or if the options have a base address.
    /// </summary>
    public IntercomRegion? RegionMismatch { get; }

    /// <summary>The attempts, newest version first. The last one was accepted.</summary>
    public IReadOnlyList<VersionNegotiationAttempt> Attempts { get; }

    private static IntercomRegion? ParseRegion(string? region) => IntercomRegions.TryParse(region, out var parsed) ? parsed : null;
}

/// <summary>The part of a negotiation's result that is cached and shared between callers.</summary>
internal sealed record NegotiatedVersion(
    ApiVersion Version, ApiVersion? WorkspaceDefault, string? Region, IReadOnlyList<VersionNegotiationAttempt> Attempts);
