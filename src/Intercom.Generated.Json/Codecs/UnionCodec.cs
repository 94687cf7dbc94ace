using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>Reads and writes a union. The generator says by what its cases are known and how each is read.</summary>
/// <typeparam name="T">The union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
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
        foreach (var candidate in cases.Candidates(reader))
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
}
