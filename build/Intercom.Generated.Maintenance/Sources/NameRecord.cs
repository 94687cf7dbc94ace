using System.Text;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Naming;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;

namespace Intercom.Generated.Maintenance.Sources;

/// <summary>Reads the ledger and adds missing names. Existing names never change.</summary>
internal static class NameRecord
{
    /// <summary>Returns the ledger with the names of every version in the repository.</summary>
    /// <exception cref="DescriptionException">A version cannot be read.</exception>
    public static (byte[] Content, IReadOnlyList<string> Additions) Complete(RepositoryLayout repository)
    {
        var ledger = Open(repository);
        foreach (var version in VersionFiles.Versions(repository))
            Name(repository, version, ledger);
        return (Bytes(ledger), ledger.Additions);
    }

    /// <summary>
    /// Opens the ledger to update one version. It reserves the names that the versions in the repository have by rule. A version that
    /// cannot be read is skipped, because it has no names to reserve.
    /// </summary>
    /// <exception cref="DescriptionException">The ledger cannot be read.</exception>
    public static NameLedger Open(RepositoryLayout repository)
    {
        var text = VersionFiles.ReadIfExists(repository, RepositoryLayout.NamesFile);
        var ledger = Parse(text);
        ledger.KeepNamesOf(new Lazy<NameLedger>(() => NameAll(repository, Parse(text))));
        return ledger;
    }

    /// <summary>Parses the text of a ledger. Null is an empty ledger.</summary>
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

    private static void Name(RepositoryLayout repository, DescriptionVersion version, NameLedger ledger)
    {
        var corrections = VersionCorrections.Read(RepositorySnapshot.WorkingTree(repository), version);
        var corrected = VersionCorrections.Apply(corrections, version, VersionFiles.ReadDescription(repository, version));
        VersionFiles.ThrowIfUnusable(
            ApiModelBuilder.Build(corrected, ledger, DocumentationTexts.None), RepositoryLayout.DescriptionFile(version));
    }

    /// <summary>Returns the content of the file.</summary>
    public static byte[] Bytes(NameLedger ledger) => Encoding.UTF8.GetBytes(ledger.ToJson());
}
