using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>The texts of the files that make up a version. Instances are equal if all texts are equal.</summary>
/// <param name="Description">The reduced description.</param>
/// <param name="Overlay">The corrections of the version, or null if it has none.</param>
/// <param name="Names">The ledger, or null if there is none yet.</param>
/// <param name="Docs">The summaries, or null if there are none.</param>
public sealed record DescriptionFiles(string Description, string? Overlay, string? Names, string? Docs)
{
    /// <summary>The corrections that apply to all versions, or null if there are none.</summary>
    public string? SharedOverlay { get; init; }

    /// <summary>Reads the files of a version.</summary>
    /// <param name="version">The name of the version's folder in openapi/, such as <c>2.14</c>.</param>
    /// <param name="read">Reads a file, given its path in openapi/. Returns null if the file does not exist.</param>
    /// <returns>The files, or null if the version has no description.</returns>
    public static DescriptionFiles? Read(string version, Func<string, string?> read)
    {
        if (read is null)
            throw new ArgumentNullException(nameof(read));
        if (read($"{version}/{DescriptionProblem.DescriptionFile}") is not { } description)
            return null;
        return new DescriptionFiles(description, read($"{version}/{Corrections.OwnFileName}"), read("names.json"), read("docs.json"))
        {
            SharedOverlay = read(Corrections.SharedFileName),
        };
    }
}

/// <summary>Reads the model of a version from its files. Never throws for the content of a file: problems are part of the model.</summary>
public static class ApiModelReader
{
    /// <summary>Reads a version.</summary>
    public static ApiModel Read(DescriptionFiles files)
    {
        var problems = new List<DescriptionProblem>();
        var ledger = Parse("names.json", files.Names ?? "{}", NameLedger.Parse, problems);
        var texts = Parse("docs.json", files.Docs ?? "{}", DocumentationTexts.Parse, problems);
        var description = Parse(DescriptionProblem.DescriptionFile, files.Description, DescriptionDocument.ParseObject, problems);
        // Without corrections, the two are the same.
        var published = files.Overlay is null && files.SharedOverlay is null ? null : description;
        if (description is not null)
            description = Correct(description, files, problems);
        if (ledger is null || texts is null || description is null)
            return new ApiModel(string.Empty, default, default, default, default, problems.ToEquatableArray());

        var model = Read(description, ledger, texts, published);
        if (files.Names is not null && ledger.Additions.Count > 0)
        {
            problems.Add(new DescriptionProblem(
                DescriptionProblemKind.MissingLedgerEntry,
                "names.json#",
                $"The ledger lacks {ledger.Additions.Count} names of this version. The first is '{ledger.Additions[0]}'. "
                    + "Run the tool's command 'names' to add them.",
                0));
        }

        return model with { Problems = problems.Concat(model.Problems).ToEquatableArray() };
    }

    /// <summary>Reads a parsed description.</summary>
    /// <param name="description">The description with its overlay applied.</param>
    /// <param name="ledger">The recorded names. Missing names are derived by rule and added to the ledger.</param>
    /// <param name="texts">The summaries.</param>
    /// <param name="published">The description without its overlays, or null if there are none.</param>
    public static ApiModel Read(JObject description, NameLedger ledger, DocumentationTexts texts, JObject? published = null) =>
        ApiModelBuilder.Build(description, ledger, texts, published);

    private static T? Parse<T>(string fileName, string text, Func<string, T> parse, List<DescriptionProblem> problems)
        where T : class
    {
        try
        {
            return parse(text);
        }
        catch (InvalidJsonException e)
        {
            // The build can only show lines of the description.
            var line = fileName == DescriptionProblem.DescriptionFile ? e.LineNumber : 0;
            problems.Add(new DescriptionProblem(
                DescriptionProblemKind.InvalidFile,
                $"{fileName}{e.Pointer}",
                $"The file cannot be read: {e.Message} Correct the file.",
                line));
            return null;
        }
    }

    private static JObject? Correct(JObject description, DescriptionFiles files, List<DescriptionProblem> problems)
    {
        try
        {
            return Corrections.Parse(File(files.SharedOverlay, Corrections.SharedFileName), File(files.Overlay, Corrections.OwnFileName))
                .Apply(description);
        }
        catch (OverlayException e)
        {
            problems.Add(new DescriptionProblem(DescriptionProblemKind.InvalidOverlay, "#", e.Message, 0));
            return null;
        }

        static OverlayFile? File(string? text, string name) => text is null ? null : new OverlayFile(text, name);
    }
}
