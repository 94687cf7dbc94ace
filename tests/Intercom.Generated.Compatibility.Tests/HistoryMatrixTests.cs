using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Tests;

namespace Intercom.Generated.Compatibility.Tests;

/// <summary>
/// Verifies that the comparison reports exactly the breaks in compiled code, between consecutive published revisions and between
/// consecutive versions. Compiling a version takes a while, so only the newest step of the last history and of the versions is compared unless
/// INTERCOM_LONG_TESTS=1.
/// </summary>
public sealed class HistoryMatrixTests
{
    // NUnit fails a test without cases, so use a placeholder if the history is missing. The test then ignores it.
    public static IEnumerable<string> VersionsWithHistory() =>
        Directory.Exists(History)
            ? Directory.GetDirectories(History).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).TakeLast(LongTests.Size(1, int.MaxValue))
            : ["any version"];

    private static string History =>
        Path.GetFullPath(Path.Combine(Snapshot.ProjectFolder, "..", "..", "..", "shared", "openapi", "history"));

    [TestCaseSource(nameof(VersionsWithHistory))]
    public void Reports_exactly_the_breaks_between_revisions(string version) => MatrixAssert.ReportsExactly(Revisions(version));

    [Test]
    public void Reports_exactly_the_breaks_between_versions()
    {
        var repository = RepositoryLayout.Find(Snapshot.ProjectFolder)!;
        var models = VersionFiles.Versions(repository).OrderBy(version => version.IsPreview).ThenBy(version => version)
            .Select(version => (version.Name, Model: VersionFiles.ReadModel(repository, version))).ToList();
        MatrixAssert.ReportsExactly(Steps(models));
    }

    private static List<ModelPair> Revisions(string version)
    {
        var history = Path.Combine(History, version);
        if (!Directory.Exists(history))
            Assert.Ignore($"No earlier revisions of {version} in ../shared/openapi/history.");
        var newest = Path.Combine(History, "..", version, "api.intercom.io.yaml");
        var revisions = Directory.GetFiles(history).Order(StringComparer.Ordinal).Append(newest).ToList();
        var repository = RepositoryLayout.Find(Snapshot.ProjectFolder)!;
        var files = RepositorySnapshot.WorkingTree(repository);
        var ledger = NameLedger.Parse(files.ReadText(RepositoryLayout.NamesFile)!);
        var apiVersion = DescriptionVersion.TryParse(version);
        var read = revisions.ConvertAll(
            file => DescriptionRevision.Read(Path.GetFileName(file), File.ReadAllBytes(file), apiVersion, files, ledger));
        return Steps(read.ConvertAll(revision => (revision.Name, revision.Model)));
    }

    private static List<ModelPair> Steps(List<(string Name, ApiModel Model)> models)
    {
        var steps = models
            .Zip(models.Skip(1), (before, after) => new ModelPair($"{before.Name} -> {after.Name}", before.Model, after.Model))
            .ToList();
        return LongTests.AreEnabled ? steps : steps[^1..];
    }
}
