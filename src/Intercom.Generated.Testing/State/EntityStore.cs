using Intercom.Generated.Testing.Paging;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The resources of one type, by ID and in the order in which they were created.</summary>
internal sealed class EntityStore
{
    private readonly List<JObject> _items = [];
    private readonly Dictionary<string, JObject> _byId = new(StringComparer.Ordinal);

    public IReadOnlyList<JObject> Items => _items;

    public JObject? Find(string? id) => id is not null && _byId.TryGetValue(id, out var item) ? item : null;

    /// <exception cref="ArgumentException">The ID already exists.</exception>
    public void Add(JObject item)
    {
        var id = ListCursor.IdOf(item);
        if (_byId.ContainsKey(id))
            throw new ArgumentException($"A resource with the ID '{id}' already exists.", nameof(item));
        _byId.Add(id, item);
        _items.Add(item);
    }

    public void Remove(JObject item)
    {
        _byId.Remove(ListCursor.IdOf(item));
        _items.Remove(item);
    }

    /// <summary>Copies the resources, so that a test cannot change the stored data.</summary>
    public IReadOnlyList<JObject> Snapshot() => [.. _items.Select(item => (JObject)item.DeepClone())];
}
