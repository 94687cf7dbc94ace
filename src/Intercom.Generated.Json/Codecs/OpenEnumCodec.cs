using System.ComponentModel;
using System.Text.Json;

namespace Intercom.Generated.Runtime;

/// <summary>Reads and writes an open enum. Generated codecs derive from it.</summary>
/// <typeparam name="T">The open enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OpenEnumCodec<T> : JsonCodec<T>
    where T : struct, IOpenEnum
{
    /// <inheritdoc/>
    public sealed override bool TryRead(ref CodecReader reader, out T value)
    {
        var fits = reader.TryReadText(out var text);
        value = fits ? Create(text!) : default;
        return fits;
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value) => JsonText.Write(writer, value.Value);

    /// <summary>Creates a value from text.</summary>
    protected abstract T Create(string text);
}
