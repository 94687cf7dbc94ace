using Intercom.Generated.Build.Models;
using Intercom.Generated.Build.Repository;
using Microsoft.OpenApi;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Build.Tests;

/// <summary>Reads the documents that NSwag receives with Microsoft.OpenApi.</summary>
public sealed class NSwagDocumentTests
{
    private static RepositoryLayout Repository { get; } = RepositoryLayout.Find(AppContext.BaseDirectory)!;

    private static IEnumerable<string> Versions => VersionFiles.Versions(Repository).Select(version => version.ToString());

    [TestCaseSource(nameof(Versions))]
    public void A_second_reader_finds_every_class_and_property_and_no_errors(string version)
    {
        var model = VersionFiles.ReadModel(Repository, VersionFiles.Versions(Repository).Single(candidate => candidate.ToString() == version));

        var (document, diagnostic) = OpenApiDocument.Parse(NSwagDocument.Create(model).ToString());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(diagnostic!.Errors, Is.Empty);
            Assert.That(diagnostic.Warnings, Is.Empty);
            Assert.That(
                document!.Components!.Schemas!.Select(schema => $"{schema.Key}: {string.Join(", ", schema.Value.Properties?.Keys ?? [])}"),
                Is.EqualTo(model.Objects.Select(type => $"{type.Name}: {string.Join(", ", type.Properties.Select(property => property.Name))}").ToList()).And.Not.Empty);
        }
    }
}
