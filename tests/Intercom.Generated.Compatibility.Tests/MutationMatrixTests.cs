using System.Globalization;
using System.Text;
using Intercom.Generated.Descriptions.Naming;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Tests;
using Newtonsoft.Json;

namespace Intercom.Generated.Compatibility.Tests;

/// <summary>Verifies that the comparison reports exactly the breaks in compiled code after many random changes at a time.</summary>
public sealed class MutationMatrixTests
{
    [Test]
    public void Reports_exactly_the_breaks_of_random_changes()
    {
        var first = int.Parse(Environment.GetEnvironmentVariable("INTERCOM_FIRST_SEED") ?? "1", CultureInfo.InvariantCulture);
        var count = int.Parse(
            Environment.GetEnvironmentVariable("INTERCOM_SEEDS") ?? $"{LongTests.Size(1, 14)}", CultureInfo.InvariantCulture);
        var repository = RepositoryLayout.Find(Snapshot.ProjectFolder)!;
        var files = RepositorySnapshot.WorkingTree(repository);
        var version = DescriptionVersion.TryParse("2.12")!;
        var published = files.ReadText(RepositoryLayout.DescriptionFile(version))!;
        var ledger = NameLedger.Parse(files.ReadText(RepositoryLayout.NamesFile)!);
        var before = DescriptionRevision.Read("before", Encoding.UTF8.GetBytes(published), version, files, ledger);
        var pairs = new List<ModelPair>();
        for (var seed = first; seed < first + count; seed++)
        {
            var description = DescriptionJson.Read(published, "description.json");
            var changes = new DescriptionMutation(seed).Apply(description, 15);
            try
            {
                var changed = Encoding.UTF8.GetBytes(description.ToString(Formatting.None));
                var after = DescriptionRevision.Read("after", changed, version, files, ledger);
                pairs.Add(new ModelPair($"seed {seed}: {string.Join(", ", changes)}", before.Model, after.Model));
            }
            catch (DescriptionException e)
            {
                // Some changes make the description invalid. Skip those.
                TestContext.Out.WriteLine($"seed {seed}: {e.Message}");
            }
        }

        MatrixAssert.ReportsExactly(pairs);
    }
}
