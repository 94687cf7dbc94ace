using System.Globalization;
using System.Text;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Sources;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>A revision of a description, in reduced and corrected form, with its model.</summary>
/// <param name="Name">The argument of the user: a file, a version, or a Git revision.</param>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Version">The version that the description states.</param>
/// <param name="Reduced">The reduced description.</param>
/// <param name="Corrected">The reduced description with the overlay applied.</param>
/// <param name="Model">The model.</param>
/// <param name="Notes">The corrections that do not fit and were skipped.</param>
internal sealed record DescriptionRevision(
    string Name,
    string File,
    DescriptionVersion Version,
    JObject Reduced,
    JObject Corrected,
    ApiModel Model,
    IReadOnlyList<FileProblem> Notes)
{
    private const string Remedy = "Correct the file, or specify another one.";

    /// <summary>Reads a description.</summary>
    /// <param name="file">The file, which is published YAML or reduced JSON.</param>
    /// <param name="content">The content of the file.</param>
    /// <param name="version">The version, or null to use the version that the description states.</param>
    /// <param name="snapshot">The repository with the overlay.</param>
    /// <param name="ledger">The recorded names. Missing names are derived by rule and added to the ledger.</param>
    /// <param name="starter">Builds the overlay of a version that the repository does not have.</param>
    /// <exception cref="DescriptionException">The description cannot be read or has defects that the overlay does not correct.</exception>
    public static DescriptionRevision Read(
        string file,
        byte[] content,
        DescriptionVersion? version,
        RepositorySnapshot snapshot,
        NameLedger ledger,
        Func<DescriptionVersion, JObject, StartedOverlay?>? starter = null)
    {
        var document = Parse(file, content);
        version ??= StatedVersion(document)
            ?? throw Unusable(
                file, "#/info/version", "The description does not state its version.", "Specify the version with --api-version.");
        ThrowIfAny(DescriptionChecks.FindUnusable(document, file, version));
        var reduced = DescriptionReducer.Reduce(document, version.HeaderName);

        var isNew = snapshot.ReadText(RepositoryLayout.DescriptionFile(version)) is null;
        var start = isNew ? starter?.Invoke(version, reduced) : null;
        var corrections = start is null
            ? VersionCorrections.Read(snapshot, version)
            : VersionCorrections.Parse(snapshot, version, start.Text);
        var (corrected, notes) = Correct(reduced, corrections, file, RepositoryLayout.OverlayFile(version));
        return Of(file, version, reduced, corrected, start is null ? notes : [Note(file, version, start), .. notes], ledger);
    }

    /// <summary>Creates a revision from a reduced and corrected description.</summary>
    /// <param name="file">The file.</param>
    /// <param name="version">The version.</param>
    /// <param name="reduced">The reduced description.</param>
    /// <param name="corrected">The reduced description with the overlay applied.</param>
    /// <param name="notes">The corrections that were skipped.</param>
    /// <param name="ledger">The recorded names. Missing names are derived by rule and added to the ledger.</param>
    /// <param name="texts">The summaries, or null if they do not matter.</param>
    /// <exception cref="DescriptionException">The description is not valid.</exception>
    public static DescriptionRevision Of(
        string file,
        DescriptionVersion version,
        JObject reduced,
        JObject corrected,
        IReadOnlyList<FileProblem> notes,
        NameLedger ledger,
        DocumentationTexts? texts = null)
    {
        var model = ApiModelReader.Read(corrected, ledger, texts ?? DocumentationTexts.None);
        VersionFiles.ThrowIfUnusable(model, file, corrected);
        return new DescriptionRevision(file, file, version, reduced, corrected, model, notes);
    }

    private static FileProblem Note(string file, DescriptionVersion version, StartedOverlay start) => new(
        file,
        "#",
        $"Version {version} is not in openapi/. It was corrected with the overlay that 'new-version {version}' would create, "
            + $"which contains the actions of other versions that fit: {start.Origin}.",
        $"To add the version, run 'new-version {version}'.");

    private static JObject Parse(string file, byte[] content)
    {
        if (!file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !content.AsSpan().TrimStart(" \t\r\n\uFEFF"u8).StartsWith("{"u8))
            return PublishedDescription.Read(content, file).Document;
        return WithPositions(DescriptionJson.Read(Encoding.UTF8.GetString(content).TrimStart('\uFEFF'), file, Remedy));
    }

    // The reducer preserves these annotations, which nodes of YAML already have.
    private static JObject WithPositions(JObject document)
    {
        foreach (var node in document.DescendantsAndSelf().Where(node => node is not JProperty))
        {
            // The position of a value in an object is that of its name, as in YAML.
            if ((node.Parent as JProperty ?? node) is IJsonLineInfo line && line.HasLineInfo())
                node.AddAnnotation(new SourcePosition(line.LineNumber, line.LinePosition));
        }

        return document;
    }

    // Every version except Preview is a number.
    private static DescriptionVersion? StatedVersion(JObject document) =>
        (document["info"] as JObject)?["version"] is JValue { Value: not null } stated
            ? DescriptionVersion.TryParse(Convert.ToString(stated.Value, CultureInfo.InvariantCulture))
                ?? DescriptionVersion.TryParse("preview")
            : null;

    // The corrections fit one revision of the description. An older revision can lack the places that they change.
    private static (JObject Corrected, IReadOnlyList<FileProblem> Notes) Correct(
        JObject reduced, Corrections corrections, string file, string overlayFile)
    {
        var published = DescriptionChecks.FindDefects(reduced, file, overlayFile);
        var corrected = corrections.ApplyFitting(reduced, _ => true, out var misfits);
        var (errors, _) = DescriptionChecks.Classify(published, DescriptionChecks.FindDefects(corrected, file, overlayFile), overlayFile);
        List<OverlayAction> skipped = [.. misfits.Select(misfit => misfit.Action)];
        if (errors.Any(error => error.File == overlayFile))
        {
            // Actions that only work together, such as swapping two operationIds, cause defects if only one of them fits.
            skipped.AddRange(
                corrections.Own!.Actions.Except(skipped)
                    .Where(action => errors.Any(error => error.File == overlayFile && Mentions(action, error.Subject))));
            corrected = corrections.ApplyFitting(reduced, action => !skipped.Contains(action), out misfits);
            skipped.AddRange(misfits.Select(misfit => misfit.Action));
            (errors, _) = DescriptionChecks.Classify(published, DescriptionChecks.FindDefects(corrected, file, overlayFile), overlayFile);
        }

        ThrowIfAny(errors.Count == 0 ? errors : [.. errors, .. VersionFiles.FindUnsupported(corrected, file)]);
        return (corrected, [.. skipped.Select(Note)]);

        FileProblem Note(OverlayAction action) => new(
            overlayFile,
            $"#/actions/{action.Index}",
            $"The correction does not fit {file} and was skipped: {action.Target} ({action.Reason.TrimEnd('.')}).",
            "None, if the correction was not written for this revision.")
        {
            Subject = action.Reason,
            SkippedFor = file,
        };
    }

    private static bool Mentions(OverlayAction action, string subject) =>
        $"{action.Target} {action.Update}".Contains($"\"{subject}\"", StringComparison.Ordinal);

    private static DescriptionException Unusable(string file, string pointer, string message, string remedy) =>
        new(new FileProblem(file, pointer, message, remedy));

    private static void ThrowIfAny(IReadOnlyList<FileProblem> problems)
    {
        if (problems.Count > 0)
            throw new DescriptionException(problems);
    }
}
