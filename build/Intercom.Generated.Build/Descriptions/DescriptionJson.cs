using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Build.Descriptions;

/// <summary>The one way in which the tool writes JSON: UTF-8 without a mark, two spaces, line feeds, a final newline.</summary>
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
    /// <exception cref="JsonException">The text is not a JSON object, or has a key twice.</exception>
    public static JObject Read(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 256 };
        var document = JObject.Load(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
        while (reader.Read())
        {
            // Only comments may follow; anything else throws.
        }

        return document;
    }
}
