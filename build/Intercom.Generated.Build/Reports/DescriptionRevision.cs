using System.Globalization;
using System.Text;
using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.Build.Repository;
using Intercom.Generated.Build.Sources;
using Intercom.Generated.OpenApi;
using Intercom.Generated.OpenApi.Model;
using Intercom.Generated.OpenApi.Naming;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using DescriptionProblem = Intercom.Generated.Build.Descriptions.DescriptionProblem;

namespace Intercom.Generated.Build.Reports;

/// <summary>A description at one moment of its history: reduced, corrected, and what it means. Nothing is written.</summary>
/// <param name="Name">What the user calls it: a file, a version or a git revision.</param>
/// <param name="File">The file that holds it, as the user knows it.</param>
/// <param name="Version">The version that it describes.</param>
/// <param name="Reduced">Its facts as they are published.</param>
/// <param name="Corrected">Its facts with the overlay applied.</param>
/// <param name="Model">What it means.</param>
/// <param name="Notes">The corrections that it cannot take, which were left out.</param>
internal sealed record DescriptionRevision(
    string Name,
    string File,
    ApiVersion Version,
    JObject Reduced,
    JObject Corrected,
    ApiModel Model,
    IReadOnlyList<DescriptionProblem> Notes)
{
    private const string Remedy = "Correct the file, or name another one.";

    /// <summary>Reads a description.</summary>
    /// <param name="file">The file that holds it: published YAML, or JSON.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="version">The version that it describes; null for the one that it says itself.</param>
    /// <param name="snapshot">The repository whose overlay corrects it.</param>
    /// <param name="ledger">The names; what it lacks is named by rule and added to it.</param>
    /// <param name="starter">Builds the overlay of a version that the repository does not have.</param>
    /// <exception cref="DescriptionException">It cannot be read, or is broken in a way that the overlay does not correct.</exception>
    public static DescriptionRevision Read(
        string file, byte[] content, ApiVersion? version, RepositorySnapshot snapshot, NameLedger ledger, Func<ApiVersion, JObject, StartedOverlay?>? starter = null)
    {
        var document = Parse(file, content);
        version ??= StatedVersion(document) ?? throw Unusable(file, "#/info/version", "It does not say which version it describes.", "Name it with --api-version.");
        ThrowIfAny(DescriptionChecks.FindUnusable(document, file, version));
        var reduced = DescriptionReducer.Reduce(document, version.HeaderName);

        var isNew = snapshot.ReadText(RepositoryLayout.DescriptionFile(version)) is null;
        var start = isNew ? starter?.Invoke(version, reduced) : null;
        var corrections = start is null ? VersionCorrections.Read(snapshot, version) : VersionCorrections.Parse(snapshot, version, start.Text);
        var (corrected, notes) = Correct(reduced, corrections, file, RepositoryLayout.OverlayFile(version));
        return Of(file, version, reduced, corrected, start is null ? notes : [Note(file, version, start), .. notes], ledger);
    }

    /// <summary>Gives a description that was read and corrected its meaning.</summary>
    /// <param name="file">The file that holds it.</param>
    /// <param name="version">The version that it describes.</param>
    /// <param name="reduced">Its facts as they are published.</param>
    /// <param name="corrected">Its facts with the overlay applied.</param>
    /// <param name="notes">What was left out of the overlay.</param>
    /// <param name="ledger">The names; what it lacks is named by rule and added to it.</param>
    /// <exception cref="DescriptionException">It is no description.</exception>
    public static DescriptionRevision Of(string file, ApiVersion version, JObject reduced, JObject corrected, IReadOnlyList<DescriptionProblem> notes, NameLedger ledger)
    {
        var model = ApiModelReader.Read(corrected, ledger, DocumentationTexts.None);
        VersionFiles.ThrowIfUnusable(model, file, corrected);
        return new DescriptionRevision(file, file, version, reduced, corrected, model, notes);
    }

    private static DescriptionProblem Note(string file, ApiVersion version, StartedOverlay start) => new(
        file,
        "#",
        $"Version {version} is not in openapi/. It was corrected as 'new-version {version}' would start its overlay, with the actions that fit of {start.Origin}.",
        $"To add the version, run 'new-version {version}'.");

    private static JObject Parse(string file, byte[] content)
    {
        if (!file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !content.AsSpan().TrimStart(" \t\r\n\uFEFF"u8).StartsWith("{"u8))
            return PublishedDescription.Read(content, file).Document;
        return WithPositions(DescriptionJson.Read(Encoding.UTF8.GetString(content).TrimStart('\uFEFF'), file, Remedy));
    }

    // Reducing keeps the positions that nodes of YAML have.
    private static JObject WithPositions(JObject document)
    {
        foreach (var property in document.Descendants().OfType<JProperty>())
        {
            if (property is IJsonLineInfo line && line.HasLineInfo())
                property.Value.AddAnnotation(new SourcePosition(line.LineNumber, line.LinePosition));
        }

        return document;
    }

    // Only Preview has no number.
    private static ApiVersion? StatedVersion(JObject document) =>
        (document["info"] as JObject)?["version"] is JValue { Value: not null } stated
            ? ApiVersion.TryParse(Convert.ToString(stated.Value, CultureInfo.InvariantCulture)) ?? ApiVersion.TryParse("preview")
            : null;

    // The corrections belong to one state of the description: an older one may lack what they are about.
    private static (JObject Corrected, IReadOnlyList<DescriptionProblem> Notes) Correct(JObject reduced, Corrections corrections, string file, string overlayFile)
    {
        var published = DescriptionChecks.FindDefects(reduced, file, overlayFile);
        var corrected = corrections.ApplyFitting(reduced, _ => true, out var misfits);
        var (errors, _) = DescriptionChecks.Weigh(published, DescriptionChecks.FindDefects(corrected, file, overlayFile), overlayFile);
        List<OverlayAction> left = [.. misfits.Select(misfit => misfit.Action)];
        if (errors.Any(error => error.File == overlayFile))
        {
            // Actions that only work together, such as swapping two operationIds, do harm when only one of them fits.
            left.AddRange(corrections.Own!.Actions.Except(left).Where(action => errors.Any(error => error.File == overlayFile && Mentions(action, error.Subject))));
            corrected = corrections.ApplyFitting(reduced, action => !left.Contains(action), out misfits);
            left.AddRange(misfits.Select(misfit => misfit.Action));
            (errors, _) = DescriptionChecks.Weigh(published, DescriptionChecks.FindDefects(corrected, file, overlayFile), overlayFile);
        }

        ThrowIfAny(errors);
        return (corrected, [.. left.Select(Note)]);

        DescriptionProblem Note(OverlayAction action) => new(
            overlayFile,
            $"#/actions/{action.Index}",
            $"The correction does not fit {file} and was left out: {action.Target} ({action.Reason.TrimEnd('.')}).",
            "None needed for a state that the correction was not made for.");
    }

    private static bool Mentions(OverlayAction action, string subject) =>
        $"{action.Target} {action.Update}".Contains($"\"{subject}\"", StringComparison.Ordinal);

    private static DescriptionException Unusable(string file, string pointer, string message, string remedy) =>
        new(new DescriptionProblem(file, pointer, message, remedy));

    private static void ThrowIfAny(IReadOnlyList<DescriptionProblem> problems)
    {
        if (problems.Count > 0)
            throw new DescriptionException(problems);
    }
}
