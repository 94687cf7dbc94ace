using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Maintenance.Replays;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Models;
using Microsoft.OpenApi;

namespace Intercom.Generated.Models.Tests;

/// <summary>Reads the documents that NSwag receives with Microsoft.OpenApi.</summary>
public sealed class NSwagDocumentTests
{
    [Test]
    public void NSwag_prints_hostile_text_on_one_line()
    {
        const string evil = "\"; } class Evil { } /* */ </summary>\n#if X\r\u2028{{ evil }}{% evil %}\u202E\uFEFF\u0085\\";
        var property = new PropertyModel("thing/name", "Name", "name", TypeReference.Text, evil, evil) { Obsolete = evil };
        var type = new ObjectModel("thing", "Thing", evil, new EquatableArray<PropertyModel>([property]));
        var model = new ApiModel("2.14", default, new EquatableArray<ObjectModel>([type]), default, default, default);
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (document, models) = (Path.Combine(folder.FullName, "document.json"), Path.Combine(folder.FullName, "Models.g.cs"));
            File.WriteAllText(document, NSwagDocument.Create(model).ToString());
            var result = NSwagProgram.Run(Repository, document, models, "Trial");

            Assert.That(result.ExitCode, Is.Zero, result.Text);
            const string shown = "\"; } class Evil { } /* */ &lt;/summary&gt; #if X  {{ evil }}{% evil %}\\u202E\\uFEFF \\";
            const string literal = "\"\\\"; } class Evil { } /* */ </summary>\\u000A#if X\\u000D\\u2028{{ evil }}{% evil %}\\u202E\\uFEFF\\u0085\\\\\"";
            Assert.That(File.ReadAllText(models).TrimEnd(), Does.EndWith(string.Join('\n', [
                $"/// <summary>{shown}</summary>",
                "public sealed partial class Thing : IntercomModel",
                "{",
                $"    /// <summary>{shown}</summary>",
                $"    [Obsolete({literal})]",
                $"    public string? Name {{ get; set => field = Assign(value, 0); }} = {literal};",
                "}",
            ])));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

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
                document!.Components!.Schemas!.Where(schema => schema.Value.Properties is { Count: > 0 })
                    .Select(schema => Line(schema.Key, schema.Value.Properties!.Keys)),
                Is.EquivalentTo(model.Objects.Select(type => Line(type.Name, type.Properties.Select(property => property.Name))).ToList())
                    .And.Not.Empty);
        }

        static string Line(string name, IEnumerable<string> properties) => $"{name}: {string.Join(", ", properties)}";
    }
}
