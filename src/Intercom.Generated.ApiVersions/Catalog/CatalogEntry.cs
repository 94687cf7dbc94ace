namespace Intercom.Generated;

/// <summary>Something that the API has in some of the known versions.</summary>
public abstract class CatalogEntry
{
    private protected CatalogEntry(IReadOnlyList<ApiVersion> versions, IReadOnlyList<CatalogDifference> differences)
    {
        Versions = versions;
        Differences = differences;
    }

    /// <summary>The known versions that have it, oldest first; never empty.</summary>
    public IReadOnlyList<ApiVersion> Versions { get; }

    /// <summary>The oldest known version that has it. What the oldest known version has may be older still.</summary>
    public ApiVersion Since => Versions[0];

    /// <summary>
    /// The newest version that has it, if a newer known version lacks it; null when the newest known version, which is Preview, has it. What 2.14
    /// has and Preview lacks is until 2.14. A version between <see cref="Since"/> and this one can lack it too: <see cref="IsIn"/> tells.
    /// </summary>
    public ApiVersion? Until => Versions[Versions.Count - 1] is var last && last == ApiCatalog.Versions[ApiCatalog.Versions.Count - 1] ? null : last;

    /// <summary>What differs from one version to the next, oldest first; empty when it is the same in every version that has it.</summary>
    public IReadOnlyList<CatalogDifference> Differences { get; }

    /// <summary>Whether a version has it; false for versions that the catalog does not know.</summary>
    public bool IsIn(ApiVersion version) => Versions.Contains(version);
}
