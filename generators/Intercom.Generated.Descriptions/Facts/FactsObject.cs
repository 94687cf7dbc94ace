using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions.Facts;

/// <summary>An object of a facts file that knows its place and reports members that cannot be read.</summary>
internal sealed class FactsObject
{
    private readonly string _fileName;
    private readonly JObject _json;
    private readonly IReadOnlyList<string> _place;
    private readonly List<DescriptionProblem> _problems;

    private FactsObject(string fileName, JObject json, IReadOnlyList<string> place, List<DescriptionProblem> problems)
    {
        _fileName = fileName;
        _json = json;
        _place = place;
        _problems = problems;
    }

    /// <summary>Reads the object of a whole file, or returns null if it cannot be read.</summary>
    public static FactsObject? Parse(string fileName, string text, List<DescriptionProblem> problems)
    {
        try
        {
            return new FactsObject(fileName, DescriptionDocument.ParseObject(text), [], problems);
        }
        catch (InvalidJsonException e)
        {
            problems.Add(new DescriptionProblem(
                DescriptionProblemKind.InvalidFacts,
                fileName + e.Pointer,
                $"The file cannot be read: {e.Message} Correct the file.",
                e.LineNumber));
            return null;
        }
    }

    /// <summary>Whether a text can be the C# name of a type or member.</summary>
    public static bool IsName(string text) => Identifier.IsPascal(text) && !ReservedNames.IsObjectMember(text);

    public bool Has(string member) => _json[member] is not null;

    /// <summary>Reports every member that is not one of <paramref name="members"/>.</summary>
    public void Allow(params string[] members)
    {
        foreach (var unknown in _json.Properties().Where(property => !members.Contains(property.Name)))
            Report(unknown.Name, $"The member '{unknown.Name}' is unknown. Use {string.Join(", ", members)}.");
    }

    /// <summary>Returns text that is not empty, or null if it was reported.</summary>
    public string? Text(string member) =>
        _json[member] is JValue { Value: string { Length: > 0 } text }
            ? text
            : Report<string>(member, $"The member '{member}' must be text that is not empty.");

    public string? OptionalText(string member) => Has(member) ? Text(member) : null;

    /// <summary>Returns a C# name, or null if it was reported.</summary>
    public string? Name(string member) =>
        Text(member) is not { } name ? null
        : IsName(name) ? name
        : Report<string>(member, $"'{name}' is not a C# name in PascalCase.");

    public int? Number(string member)
    {
        if (_json[member] is JValue { Value: long number } && number is > 0 and <= int.MaxValue)
            return (int)number;
        Report(member, $"The member '{member}' must be a whole number greater than 0.");
        return null;
    }

    public bool Flag(string member, bool absent)
    {
        if (!Has(member))
            return absent;
        if (_json[member] is JValue { Value: bool flag })
            return flag;
        Report(member, $"The member '{member}' must be true or false.");
        return absent;
    }

    /// <summary>Returns a list of strings, or null if it was reported.</summary>
    public IReadOnlyList<string>? Texts(string member) =>
        _json[member] is JArray items && items.All(item => item.Type == JTokenType.String)
            ? [.. items.Select(item => (string)item!)]
            : Report<IReadOnlyList<string>>(member, $"The member '{member}' must be a list of strings.");

    /// <summary>Returns an object, which is empty if it was reported.</summary>
    public FactsObject Object(string member)
    {
        if (_json[member] is JObject value)
            return new FactsObject(_fileName, value, [.. _place, member], _problems);
        Report(member, $"The member '{member}' must be an object.");
        return new FactsObject(_fileName, [], [.. _place, member], []);
    }

    /// <summary>Returns the members that are objects. Others are reported.</summary>
    public IReadOnlyList<(string Name, FactsObject Value)> Members() =>
        [.. _json.Properties().Select(property => (property.Name, Object(property.Name)))];

    /// <summary>Returns the objects in a list. Other elements are reported.</summary>
    public IReadOnlyList<FactsObject> Objects(string member)
    {
        if (_json[member] is not JArray items)
        {
            Report(member, $"The member '{member}' must be a list of objects.");
            return [];
        }

        var objects = new List<FactsObject>();
        for (var i = 0; i < items.Count; i++)
        {
            var index = i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (items[i] is JObject item)
                objects.Add(new FactsObject(_fileName, item, [.. _place, member, index], _problems));
            else
                Report($"{member}/{index}", "The element must be an object.");
        }

        return objects;
    }

    /// <summary>Reports a problem of the object itself.</summary>
    public void Report(string message) => Add(_place, _json, message);

    /// <summary>Reports a problem of a member, or of an element of a member, such as <c>operators/2</c>.</summary>
    public void Report(string member, string message)
    {
        if (_json[member] is { } whole)
        {
            Add([.. _place, member], whole, message);
            return;
        }

        var steps = member.Split('/');
        Add([.. _place, .. steps], _json[steps[0]] ?? _json, message);
    }

    /// <inheritdoc cref="Report(string, string)"/>
    /// <returns>Null, so that a reading method can return it.</returns>
    public T? Report<T>(string member, string message)
        where T : class
    {
        Report(member, message);
        return null;
    }

    private void Add(IReadOnlyList<string> steps, IJsonLineInfo token, string message) =>
        _problems.Add(new DescriptionProblem(
            DescriptionProblemKind.InvalidFacts,
            _fileName + DescriptionDocument.Pointer([.. steps]),
            message,
            token.HasLineInfo() ? token.LineNumber : 0));
}
