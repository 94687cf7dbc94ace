using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.Build.Repository;
using Intercom.Generated.OpenApi;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Build.Sources;

/// <summary>
/// The first overlay of a new version: the corrections of the version most like it that fit it, since the published descriptions share
/// most of their defects.
/// </summary>
internal static class OverlayStart
{
    /// <summary>Makes the overlay of a version that has none.</summary>
    /// <returns>The overlay's text and where it is from, or <see langword="null"/> when no other version has an overlay.</returns>
    public static (string Text, string Origin)? For(RepositoryLayout repository, ApiVersion version, JObject description)
    {
        // Parameter names flip between versions, so that the nearest one is not always the one that fits.
        var best = VersionFiles.Versions(repository)
            .Where(other => other != version && File.Exists(repository.FullPath(RepositoryLayout.OverlayFile(other))))
            .Select(other => (Version: other, Overlay: Fitting(repository, other, description, out var count), Fit: count))
            .OrderByDescending(start => start.Fit).ThenBy(start => start.Version.DistanceTo(version)).ThenByDescending(start => start.Version)
            .FirstOrDefault();
        if (best.Overlay is not { } overlay)
            return null;
        overlay["info"] = new JObject { ["title"] = $"Corrections to the description of version {version.HeaderName}", ["version"] = "1" };
        return (overlay.ToString().ReplaceLineEndings("\n") + "\n", $"{overlay["actions"]!.Count()} actions of {best.Version} that fit");
    }

    private static JObject Fitting(RepositoryLayout repository, ApiVersion version, JObject description, out double fit)
    {
        var file = RepositoryLayout.OverlayFile(version);
        var overlay = JObject.Parse(VersionFiles.ReadIfExists(repository, file)!);
        var actions = (JArray)overlay["actions"]!;
        var fitting = new JArray();
        var corrected = description;
        foreach (var action in actions)
        {
            if (Apply(overlay, action, file, corrected) is not { } next)
                continue;
            fitting.Add(action.DeepClone());
            corrected = next;
        }

        RemoveHarmful(fitting, description, corrected, file);
        fit = (double)fitting.Count / Math.Max(1, actions.Count);
        overlay["actions"] = fitting;
        return overlay;
    }

    // Actions that only work together, such as swapping two operationIds, do harm when only one of them fits.
    private static void RemoveHarmful(JArray actions, JObject description, JObject corrected, string file)
    {
        var known = DescriptionChecks.FindDefects(description, file, file).Select(defect => defect.Identity).ToHashSet();
        foreach (var defect in DescriptionChecks.FindDefects(corrected, file, file).Where(defect => !known.Contains(defect.Identity)))
        {
            foreach (var action in actions.Where(action => action.ToString().Contains($"\"{defect.Subject}\"", StringComparison.Ordinal)).ToList())
                action.Remove();
        }
    }

    // What adds operations belongs to the other version alone, and what changes nothing is not needed.
    private static JObject? Apply(JObject overlay, JToken action, string file, JObject description)
    {
        if ((string?)action["target"] == "$.paths")
            return null;
        var single = new JObject { ["overlay"] = overlay["overlay"], ["actions"] = new JArray(action.DeepClone()) };
        try
        {
            var result = Overlay.Parse(single.ToString(), file).Apply(description);
            return JToken.DeepEquals(result, description) ? null : result;
        }
        catch (OverlayException)
        {
            return null;
        }
    }
}
