using System.Text;
using Intercom.Generated.OpenApi;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Build.Descriptions;

/// <summary>The one way in which the tool reads and writes JSON: UTF-8 without a mark, two spaces, line feeds, a final newline.</summary>
internal static class DescriptionJson
{
    /// <summary>Writes a document; the same document gives the same bytes on every machine.</summary>
    public static byte[] Write(JToken document)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using (var json = new JsonTextWriter(text) { Formatting = Formatting.Indented, Indentation = 2, CloseOutput = false })
            document.WriteTo(json);
        text.WriteLine();
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text.ToString());
    }

    /// <summary>Reads an object; text that looks like a date stays text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file that problems name.</param>
    /// <param name="remedy">What to do about a file that cannot be read.</param>
    /// <exception cref="DescriptionException">The text is not a JSON object, or has a key twice.</exception>
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

    /// <summary>The exception for a file that is not the JSON that it has to be.</summary>
    public static DescriptionException Unreadable(string file, InvalidJsonException reason, string remedy) => new(
        new DescriptionProblem(file, reason.Pointer, $"The file cannot be read: {reason.Message}", remedy)
        {
            // An empty file has no first line to the reader. A place in a document that is JSON has no position.
            Position = reason.InnerException is null ? null : new SourcePosition(Math.Max(1, reason.LineNumber), Math.Max(1, reason.LinePosition)),
        },
        reason);
}
