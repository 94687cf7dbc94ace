using System.Text;
using Intercom.Generated.Descriptions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Published;

/// <summary>Reads and writes JSON files: UTF-8 without a byte order mark, two spaces, line feeds, and a final newline.</summary>
internal static class DescriptionJson
{
    /// <summary>Writes a document. The bytes are the same on every machine.</summary>
    public static byte[] Write(JToken document)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using (var json = new JsonTextWriter(text) { Formatting = Formatting.Indented, Indentation = 2, CloseOutput = false })
            document.WriteTo(json);
        text.WriteLine();
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text.ToString());
    }

    /// <summary>Reads an object. Strings that look like dates stay strings.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file name for problems.</param>
    /// <param name="remedy">The remedy if the file cannot be read.</param>
    /// <exception cref="DescriptionException">The text is not a JSON object, or has a duplicate key.</exception>
    public static JObject Read(string text, string file, string remedy = "Restore the file from the repository.")
    {
        try
        {
            return DescriptionDocument.ParseObject(text);
        }
        catch (InvalidJsonException e)
        {
            throw Unreadable(file, e, remedy);
        }
    }

    /// <summary>Creates the exception for a file that is not valid JSON or does not have the expected structure.</summary>
    public static DescriptionException Unreadable(string file, InvalidJsonException reason, string remedy) => new(
        new FileProblem(file, reason.Pointer, $"The file cannot be read: {reason.Message}", remedy)
        {
            // The reader reports line 0 for an empty file. A problem in valid JSON has no position.
            Position = reason.InnerException is null
                ? null
                : new SourcePosition(Math.Max(1, reason.LineNumber), Math.Max(1, reason.LinePosition)),
        },
        reason);
}
