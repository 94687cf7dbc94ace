using System.Text;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;

namespace Intercom.Generated.Maintenance.Published;

/// <summary>A description as Intercom publishes it, which is YAML with prose and examples.</summary>
internal sealed class PublishedDescription
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private PublishedDescription(string fileName, JObject document)
    {
        FileName = fileName;
        Document = document;
    }

    /// <summary>The file name or URL for problems.</summary>
    public string FileName { get; }

    /// <summary>
    /// The document, in the published order. Every node has a <see cref="SourcePosition"/> annotation.
    /// </summary>
    public JObject Document { get; }

    /// <summary>Reads the YAML text.</summary>
    /// <exception cref="DescriptionException">The bytes are not a single YAML document with a mapping at its root.</exception>
    public static PublishedDescription Read(byte[] bytes, string fileName)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw new DescriptionException(
                new FileProblem(fileName, "#", $"The file is not UTF-8 text. Byte {e.Index} cannot be decoded.", YamlReader.SourceRemedy),
                e);
        }

        try
        {
            return new PublishedDescription(fileName, new YamlReader(text, fileName).ReadDocument());
        }
        catch (YamlException e)
        {
            var position = new SourcePosition((int)e.Start.Line, (int)e.Start.Column);
            throw new DescriptionException(
                new FileProblem(
                    fileName,
                    "#",
                    $"The file is not valid YAML. Line {position.Line}, column {position.Column}: {e.Message}",
                    YamlReader.SourceRemedy)
                { Position = position },
                e);
        }
    }
}
