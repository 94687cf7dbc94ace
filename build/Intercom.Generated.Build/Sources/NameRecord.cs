using System.Text;
using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.Build.Reports;
using Intercom.Generated.Build.Repository;
using Intercom.Generated.OpenApi;
using Intercom.Generated.OpenApi.Naming;

namespace Intercom.Generated.Build.Sources;

/// <summary>Adds to the ledger what it does not name yet. What it names already is never changed.</summary>
internal static class NameRecord
{
    /// <summary>The ledger with the names of every version in the repository.</summary>
    /// <exception cref="DescriptionException">A version cannot be read.</exception>
    public static (byte[] Content, IReadOnlyList<string> Additions) Complete(RepositoryLayout repository)
    {
        var ledger = Open(repository);
        foreach (var version in VersionFiles.Versions(repository))
            Name(repository, version, ledger);
        return (Bytes(ledger), ledger.Additions);
    }

    /// <summary>
    /// The ledger, for a change of one version. It knows the names that the versions in the repository have by rule. A version that cannot be read is
    /// left out: it has no names to keep.
    /// </summary>
    /// <exception cref="DescriptionException">The ledger cannot be read.</exception>
    public static NameLedger Open(RepositoryLayout repository)
    {
        var text = VersionFiles.ReadIfExists(repository, RepositoryLayout.NamesFile);
        var ledger = Parse(text);
        ledger.KeepNamesOf(new Lazy<NameLedger>(() => NameAll(repository, Parse(text))));
        return ledger;
    }

    /// <summary>Reads the text of a ledger; none is an empty one.</summary>
    /// <exception cref="DescriptionException">The ledger cannot be read.</exception>
    public static NameLedger Parse(string? text)
    {
        try
        {
            return NameLedger.Parse(text ?? "{}");
        }
        catch (InvalidJsonException e)
        {
            throw DescriptionJson.Unreadable(RepositoryLayout.NamesFile, e, "Restore the file from the repository.");
        }
    }

    private static NameLedger NameAll(RepositoryLayout repository, NameLedger ledger)
    {
        foreach (var version in VersionFiles.Versions(repository))
        {
            try
            {
                Name(repository, version, ledger);
            }
            catch (DescriptionException)
            {
            }
        }

        return ledger;
    }

    private static void Name(RepositoryLayout repository, ApiVersion version, NameLedger ledger)
    {
        var corrections = VersionCorrections.Read(RepositorySnapshot.WorkingTree(repository), version);
        var corrected = VersionCorrections.Apply(corrections, version, VersionFiles.ReadDescription(repository, version));
        VersionFiles.ThrowIfUnusable(ApiModelBuilder.Build(corrected, ledger, DocumentationTexts.None), RepositoryLayout.DescriptionFile(version));
    }

    /// <summary>The ledger as it is written.</summary>
    public static byte[] Bytes(NameLedger ledger) => Encoding.UTF8.GetBytes(ledger.ToJson());
}
