using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>Reads and writes a union. The generator says by what its cases are known and how each is read.</summary>
/// <typeparam name="T">The union.</typeparam>
public abstract class UnionCodec<T> : JsonCodec<T>
    where T : IntercomUnion
{
    private UnionCases? _cases;

    /// <summary>By what the cases are known, in the order of the union.</summary>
    protected abstract UnionCase[] Cases { get; }

    /// <inheritdoc/>
    public sealed override bool TryRead(ref CodecReader reader, [MaybeNullWhen(false)] out T value)
    {
        var cases = _cases ??= new UnionCases(Cases);
        var kind = KindOf(reader);
        // The names of properties are only looked at where the kind of JSON leaves a choice.
        var candidates = cases.HasChoice(kind) ? cases.Candidates(reader.PeekToken()) : cases.Taking(kind);
        foreach (var candidate in candidates)
        {
            value = ReadCase(candidate, ref reader);
            if (value is not null)
                return true;
        }

        value = Unknown(reader.ReadToken());
        return true;
    }

    /// <summary>Reads a case.</summary>
    /// <param name="number">The place of the case in <see cref="Cases"/>.</param>
    /// <param name="reader">The reader, at the value.</param>
    /// <returns>The union; null when the JSON does not fit the case.</returns>
    protected abstract T? ReadCase(int number, ref CodecReader reader);

    /// <summary>Makes the union of JSON that is none of the cases.</summary>
    protected abstract T Unknown(JToken json);

    private static JsonKinds KindOf(in CodecReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => JsonKinds.Text,
        JsonTokenType.Number => reader.IsInteger() ? JsonKinds.Integer : JsonKinds.Fraction,
        JsonTokenType.True or JsonTokenType.False => JsonKinds.Boolean,
        JsonTokenType.StartArray => JsonKinds.List,
        JsonTokenType.StartObject => JsonKinds.Object,
        _ => JsonKinds.Null,
    };
}
