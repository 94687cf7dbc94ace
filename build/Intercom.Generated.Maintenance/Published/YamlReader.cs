using Intercom.Generated.Descriptions;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Intercom.Generated.Maintenance.Published;

/// <summary>Converts the events of a YAML parser to JSON, with the position of every node.</summary>
/// <remarks>
/// Reads the events directly, because the object model of YamlDotNet does not report the position of a duplicate key and does not
/// distinguish <c>'2.14'</c> from <c>2.14</c>.
/// </remarks>
internal sealed class YamlReader(string text, string fileName)
{
    /// <summary>The remedy for a file that is not YAML.</summary>
    internal const string SourceRemedy =
        "Check that --from specifies the published api.intercom.io.yaml, not a web page or a part of the file, and download it again.";

    /// <summary>The maximum depth, which prevents a stack overflow. No description comes close to it.</summary>
    private const int MaximumDepth = 200;

    /// <summary>The maximum number of nodes, which limits documents whose aliases multiply. No description comes close to it.</summary>
    private const int MaximumNodes = 1_000_000;

    private const string YamlTagPrefix = "tag:yaml.org,2002:";

    private readonly YamlParser _parser = new(text);
    private readonly Dictionary<AnchorName, (JToken Token, int Nodes)> _anchors = [];
    private readonly List<FileProblem> _problems = [];
    private int _nodes;

    /// <summary>Reads the only document of the text.</summary>
    /// <exception cref="DescriptionException">The document cannot be expressed as JSON.</exception>
    /// <exception cref="YamlException">The text is not YAML.</exception>
    public JObject ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
            throw Problem(JsonPointer.Root, null, "The file is empty.", SourceRemedy);

        _parser.Consume<DocumentStart>();
        var root = ReadNode(JsonPointer.Root, depth: 0, keyPosition: null);
        _parser.Consume<DocumentEnd>();

        if (_parser.Accept<DocumentStart>(out var second))
        {
            throw Problem(
                JsonPointer.Root,
                PositionOf(second.Start),
                "The file has more than one YAML document.",
                "Remove the other documents.");
        }

        if (_problems.Count > 0)
            throw new DescriptionException(_problems);
        return root as JObject
            ?? throw Problem(JsonPointer.Root, root.Annotation<SourcePosition>(), "The document is not a YAML mapping.", SourceRemedy);
    }

    /// <param name="pointer">The pointer to the node.</param>
    /// <param name="depth">The number of enclosing mappings and sequences.</param>
    /// <param name="keyPosition">
    /// The position of the key, where users look for the value. A mapping itself starts on a later line.
    /// </param>
    private JToken ReadNode(JsonPointer pointer, int depth, SourcePosition? keyPosition)
    {
        var start = PositionOf(_parser.Current!.Start);
        var position = keyPosition ?? start;
        _nodes++;
        if (depth > MaximumDepth || _nodes > MaximumNodes)
            throw TooLarge(pointer, start);

        if (_parser.TryConsume<AnchorAlias>(out var alias))
            return ReadAlias(alias, pointer, position);

        var nodesBefore = _nodes;
        var anchor = ((NodeEvent)_parser.Current).Anchor;
        JToken token = _parser.Current switch
        {
            Scalar => ReadScalar(pointer),
            SequenceStart => ReadSequence(pointer, depth),
            _ => ReadMapping(pointer, depth),
        };
        token.AddAnnotation(position);
        if (!anchor.IsEmpty)
            _anchors[anchor] = (token, _nodes - nodesBefore + 1);
        return token;
    }

    private JToken ReadAlias(AnchorAlias alias, JsonPointer pointer, SourcePosition position)
    {
        // An anchor is registered after its node is complete, so this also catches an alias inside its own anchor.
        if (!_anchors.TryGetValue(alias.Value, out var anchored))
        {
            throw Problem(
                pointer,
                position,
                $"The alias *{alias.Value} has no anchor before it.",
                $"Define &{alias.Value} before it is used, or replace the alias with the value.");
        }

        _nodes += anchored.Nodes;
        if (_nodes > MaximumNodes)
            throw TooLarge(pointer, position);
        var copy = anchored.Token.DeepClone();
        copy.RemoveAnnotations<SourcePosition>();
        copy.AddAnnotation(position);
        return copy;
    }

    private JValue ReadScalar(JsonPointer pointer)
    {
        var scalar = _parser.Consume<Scalar>();
        if (scalar.Style == ScalarStyle.Plain && YamlCoreSchema.IsLongNumber(scalar.Value))
        {
            throw Problem(
                pointer,
                PositionOf(scalar.Start),
                $"The number has {scalar.Value.Length} characters, which is more than JSON readers accept.",
                "Quote the value if it is text.");
        }

        if (scalar.Tag.IsEmpty)
            return scalar.Style == ScalarStyle.Plain ? YamlCoreSchema.Resolve(scalar.Value) : new JValue(scalar.Value);

        switch (scalar.Tag.IsNonSpecific ? "str" : Suffix(scalar.Tag.Value))
        {
            case "str":
                return new JValue(scalar.Value);
            case "null" or "bool" or "int" or "float":
                return YamlCoreSchema.Resolve(scalar.Value);
            default:
                throw Problem(
                    pointer,
                    PositionOf(scalar.Start),
                    $"The tag {scalar.Tag.Value} is not in the core schema of YAML.",
                    "Remove the tag.");
        }

        static string Suffix(string tag) => tag.StartsWith(YamlTagPrefix, StringComparison.Ordinal) ? tag[YamlTagPrefix.Length..] : tag;
    }

    private JArray ReadSequence(JsonPointer pointer, int depth)
    {
        _parser.Consume<SequenceStart>();
        var array = new JArray();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            array.Add(ReadNode(pointer.Append(array.Count), depth + 1, keyPosition: null));
        return array;
    }

    private JObject ReadMapping(JsonPointer pointer, int depth)
    {
        _parser.Consume<MappingStart>();
        var mapping = new JObject();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var keyPosition = PositionOf(_parser.Current!.Start);
            if (!_parser.TryConsume<Scalar>(out var key))
            {
                throw Problem(
                    pointer,
                    keyPosition,
                    "A key is not a plain scalar, so it cannot be a JSON property.",
                    "Write the key as text.");
            }

            // Keys are always text: 200 and '200' are the same key.
            var name = key.Value;
            var place = pointer.Append(name);
            if (name == "<<" && key.Style == ScalarStyle.Plain)
            {
                throw Problem(
                    place,
                    keyPosition,
                    "Merge keys (<<) are not part of YAML 1.2.",
                    "Replace the merge key with the merged keys.");
            }

            var value = ReadNode(place, depth + 1, keyPosition);
            if (mapping.Property(name, StringComparison.Ordinal) is { } first)
            {
                var firstLine = first.Value.Annotation<SourcePosition>()!.Line;
                _problems.Add(new FileProblem(
                    fileName,
                    place.ToString(),
                    $"The key '{name}' appears twice: on line {firstLine} and on line {keyPosition.Line}.",
                    "Remove or rename one of them. Only the publisher knows which one is right.")
                {
                    Position = keyPosition,
                });
                continue;
            }

            mapping.Add(name, value);
        }

        return mapping;
    }

    private DescriptionException TooLarge(JsonPointer pointer, SourcePosition position) =>
        Problem(pointer, position, "The document is nested too deeply, or its aliases expand to too many nodes.", SourceRemedy);

    private DescriptionException Problem(JsonPointer pointer, SourcePosition? position, string message, string remedy) =>
        new([.. _problems, new FileProblem(fileName, pointer.ToString(), message, remedy) { Position = position }]);

    private static SourcePosition PositionOf(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
