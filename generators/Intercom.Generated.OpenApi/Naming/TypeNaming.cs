using System.Text.RegularExpressions;

namespace Intercom.Generated.OpenApi.Naming;

/// <summary>Names types and enum members by rule, for schemas that the ledger does not know yet.</summary>
public static class TypeNaming
{
    private static readonly Regex RequestAffixes = new("^(create|update)_(or_update_)?|_(request|response|list_item)$", RegexOptions.CultureInvariant);

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["="] = "Equal", ["!="] = "NotEqual", ["<"] = "LessThan", [">"] = "GreaterThan", ["<="] = "LessThanOrEqual",
        [">="] = "GreaterThanOrEqual", ["~"] = "Contains", ["!~"] = "DoesNotContain", ["^"] = "StartsWith", ["$"] = "EndsWith",
        ["IN"] = "In", ["NIN"] = "NotIn", ["AND"] = "And", ["OR"] = "Or",
    };

    /// <summary>The type of a component schema: <c>ticket_type</c> becomes <c>TicketType</c>.</summary>
    public static string Component(string key) => Identifier.Pascal(key);

    /// <summary>The type of an inline schema: its owner's name and its place there, in the singular for a list's items.</summary>
    public static string Inline(string ownerType, string property, bool isItem)
    {
        var place = Identifier.Pascal(isItem ? Identifier.Singular(property) : property);
        return ownerType.EndsWith(place, StringComparison.Ordinal) ? ownerType + "Item" : ownerType + place;
    }

    /// <summary>
    /// The type of an enum: the noun of its owner and its property, so that a request and an answer share it:
    /// <c>create_article_request.state</c> and <c>article_list_item.state</c> are both <c>ArticleState</c>.
    /// </summary>
    public static string Enum(string ownerKey, string ownerType, string property)
    {
        var owner = ownerKey.IndexOf('/') < 0 ? Identifier.Pascal(RequestAffixes.Replace(ownerKey, string.Empty)) : ownerType;
        var place = Identifier.Pascal(property);
        return owner.EndsWith(place, StringComparison.Ordinal) && owner != place ? owner + "Value" : owner + place;
    }

    /// <summary>The member name of an enum value.</summary>
    public static string Member(string value)
    {
        if (Symbols.TryGetValue(value, out var symbol))
            return symbol;
        var name = Identifier.Pascal(value.Replace('.', '_'));
        return name.Length == 0 ? "Empty" : name;
    }
}
