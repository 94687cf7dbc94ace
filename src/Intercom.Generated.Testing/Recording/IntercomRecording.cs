using System.Text;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Recording;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing;

/// <summary>Requests and their responses, in the order of the requests. A file has one recording, as indented JSON.</summary>
public sealed class IntercomRecording
{
    internal const string Format = "intercom-recording";

    private const int MaximumSize = 64 * 1024 * 1024;

    internal IntercomRecording(IReadOnlyList<RecordedExchange> exchanges) => Exchanges = exchanges;

    /// <summary>The exchanges, in the order in which their requests were sent.</summary>
    public IReadOnlyList<RecordedExchange> Exchanges { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">The file is not a recording, or is larger than 64 MiB.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IntercomRecording Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (new FileInfo(path).Length > MaximumSize)
            throw new FormatException($"'{path}' is larger than 64 MiB.");
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (FormatException e)
        {
            throw new FormatException($"'{path}' is not a recording: {e.Message}", e);
        }
    }

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="FormatException">The text is not a recording.</exception>
    public static IntercomRecording Parse(string text) =>
        StrictJsonReader.Parse(text ?? throw new ArgumentNullException(nameof(text))) is JObject json
            ? RecordingFile.Read(json)
            : throw new FormatException("The text is JSON, but not an object.");

    /// <summary>Writes a file. The folder must exist.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        File.WriteAllText(path, ToJson(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>Writes the text of a file.</summary>
    public string ToJson() => RecordingFile.Write(this).ToString(Formatting.Indented).Replace("\r\n", "\n") + "\n";
}
