using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;

namespace Intercom.Generated;

/// <summary>
/// Custom attributes of a workspace, by name: <c>new CustomAttributes { ["plan"] = "gold", ["seats"] = 12 }</c>. In a request, null clears
/// an attribute, and a missing attribute stays unchanged.
/// </summary>
[Runtime.JsonCodec(typeof(Runtime.CustomAttributesCodec))]
[JsonConverter(typeof(Runtime.NewtonsoftConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(Runtime.SystemTextJsonConverter<CustomAttributes>))]
[SuppressMessage("Naming", "CA1710", Justification = "This is the API's term.")]
public sealed class CustomAttributes : IDictionary<string, CustomAttributeValue>
{
    private readonly Dictionary<string, CustomAttributeValue> _values;

    /// <summary>Creates an empty collection.</summary>
    public CustomAttributes() : this(0)
    {
    }

    internal CustomAttributes(int capacity) => _values = new(capacity, StringComparer.Ordinal);

    /// <summary>The attributes as a Dictionary, which can be enumerated without an allocation.</summary>
    internal Dictionary<string, CustomAttributeValue> Pairs => _values;

    /// <inheritdoc/>
    public CustomAttributeValue this[string key]
    {
        get => _values[key];
        set => _values[key] = value;
    }

    /// <inheritdoc/>
    public ICollection<string> Keys => _values.Keys;

    /// <inheritdoc/>
    public ICollection<CustomAttributeValue> Values => _values.Values;

    /// <inheritdoc/>
    public int Count => _values.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public void Add(string key, CustomAttributeValue value) => _values.Add(key, value);

    /// <inheritdoc/>
    public void Add(KeyValuePair<string, CustomAttributeValue> item) => _values.Add(item.Key, item.Value);

    /// <inheritdoc/>
    public void Clear() => _values.Clear();

    /// <inheritdoc/>
    public bool Contains(KeyValuePair<string, CustomAttributeValue> item) => _values.Contains(item);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <inheritdoc/>
    public void CopyTo(KeyValuePair<string, CustomAttributeValue>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, CustomAttributeValue>>)_values).CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public bool Remove(string key) => _values.Remove(key);

    /// <inheritdoc/>
    public bool Remove(KeyValuePair<string, CustomAttributeValue> item) =>
        ((ICollection<KeyValuePair<string, CustomAttributeValue>>)_values).Remove(item);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out CustomAttributeValue value) => _values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, CustomAttributeValue>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
