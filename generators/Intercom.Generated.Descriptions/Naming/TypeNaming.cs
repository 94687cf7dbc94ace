using System.Text.RegularExpressions;

namespace Intercom.Generated.Descriptions.Naming;

/// <summary>Derives the names of types and enum members for schemas that the ledger does not have yet.</summary>
public static class TypeNaming
{
    private static readonly Regex RequestAffixes = new(
        "^(create|update)_(or_update_)?|_(request|response|list_item)$", RegexOptions.CultureInvariant);

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["="] = "Equal", ["!="] = "NotEqual", ["<"] = "LessThan", [">"] = "GreaterThan", ["<="] = "LessThanOrEqual",
        [">="] = "GreaterThanOrEqual", ["~"] = "Contains", ["!~"] = "DoesNotContain", ["^"] = "StartsWith", ["$"] = "EndsWith",
        ["IN"] = "In", ["NIN"] = "NotIn", ["AND"] = "And", ["OR"] = "Or",
    };

    /// <summary>Returns the type name of a component schema: <c>ticket_type</c> becomes <c>TicketType</c>.</summary>
    public static string Component(string key) => Identifier.Pascal(key);

    /// <summary>
    /// Returns the type name of an inline schema: the owner and the property, which is in the singular for the items of a list.
    /// </summary>
    public static string Inline(string ownerType, string property, bool isItem)
    {
        var place = Identifier.Pascal(isItem ? Identifier.Singular(property) : property);
        return ownerType.EndsWith(place, StringComparison.Ordinal) ? ownerType + "Item" : ownerType + place;
    }

    /// <summary>
    /// Returns the type name of an enum: the noun of the owner and the property, so that requests and responses share the enum.
    /// <c>create_article_request.state</c> and <c>article_list_item.state</c> are both <c>ArticleState</c>.
    /// </summary>
    public static string Enum(string ownerKey, string ownerType, string property)
    {
        var owner = ownerKey.IndexOf('/') < 0 ? Identifier.Pascal(RequestAffixes.Replace(ownerKey, string.Empty)) : ownerType;
        var place = Identifier.Pascal(property);
        return owner.EndsWith(place, StringComparison.Ordinal) && owner != place ? owner + "Value" : owner + place;
    }

    /// <summary>Returns the member name of an enum value.</summary>
    public static string Member(string value)
    {
        if (Symbols.TryGetValue(value, out var symbol))
            return symbol;
        var name = Identifier.Pascal(value.Replace('.', '_'));
        return name.Length == 0 ? "Empty" : name;
    }
}
