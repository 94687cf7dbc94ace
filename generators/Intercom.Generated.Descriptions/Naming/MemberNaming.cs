namespace Intercom.Generated.Descriptions.Naming;

/// <summary>
/// Names the members of a type. Adding a member never renames another one, wherever the description adds it.
/// </summary>
/// <remarks>
/// <para>
/// A rule derives a plain name for each member. Among the keys with the same plain name, exactly one is canonical: the key that is the name
/// in snake_case or, for a union case, the type with that name. The ledger records every member except a canonical one that has its plain
/// name.
/// </para>
/// <para>
/// Recorded members are named first, then canonical ones. A canonical member can only lose its plain name to a recorded member. That cannot
/// happen, because the ledger knows the members of all versions and never records the name of a canonical member for another one.
/// </para>
/// </remarks>
internal sealed class MemberNaming(NameLedger ledger)
{
    /// <summary>Names the properties of a class.</summary>
    /// <param name="type">The name of the class.</param>
    /// <param name="properties">The name of each property in JSON, and whether it is a list.</param>
    public IReadOnlyList<string> Properties(string type, IEnumerable<(string WireName, bool IsList)> properties) =>
        Assign(LedgerSection.Properties, type, name => name == type || ReservedNames.IsProperty(name), [.. properties.Select(property =>
        {
            var plain = Plain(property.WireName);
            // A member cannot have the name of its class, so Tags.Tags becomes Tags.Items.
            return new Member(
                property.WireName, plain, Identifier.Snake(plain) == property.WireName, property.IsList ? "Items" : plain + "Value");
        })]);

    /// <summary>Names the properties of a class for optional query parameters.</summary>
    public IReadOnlyList<string> Options(string type, IEnumerable<string> parameters) =>
        Assign(LedgerSection.Options, type, name => name == type || ReservedNames.IsOption(name), [.. parameters.Select(wireName =>
        {
            var plain = Plain(wireName);
            return new Member(wireName, plain, Identifier.Snake(plain) == wireName, plain + "Value");
        })]);

    /// <summary>Names the cases of a union.</summary>
    /// <param name="type">The name of the union.</param>
    /// <param name="cases">The C# type of each case, the plain name, and the name to use if the plain one is taken.</param>
    public IReadOnlyList<string> Cases(string type, IEnumerable<(string CSharp, string Plain, string Other)> cases) =>
        Assign(
            LedgerSection.Cases,
            type,
            ReservedNames.IsCase,
            [.. cases.Select(item => new Member(item.CSharp, item.Plain, item.CSharp == item.Plain, item.Other))]);

    private static string Plain(string wireName) => Identifier.Pascal(wireName) is { Length: > 0 } name ? name : "Value";

    private string[] Assign(LedgerSection section, string type, Func<string, bool> isReserved, Member[] members)
    {
        var names = members.Select(member => ledger.Member(section, type, member.Key)).ToArray();
        for (var i = 0; i < members.Length; i++)
        {
            var member = members[i];
            if (names[i] is not null || !member.IsCanonical || isReserved(member.Plain) || ledger.HasMember(section, type, member.Plain))
                continue;
            names[i] = member.Plain;
            ledger.Keep(section, type, member.Plain);
        }

        for (var i = 0; i < members.Length; i++)
        {
            if (names[i] is not null)
                continue;
            var name = members[i].Plain;
            if (IsTaken(name))
                name = members[i].Other;
            while (IsTaken(name))
                name += "Value";
            names[i] = name;
            ledger.Add(section, type, members[i].Key, name);
        }

        return names!;

        bool IsTaken(string name) => isReserved(name) || ledger.HasMember(section, type, name) || ledger.IsKept(section, type, name);
    }

    private sealed record Member(string Key, string Plain, bool IsCanonical, string Other);
}
