using System.Buffers.Binary;

namespace Intercom.Generated.Runtime;

/// <summary>
/// The short texts of one JSON text, such as the names of cities and authors, which repeat in its objects. Equal bytes become the same
/// string. On a collision, the new text replaces the old one.
/// </summary>
internal sealed class PageTexts
{
    /// <summary>The shortest JSON that is worth it.</summary>
    public const int ShortestJson = 8 * 1024;

    private const int Longest = 128;

    [ThreadStatic]
    private static PageTexts? idle;

    private readonly Entry[] _entries = new Entry[1024];

    /// <summary>Gets an empty cache.</summary>
    public static PageTexts Rent()
    {
        var texts = idle ?? new PageTexts();
        // A nested read, for example from a property of the caller's type, must use another one.
        idle = null;
        return texts;
    }

    /// <summary>Clears the cache, so that no text outlives its page because of it, and keeps it for the next one.</summary>
    public void Return()
    {
        Array.Clear(_entries, 0, _entries.Length);
        idle = this;
    }

    /// <summary>Decodes the current text, unless the same bytes were decoded before.</summary>
    public string Get(in JsonTokenizer json)
    {
        var bytes = json.Value;
        if (bytes.Length is 0 or > Longest)
            return json.GetText();
        ref var entry = ref _entries[Hash(bytes) & (uint)(_entries.Length - 1)];
        if (entry.Text is { } known && json.Between(entry.Start, entry.End).SequenceEqual(bytes))
            return known;
        var text = json.GetText();
        entry = new Entry(text, json.TokenStart + 1, json.TokenStart + 1 + bytes.Length);
        return text;
    }

    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        const ulong Mix = 0x9E3779B97F4A7C15;
        // The first and the last eight bytes. The bits that differ are often the highest ones, and a product only carries bits up.
        var hash = bytes.Length < sizeof(ulong)
            ? Short(bytes)
            : (BinaryPrimitives.ReadUInt64BigEndian(bytes) * Mix)
                + BinaryPrimitives.ReadUInt64BigEndian(bytes.Slice(bytes.Length - sizeof(ulong)));
        return (uint)(((hash + (ulong)bytes.Length) * Mix) >> 40);
    }

    private static ulong Short(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 0;
        foreach (var value in bytes)
            hash = (hash << 8) | value;
        return hash;
    }

    private readonly record struct Entry(string? Text, int Start, int End);
}
