using Intercom.Generated.Build.Models;
using Intercom.Generated.Build.Repository;
using Microsoft.OpenApi;

namespace Intercom.Generated.Build.Tests;

/// <summary>Reads the documents that NSwag receives with Microsoft.OpenApi.</summary>
public sealed class NSwagDocumentTests
{
    private static RepositoryLayout Repository { get; } = RepositoryLayout.Find(AppContext.BaseDirectory)!;

    private static IEnumerable<string> Versions => VersionFiles.Versions(Repository).Select(version => version.ToString());

    [TestCaseSource(nameof(Versions))]
    public void A_second_reader_finds_every_class_and_property_and_no_errors(string version)
    {
        var model = VersionFiles.ReadModel(
            Repository, VersionFiles.Versions(Repository).Single(candidate => candidate.ToString() == version));

        var (document, diagnostic) = OpenApiDocument.Parse(NSwagDocument.Create(model).ToString());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(diagnostic!.Errors, Is.Empty);
            Assert.That(diagnostic.Warnings, Is.Empty);
            Assert.That(
                document!.Components!.Schemas!.Select(schema => Line(schema.Key, schema.Value.Properties?.Keys ?? [])),
                Is.EqualTo(model.Objects.Select(type => Line(type.Name, type.Properties.Select(property => property.Name))).ToList())
                    .And.Not.Empty);
        }

        static string Line(string name, IEnumerable<string> properties) => $"{name}: {string.Join(", ", properties)}";
    }
}
