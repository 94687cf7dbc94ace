using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Comparison;

/// <summary>Compares classes, unions, and open enums. Types match if their names are the same, or their schemas.</summary>
internal sealed class TypeComparison(TypePairs types)
{
    private readonly List<ApiChange> _changes = [];

    public IReadOnlyList<ApiChange> Compare()
    {
        foreach (var type in types.Types.Removed)
            Add(ChangeRule.TypeRemoved, type.Key, type.Name, null, type.Declaration, null);
        foreach (var type in types.Types.Added)
            Add(ChangeRule.TypeAdded, type.Key, type.Name, null, null, type.Declaration);
        foreach (var (before, after) in types.Types.Common)
            Compare(before, after);
        return _changes;
    }

    private void Compare(NamedType before, NamedType after)
    {
        if (before.Name != after.Name)
            Add(ChangeRule.TypeRenamed, after.Key, after.Name, null, before.Declaration, after.Declaration);
        switch (before.Model, after.Model)
        {
            case (ObjectModel old, ObjectModel current):
                CompareProperties(current.Name, old, current);
                break;
            case (UnionModel old, UnionModel current):
                CompareCases(old, current);
                break;
            case (EnumModel old, EnumModel current):
                CompareMembers(old, current);
                break;
            default:
                Add(ChangeRule.TypeKindChanged, after.Key, after.Name, null, before.Declaration, after.Declaration);
                break;
        }
    }

    private void CompareProperties(string owner, ObjectModel before, ObjectModel after)
    {
        var properties = Matching.Pair(before.Properties, after.Properties, property => property.WireName, property => property.Name);
        foreach (var property in properties.Removed)
            Add(ChangeRule.PropertyRemoved, property.Key, owner, property.Name, Declaration.Of(property), null);
        foreach (var property in properties.Added)
        {
            Add(ChangeRule.PropertyAdded, property.Key, owner, property.Name, null, Declaration.Of(property));
            if (before.IsSent && after.IsSent && property.Facts.IsRequired)
                Add(ChangeRule.RequiredPropertyAdded, property.Key, owner, property.Name, null, Declaration.Of(property));
        }

        foreach (var (old, current) in properties.Common)
        {
            if (old.WireName != current.WireName)
            {
                AddProperty(
                    ChangeRule.PropertyMoved,
                    $"[JsonProperty({CSharpText.Literal(old.WireName)})] {Declaration.Of(old)}",
                    $"[JsonProperty({CSharpText.Literal(current.WireName)})] {Declaration.Of(current)}");
            }

            if (old.Name != current.Name)
                AddProperty(ChangeRule.PropertyRenamed, Declaration.Of(old), Declaration.Of(current));
            if (!types.HaveSameCSharp(old.Type, current.Type))
                AddProperty(ChangeRule.PropertyTypeChanged, Declaration.Of(old), Declaration.Of(current));
            else if (!types.HaveSameFormat(old.Type, current.Type))
                AddProperty(ChangeRule.PropertyFormatChanged, Declaration.Of(old), Declaration.Of(current));
            if (old.Constant != current.Constant)
                AddProperty(ChangeRule.PropertyConstantChanged, Declaration.Of(old), Declaration.Of(current));
            if (old.Obsolete is null != current.Obsolete is null)
            {
                AddProperty(
                    current.Obsolete is null ? ChangeRule.PropertyUndeprecated : ChangeRule.PropertyDeprecated,
                    Declaration.Of(old),
                    Declaration.Of(current));
            }

            CompareFacts(old.Facts, current.Facts, before.IsSent && after.IsSent, AddProperty);
            if (before.IsSent && after.IsSent && old.Constant == current.Constant && types.HaveSameCSharp(old.Type, current.Type))
            {
                foreach (var value in types.ValuesOnlyRemovedHere(current.Type, old.Facts, current.Facts))
                    AddProperty(ChangeRule.RequestPropertyValueRemoved, value, null);
            }

            void AddProperty(ChangeRule rule, string? from, string? to) => Add(rule, current.Key, owner, current.Name, from, to);
        }
    }

    // For a class that is used in requests and responses, the rules for requests decide.
    private static void CompareFacts(ValueFacts before, ValueFacts after, bool isSent, Action<ChangeRule, string?, string?> add)
    {
        if (before.IsRequired != after.IsRequired)
        {
            add(
                after.IsRequired
                    ? isSent ? ChangeRule.RequestPropertyBecameRequired : ChangeRule.ResponsePropertyBecameRequired
                    : isSent ? ChangeRule.RequestPropertyBecameOptional : ChangeRule.ResponsePropertyBecameOptional,
                before.IsRequired ? "required" : "optional",
                after.IsRequired ? "required" : "optional");
        }

        if (before.IsNullable != after.IsNullable)
        {
            add(
                after.IsNullable
                    ? isSent ? ChangeRule.RequestPropertyBecameNullable : ChangeRule.ResponsePropertyBecameNullable
                    : isSent ? ChangeRule.RequestPropertyBecameNotNullable : ChangeRule.ResponsePropertyBecameNotNullable,
                before.IsNullable ? "nullable" : "not nullable",
                after.IsNullable ? "nullable" : "not nullable");
        }

        foreach (var (from, to, isTighter) in FactComparison.Limits(before, after))
        {
            add(
                isSent
                    ? isTighter ? ChangeRule.RequestPropertyTightened : ChangeRule.RequestPropertyLoosened
                    : ChangeRule.ResponsePropertyConstraintChanged,
                from,
                to);
        }

        if (isSent && before.Default != after.Default)
            add(ChangeRule.RequestPropertyDefaultChanged, FactComparison.Default(before), FactComparison.Default(after));
    }

    private void CompareMembers(EnumModel before, EnumModel after)
    {
        var members = Matching.Pair(before.Members, after.Members, member => member.Value, member => member.Name);
        foreach (var member in members.Removed)
            Add(ChangeRule.EnumMemberRemoved, before.Key, after.Name, member.Name, Declaration.Of(before.Name, member), null);
        foreach (var member in members.Added)
            Add(ChangeRule.EnumMemberAdded, after.Key, after.Name, member.Name, null, Declaration.Of(after.Name, member));
        foreach (var (old, current) in members.Common)
        {
            if (old.Value != current.Value)
                AddMember(ChangeRule.EnumMemberMoved);
            else if (old.Name != current.Name)
                AddMember(ChangeRule.EnumMemberRenamed);
            if (old.Obsolete is null != current.Obsolete is null)
                AddMember(current.Obsolete is null ? ChangeRule.EnumMemberUndeprecated : ChangeRule.EnumMemberDeprecated);

            void AddMember(ChangeRule rule) =>
                Add(rule, after.Key, after.Name, current.Name, Declaration.Of(before.Name, old), Declaration.Of(after.Name, current));
        }
    }

    private void CompareCases(UnionModel before, UnionModel after)
    {
        var cases = Matching.Pair(
            before.Cases.Select(item => item with { Type = types.Renamed(item.Type) }), after.Cases, item => item.Type.CSharp);
        foreach (var item in cases.Removed)
            Add(ChangeRule.UnionCaseRemoved, before.Key, after.Name, item.Name, Declaration.Of(item), null);
        foreach (var item in cases.Added)
            Add(ChangeRule.UnionCaseAdded, after.Key, after.Name, item.Name, null, Declaration.Of(item));
        foreach (var (old, current) in cases.Common)
        {
            if (old.Name != current.Name)
                Add(ChangeRule.UnionCaseRenamed, after.Key, after.Name, current.Name, Declaration.Of(old), Declaration.Of(current));
            if (!old.Discriminators.OrderBy(Text, StringComparer.Ordinal)
                .SequenceEqual(current.Discriminators.OrderBy(Text, StringComparer.Ordinal)))
            {
                Add(
                    ChangeRule.UnionCaseDiscriminatorsChanged,
                    after.Key,
                    after.Name,
                    current.Name,
                    Declaration.Of(old),
                    Declaration.Of(current));
            }
        }

        // Match takes one function per case, in order.
        if (!before.Cases.Select(item => types.Renamed(item.Type).CSharp).SequenceEqual(after.Cases.Select(item => item.Type.CSharp)))
            Add(ChangeRule.UnionMatchChanged, after.Key, after.Name, "Match", Declaration.Match(before), Declaration.Match(after));

        static string Text(Discriminator discriminator) => $"{discriminator.Property}={discriminator.Value}";
    }

    private void Add(ChangeRule rule, string key, string owner, string? member, string? before, string? after) =>
        _changes.Add(new ApiChange(rule, owner, member, before, after) { Key = key });
}
