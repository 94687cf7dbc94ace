using Intercom.Generated.OpenApi.Declarations;
using Intercom.Generated.OpenApi.Model;

namespace Intercom.Generated.OpenApi.Comparison;

/// <summary>A class, union or open enum, whichever it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">The key of its schema.</param>
/// <param name="Identity">What stays when its name changes: the key of its schema, or the values of an enum.</param>
/// <param name="Declaration">How it is declared.</param>
/// <param name="Model">Its model.</param>
internal sealed record NamedType(string Name, string Key, string Identity, string Declaration, object Model);

/// <summary>The types of two models, and how those of the one are called in the other.</summary>
internal sealed class TypePairs
{
    private readonly Dictionary<string, string> _renamed;

    private TypePairs(Matching<NamedType> types)
    {
        Types = types;
        _renamed = types.Common.Where(pair => pair.Before.Name != pair.After.Name)
            .ToDictionary(pair => pair.Before.Name, pair => pair.After.Name, StringComparer.Ordinal);
    }

    /// <summary>The types.</summary>
    public Matching<NamedType> Types { get; }

    public static TypePairs Of(ApiModel before, ApiModel after) =>
        new(Matching.Pair(All(before), All(after), type => type.Name, type => type.Identity));

    /// <summary>A type of the model before, under the names of the model after.</summary>
    public TypeReference Renamed(TypeReference before) => before with
    {
        Name = before.Name is { } name && _renamed.TryGetValue(name, out var other) ? other : before.Name,
        Element = before.Element is { } element ? Renamed(element) : null,
    };

    /// <summary>Whether a caller writes the same type, but for types that have another name.</summary>
    public bool HaveSameCSharp(TypeReference? before, TypeReference? after) => RenamedOrNull(before)?.CSharp == after?.CSharp;

    /// <summary>Whether both have the same form when they are sent.</summary>
    public bool HaveSameFormat(TypeReference? before, TypeReference? after) => Format(RenamedOrNull(before)) == Format(after);

    private TypeReference? RenamedOrNull(TypeReference? before) => before is null ? null : Renamed(before);

    // An id that is written as text is text. Of what kind a generated type is, is told of the type.
    private static TypeReference? Format(TypeReference? type) => type switch
    {
        { Kind: TypeKind.Identifier } => TypeReference.Text,
        { Element: { } element } => type with { Element = Format(element) },
        { Name: not null } => type with { Kind = TypeKind.Object },
        _ => type,
    };

    private static IEnumerable<NamedType> All(ApiModel model) =>
        model.Objects.Select(type => new NamedType(type.Name, type.Key, type.Key, Declaration.Of(type), type))
            .Concat(model.Unions.Select(type => new NamedType(type.Name, type.Key, type.Key, Declaration.Of(type), type)))
            .Concat(model.Enums.Select(type => new NamedType(type.Name, type.Key, $"enum {string.Join("|", type.Members.Select(member => member.Value))}", Declaration.Of(type), type)));
}
