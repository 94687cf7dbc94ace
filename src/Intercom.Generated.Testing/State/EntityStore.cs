using Intercom.Generated.Testing.Paging;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>Things of one kind by id, in the order in which they were created.</summary>
internal sealed class EntityStore
{
    private readonly List<JObject> _items = [];
    private readonly Dictionary<string, JObject> _byId = new(StringComparer.Ordinal);

    public IReadOnlyList<JObject> Items => _items;

    public JObject? Find(string? id) => id is not null && _byId.TryGetValue(id, out var item) ? item : null;

    /// <exception cref="ArgumentException">The id is taken.</exception>
    public void Add(JObject item)
    {
        var id = PageCursor.IdOf(item);
        if (_byId.ContainsKey(id))
            throw new ArgumentException($"There already is something with the id '{id}'.", nameof(item));
        _byId.Add(id, item);
        _items.Add(item);
    }

    public void Remove(JObject item)
    {
        _byId.Remove(PageCursor.IdOf(item));
        _items.Remove(item);
    }

    /// <summary>Copies: what a test does with them must not reach the state.</summary>
    public IReadOnlyList<JObject> Snapshot() => [.. _items.Select(item => (JObject)item.DeepClone())];
}
