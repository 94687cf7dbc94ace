using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;

namespace Intercom.Generated;

/// <summary>
/// The base class of unions, whose values have one of several types. The case of a JSON value is determined by its JSON kind, then by a
/// discriminator, then by its property names. A value that fits no case is kept as JSON.
/// </summary>
[Runtime.JsonCodec(typeof(Runtime.RuntimeTypeCodec<IntercomUnion>))]
[JsonConverter(typeof(Runtime.NewtonsoftConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(Runtime.SystemTextJsonConverter<IntercomUnion>))]
public abstract class IntercomUnion
{
    /// <summary>Creates a union. Generated constructors call it.</summary>
    protected IntercomUnion(object value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The value. It has the type of a case, or is a <see cref="Newtonsoft.Json.Linq.JToken"/> if it fits no case.</summary>
    public object Value { get; }

    /// <summary>Gets the value if it has the type.</summary>
    /// <returns>False if the value has another type.</returns>
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

    /// <summary>Returns the text of the value.</summary>
    public override string ToString() => Value.ToString() ?? string.Empty;
}
