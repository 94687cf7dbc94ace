using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Sources;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>
/// Removes each version from the repository and adds it again with the corrections of the others. The model must be the same as with the reviewed
/// overlay.
/// </summary>
public sealed class InheritedCorrectionsTests
{
    private static readonly RepositoryLayout Repository = RepositoryLayout.Find(AppContext.BaseDirectory)!;

    // The corrections that only one version needs, so no other version has them.
    private static readonly Dictionary<string, string> OfOneVersion = new()
    {
        ["2.11"] = @"^TicketType|\.CustomAttributes$",
        ["2.12"] = @"^Conversations\.?List",
        ["2.14"] = "^(CustomChannel|Notify)",
    };

    private static IEnumerable<string> Versions => VersionFiles.Versions(Repository).Select(version => version.Name);

    [TestCaseSource(nameof(Versions))]
    public void A_version_that_is_added_again_has_the_same_model(string name)
    {
        var version = DescriptionVersion.TryParse(name)!;
        using var without = new TemporaryRepository();
        foreach (var other in VersionFiles.Versions(Repository).Where(other => other != version))
        {
            Copy(without, RepositoryLayout.DescriptionFile(other));
            Copy(without, RepositoryLayout.OverlayFile(other));
        }

        Copy(without, RepositoryLayout.SharedOverlayFile);
        Copy(without, RepositoryLayout.NamesFile);
        var description = VersionFiles.ReadDescription(Repository, version);
        var snapshot = RepositorySnapshot.WorkingTree(new RepositoryLayout(without.Root));

        var start = OverlayStart.For(new RepositoryLayout(without.Root), version, description);
        var corrected = VersionCorrections.Apply(VersionCorrections.Parse(snapshot, version, start?.Text), version, description);
        var ledger = NameRecord.Parse(VersionFiles.ReadIfExists(Repository, RepositoryLayout.NamesFile));
        var started = ApiModelReader.Read(corrected, ledger, DocumentationTexts.None);
        var reviewed = ApiModelReader.Read(
            VersionCorrections.Apply(VersionCorrections.Read(RepositorySnapshot.WorkingTree(Repository), version), version, description), ledger, DocumentationTexts.None);

        var differences = ApiComparison.Compare(reviewed, started).Select(change => change.Subject).Distinct().ToList();
        var expected = OfOneVersion.GetValueOrDefault(name) ?? "^$";
        var unexpected = differences.Where(subject => !Regex.IsMatch(subject, expected)).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(unexpected, Is.Empty, string.Join(", ", unexpected));
            Assert.That(differences.Count > 0, Is.EqualTo(OfOneVersion.ContainsKey(name)));
        }
    }

    private static void Copy(TemporaryRepository repository, string file)
    {
        if (VersionFiles.ReadIfExists(Repository, file) is { } text)
            repository.Write(file, text);
    }
}
