using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Intercom.Generated.Runtime;

/// <summary>Reads and writes a model. The generator creates the code for the members.</summary>
/// <typeparam name="T">The model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ModelCodec<T> : JsonCodec<T>
    where T : IntercomModel
{
    private int _cost;

    /// <summary>The names of the members, in the order of the class.</summary>
    protected abstract string[] Names { get; }

    /// <summary>The names of the members in the forms in which they are read and written.</summary>
    protected MemberNames Members => field ??= new MemberNames(Names);

    /// <inheritdoc/>
    public sealed override bool TryRead(ref CodecReader reader, [MaybeNullWhen(false)] out T value)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            value = null;
            return false;
        }

        reader.Charge(_cost == 0 ? _cost = JsonBudget.Model(Members.Count) : _cost);
        value = Create();
        value.MarkRead();
        ReadMembers(ref reader, value);
        return true;
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value) => Write(writer, value, files: null);

    /// <summary>Creates an empty model.</summary>
    protected abstract T Create();

    /// <summary>Reads the members up to the end of the object.</summary>
    protected abstract void ReadMembers(ref CodecReader reader, T model);

    /// <summary>Writes the members that the class has.</summary>
    protected abstract void WriteMembers(in MemberWriter writer, T model);

    /// <summary>Returns the name of a property that was never assigned, or null if it was.</summary>
    /// <param name="model">The model.</param>
    /// <param name="ordinal">The position of the property in the class.</param>
    /// <param name="name">The name of the property.</param>
    /// <param name="isNull">Whether the value of the property is null.</param>
    protected string? Missing(T model, int ordinal, string name, bool isNull) =>
        !isNull
        || model.IsRead
        || model.IsAssignedNull(ordinal)
        || (model.HasAdditionalProperties && model.AdditionalProperties.ContainsKey(Names[ordinal]))
            ? null
            : name;

    /// <summary>Finds the first required property that is missing in a property's value.</summary>
    /// <param name="name">The name of the property.</param>
    /// <param name="value">Its value.</param>
    /// <param name="codec">The codec of the value.</param>
    protected static string? MissingIn<TValue>(string name, TValue? value, JsonCodec<TValue> codec)
        where TValue : class =>
        value is not null && codec.FindMissing(value) is { } missing ? $"{name}.{missing}" : null;

    /// <summary>Finds the first required property that is missing in an item of a list.</summary>
    /// <param name="name">The name of the property.</param>
    /// <param name="items">The list.</param>
    /// <param name="codec">The codec of an item.</param>
    protected static string? MissingIn<TItem>(string name, IList<TItem>? items, JsonCodec<TItem> codec)
    {
        for (var index = 0; index < items?.Count; index++)
        {
            if (items[index] is { } item && codec.FindMissing(item) is { } missing)
                return $"{name}[{index}].{missing}";
        }

        return null;
    }

    internal override void WriteForm(Utf8JsonWriter writer, object form, List<KeyValuePair<string, UploadFile>> files) =>
        Write(writer, (T)form, files);

    private void Write(Utf8JsonWriter writer, T value, List<KeyValuePair<string, UploadFile>>? files)
    {
        if (writer is null)
            throw new ArgumentNullException(nameof(writer));
        var members = new MemberWriter(writer, value ?? throw new ArgumentNullException(nameof(value)), Members.Encoded, files);
        writer.WriteStartObject();
        WriteMembers(in members, value);
        members.WriteAdditional();
        writer.WriteEndObject();
    }
}
