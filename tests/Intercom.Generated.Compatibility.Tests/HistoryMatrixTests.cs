using Intercom.Generated.Build.Reports;
using Intercom.Generated.Build.Repository;
using Intercom.Generated.OpenApi.Comparison;
using Intercom.Generated.OpenApi.Model;
using Intercom.Generated.OpenApi.Naming;
using Intercom.Generated.Tests;

namespace Intercom.Generated.Compatibility.Tests;

/// <summary>
/// The comparison reports exactly what happens to compiled code, from each published revision to the next and from each version to the next. Compiling
/// whole versions takes time: without INTERCOM_LONG_TESTS=1, only the newest step of each history is compared.
/// </summary>
public sealed class HistoryMatrixTests
{
    // NUnit reports a test without a case as one that failed: one case without a version says why there is nothing to compare.
    public static IEnumerable<string> VersionsWithHistory() =>
        Directory.Exists(History) ? Directory.GetDirectories(History).Select(folder => Path.GetFileName(folder)) : ["any version"];

    private static string History => Path.GetFullPath(Path.Combine(Snapshot.ProjectFolder, "..", "..", "..", "shared", "openapi", "history"));

    [TestCaseSource(nameof(VersionsWithHistory))]
    public void Between_revisions_no_break_is_unseen_and_none_is_told_in_vain(string version) => MatrixAssert.Told(Revisions(version));

    [Test]
    public void Between_versions_no_break_is_unseen_and_none_is_told_in_vain()
    {
        var repository = RepositoryLayout.Find(Snapshot.ProjectFolder)!;
        var models = VersionFiles.Versions(repository).OrderBy(version => version.IsPreview).ThenBy(version => version)
            .Select(version => (version.Name, Model: VersionFiles.ReadModel(repository, version))).ToList();
        MatrixAssert.Told(Steps(models));
    }

    private static List<ModelPair> Revisions(string version)
    {
        var history = Path.Combine(History, version);
        if (!Directory.Exists(history))
            Assert.Ignore($"There are no earlier revisions of {version} in ../shared/openapi/history.");
        var revisions = Directory.GetFiles(history).Order(StringComparer.Ordinal).Append(Path.Combine(History, "..", version, "api.intercom.io.yaml")).ToList();
        var repository = RepositoryLayout.Find(Snapshot.ProjectFolder)!;
        var files = RepositorySnapshot.WorkingTree(repository);
        var ledger = NameLedger.Parse(files.ReadText(RepositoryLayout.NamesFile)!);
        var read = revisions.ConvertAll(file => DescriptionRevision.Read(Path.GetFileName(file), File.ReadAllBytes(file), Build.Repository.ApiVersion.TryParse(version), files, ledger));
        return Steps(read.ConvertAll(revision => (revision.Name, revision.Model)));
    }

    private static List<ModelPair> Steps(List<(string Name, ApiModel Model)> models)
    {
        var steps = models.Zip(models.Skip(1), (before, after) => new ModelPair($"{before.Name} -> {after.Name}", before.Model, after.Model)).ToList();
        return LongTests.AreWanted ? steps : steps[^1..];
    }
}
