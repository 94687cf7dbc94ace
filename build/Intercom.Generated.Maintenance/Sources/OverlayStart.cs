using System.Text;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Sources;

/// <summary>Corrections of other versions that were not copied to a new version.</summary>
/// <param name="Place">The overlay and the target of the first action.</param>
/// <param name="Reason">The reason.</param>
/// <param name="NeedsReview">Whether a person has to review the place, because the new version describes it differently.</param>
internal sealed record SkippedCorrection(string Place, string Reason, bool NeedsReview)
{
    /// <inheritdoc />
    public override string ToString() => $"{Place}: {Reason}";
}

/// <summary>The first overlay of a version.</summary>
/// <param name="Text">The text of the overlay.</param>
/// <param name="Origins">The versions whose corrections were copied, with the number of actions.</param>
/// <param name="Skipped">The corrections that were not copied.</param>
internal sealed record StartedOverlay(
    string Text, IReadOnlyList<(DescriptionVersion Version, int Actions)> Origins, IReadOnlyList<SkippedCorrection> Skipped)
{
    /// <summary>The origins as text.</summary>
    public string Origin =>
        Origins.Count == 0 ? "the shared overlay" : string.Join(", ", Origins.Select(origin => $"{origin.Version} ({origin.Actions})"));
}

/// <summary>
/// Builds the first overlay of a new version. Published descriptions share most of their defects, so the overlay copies groups of actions
/// from the overlays of other versions. A group is copied if it changes exactly the same values in the new description as in its own.
/// </summary>
internal sealed class OverlayStart
{
    private readonly RepositorySnapshot _snapshot;
    private readonly DescriptionVersion _version;
    private readonly List<OverlayAction> _copied = [];
    private readonly List<(DescriptionVersion Version, int Actions)> _origins = [];
    private readonly List<(OverlayGroup Group, SkippedCorrection Skipped)> _skipped = [];
    private readonly Overlay? _shared;
    private readonly List<OverlayFootprint> _sharedFootprints;
    private readonly List<List<OverlayFootprint>> _knownFootprints;
    private readonly List<(DescriptionVersion Version, int Distance, JObject Corrected)> _reviewed = [];
    private readonly HashSet<string> _references;
    private bool _hasSource;
    private readonly JObject _corrected;

    private OverlayStart(RepositorySnapshot snapshot, DescriptionVersion version, Corrections corrections, JObject description)
    {
        _snapshot = snapshot;
        _version = version;
        _shared = corrections.Shared;
        _hasSource = corrections.Shared is not null;
        _corrected = (JObject)description.DeepClone();
        _sharedFootprints = ApplyShared(_corrected);
        _knownFootprints = [.. _sharedFootprints.Select(_ => new List<OverlayFootprint>())];
        if (corrections.Own is { } own)
        {
            _copied.AddRange(own.Actions);
            _corrected = VersionCorrections.Apply(corrections, version, description);
        }

        _references = ReferencesOf(_corrected);
    }

    /// <summary>Builds the overlay of a version that is not in the repository yet.</summary>
    /// <param name="repository">The repository with the other versions.</param>
    /// <param name="version">The new version.</param>
    /// <param name="description">The reduced description.</param>
    /// <returns>The overlay, which can be without actions, or null if no version has corrections.</returns>
    /// <exception cref="DescriptionException">An overlay cannot be read, or an existing overlay of the version does not fit.</exception>
    public static StartedOverlay? For(RepositoryLayout repository, DescriptionVersion version, JObject description)
    {
        var snapshot = RepositorySnapshot.WorkingTree(repository);
        var written = snapshot.ReadText(RepositoryLayout.OverlayFile(version));
        var corrections = VersionCorrections.Parse(snapshot, version, written);
        var start = new OverlayStart(snapshot, version, corrections, description);

        var neighbors = Neighbors(VersionFiles.Versions(repository), version).ToList();
        foreach (var (other, distance) in neighbors)
            start.TryRead(other, () => start.AddReviewed(other, distance));
        foreach (var (other, distance) in neighbors)
            start.TryRead(other, () => start.TakeFrom(other, distance));
        start.ReviewShared();
        return start._hasSource || written is not null ? start.Result(written) : null;
    }

    // The closest version is first. If two are equally close, the newer one is first. Preview follows the newest stable version.
    private static IEnumerable<(DescriptionVersion Version, int Distance)> Neighbors(
        IEnumerable<DescriptionVersion> versions, DescriptionVersion version)
    {
        var ordered = versions.Append(version).Distinct().Order().ToList();
        var position = ordered.IndexOf(version);
        return ordered.Where(other => other != version)
            .Select(other => (Version: other, Distance: Math.Abs(ordered.IndexOf(other) - position)))
            .OrderBy(other => other.Distance).ThenByDescending(other => other.Version);
    }

    // A problem of another version must not block this one.
    private void TryRead(DescriptionVersion other, Action read)
    {
        try
        {
            read();
        }
        catch (Exception e) when (e is DescriptionException or OverlayException)
        {
            if (!_skipped.Exists(entry => entry.Skipped.Place == RepositoryLayout.OverlayFile(other)))
            {
                var reason = $"Version {other} cannot be read, so no corrections were copied from it.";
                _skipped.Add((new OverlayGroup([]), new SkippedCorrection(RepositoryLayout.OverlayFile(other), reason, true)));
            }
        }
    }

    private void AddReviewed(DescriptionVersion other, int distance)
    {
        if (_snapshot.ReadText(RepositoryLayout.DescriptionFile(other)) is { } text)
        {
            var description = DescriptionJson.Read(text, RepositoryLayout.DescriptionFile(other));
            _reviewed.Add((other, distance, VersionCorrections.Read(_snapshot, other).ApplyFitting(description, _ => true, out _)));
        }
    }

    private void TakeFrom(DescriptionVersion other, int distance)
    {
        var corrections = VersionCorrections.Read(_snapshot, other);
        if (_snapshot.ReadText(RepositoryLayout.DescriptionFile(other)) is not { } text)
            return;

        var description = DescriptionJson.Read(text, RepositoryLayout.DescriptionFile(other));
        foreach (var (known, footprint) in _knownFootprints.Zip(ApplyShared(description)))
            known.Add(footprint);
        _hasSource |= corrections.Own is not null;
        var taken = 0;
        foreach (var group in corrections.Own?.Groups ?? [])
        {
            var written = OverlayFootprint.Of(group, description);
            // Ignore a group that does not fit its own version.
            if (corrections.Own!.TryApply(group, description, out _) && Take(other, distance, group, written, corrections.Own))
                taken += group.Actions.Count;
        }

        if (taken > 0)
            _origins.Add((other, taken));
    }

    private bool Take(DescriptionVersion other, int distance, OverlayGroup group, OverlayFootprint written, Overlay overlay)
    {
        var first = group.Actions[0];
        if (group.Actions.Any(action => action.Target == "$.paths"))
            return Skip(first.Target, $"The correction adds operations to {other} only.", needsReview: false);
        var footprint = OverlayFootprint.Of(group, _corrected);
        if (footprint.MissingTarget is { } missing && written.MissingTarget is null)
            return Skip(missing, "The description does not have this place.", needsReview: false);

        if (footprint.IsCorrected)
            return false;
        if (footprint.MissingTarget is null && footprint.FindDifference(written) is { } difference)
        {
            return Skip(
                group.Actions[difference.Action].Target,
                difference.Value.Length == 0
                    ? $"The description differs from {other} here."
                    : $"The description differs from {other} at {difference.Value}.",
                needsReview: true);
        }

        // An equally close version has the same values and was reviewed without a correction.
        var near = _reviewed.Find(near => near.Version != other && near.Distance <= distance && IsUncorrected(near.Corrected));
        if (near.Version is { } uncorrected)
            return Skip(first.Target, $"Version {uncorrected} has the same values without a correction.", needsReview: false);

        if (FindConflict(group) is { } conflict)
            return Skip(first.Target, conflict, needsReview: false);
        // The group can change the names in the targets.
        var copied = group.Actions.Select(action => action with { Target = Overlay.TargetIn(action, _corrected) }).ToList();
        if (!overlay.TryApply(group, _corrected, out var misfit))
            return Skip(first.Target, misfit!.Message, needsReview: true);

        _copied.AddRange(copied);
        _references.UnionWith(TextsOf(group, "$ref"));
        return true;

        bool IsUncorrected(JObject corrected)
        {
            var there = OverlayFootprint.Of(group, corrected);
            return there.MissingTarget is null && !there.IsCorrected && there.FindDifference(written) is null;
        }

        bool Skip(string target, string reason, bool needsReview)
        {
            var place = $"{RepositoryLayout.OverlayFile(other)}#/actions/{first.Index} {target}";
            _skipped.Add((group, new SkippedCorrection(place, reason, needsReview)));
            return false;
        }
    }

    // Returns the footprint of each shared group before the group is applied.
    private List<OverlayFootprint> ApplyShared(JObject description)
    {
        List<OverlayFootprint> footprints = [];
        foreach (var group in _shared?.Groups ?? [])
        {
            footprints.Add(OverlayFootprint.Of(group, description));
            _shared!.TryApply(group, description, out _);
        }

        return footprints;
    }

    // A shared correction applies to every version that has the place. It can be wrong for a version that describes the place differently.
    private void ReviewShared()
    {
        foreach (var ((group, footprint), known) in (_shared?.Groups ?? []).Zip(_sharedFootprints).Zip(_knownFootprints))
        {
            var comparable = known.Where(other => other.MissingTarget is null).ToList();
            if (footprint.MissingTarget is null
                && comparable.Count > 0
                && comparable.TrueForAll(other => footprint.FindDifference(other) is not null))
            {
                var first = group.Actions[0];
                _skipped.Add((group, new SkippedCorrection(
                    $"{RepositoryLayout.SharedOverlayFile}#/actions/{first.Index} {first.Target}",
                    "The shared correction was applied, but the description differs from every other version here.",
                    true)));
            }
        }
    }

    // A correction can depend on parts that only its own version has.
    private string? FindConflict(OverlayGroup group)
    {
        var schemas = group.Actions.Where(action => action.Target == "$.components.schemas")
            .Select(action => action.Update)
            .OfType<JObject>()
            .SelectMany(update => update.Properties()).ToList();
        var added = schemas.Select(schema => $"#/components/schemas/{schema.Name}").ToHashSet(StringComparer.Ordinal);
        foreach (var reference in TextsOf(group, "$ref").Where(reference => !added.Contains(reference)))
        {
            if (JsonPointer.Resolve(_corrected, reference) is null)
                return $"The correction refers to {reference}, which the description does not have.";
        }

        if (FindDuplicateId(group) is { } id)
            return $"Another operation has the operationId {id}.";
        if (group.Actions.All(action => action.Target == "$.components.schemas"))
        {
            var isUsed = schemas.Exists(schema => schema.Value["x-keep"] is not null)
                || added.Overlaps(_references)
                || added.Overlaps(TextsOf(group, "$ref"));
            if (!isUsed)
                return "The description has no references to the added schema.";
        }

        return null;
    }

    // Checks the operationIds as they will be after the group is applied.
    private string? FindDuplicateId(OverlayGroup group)
    {
        var given = TextsOf(group, "operationId").ToHashSet(StringComparer.Ordinal);
        if (given.Count == 0)
            return null;
        var ids = _corrected.SelectTokens("$.paths.*.*.operationId")
            .ToDictionary(id => id.Parent!.Parent!.Path, id => (string?)id, StringComparer.Ordinal);
        foreach (var action in group.Actions)
        {
            if ((action.Update as JObject)?["operationId"] is JValue { Value: string id })
            {
                foreach (var operation in Overlay.Match(action, _corrected))
                    ids[operation.Path] = id;
            }
        }

        return given.FirstOrDefault(id => ids.Values.Count(other => other == id) > 1);
    }

    private static IEnumerable<string> TextsOf(OverlayGroup group, string name) =>
        group.Actions.Select(action => action.Update)
            .OfType<JContainer>()
            .SelectMany(update => update.DescendantsAndSelf().OfType<JProperty>())
            .Where(property => property.Name == name).Select(property => (property.Value as JValue)?.Value as string).OfType<string>();

    private static HashSet<string> ReferencesOf(JObject description) =>
        [.. description.Descendants()
            .OfType<JProperty>()
            .Where(property => property.Name == "$ref")
            .Select(property => (property.Value as JValue)?.Value as string)
            .OfType<string>()];

    private StartedOverlay Result(string? written)
    {
        var document = written is null
            ? new JObject
            {
                ["overlay"] = "1.0.0",
                ["info"] = new JObject
                {
                    ["title"] = $"Corrections to the description of Intercom's API, version {_version.HeaderName}",
                    ["version"] = "1.0.0",
                },
            }
            : DescriptionJson.Read(written, RepositoryLayout.OverlayFile(_version));
        document["actions"] = new JArray(_copied.Select(Write));

        // A skipped correction does not matter if a copied one corrects the same place.
        var places = _copied.Select(action => action.Target).ToHashSet(StringComparer.Ordinal);
        var skipped = _skipped
            .Where(entry => entry.Group.Actions.Count == 0 || !entry.Group.Actions.All(IsCopied))
            .DistinctBy(entry => entry.Group.Actions.Count == 0 ? entry.Skipped.Place : Text(entry.Group))
            .Select(entry => entry.Skipped)
            .ToList();
        return new StartedOverlay(Encoding.UTF8.GetString(DescriptionJson.Write(document)), _origins, skipped);

        bool IsCopied(OverlayAction action) => places.Contains(Overlay.TargetIn(action, _corrected));

        static string Text(OverlayGroup group) =>
            string.Join('\n', group.Actions.Select(action => $"{action.Target} {action.Update?.ToString(Formatting.None)}"));
    }

    private static JObject Write(OverlayAction action)
    {
        var written = new JObject { ["target"] = action.Target, ["description"] = action.Reason };
        if (action.Group is not null)
            written["x-group"] = action.Group;
        written[action.Update is null ? "remove" : "update"] = action.Update?.DeepClone() ?? true;
        return written;
    }
}
