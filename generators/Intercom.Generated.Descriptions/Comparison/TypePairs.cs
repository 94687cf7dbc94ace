using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Descriptions.Model;
using Newtonsoft.Json;

namespace Intercom.Generated.Descriptions.Comparison;

/// <summary>A class, union, or open enum.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Key">The key of its schema.</param>
/// <param name="Identity">The identity that survives a rename: the key of the schema, or the values of an enum.</param>
/// <param name="Declaration">The C# declaration.</param>
/// <param name="Model">The model.</param>
internal sealed record NamedType(string Name, string Key, string Identity, string Declaration, object Model);

/// <summary>The types of two models, and the new names of renamed types.</summary>
internal sealed class TypePairs
{
    private readonly Dictionary<string, string> _renamed;
    private readonly Dictionary<string, EnumModel> _enums;

    private TypePairs(Matching<NamedType> types)
    {
        Types = types;
        _enums = types.Common.Select(pair => pair.After).Concat(types.Added).Select(type => type.Model).OfType<EnumModel>()
            .ToDictionary(type => type.Name, StringComparer.Ordinal);
        _renamed = types.Common.Where(pair => pair.Before.Name != pair.After.Name)
            .ToDictionary(pair => pair.Before.Name, pair => pair.After.Name, StringComparer.Ordinal);
    }

    /// <summary>The matched types.</summary>
    public Matching<NamedType> Types { get; }

    public static TypePairs Of(ApiModel before, ApiModel after) =>
        new(Matching.Pair(All(before), All(after), type => type.Name, type => type.Identity));

    /// <summary>
    /// Returns the values that a schema no longer allows, although its type still has them. A value that an open enum lost is reported for
    /// the enum.
    /// </summary>
    public IEnumerable<string> ValuesOnlyRemovedHere(TypeReference? type, ValueFacts before, ValueFacts after)
    {
        while (type?.Element is { } element)
            type = element;
        var known = type?.Name is { } name && _enums.TryGetValue(name, out var model)
            ? new HashSet<string>(model.Members.Select(member => $"enum: {JsonConvert.ToString(member.Value)}"), StringComparer.Ordinal)
            : null;
        return FactComparison.RemovedValues(before, after).Where(value => known?.Contains(value) != false);
    }

    /// <summary>Returns a type of the old model with the names of the new model.</summary>
    public TypeReference Renamed(TypeReference before) => before with
    {
        Name = before.Name is { } name && _renamed.TryGetValue(name, out var other) ? other : before.Name,
        Element = before.Element is { } element ? Renamed(element) : null,
    };

    /// <summary>Whether both are the same C# type, apart from renames.</summary>
    public bool HaveSameCSharp(TypeReference? before, TypeReference? after) => RenamedOrNull(before)?.CSharp == after?.CSharp;

    /// <summary>Whether both have the same format in JSON or in a URL.</summary>
    public bool HaveSameFormat(TypeReference? before, TypeReference? after) => Format(RenamedOrNull(before)) == Format(after);

    private TypeReference? RenamedOrNull(TypeReference? before) => before is null ? null : Renamed(before);

    // An ID that is sent as text is text. A change in the kind of a generated type is reported for the type itself.
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
            .Concat(model.Enums.Select(type => new NamedType(type.Name, type.Key, Identity(type), Declaration.Of(type), type)));

    private static string Identity(EnumModel type) => $"enum {string.Join("|", type.Members.Select(member => member.Value))}";
}
