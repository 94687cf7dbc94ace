using System.IO.Compression;
using System.Text;

namespace Intercom.Generated.Testing.Http;

/// <summary>Writes the compressed CSV files of exports.</summary>
internal static class CsvFile
{
    public static byte[] Compress(IEnumerable<string> header, IEnumerable<IEnumerable<string?>> rows)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        using (var writer = new StreamWriter(gzip, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
        {
            foreach (var row in rows.Prepend(header))
                writer.WriteLine(string.Join(",", row.Select(Escape)));
        }

        return buffer.ToArray();
    }

    private static string Escape(string? value)
    {
        var text = value ?? "";
        return text.IndexOfAny([',', '"', '\r', '\n']) < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
    }
}
