using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions.Escaping;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>The values that a place in a description can have. This is a small subset of JSON Schema.</summary>
internal abstract class DescriptionShape
{
    /// <summary>Any value. The reader ignores it.</summary>
    public static readonly DescriptionShape Anything = new ValueShape("a value", _ => true);

    /// <summary>True or false.</summary>
    public static readonly DescriptionShape Flag = new ValueShape("true or false", token => token.Type == JTokenType.Boolean);

    /// <summary>A number.</summary>
    public static readonly DescriptionShape Number = new ValueShape(
        "a number", token => token.Type is JTokenType.Integer or JTokenType.Float);

    /// <summary>Text short enough for a C# literal or comment.</summary>
    public static readonly DescriptionShape Text = new ValueShape(
        $"text of at most {MaximumTextLength} characters", token => token is JValue { Value: string { Length: <= MaximumTextLength } });

    private const int MaximumTextLength = 10_000;

    /// <summary>Adds the problems of a value.</summary>
    public abstract void Check(JToken token, JsonPointer pointer, ShapeProblems problems);

    /// <summary>Text that matches a pattern.</summary>
    public static DescriptionShape Matching(Regex pattern, string expected) =>
        new ValueShape(expected, token => token is JValue { Value: string { Length: <= MaximumTextLength } text } && pattern.IsMatch(text));

    /// <summary>One of several strings.</summary>
    public static DescriptionShape OneOf(params string[] texts) =>
        new ValueShape(
            $"one of {string.Join(", ", texts)}", token => token is JValue { Value: string text } && Array.IndexOf(texts, text) >= 0);

    /// <summary>One of two shapes, chosen by the value.</summary>
    public static DescriptionShape Either(Func<JToken, bool> isFirst, DescriptionShape first, DescriptionShape second) =>
        new ChoiceShape(isFirst, first, second);

    /// <summary>A list whose elements have a shape.</summary>
    public static DescriptionShape List(DescriptionShape element, int minimum = 0) => new ListShape(element, minimum);

    /// <summary>An object with any names that match a pattern.</summary>
    public static DescriptionShape Map(DescriptionShape value, Regex? name = null, string? expected = null) =>
        new MapShape(value, name, expected);

    /// <summary>Returns a value as messages show it.</summary>
    internal static string Shown(JToken token) => token switch
    {
        JObject => "an object",
        JArray => "a list",
        JValue { Value: string { Length: > 60 } text } => $"text of {text.Length} characters",
        JValue { Value: string text } => $"'{VisibleText.Of(text)}'",
        _ => Shortened(token.ToString(Formatting.None)),
    };

    /// <summary>Returns text as messages show it.</summary>
    internal static string Shown(string text) => Shown(new JValue(text));

    private static string Shortened(string text) => text.Length > 60 ? text.Substring(0, 60) + "..." : text;

    private sealed class ValueShape(string expected, Func<JToken, bool> isValid) : DescriptionShape
    {
        public override void Check(JToken token, JsonPointer pointer, ShapeProblems problems)
        {
            if (!isValid(token))
                problems.Add(token, pointer, $"Expected {expected}, but found {Shown(token)}.");
        }
    }

    private sealed class ChoiceShape(Func<JToken, bool> isFirst, DescriptionShape first, DescriptionShape second) : DescriptionShape
    {
        public override void Check(JToken token, JsonPointer pointer, ShapeProblems problems) =>
            (isFirst(token) ? first : second).Check(token, pointer, problems);
    }

    private sealed class ListShape(DescriptionShape element, int minimum) : DescriptionShape
    {
        public override void Check(JToken token, JsonPointer pointer, ShapeProblems problems)
        {
            if (token is not JArray list)
            {
                problems.Add(token, pointer, $"Expected a list, but found {Shown(token)}.");
                return;
            }

            if (list.Count < minimum)
                problems.Add(token, pointer, "The list is empty.");
            var index = 0;
            foreach (var item in list)
                element.Check(item, pointer.Append(index++), problems);
        }
    }

    private sealed class MapShape(DescriptionShape value, Regex? name, string? expected) : DescriptionShape
    {
        public override void Check(JToken token, JsonPointer pointer, ShapeProblems problems)
        {
            if (token is not JObject map)
            {
                problems.Add(token, pointer, $"Expected an object, but found {Shown(token)}.");
                return;
            }

            foreach (var entry in map.Properties())
            {
                if (name?.IsMatch(entry.Name) == false)
                    problems.AddName(entry.Value, pointer.Append(entry.Name), $"{Shown(entry.Name)} is not {expected}.");
                value.Check(entry.Value, pointer.Append(entry.Name), problems);
            }
        }
    }
}

/// <summary>An object with known members. An unknown member is a problem, because the reader would ignore it.</summary>
internal sealed class ObjectShape(string name) : DescriptionShape
{
    private readonly Dictionary<string, DescriptionShape> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _required = [];
    private Action<JObject, JsonPointer, ShapeProblems>? _rule;

    /// <summary>Adds optional members.</summary>
    public ObjectShape With(DescriptionShape shape, params string[] fields)
    {
        foreach (var field in fields)
            _fields[field] = shape;
        return this;
    }

    /// <summary>Adds a required member.</summary>
    public ObjectShape Requires(string field, DescriptionShape shape)
    {
        _required.Add(field);
        return With(shape, field);
    }

    /// <summary>Adds a rule that involves several members.</summary>
    public ObjectShape Where(Action<JObject, JsonPointer, ShapeProblems> rule)
    {
        _rule = rule;
        return this;
    }

    public override void Check(JToken token, JsonPointer pointer, ShapeProblems problems)
    {
        if (token is not JObject value)
        {
            problems.Add(token, pointer, $"Expected {name}, but found {Shown(token)}.");
            return;
        }

        var count = problems.Count;
        foreach (var property in value.Properties())
        {
            if (_fields.TryGetValue(property.Name, out var shape))
                shape.Check(property.Value, pointer.Append(property.Name), problems);
            else if (!property.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                problems.Add(
                    property.Value,
                    pointer.Append(property.Name),
                    $"{Shown(property.Name)} is not a member of {name}, so it would be ignored.");
            }
        }

        foreach (var field in _required.Where(field => value[field] is null))
            problems.Add(value, pointer, $"{name} needs the member '{field}'.");
        // The rule relies on the shapes of the members.
        if (problems.Count == count)
            _rule?.Invoke(value, pointer, problems);
    }
}

/// <summary>The problems that a check found.</summary>
internal sealed class ShapeProblems
{
    /// <summary>The maximum number of problems to keep. A document of the wrong kind has a problem in every part.</summary>
    private const int Maximum = 100;

    private readonly List<DescriptionProblem> _problems = [];

    /// <summary>The number of problems found, including those that were not kept.</summary>
    public int Count { get; private set; }

    /// <summary>The first problems.</summary>
    public IReadOnlyList<DescriptionProblem> Found => _problems;

    /// <summary>Adds an unsupported part of the description.</summary>
    public void Add(JToken token, JsonPointer pointer, string message) =>
        Add(DescriptionProblemKind.InvalidDescription, token, pointer, message);

    /// <summary>Adds an invalid name.</summary>
    public void AddName(JToken token, JsonPointer pointer, string message) =>
        Add(DescriptionProblemKind.InvalidName, token, pointer, message);

    private void Add(DescriptionProblemKind kind, JToken token, JsonPointer pointer, string message)
    {
        Count++;
        if (_problems.Count < Maximum)
        {
            _problems.Add(new DescriptionProblem(
                kind, Shortened(pointer.ToString()), message + " Correct it with an overlay action.", ((IJsonLineInfo)token).LineNumber));
        }
    }

    private static string Shortened(string pointer) => pointer.Length > 1000 ? pointer.Substring(0, 1000) + "..." : pointer;
}
