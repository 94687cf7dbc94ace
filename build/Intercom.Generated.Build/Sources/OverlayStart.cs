using System.Text;
using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.Build.Reports;
using Intercom.Generated.Build.Repository;
using Intercom.Generated.OpenApi;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Build.Sources;

/// <summary>Corrections of other versions that a new version did not take.</summary>
/// <param name="Place">The overlay and the target of the first action.</param>
/// <param name="Reason">Why not.</param>
/// <param name="NeedsReview">Whether the new version has the place, but describes it in its own way, so that a person has to look.</param>
internal sealed record LeftOutCorrection(string Place, string Reason, bool NeedsReview)
{
    /// <inheritdoc />
    public override string ToString() => $"{Place}: {Reason}";
}

/// <summary>The first overlay of a version.</summary>
/// <param name="Text">The text of the overlay.</param>
/// <param name="Origins">The versions whose corrections it took, with their number.</param>
/// <param name="LeftOut">What it did not take.</param>
internal sealed record StartedOverlay(string Text, IReadOnlyList<(ApiVersion Version, int Actions)> Origins, IReadOnlyList<LeftOutCorrection> LeftOut)
{
    /// <summary>The origins in a few words.</summary>
    public string Origin => Origins.Count == 0 ? "the shared overlay" : string.Join(", ", Origins.Select(origin => $"{origin.Version} ({origin.Actions})"));
}

/// <summary>
/// Builds the first overlay of a new version. The published descriptions share most of their defects, so it takes from every other version's
/// overlay the groups of actions that change in the new description exactly what they change in their own. A group is taken whole or not at all.
/// </summary>
internal sealed class OverlayStart
{
    private readonly RepositorySnapshot _snapshot;
    private readonly ApiVersion _version;
    private readonly List<OverlayAction> _taken = [];
    private readonly List<(ApiVersion Version, int Actions)> _origins = [];
    private readonly List<(OverlayGroup Group, LeftOutCorrection LeftOut)> _leftOut = [];
    private readonly Overlay? _shared;
    private readonly List<OverlayFootprint> _sharedFootprints;
    private readonly List<List<OverlayFootprint>> _knownFootprints;
    private readonly List<(ApiVersion Version, int Distance, JObject Corrected)> _reviewed = [];
    private readonly HashSet<string> _references;
    private bool _hasSource;
    private JObject _corrected;

    private OverlayStart(RepositorySnapshot snapshot, ApiVersion version, Corrections corrections, JObject description)
    {
        _snapshot = snapshot;
        _version = version;
        _shared = corrections.Shared;
        _hasSource = corrections.Shared is not null;
        _corrected = (JObject)description.DeepClone();
        _sharedFootprints = ApplyShared(ref _corrected);
        _knownFootprints = [.. _sharedFootprints.Select(_ => new List<OverlayFootprint>())];
        if (corrections.Own is { } own)
        {
            _taken.AddRange(own.Actions);
            _corrected = VersionCorrections.Apply(corrections, version, description);
        }

        _references = ReferencesOf(_corrected);
    }

    /// <summary>Builds the overlay of a version that is not in the repository yet.</summary>
    /// <param name="repository">The repository with the other versions.</param>
    /// <param name="version">The new version.</param>
    /// <param name="description">Its reduced description.</param>
    /// <returns>The overlay, possibly without actions; <see langword="null"/> if no version has corrections.</returns>
    /// <exception cref="DescriptionException">An overlay cannot be read, or one that was written for the version does not fit it.</exception>
    public static StartedOverlay? For(RepositoryLayout repository, ApiVersion version, JObject description)
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

    // The nearest version first; of two that are equally near, the newer one. Preview follows the newest stable version.
    private static IEnumerable<(ApiVersion Version, int Distance)> Neighbors(IEnumerable<ApiVersion> versions, ApiVersion version)
    {
        var ordered = versions.Append(version).Distinct().Order().ToList();
        var position = ordered.IndexOf(version);
        return ordered.Where(other => other != version).Select(other => (Version: other, Distance: Math.Abs(ordered.IndexOf(other) - position)))
            .OrderBy(other => other.Distance).ThenByDescending(other => other.Version);
    }

    // Another version that cannot be read is no reason to refuse this one.
    private void TryRead(ApiVersion other, Action read)
    {
        try
        {
            read();
        }
        catch (Exception e) when (e is DescriptionException or OverlayException)
        {
            if (!_leftOut.Exists(entry => entry.LeftOut.Place == RepositoryLayout.OverlayFile(other)))
                _leftOut.Add((new OverlayGroup([]), new LeftOutCorrection(RepositoryLayout.OverlayFile(other), $"Version {other} cannot be read, so nothing was taken from it.", true)));
        }
    }

    private void AddReviewed(ApiVersion other, int distance)
    {
        if (_snapshot.ReadText(RepositoryLayout.DescriptionFile(other)) is { } text)
            _reviewed.Add((other, distance, VersionCorrections.Read(_snapshot, other).ApplyFitting(DescriptionJson.Read(text, RepositoryLayout.DescriptionFile(other)), _ => true, out _)));
    }

    private void TakeFrom(ApiVersion other, int distance)
    {
        var corrections = VersionCorrections.Read(_snapshot, other);
        if (_snapshot.ReadText(RepositoryLayout.DescriptionFile(other)) is not { } text)
            return;

        var description = DescriptionJson.Read(text, RepositoryLayout.DescriptionFile(other));
        foreach (var (known, footprint) in _knownFootprints.Zip(ApplyShared(ref description)))
            known.Add(footprint);
        _hasSource |= corrections.Own is not null;
        var taken = 0;
        foreach (var group in corrections.Own?.Groups ?? [])
        {
            var written = OverlayFootprint.Of(group, description);
            // One that does not fit its own version says nothing about this one.
            if (corrections.Own!.TryApply(group, ref description, out _) && Take(other, distance, group, written, corrections.Own))
                taken += group.Actions.Count;
        }

        if (taken > 0)
            _origins.Add((other, taken));
    }

    private bool Take(ApiVersion other, int distance, OverlayGroup group, OverlayFootprint written, Overlay overlay)
    {
        var first = group.Actions[0];
        if (group.Actions.Any(action => action.Target == "$.paths"))
            return LeaveOut(first.Target, $"It adds operations to {other} alone.", needsReview: false);
        var footprint = OverlayFootprint.Of(group, _corrected);
        if (footprint.MissingTarget is { } missing && written.MissingTarget is null)
            return LeaveOut(missing, "The description has no such place.", needsReview: false);

        if (footprint.IsCorrected)
            return false;
        if (footprint.MissingTarget is null && footprint.FindDifference(written) is { } difference)
        {
            return LeaveOut(
                group.Actions[difference.Action].Target,
                difference.Value.Length == 0 ? $"The description says something else here than {other}." : $"The description says something else at {difference.Value} than {other}.",
                needsReview: true);
        }

        // A version that is as near describes the place the same, and its review found nothing to correct.
        if (_reviewed.Find(near => near.Version != other && near.Distance <= distance && IsUncorrected(near.Corrected)).Version is { } uncorrected)
            return LeaveOut(first.Target, $"Version {uncorrected} describes it the same, and is not corrected.", needsReview: false);

        // Only what is left is applied: applying can need a copy of the whole description.
        var corrected = _corrected;
        if (FindHarm(group) is { } harm)
            return LeaveOut(first.Target, harm, needsReview: false);
        if (!overlay.TryApply(group, ref corrected, out var misfit))
            return LeaveOut(first.Target, misfit!.Message, needsReview: true);

        _taken.AddRange(group.Actions.Select(action => action with { Target = Overlay.TargetIn(action, _corrected) }));
        _corrected = corrected;
        _references.UnionWith(TextsOf(group, "$ref"));
        return true;

        bool IsUncorrected(JObject near)
        {
            var there = OverlayFootprint.Of(group, near);
            return there.MissingTarget is null && !there.IsCorrected && there.FindDifference(written) is null;
        }

        bool LeaveOut(string target, string reason, bool needsReview)
        {
            _leftOut.Add((group, new LeftOutCorrection($"{RepositoryLayout.OverlayFile(other)}#/actions/{first.Index} {target}", reason, needsReview)));
            return false;
        }
    }

    // The footprints of the shared groups, each before it is applied.
    private List<OverlayFootprint> ApplyShared(ref JObject description)
    {
        List<OverlayFootprint> footprints = [];
        foreach (var group in _shared?.Groups ?? [])
        {
            footprints.Add(OverlayFootprint.Of(group, description));
            _shared!.TryApply(group, ref description, out _);
        }

        return footprints;
    }

    // A shared correction applies to every version that has the place. It can still be wrong for one that describes the place in its own way.
    private void ReviewShared()
    {
        foreach (var ((group, footprint), known) in (_shared?.Groups ?? []).Zip(_sharedFootprints).Zip(_knownFootprints))
        {
            var comparable = known.Where(other => other.MissingTarget is null).ToList();
            if (footprint.MissingTarget is null && comparable.Count > 0 && comparable.TrueForAll(other => footprint.FindDifference(other) is not null))
            {
                var first = group.Actions[0];
                _leftOut.Add((group, new LeftOutCorrection(
                    $"{RepositoryLayout.SharedOverlayFile}#/actions/{first.Index} {first.Target}", "It was applied, but the description says something else here than every other version.", true)));
            }
        }
    }

    // A correction can need what only its own version has.
    private string? FindHarm(OverlayGroup group)
    {
        var schemas = group.Actions.Where(action => action.Target == "$.components.schemas").Select(action => action.Update).OfType<JObject>()
            .SelectMany(update => update.Properties()).ToList();
        var added = schemas.Select(schema => $"#/components/schemas/{schema.Name}").ToHashSet(StringComparer.Ordinal);
        foreach (var reference in TextsOf(group, "$ref").Where(reference => !added.Contains(reference)))
        {
            if (JsonPointer.Resolve(_corrected, reference) is null)
                return $"It refers to {reference}, which the description does not have.";
        }

        if (FindDuplicateId(group) is { } id)
            return $"Another operation has the operationId {id}.";
        if (group.Actions.All(action => action.Target == "$.components.schemas"))
        {
            var isUsed = schemas.Exists(schema => schema.Value["x-keep"] is not null) || added.Overlaps(_references) || added.Overlaps(TextsOf(group, "$ref"));
            if (!isUsed)
                return "Nothing in the description refers to it.";
        }

        return null;
    }

    // As the operations are named after the group is applied.
    private string? FindDuplicateId(OverlayGroup group)
    {
        var given = TextsOf(group, "operationId").ToHashSet(StringComparer.Ordinal);
        if (given.Count == 0)
            return null;
        var ids = _corrected.SelectTokens("$.paths.*.*.operationId").ToDictionary(id => id.Parent!.Parent!.Path, id => (string?)id, StringComparer.Ordinal);
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
        group.Actions.Select(action => action.Update).OfType<JContainer>().SelectMany(update => update.DescendantsAndSelf().OfType<JProperty>())
            .Where(property => property.Name == name).Select(property => (property.Value as JValue)?.Value as string).OfType<string>();

    private static HashSet<string> ReferencesOf(JObject description) =>
        [.. description.Descendants().OfType<JProperty>().Where(property => property.Name == "$ref").Select(property => (property.Value as JValue)?.Value as string).OfType<string>()];

    private StartedOverlay Result(string? written)
    {
        var document = written is null
            ? new JObject
            {
                ["overlay"] = "1.0.0",
                ["info"] = new JObject { ["title"] = $"Corrections to the description of Intercom's API, version {_version.HeaderName}", ["version"] = "1.0.0" },
            }
            : DescriptionJson.Read(written, RepositoryLayout.OverlayFile(_version));
        document["actions"] = new JArray(_taken.Select(Write));

        // What another version's correction of the same place has made right needs nobody's attention.
        var places = _taken.Select(action => action.Target).ToHashSet(StringComparer.Ordinal);
        var leftOut = _leftOut.Where(entry => entry.Group.Actions.Count == 0 || !entry.Group.Actions.All(action => places.Contains(Overlay.TargetIn(action, _corrected))))
            .DistinctBy(entry => entry.Group.Actions.Count == 0 ? entry.LeftOut.Place : string.Join('\n', entry.Group.Actions.Select(action => $"{action.Target} {action.Update?.ToString(Formatting.None)}")))
            .Select(entry => entry.LeftOut).ToList();
        return new StartedOverlay(Encoding.UTF8.GetString(DescriptionJson.Write(document)), _origins, leftOut);
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
