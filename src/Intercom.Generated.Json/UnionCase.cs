using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>The kinds of JSON that a case of a union can be.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum JsonKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A string.</summary>
    Text = 1,

    /// <summary>A number without a fraction.</summary>
    Integer = 2,

    /// <summary>A number with a fraction or an exponent.</summary>
    Fraction = 4,

    /// <summary>True or false.</summary>
    Boolean = 8,

    /// <summary>A list.</summary>
    List = 16,

    /// <summary>An object.</summary>
    Object = 32,

    /// <summary>Null.</summary>
    Null = 64,

    /// <summary>All of them.</summary>
    Any = Text | Integer | Fraction | Boolean | List | Object | Null,
}

/// <summary>The features that identify a case of a union.</summary>
/// <param name="kinds">The kinds of JSON that the case can be.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionCase(JsonKinds kinds)
{
    private readonly KeyValuePair<string, string>[] _discriminators = [];
    private readonly HashSet<string> _properties = [];

    /// <summary>Describes a case.</summary>
    /// <param name="kinds">The kinds of JSON that the case can be.</param>
    /// <param name="discriminators">The property values that identify an object of this case, as <c>property=value</c>.</param>
    /// <param name="properties">
    /// The properties that an object of this case can have, separated by spaces. Properties of nested objects have dotted paths.
    /// </param>
    public UnionCase(JsonKinds kinds, string[] discriminators, string properties)
        : this(kinds)
    {
        _discriminators = Array.ConvertAll(
            discriminators ?? throw new ArgumentNullException(nameof(discriminators)),
            text => new KeyValuePair<string, string>(text.Substring(0, text.IndexOf('=')), text.Substring(text.IndexOf('=') + 1)));
        _properties = new HashSet<string>(
            (properties ?? throw new ArgumentNullException(nameof(properties))).Split([' '], StringSplitOptions.RemoveEmptyEntries),
            StringComparer.Ordinal);
    }

    /// <summary>The kinds of JSON that the case can be.</summary>
    public JsonKinds Kinds { get; } = kinds;

    /// <summary>The properties and values that identify an object of this case.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Discriminators => _discriminators;

    internal bool HasDiscriminator(JObject json) => Array.Exists(
        _discriminators,
        discriminator => json[discriminator.Key] is JValue value
            && string.Equals(value.ToString(CultureInfo.InvariantCulture), discriminator.Value, StringComparison.OrdinalIgnoreCase));

    internal (int Known, int Missing) Rank(JObject json)
    {
        var known = 0;
        foreach (var property in json.Properties())
        {
            known += _properties.Contains(property.Name) ? 1 : 0;
            if (property.Value is JObject inner)
                known += inner.Properties().Count(member => _properties.Contains($"{property.Name}.{member.Name}"));
        }

        return (known, _properties.Count - known);
    }
}

/// <summary>Determines the case of a JSON value: by its kind, then by discriminators, then by property names.</summary>
internal sealed class UnionCases(UnionCase[] cases)
{
    private readonly int[]?[] _byKind = new int[(int)JsonKinds.Any + 1][];

    /// <summary>Gets the indexes of the cases that the current value can be, in the order in which to read them.</summary>
    public int[] Candidates(in CodecReader reader)
    {
        var fitting = Taking(KindOf(reader));
        if (fitting.Length < 2 || reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return fitting;
        return reader.PeekToken() switch
        {
            JObject own => Best(fitting, own),
            JArray { Count: > 0 } list when list[0] is JObject first => Best(fitting, first),
            _ => fitting,
        };
    }

    private static JsonKinds KindOf(in CodecReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => JsonKinds.Text,
        JsonTokenType.Number => reader.IsInteger() ? JsonKinds.Integer : JsonKinds.Fraction,
        JsonTokenType.True or JsonTokenType.False => JsonKinds.Boolean,
        JsonTokenType.StartArray => JsonKinds.List,
        JsonTokenType.StartObject => JsonKinds.Object,
        _ => JsonKinds.Null,
    };

    private int[] Taking(JsonKinds kind)
    {
        if (_byKind[(int)kind] is { } known)
            return known;
        var taking = new List<int>();
        for (var number = 0; number < cases.Length; number++)
        {
            if ((cases[number].Kinds & kind) != 0)
                taking.Add(number);
        }

        return _byKind[(int)kind] = [.. taking];
    }

    private int[] Best(int[] fitting, JObject json)
    {
        var identified = Array.FindAll(fitting, number => cases[number].HasDiscriminator(json));
        if (identified.Length == 1)
            return identified;
        // Pick the case that knows the most properties of the object, and if several do, the one with the fewest missing properties.
        var ranked = (identified.Length > 0 ? identified : fitting)
            .Select(number => (Number: number, Rank: cases[number].Rank(json)))
            .Where(entry => entry.Rank.Known > 0)
            .OrderByDescending(entry => entry.Rank.Known).ThenBy(entry => entry.Rank.Missing)
            .ToList();
        var isTie = ranked.Count > 1 && ranked[0].Rank == ranked[1].Rank;
        return ranked.Count == 0 || isTie ? [] : [ranked[0].Number];
    }
}
