using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;

namespace Intercom.Generated;

/// <summary>
/// The base of values that are of one of several types. What an answer holds is told by its JSON kind, then by a marking property, then by the names
/// of its properties; what fits no case is kept as JSON.
/// </summary>
[Runtime.JsonCodec(typeof(Runtime.RuntimeTypeCodec<IntercomUnion>))]
[JsonConverter(typeof(Runtime.NewtonsoftConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(Runtime.SystemTextJsonConverter<IntercomUnion>))]
public abstract class IntercomUnion
{
    /// <summary>Makes a union value. Generated constructors call it.</summary>
    protected IntercomUnion(object value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The value: of one of the case types, or a <see cref="Newtonsoft.Json.Linq.JToken"/> when it fits none of them.</summary>
    public object Value { get; }

    /// <summary>Gives the value if it is of the type.</summary>
    /// <returns>False when the value is of another case.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool TryPick<T>([NotNullWhen(true)] out T? value)
    {
        if (Value is T picked)
        {
            value = picked;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>The value's own text.</summary>
    public override string ToString() => Value.ToString() ?? string.Empty;
}
