namespace Intercom.Generated.Descriptions.Search;

/// <summary>The runtime's field types, each with the operators that it offers.</summary>
internal static class SearchFieldTypes
{
    private static readonly string[] Equality = ["=", "!="];
    private static readonly string[] Lists = ["IN", "NIN"];
    private static readonly string[] Order = [">", "<"];
    private static readonly string[] Bounds = [">=", "<="];
    private static readonly string[] Parts = ["~", "!~", "^", "$"];

    private static readonly FieldType[] All =
    [
        new("TextSearchField", SearchFieldKind.Text, [.. Equality, .. Lists, .. Parts]),
        new("BooleanSearchField", SearchFieldKind.Boolean, [.. Equality, .. Lists]),
        new("NumberSearchField", SearchFieldKind.Number, [.. Equality, .. Lists, .. Order]),
        new("NumberSearchFieldWithBounds", SearchFieldKind.Number, [.. Equality, .. Lists, .. Order, .. Bounds]),
        new("TimeSearchField", SearchFieldKind.Time, [.. Equality, .. Order]),
        new("TimeSearchFieldWithBounds", SearchFieldKind.Time, [.. Equality, .. Order, .. Bounds]),
        new("TimeSearchFieldWithLists", SearchFieldKind.Time, [.. Equality, .. Lists, .. Order]),
        new("TimeSearchFieldWithListsAndBounds", SearchFieldKind.Time, [.. Equality, .. Lists, .. Order, .. Bounds]),
        new("DateSearchField", SearchFieldKind.Date, ["=", .. Order]),
        new("IdentifierSearchField", SearchFieldKind.Identifier, [.. Equality, .. Lists]),
        new("IdentifierSearchField", SearchFieldKind.IntegerIdentifier, [.. Equality, .. Lists]),
        new(WithoutLists, SearchFieldKind.Identifier, Equality),
        new(WithoutLists, SearchFieldKind.IntegerIdentifier, Equality),
        new("IdentifierListSearchField", SearchFieldKind.IdentifierList, [.. Equality, .. Lists]),
    ];

    /// <summary>The one type whose fields can be excluded from sorting.</summary>
    public const string WithoutLists = "IdentifierSearchFieldWithoutLists";

    /// <summary>Every operator, in the order in which messages list them.</summary>
    public static IReadOnlyList<string> Operators { get; } = [.. Equality, .. Lists, .. Order, .. Bounds, .. Parts];

    /// <summary>The type of a kind that offers exactly these operators, or null.</summary>
    public static string? Find(SearchFieldKind kind, IReadOnlyCollection<string> operators) =>
        Array.Find(All, type => type.Kind == kind && type.Operators.Count == operators.Count && type.Operators.All(operators.Contains))
            ?.Name;

    /// <summary>The sets of operators for which a kind has a type, as part of a message.</summary>
    public static string Choices(SearchFieldKind kind) =>
        string.Join(" or ", All.Where(type => type.Kind == kind).Select(type => $"[{string.Join(" ", type.Operators)}]"));

    private sealed record FieldType(string Name, SearchFieldKind Kind, IReadOnlyList<string> Operators);
}
