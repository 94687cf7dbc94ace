using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Intercom.Generated.Runtime;

/// <summary>Reads and writes a model. The generator creates the code for the members.</summary>
/// <typeparam name="T">The model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ModelCodec<T> : JsonCodec<T>
    where T : IntercomModel
{
    private JsonEncodedText[]? _names;
    private int _cost;

    /// <summary>The names of the members, in the order of the class.</summary>
    protected abstract string[] Names { get; }

    /// <inheritdoc/>
    public sealed override bool TryRead(ref CodecReader reader, [MaybeNullWhen(false)] out T value)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            value = null;
            return false;
        }

        reader.Charge(_cost == 0 ? _cost = JsonBudget.Model(Names.Length) : _cost);
        value = Create();
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

    internal int OrdinalOf(string name) => Array.IndexOf(Names, name);

    internal override void WriteForm(Utf8JsonWriter writer, object form, List<KeyValuePair<string, UploadFile>> files) =>
        Write(writer, (T)form, files);

    private void Write(Utf8JsonWriter writer, T value, List<KeyValuePair<string, UploadFile>>? files)
    {
        if (writer is null)
            throw new ArgumentNullException(nameof(writer));
        var members = new MemberWriter(writer, value ?? throw new ArgumentNullException(nameof(value)), _names ??= Encode(Names), files);
        writer.WriteStartObject();
        WriteMembers(in members, value);
        members.WriteAdditional();
        writer.WriteEndObject();
    }

    private static JsonEncodedText[] Encode(string[] names) =>
        Array.ConvertAll(names, name => JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
}
