namespace Intercom.Generated;

/// <summary>How Intercom answered when a version was tried.</summary>
public enum VersionNegotiationOutcome
{
    /// <summary>It accepted the version.</summary>
    Accepted,

    /// <summary>It refused the version (code <c>intercom_version_invalid</c>).</summary>
    Refused,

    /// <summary>It answered in another version, as the answer's Intercom-Version header says.</summary>
    AnsweredByAnotherVersion,
}

/// <summary>A version that was tried.</summary>
/// <param name="Version">The version.</param>
/// <param name="Outcome">How Intercom answered.</param>
/// <param name="ResponseVersion">The version that answered; null when the answer does not tell.</param>
/// <param name="RequestId">Intercom's id of the request; null when the answer has none.</param>
public sealed record VersionNegotiationAttempt(ApiVersion Version, VersionNegotiationOutcome Outcome, ApiVersion? ResponseVersion, string? RequestId)
{
    /// <summary>The version and how it fared, such as <c>2.14: refused</c>.</summary>
    public override string ToString() => Outcome switch
    {
        VersionNegotiationOutcome.Accepted => $"{Version}: accepted",
        VersionNegotiationOutcome.Refused => $"{Version}: refused",
        _ => $"{Version}: answered by {ResponseVersion}",
    };
}

/// <summary>The API version that a negotiation found, and what it learned on the way.</summary>
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

    /// <summary>The newest version of the candidates that Intercom accepts.</summary>
    public ApiVersion Version { get; }

    /// <summary>
    /// The client of the version: compare it with the client types by pattern matching. It is made when it is first asked for; it is yours,
    /// to keep and to dispose. Each negotiation gives another one.
    /// </summary>
    public IntercomClientBase Client => _client.Value;

    /// <summary>The version that answers requests that ask for none, set in Intercom's Developer Hub; null when not looked up or not told.</summary>
    public ApiVersion? WorkspaceDefault { get; }

    /// <summary>The region of the workspace as Intercom names it, such as <c>US</c>; null when not told.</summary>
    public string? Region { get; }

    /// <summary>
    /// The region to set in <see cref="IntercomClientOptions.Region"/>, if the workspace is in another one than the options say. Null when they
    /// agree, when the region is not known, and when the options have an address of their own.
    /// </summary>
    public IntercomRegion? RegionMismatch { get; }

    /// <summary>The versions that were tried, newest first. The last one was accepted.</summary>
    public IReadOnlyList<VersionNegotiationAttempt> Attempts { get; }

    private static IntercomRegion? ParseRegion(string? region) => IntercomRegions.TryParse(region, out var parsed) ? parsed : null;
}

/// <summary>What a negotiation found out about a token, apart from who asked: the part that is kept.</summary>
internal sealed record NegotiatedVersion(ApiVersion Version, ApiVersion? WorkspaceDefault, string? Region, IReadOnlyList<VersionNegotiationAttempt> Attempts);
