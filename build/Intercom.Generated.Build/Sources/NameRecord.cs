using System.Text;
using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.Build.Reports;
using Intercom.Generated.Build.Repository;
using Intercom.Generated.OpenApi;
using Intercom.Generated.OpenApi.Naming;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Build.Sources;

/// <summary>Adds to the ledger what it does not name yet. What it names already is never changed.</summary>
internal static class NameRecord
{
    /// <summary>The ledger with the names of every version in the repository.</summary>
    /// <exception cref="DescriptionException">A version cannot be read.</exception>
    public static (byte[] Content, IReadOnlyList<string> Additions) Complete(RepositoryLayout repository)
    {
        var ledger = Parse(VersionFiles.ReadIfExists(repository, RepositoryLayout.NamesFile));
        foreach (var version in VersionFiles.Versions(repository))
        {
            var description = DescriptionJson.Read(VersionFiles.ReadIfExists(repository, RepositoryLayout.DescriptionFile(version))!);
            var corrections = VersionCorrections.Read(RepositorySnapshot.WorkingTree(repository), version);
            ApiModelBuilder.Build(VersionCorrections.Apply(corrections, version, description), ledger, DocumentationTexts.None);
        }

        return (Bytes(ledger), ledger.Additions);
    }

    /// <summary>Reads the text of a ledger; none is an empty one.</summary>
    /// <exception cref="DescriptionException">The ledger cannot be read.</exception>
    public static NameLedger Parse(string? text)
    {
        try
        {
            return NameLedger.Parse(text ?? "{}");
        }
        catch (JsonException e)
        {
            throw new DescriptionException(
                new Descriptions.DescriptionProblem(
                    RepositoryLayout.NamesFile,
                    "#",
                    $"The ledger of names cannot be read: {e.Message}",
                    "Restore the file from the repository."),
                e);
        }
    }

    /// <summary>The ledger as it is written.</summary>
    public static byte[] Bytes(NameLedger ledger) => Encoding.UTF8.GetBytes(ledger.ToJson());
}
