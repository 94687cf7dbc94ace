using Newtonsoft.Json.Linq;

namespace Intercom.Generated.OpenApi;

/// <summary>The text of an overlay.</summary>
/// <param name="Text">The text.</param>
/// <param name="FileName">The file that it came from, for messages.</param>
public sealed record OverlayFile(string Text, string FileName);

/// <summary>
/// The corrections of one version: those that are true of every version, then its own. Everything that corrects a description does it here,
/// so that the build, the tool and the fake see the same one.
/// </summary>
/// <remarks>
/// A shared correction applies to a version that has every place it changes, and is left out of the others with its group. One of the
/// version's own has to fit.
/// </remarks>
public sealed class Corrections
{
    /// <summary>The file with the shared corrections, in the folder of the versions' folders.</summary>
    public const string SharedFileName = "shared-overlay.json";

    /// <summary>The file with a version's own corrections, in its folder.</summary>
    public const string OwnFileName = "overlay.json";

    private Corrections(Overlay? shared, Overlay? own)
    {
        Shared = shared;
        Own = own;
    }

    /// <summary>The corrections that are true of every version; null when there are none.</summary>
    public Overlay? Shared { get; }

    /// <summary>The version's own corrections; null when it has none.</summary>
    public Overlay? Own { get; }

    /// <summary>Reads the corrections.</summary>
    /// <param name="shared">The shared overlay; null when there is none.</param>
    /// <param name="own">The version's overlay; null when it has none.</param>
    /// <exception cref="OverlayException">A text is not an Overlay 1.0 document.</exception>
    public static Corrections Parse(OverlayFile? shared, OverlayFile? own) =>
        new(shared is null ? null : Overlay.Parse(shared.Text, shared.FileName), own is null ? null : Overlay.Parse(own.Text, own.FileName));

    /// <summary>Applies the corrections to a copy of <paramref name="description"/>.</summary>
    /// <exception cref="OverlayException">One of the version's own corrections does not fit.</exception>
    public JObject Apply(JObject description)
    {
        var result = Shared?.ApplyFitting(description, out _) ?? description;
        return Own?.Apply(result) ?? result;
    }

    /// <summary>Applies the corrections that fit to a copy of <paramref name="description"/>, which may be of an earlier date than they are.</summary>
    /// <param name="description">The description.</param>
    /// <param name="isKept">Whether one of the version's own corrections is used at all.</param>
    /// <param name="misfits">The version's own corrections that do not fit, each with the reason.</param>
    public JObject ApplyFitting(JObject description, Func<OverlayAction, bool> isKept, out IReadOnlyList<OverlayMisfit> misfits)
    {
        misfits = [];
        var result = Shared?.ApplyFitting(description, out _) ?? description;
        return Own?.Where(isKept).ApplyFitting(result, out misfits) ?? result;
    }
}
