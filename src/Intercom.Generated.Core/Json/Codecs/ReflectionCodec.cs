using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Reads and writes types for which no codec was generated, such as lists of models and types of the caller's own. It needs reflection, and so a program
/// that is neither trimmed nor compiled ahead of time.
/// </summary>
internal sealed class ReflectionCodec<T>(Type type) : JsonCodec<T>
{
    private static readonly Newtonsoft.Json.JsonSerializer Serializer = Newtonsoft.Json.JsonSerializer.Create(new Newtonsoft.Json.JsonSerializerSettings());

    public override bool TryRead(ref CodecReader reader, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        var ahead = reader;
        if (!JsonBinding.TryBind(ahead.ReadToken(), type, out var bound) || bound is null)
            return false;
        reader = ahead;
        value = (T)bound;
        return true;
    }

    public override void Write(Utf8JsonWriter writer, T value)
    {
        using var token = new JTokenWriter();
        JsonOutput.Write(token, value, null, null, Serializer);
        JsonCodecs.Token.Write(writer, token.Token!);
    }
}
