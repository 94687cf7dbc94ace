using System.Text;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Repository;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>The published descriptions, if they are next to the repository.</summary>
public sealed class PublishedDescriptionsTests
{
    private static readonly HashSet<string> ProseKeywords = ["description", "summary", "title", "example", "examples"];

    [TestCase("2.11", 108, "DanglingReference #/components/schemas/custom_attributes")]
    [TestCase("2.12", 118)]
    [TestCase("2.14", 150, "UndeclaredPlaceholder job_identifier")]
    [TestCase("preview", 256, "UndeclaredPlaceholder job_identifier")]
    public void Reads_the_published_descriptions(string version, int operations, params string[] defects)
    {
        var reduced = Reduce(version);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(DescriptionChanges.OperationsOf(reduced), Has.Count.EqualTo(operations));
            Assert.That(
                DescriptionChecks.FindDefects(reduced, "published.yaml", "overlay.json").Select(d => $"{d.Kind} {d.Subject}").Distinct(),
                Is.EqualTo(defects));
        }
    }

    [Test]
    public void A_reduced_description_has_no_prose()
    {
        var published = Read("2.14");
        var text = Encoding.UTF8.GetString(DescriptionJson.Write(Reduce("2.14")));

        // Finds sentences of prose anywhere. Names and enum values are single words.
        var prose = published.Document.Descendants()
            .OfType<JProperty>()
            .Where(p => ProseKeywords.Contains(p.Name) || p.Name.StartsWith("x-", StringComparison.Ordinal))
            .SelectMany(p => p.DescendantsAndSelf().OfType<JValue>())
            .Select(v => v.Value)
            .OfType<string>()
            .Where(s => s.Contains(' ', StringComparison.Ordinal) && s.Length > 25)
            .ToHashSet();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(prose, Has.Count.GreaterThan(1000));
            Assert.That(prose.Where(s => text.Contains(JsonConvert.ToString(s), StringComparison.Ordinal)), Is.Empty);
            Assert.That(text, Does.Not.Contain("\"example\":").And.Not.Contain("\"summary\": \""));
        }
    }

    private static JObject Reduce(string version)
    {
        return DescriptionReducer.Reduce(Read(version).Document, DescriptionVersion.TryParse(version)!.HeaderName);
    }

    private static PublishedDescription Read(string version)
    {
        return PublishedDescription.Read(File.ReadAllBytes(PublishedFiles.Current(version)), $"{version}.yaml");
    }
}
