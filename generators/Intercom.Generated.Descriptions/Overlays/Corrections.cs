using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>The text of an overlay.</summary>
/// <param name="Text">The text.</param>
/// <param name="FileName">The name of the file, for messages.</param>
public sealed record OverlayFile(string Text, string FileName);

/// <summary>
/// The corrections of one version: the shared ones, then its own. The build, the tool, and the fake all correct descriptions here, so that
/// they see the same result.
/// </summary>
/// <remarks>
/// A shared correction applies if the version has every place that its group changes. Otherwise the whole group is skipped. A correction of
/// the version's own must always fit.
/// </remarks>
public sealed class Corrections
{
    /// <summary>The name of the file with the shared corrections, which is in openapi/.</summary>
    public const string SharedFileName = "shared-overlay.json";

    /// <summary>The name of the file with a version's own corrections, which is in the folder of the version.</summary>
    public const string OwnFileName = "overlay.json";

    private Corrections(Overlay? shared, Overlay? own)
    {
        Shared = shared;
        Own = own;
    }

    /// <summary>The corrections that apply to all versions, or null if there are none.</summary>
    public Overlay? Shared { get; }

    /// <summary>The version's own corrections, or null if it has none.</summary>
    public Overlay? Own { get; }

    /// <summary>Reads the corrections.</summary>
    /// <param name="shared">The shared overlay, or null if there is none.</param>
    /// <param name="own">The version's own overlay, or null if it has none.</param>
    /// <exception cref="OverlayException">A text is not an Overlay 1.0 document.</exception>
    public static Corrections Parse(OverlayFile? shared, OverlayFile? own) =>
        new(
            shared is null ? null : Overlay.Parse(shared.Text, shared.FileName),
            own is null ? null : Overlay.Parse(own.Text, own.FileName));

    /// <summary>Applies the corrections to a copy of <paramref name="description"/>.</summary>
    /// <exception cref="OverlayException">One of the version's own corrections does not fit.</exception>
    public JObject Apply(JObject description)
    {
        var result = WithShared(description);
        Own?.ApplyTo(result);
        return result;
    }

    /// <summary>
    /// Applies the corrections that fit to a copy of <paramref name="description"/>, which may be older than the corrections.
    /// </summary>
    /// <param name="description">The description.</param>
    /// <param name="isKept">Selects the version's own corrections to apply.</param>
    /// <param name="misfits">The version's own corrections that do not fit, with the reasons.</param>
    public JObject ApplyFitting(JObject description, Func<OverlayAction, bool> isKept, out IReadOnlyList<OverlayMisfit> misfits)
    {
        var result = WithShared(description);
        misfits = Own?.Where(isKept).ApplyFittingTo(result) ?? [];
        return result;
    }

    private JObject WithShared(JObject description)
    {
        var copy = (JObject)description.DeepClone();
        Shared?.ApplyFittingTo(copy);
        return copy;
    }
}
