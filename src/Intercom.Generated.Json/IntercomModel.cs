using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// The base of every request and answer. A property that was assigned null is sent as null; one that was never assigned is not
/// sent. What an answer holds beyond the known properties is kept and written back.
/// </summary>
[Runtime.JsonCodec(typeof(Runtime.RuntimeTypeCodec<IntercomModel>))]
[JsonConverter(typeof(Runtime.NewtonsoftConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(Runtime.SystemTextJsonConverter<IntercomModel>))]
public abstract class IntercomModel
{
    private ulong _nulls;
    // What few objects have costs the others one field.
    private Rest? _rest;

    /// <summary>
    /// JSON properties that this type does not know, and values that do not fit the type of their property, by JSON name. They are
    /// written back as they are. Add to it to send properties that this package does not know.
    /// </summary>
    /// <remarks>
    /// Numbers, times, and true and false are read from every form that has one meaning: from digits or words in a string, and times also
    /// from milliseconds and from text. A value in any other form, such as an object for a text, is here, and its property is null. Before
    /// you copy a null to a request, look here for the property's name, because a request that assigns null clears the value.
    /// </remarks>
    [JsonIgnore]
    public IDictionary<string, JToken> AdditionalProperties => (_rest ??= new Rest()).Properties ??= new Dictionary<string, JToken>(StringComparer.Ordinal);

    internal bool HasAdditionalProperties => _rest is { Properties.Count: > 0 };

    /// <summary>Whether the value of a known property is kept as JSON.</summary>
    internal bool HasMisfits => _rest is { HasMisfits: true };

    /// <summary>Notes whether a property was assigned null. Generated setters call it.</summary>
    /// <param name="value">The value assigned.</param>
    /// <param name="ordinal">The property's position in its class.</param>
    /// <returns>The value.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected T Assign<T>(T value, int ordinal)
    {
        // Inlined into every setter, where the ordinal is a constant: what is left of it is one instruction.
        if (ordinal >= 64)
            AssignFar(value is null, ordinal);
        else if (value is null)
            _nulls |= 1UL << ordinal;
        else
            _nulls &= ~(1UL << ordinal);
        return value;
    }

    /// <summary>Keeps a value that does not fit its property, which was read as none.</summary>
    internal void KeepMisfit(string name, int ordinal, JToken value)
    {
        AdditionalProperties[name] = value;
        _rest!.HasMisfits = true;
        Assign(value, ordinal);
    }

    /// <summary>Drops what was kept of a property that comes a second time: the last one counts.</summary>
    internal void Forget(string name) => AdditionalProperties.Remove(name);

    internal bool IsAssignedNull(int ordinal) =>
        ordinal < 64
            ? (_nulls & (1UL << ordinal)) != 0
            : _rest?.Nulls is { } more && (ordinal >> 6) <= more.Length && (more[(ordinal >> 6) - 1] & (1UL << (ordinal & 63))) != 0;

    // It would set the properties by their C# names, without the codec.
    [OnDeserializing]
    private void RejectPopulate(StreamingContext context) =>
        throw new NotSupportedException(
            $"Newtonsoft.Json cannot fill an existing {GetType().Name}. Read a new one, with JsonConvert.DeserializeObject for example.");

    private void AssignFar(bool isNull, int ordinal)
    {
        var bit = 1UL << (ordinal & 63);
        var word = (ordinal >> 6) - 1;
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

        /// <summary>Which properties beyond the first 64 were assigned null.</summary>
        public ulong[]? Nulls { get; set; }

        public bool HasMisfits { get; set; }
    }
}
