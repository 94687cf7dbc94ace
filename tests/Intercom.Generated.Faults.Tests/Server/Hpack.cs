using System.Text;

namespace Intercom.Generated.Faults.Tests;

/// <summary>
/// The compression of HTTP/2 headers (RFC 7541), as far as these tests need it. It writes literals only. It reads what HttpClient sends:
/// entries of the static table and literals without Huffman coding.
/// </summary>
internal static class Hpack
{
    // Appendix A of the RFC, from index 1.
    private static readonly (string Name, string Value)[] StaticTable =
    [
        (":authority", ""), (":method", "GET"), (":method", "POST"), (":path", "/"), (":path", "/index.html"), (":scheme", "http"), (":scheme", "https"),
        (":status", "200"), (":status", "204"), (":status", "206"), (":status", "304"), (":status", "400"), (":status", "404"), (":status", "500"),
        ("accept-charset", ""), ("accept-encoding", "gzip, deflate"), ("accept-language", ""), ("accept-ranges", ""), ("accept", ""),
        ("access-control-allow-origin", ""), ("age", ""), ("allow", ""), ("authorization", ""), ("cache-control", ""), ("content-disposition", ""),
        ("content-encoding", ""), ("content-language", ""), ("content-length", ""), ("content-location", ""), ("content-range", ""), ("content-type", ""),
        ("cookie", ""), ("date", ""), ("etag", ""), ("expect", ""), ("expires", ""), ("from", ""), ("host", ""), ("if-match", ""), ("if-modified-since", ""),
        ("if-none-match", ""), ("if-range", ""), ("if-unmodified-since", ""), ("last-modified", ""), ("link", ""), ("location", ""), ("max-forwards", ""),
        ("proxy-authenticate", ""), ("proxy-authorization", ""), ("range", ""), ("referer", ""), ("refresh", ""), ("retry-after", ""), ("server", ""),
        ("set-cookie", ""), ("strict-transport-security", ""), ("transfer-encoding", ""), ("user-agent", ""), ("vary", ""), ("via", ""), ("www-authenticate", ""),
    ];

    /// <summary>Writes a status and headers of the form "Name: value".</summary>
    public static byte[] Encode(int status, IEnumerable<string> headers)
    {
        var block = new MemoryStream();
        WriteLiteral(block, ":status", $"{status}");
        foreach (var header in headers)
        {
            var parts = header.Split(": ", 2);
            WriteLiteral(block, parts[0].ToLowerInvariant(), parts[1]);
        }

        return block.ToArray();
    }

    /// <summary>Reads the headers of a request.</summary>
    public static IEnumerable<(string Name, string Value)> Decode(byte[] block)
    {
        for (var at = 0; at < block.Length;)
        {
            var first = block[at];
            if ((first & 0x80) != 0)
            {
                yield return Entry(ReadInteger(block, ref at, 7));
            }
            else if ((first & 0xE0) == 0x20)
            {
                // The size of the dynamic table, which is not used.
                ReadInteger(block, ref at, 5);
            }
            else
            {
                var index = ReadInteger(block, ref at, (first & 0xC0) == 0x40 ? 6 : 4);
                var name = index == 0 ? ReadText(block, ref at) : Entry(index).Name;
                yield return (name, ReadText(block, ref at));
            }
        }
    }

    private static (string Name, string Value) Entry(int index) => index <= StaticTable.Length
        ? StaticTable[index - 1]
        : throw new NotSupportedException("The dynamic table is not supported, because HttpClient does not use it.");

    private static void WriteLiteral(MemoryStream block, string name, string value)
    {
        block.WriteByte(0);
        WriteText(block, name);
        WriteText(block, value);
    }

    private static void WriteText(MemoryStream block, string text)
    {
        var rest = text.Length - 0x7F;
        block.WriteByte((byte)Math.Min(text.Length, 0x7F));
        for (; rest >= 0x80; rest >>= 7)
            block.WriteByte((byte)(0x80 | (rest & 0x7F)));
        if (rest >= 0)
            block.WriteByte((byte)rest);
        block.Write(Encoding.Latin1.GetBytes(text));
    }

    private static int ReadInteger(byte[] block, ref int at, int bits)
    {
        var most = (1 << bits) - 1;
        var value = block[at++] & most;
        if (value < most)
            return value;
        for (var shift = 0; ; shift += 7)
        {
            var next = block[at++];
            value += (next & 0x7F) << shift;
            if ((next & 0x80) == 0)
                return value;
        }
    }

    private static string ReadText(byte[] block, ref int at)
    {
        if ((block[at] & 0x80) != 0)
            throw new NotSupportedException("Huffman coding is not supported, because HttpClient does not use it.");
        var length = ReadInteger(block, ref at, 7);
        var text = Encoding.Latin1.GetString(block, at, length);
        at += length;
        return text;
    }
}
