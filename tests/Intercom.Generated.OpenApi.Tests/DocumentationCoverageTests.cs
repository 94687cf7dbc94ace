using Intercom.Generated.OpenApi.Naming;

namespace Intercom.Generated.OpenApi.Tests;

/// <summary>docs.json describes every client, operation, type, property, and parameter of every version.</summary>
public sealed class DocumentationCoverageTests
{
    private static readonly IReadOnlyList<string> Folders = Published.Folders;

    [TestCaseSource(nameof(Folders))]
    public void Everything_in_a_version_has_a_text(string version)
    {
        var files = Published.Files(version);
        var texts = DocumentationTexts.Parse(files.Docs!);

        ApiModelBuilder.Build(Published.Description(version), NameLedger.Parse(files.Names!), texts);

        Assert.That(texts.Missing.Select(key => $"docs.json lacks {key}"), Is.Empty);
    }
}
