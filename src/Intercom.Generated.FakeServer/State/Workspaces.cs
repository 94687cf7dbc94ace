using System.Collections.Concurrent;
using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.FakeServer.State;

/// <summary>The workspaces of all API versions, each of which is created when it is used for the first time. Thread-safe.</summary>
internal sealed class Workspaces(ServerOptions options, ServerClock clock, Journal journal) : IDisposable
{
    private readonly object _lock = new();
    private ConcurrentDictionary<string, Workspace> _all = new(StringComparer.Ordinal);

    public ServerClock Clock { get; } = clock;

    public FakeFaults Faults { get; } = new();

    public Journal Journal { get; } = journal;

    public string DefaultVersion => options.DefaultVersion;

    /// <summary>The workspaces that exist, from the oldest version to the newest.</summary>
    public IReadOnlyList<Workspace> Existing =>
        [.. FakeIntercom.Versions.Select(version => _all.GetValueOrDefault(version)).OfType<Workspace>()];

    /// <summary>Gets the workspace of a version. An unknown version gets the default one, which rejects the request.</summary>
    /// <param name="version">The value of the header, or null.</param>
    public Workspace Of(string? version)
    {
        var name = version is { Length: > 0 }
            ? FakeIntercom.Versions.FirstOrDefault(known => string.Equals(known, version, StringComparison.OrdinalIgnoreCase))
            : null;
        name ??= options.DefaultVersion;
        if (_all.TryGetValue(name, out var found))
            return found;
        lock (_lock)
            return _all.GetOrAdd(name, missing => new Workspace(missing, options, Clock, Faults, Journal));
    }

    /// <summary>Adds the resources of a document to one version, or to all.</summary>
    /// <returns>The number of resources, by version and type. Versions that are not used yet get theirs later.</returns>
    /// <exception cref="ServerException">The document does not fit.</exception>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Seed(JObject document, string? version)
    {
        if (version is not null)
        {
            var workspace = Of(version);
            return new Dictionary<string, IReadOnlyDictionary<string, int>> { [workspace.Fake.Version] = workspace.Seed(document) };
        }

        // The default version shows the mistakes of a document at once.
        var first = Of(options.DefaultVersion).Fake;
        foreach (var name in IsRecording(document) ? [] : document.Properties().Select(member => member.Name).Except(first.SeedTypes))
            throw new ServerException($"The seed has the unknown type '{name}'. {first.Version} has {string.Join(", ", first.SeedTypes)}.");
        lock (_lock)
        {
            var change = new SeedChange(Clock.GetUtcNow(), null, document);
            var added = new Dictionary<string, IReadOnlyDictionary<string, int>>();
            var existing = Existing;
            Synchronize(existing, 0, () =>
            {
                Journal.Add(change);
                foreach (var workspace in existing)
                    added[workspace.Fake.Version] = workspace.Apply(change);
            });
            return added;
        }
    }

    private static bool IsRecording(JObject document) => (string?)(document["format"] as JValue) == IntercomRecording.Format;

    /// <summary>Replaces the state of all versions.</summary>
    /// <param name="saved">A saved state, or empty to reset it.</param>
    /// <exception cref="ServerException">The text is not a saved state.</exception>
    public void Restore(string saved)
    {
        lock (_lock)
        {
            var replaced = Existing;
            Synchronize(replaced, 0, () =>
            {
                Journal.Restore(saved);
                foreach (var workspace in replaced)
                    workspace.IsReplaced = true;
            });
            _all = new ConcurrentDictionary<string, Workspace>(StringComparer.Ordinal);
        }
    }

    public void Dispose()
    {
        foreach (var workspace in _all.Values)
            workspace.Dispose();
        Journal.Dispose();
    }

    /// <summary>Runs an action while none of the workspaces handles a request, so that all see the same order of changes.</summary>
    private static void Synchronize(IReadOnlyList<Workspace> workspaces, int index, Action action)
    {
        if (index == workspaces.Count)
            action();
        else
            workspaces[index].Fake.Synchronize(() => Synchronize(workspaces, index + 1, action));
    }
}
