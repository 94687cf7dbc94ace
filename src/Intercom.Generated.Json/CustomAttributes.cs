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

    /// <summary>
    /// Gets or sets the value of an attribute. Null if the attribute is null or missing. In a request, setting it to null clears the
    /// attribute.
    /// </summary>
    /// <param name="name">The name of the attribute.</param>
    public CustomAttributeValue? this[string name]
    {
        get => _values.TryGetValue(name, out var value) && !value.IsNull ? value : default(CustomAttributeValue?);
        set => _values[name] = value.GetValueOrDefault();
    }

    CustomAttributeValue IDictionary<string, CustomAttributeValue>.this[string key]
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

    /// <summary>Gets the text of an attribute, or null if it is missing or neither a text nor a number.</summary>
    /// <param name="name">The name of the attribute.</param>
    public string? GetString(string name) => this[name]?.AsString();

    /// <summary>Gets an integer attribute, or null if it is missing or not an integer.</summary>
    /// <inheritdoc cref="GetString" path="/param"/>
    public long? GetInteger(string name) => this[name]?.AsInteger();

    /// <summary>Gets a numeric attribute, or null if it is missing or not a number.</summary>
    /// <inheritdoc cref="GetString" path="/param"/>
    public double? GetNumber(string name) => this[name]?.AsNumber();

    /// <summary>Gets a Boolean attribute, or null if it is missing or neither true nor false.</summary>
    /// <inheritdoc cref="GetString" path="/param"/>
    public bool? GetBoolean(string name) => this[name]?.AsBoolean();

    /// <summary>Gets the time of an attribute, from Unix seconds or ISO 8601 text, or null if it is missing or not a time.</summary>
    /// <inheritdoc cref="GetString" path="/param"/>
    public DateTimeOffset? GetTime(string name) => this[name]?.AsTime();

#if NET
    /// <summary>Gets the date of an attribute in UTC, from Unix seconds or ISO 8601 text, or null if it is missing or not a time.</summary>
    /// <inheritdoc cref="GetString" path="/param"/>
    public DateOnly? GetDate(string name) => this[name]?.AsDate();
#endif

    /// <summary>Gets the items of a list attribute, or null if it is missing or not a list.</summary>
    /// <inheritdoc cref="GetString" path="/param"/>
    public IReadOnlyList<CustomAttributeValue>? GetList(string name) => this[name]?.AsList();

    /// <summary>Gets the references of an attribute to custom objects, or null if it is missing or neither IDs nor objects.</summary>
    /// <inheritdoc cref="GetString" path="/param"/>
    public CustomObjectReferences? GetReferences(string name) => this[name]?.AsReferences();

    /// <summary>Gets the text of an attribute. Returns false if it is missing or neither a text nor a number.</summary>
    /// <param name="name">The name of the attribute.</param>
    /// <param name="value">The value, or the default value if the result is false.</param>
    public bool TryGetString(string name, [NotNullWhen(true)] out string? value) => (value = GetString(name)) is not null;

    /// <summary>Gets an integer attribute. Returns false if it is missing or not an integer.</summary>
    /// <inheritdoc cref="TryGetString" path="/param"/>
    public bool TryGetInteger(string name, out long value) => Found(GetInteger(name), out value);

    /// <summary>Gets a numeric attribute. Returns false if it is missing or not a number.</summary>
    /// <inheritdoc cref="TryGetString" path="/param"/>
    public bool TryGetNumber(string name, out double value) => Found(GetNumber(name), out value);

    /// <summary>Gets a Boolean attribute. Returns false if it is missing or neither true nor false.</summary>
    /// <inheritdoc cref="TryGetString" path="/param"/>
    public bool TryGetBoolean(string name, out bool value) => Found(GetBoolean(name), out value);

    /// <summary>Gets the time of an attribute. Returns false if it is missing or not a time.</summary>
    /// <inheritdoc cref="TryGetString" path="/param"/>
    public bool TryGetTime(string name, out DateTimeOffset value) => Found(GetTime(name), out value);

#if NET
    /// <summary>Gets the date of an attribute in UTC. Returns false if it is missing or not a time.</summary>
    /// <inheritdoc cref="TryGetString" path="/param"/>
    public bool TryGetDate(string name, out DateOnly value) => Found(GetDate(name), out value);
#endif

    /// <summary>Adds an attribute. In a request, null clears the attribute.</summary>
    /// <param name="name">The name of the attribute.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The collection already has an attribute of this name.</exception>
    public void Add(string name, CustomAttributeValue? value) => _values.Add(name, value.GetValueOrDefault());

    void IDictionary<string, CustomAttributeValue>.Add(string key, CustomAttributeValue value) => _values.Add(key, value);

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

    private static bool Found<T>(T? found, out T value)
        where T : struct
    {
        value = found.GetValueOrDefault();
        return found is not null;
    }
}
