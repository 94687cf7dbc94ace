using Intercom.Generated.Descriptions;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Sources;

/// <summary>Reads and applies the overlays of a version with the code that the generator uses.</summary>
internal static class VersionCorrections
{
    /// <summary>Reads the corrections of a version.</summary>
    /// <param name="snapshot">The repository.</param>
    /// <param name="version">The version.</param>
    /// <exception cref="DescriptionException">An overlay cannot be read.</exception>
    public static Corrections Read(RepositorySnapshot snapshot, DescriptionVersion version) =>
        Parse(snapshot, version, snapshot.ReadText(RepositoryLayout.OverlayFile(version)));

    /// <summary>Reads the corrections of a version whose own overlay is not on disk.</summary>
    /// <param name="snapshot">The repository.</param>
    /// <param name="version">The version.</param>
    /// <param name="own">The text of its own overlay, or null if it has none.</param>
    /// <exception cref="DescriptionException">An overlay cannot be read.</exception>
    public static Corrections Parse(RepositorySnapshot snapshot, DescriptionVersion version, string? own) => Checked(
        RepositoryLayout.OverlayFile(version),
        "Correct the overlay.",
        () =>
            Corrections.Parse(
                File(RepositoryLayout.SharedOverlayFile, snapshot.ReadText(RepositoryLayout.SharedOverlayFile)),
                File(RepositoryLayout.OverlayFile(version), own)));

    /// <summary>Applies all corrections of a version to a copy of its description.</summary>
    /// <exception cref="DescriptionException">One of the version's own corrections does not fit.</exception>
    public static JObject Apply(Corrections corrections, DescriptionVersion version, JObject description) => Checked(
        RepositoryLayout.OverlayFile(version),
        "Correct the overlay, then run the tool again.",
        () => corrections.Apply(description));

    private static OverlayFile? File(string name, string? text) => text is null ? null : new OverlayFile(text, name);

    private static T Checked<T>(string file, string remedy, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (OverlayException e)
        {
            throw Problem(file, remedy, e);
        }
    }

    private static DescriptionException Problem(string file, string remedy, OverlayException reason)
    {
        var (place, pointer, message) = Split(reason.Message, file);
        return new DescriptionException(new FileProblem(place, pointer, message, remedy), reason);
    }

    // Separates the place from a message such as "overlay.json#/actions/0/target: reason".
    private static (string File, string Pointer, string Message) Split(string message, string file)
    {
        if (message.IndexOf('#', StringComparison.Ordinal) is var start and > 0
            && message.IndexOf(": ", start, StringComparison.Ordinal) is var end and > 0)
        {
            return (message[..start], message[start..end], $"The overlay does not fit the description: {message[(end + 2)..]}");
        }

        return (file, "#", message);
    }
}
