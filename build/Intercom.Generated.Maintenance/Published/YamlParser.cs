using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Intercom.Generated.Maintenance.Published;

/// <summary>A YAML parser that reports the failures of YamlDotNet's scanner like any other text that is not YAML.</summary>
internal sealed class YamlParser(string text) : IParser
{
    private readonly Parser _parser = new(new StringReader(text));

    public ParsingEvent? Current => _parser.Current;

    /// <exception cref="YamlException">The text is not YAML.</exception>
    public bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (InvalidOperationException e)
        {
            // The scanner throws it for some plain scalars in flow mappings, for example.
            var last = _parser.Current?.End ?? Mark.Empty;
            throw new YamlException(last, last, "The text after this position is not valid.", e);
        }
    }
}
