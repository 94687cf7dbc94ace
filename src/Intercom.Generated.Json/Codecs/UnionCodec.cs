using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>Reads and writes a union. The generator creates the cases and the code to read them.</summary>
/// <typeparam name="T">The union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UnionCodec<T> : JsonCodec<T>
    where T : IntercomUnion
{
    private UnionCases? _cases;

    /// <summary>The cases, in the order of the union.</summary>
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
    /// <param name="number">The index of the case in <see cref="Cases"/>.</param>
    /// <param name="reader">The reader, at the value.</param>
    /// <returns>The union, or null if the JSON does not fit the case.</returns>
    protected abstract T? ReadCase(int number, ref CodecReader reader);

    /// <summary>Creates the union for JSON that fits no case.</summary>
    protected abstract T Unknown(JToken json);
}
