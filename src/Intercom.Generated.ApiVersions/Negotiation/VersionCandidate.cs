namespace Intercom.Generated;

/// <summary>
/// An API version that a program has a client for:
/// <c>new VersionCandidate(ApiVersion.V2_14, options => new V2_14.IntercomClient(options))</c>.
/// </summary>
public sealed class VersionCandidate
{
    /// <summary>Creates a candidate.</summary>
    /// <param name="version">The version.</param>
    /// <param name="createClient">Creates the client of the version from the options of the negotiation.</param>
    /// <exception cref="ArgumentException">The version is empty.</exception>
    public VersionCandidate(ApiVersion version, Func<IntercomClientOptions, IntercomClientBase> createClient)
    {
        if (version == default)
            throw new ArgumentException("The version is empty.", nameof(version));
        Version = version;
        CreateClient = createClient ?? throw new ArgumentNullException(nameof(createClient));
    }

    /// <summary>The version.</summary>
    public ApiVersion Version { get; }

    internal Func<IntercomClientOptions, IntercomClientBase> CreateClient { get; }
}
