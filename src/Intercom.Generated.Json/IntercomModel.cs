using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// The base class of all models. A property that was assigned null is sent as null. A property that was never assigned is not sent. Unknown
/// properties of a response are kept and written back.
/// </summary>
[Runtime.JsonCodec(typeof(Runtime.RuntimeTypeCodec<IntercomModel>))]
[JsonConverter(typeof(Runtime.NewtonsoftConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(Runtime.SystemTextJsonConverter<IntercomModel>))]
public abstract class IntercomModel
{
    // The number of properties whose nulls fit in the first field. The last bit marks models that were read from JSON.
    private const int NearProperties = 63;
    private const ulong ReadMark = 1UL << NearProperties;

    private ulong _nulls;
    // Rarely used state is in a separate object, so that most models only pay for one field.
    private Rest? _rest;

    /// <summary>
    /// JSON properties that this type does not know, and values that do not fit the type of their property, by JSON name. They are written
    /// back unchanged. To send properties that this package does not know, add them here.
    /// </summary>
    /// <remarks>
    /// Numbers, times, and Booleans are read from any unambiguous form, including strings. Times can also be milliseconds or ISO 8601 text.
    /// A value in any other form, such as an object instead of text, is kept here, and its property is null. Before you copy a null to a
    /// request, check that this dictionary does not contain the property, because null in a request clears the value.
    /// </remarks>
    [JsonIgnore]
    public IDictionary<string, JToken> AdditionalProperties =>
        (_rest ??= new Rest()).Properties ??= new Dictionary<string, JToken>(StringComparer.Ordinal);

    internal bool HasAdditionalProperties => _rest is { Properties.Count: > 0 };

    /// <summary>Whether the value of a known property did not fit and is kept as JSON.</summary>
    internal bool HasMisfits => _rest is { HasMisfits: true };

    /// <summary>Records whether a property was assigned null. Generated setters call it.</summary>
    /// <param name="value">The value assigned.</param>
    /// <param name="ordinal">The property's position in its class.</param>
    /// <returns>The value.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected T Assign<T>(T value, int ordinal)
    {
        // This is inlined into every setter. The ordinal is a constant there, so only one instruction remains.
        if (ordinal >= NearProperties)
            AssignFar(value is null, ordinal);
        else if (value is null)
            _nulls |= 1UL << ordinal;
        else
            _nulls &= ~(1UL << ordinal);
        return value;
    }

    /// <summary>Assigns a value to a compact field, and records whether it is null. Generated setters call it.</summary>
    /// <inheritdoc cref="Assign{T}(T, int)" path="/param"/>
    /// <returns>The value in the form of the field.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Runtime.CompactTime Compact(DateTimeOffset? value, int ordinal)
    {
        Assign(value, ordinal);
        if (Runtime.CompactTime.TryCreate(value, out var compact))
            return compact;
        KeepElsewhere(value, ordinal);
        return Runtime.CompactTime.Elsewhere;
    }

    /// <inheritdoc cref="Compact(DateTimeOffset?, int)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Runtime.CompactInteger Compact(long? value, int ordinal)
    {
        Assign(value, ordinal);
        if (Runtime.CompactInteger.TryCreate(value, out var compact))
            return compact;
        KeepElsewhere(value, ordinal);
        return Runtime.CompactInteger.Elsewhere;
    }

    /// <inheritdoc cref="Compact(DateTimeOffset?, int)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Runtime.CompactNumber Compact(double? value, int ordinal)
    {
        Assign(value, ordinal);
        return Runtime.CompactNumber.Create(value);
    }

    /// <summary>Gets the value of a compact field. Generated getters call it.</summary>
    /// <param name="value">The field.</param>
    /// <param name="ordinal">The property's position in its class.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected DateTimeOffset? Expand(Runtime.CompactTime value, int ordinal) =>
        value.IsElsewhere ? (DateTimeOffset?)_rest!.Values![ordinal] : value.Value;

    /// <inheritdoc cref="Expand(Runtime.CompactTime, int)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected long? Expand(Runtime.CompactInteger value, int ordinal) =>
        value.IsElsewhere ? (long?)_rest!.Values![ordinal] : value.Value;

    /// <inheritdoc cref="Expand(Runtime.CompactTime, int)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static double? Expand(Runtime.CompactNumber value, int ordinal) => value.Value;

    /// <summary>Keeps a value that does not fit its property, which is treated as absent.</summary>
    internal void KeepMisfit(string name, int ordinal, JToken value)
    {
        AdditionalProperties[name] = value;
        _rest!.HasMisfits = true;
        Assign(value, ordinal);
    }

    /// <summary>Drops the kept value of a duplicate property, because the last value counts.</summary>
    internal void Forget(string name) => AdditionalProperties.Remove(name);

    /// <summary>Whether the model was read from JSON, so that its missing properties were missing there too.</summary>
    internal bool IsRead => (_nulls & ReadMark) != 0;

    internal void MarkRead() => _nulls |= ReadMark;

    internal bool IsAssignedNull(int ordinal)
    {
        if (ordinal < NearProperties)
            return (_nulls & (1UL << ordinal)) != 0;
        var (word, bit) = FarBit(ordinal);
        return _rest?.Nulls is { } more && word < more.Length && (more[word] & bit) != 0;
    }

    private static (int Word, ulong Bit) FarBit(int ordinal) =>
        ((ordinal - NearProperties) >> 6, 1UL << ((ordinal - NearProperties) & 63));

    // PopulateObject would set properties by their C# names and bypass the codec.
    [OnDeserializing]
    private void RejectPopulate(StreamingContext context) =>
        throw new NotSupportedException(
            $"Newtonsoft.Json cannot populate an existing {GetType().Name}. Deserialize a new object, for example with "
            + "JsonConvert.DeserializeObject.");

    private void KeepElsewhere(object? value, int ordinal) => ((_rest ??= new Rest()).Values ??= [])[ordinal] = value;

    private void AssignFar(bool isNull, int ordinal)
    {
        var (word, bit) = FarBit(ordinal);
        if (_rest?.Nulls is not { } nulls || word >= nulls.Length)
        {
            if (!isNull)
                return;
            nulls = (_rest ??= new Rest()).Nulls ?? [];
            Array.Resize(ref nulls, word + 1);
            _rest.Nulls = nulls;
        }

        if (isNull)
            nulls[word] |= bit;
        else
            nulls[word] &= ~bit;
    }

    private sealed class Rest
    {
        public Dictionary<string, JToken>? Properties { get; set; }

        /// <summary>The values that do not fit in compact fields, by the position of their properties.</summary>
        public Dictionary<int, object?>? Values { get; set; }

        /// <summary>The properties after the near ones that were assigned null, as bits.</summary>
        public ulong[]? Nulls { get; set; }

        public bool HasMisfits { get; set; }
    }
}
