namespace Intercom.Generated;

/// <summary>The operators of a filter as they are sent, and the sets that the kinds of fields take.</summary>
internal static class FilterOperators
{
    public const string EqualTo = "=";
    public const string NotEqualTo = "!=";
    public const string In = "IN";
    public const string NotIn = "NIN";
    public const string GreaterThan = ">";
    public const string LessThan = "<";
    public const string GreaterThanOrEqualTo = ">=";
    public const string LessThanOrEqualTo = "<=";
    public const string Contains = "~";
    public const string DoesNotContain = "!~";
    public const string StartsWith = "^";
    public const string EndsWith = "$";

    public static IReadOnlyList<string> All { get; } =
    [
        EqualTo, NotEqualTo, In, NotIn, GreaterThan, LessThan, GreaterThanOrEqualTo, LessThanOrEqualTo,
        Contains, DoesNotContain, StartsWith, EndsWith,
    ];

    public static IReadOnlyList<string> Equality { get; } = [EqualTo, NotEqualTo];

    public static IReadOnlyList<string> EqualityAndLists { get; } = [EqualTo, NotEqualTo, In, NotIn];

    public static IReadOnlyList<string> Text { get; } = [EqualTo, NotEqualTo, In, NotIn, Contains, DoesNotContain, StartsWith, EndsWith];

    public static IReadOnlyList<string> Days { get; } = [EqualTo, GreaterThan, LessThan];

    public static IReadOnlyList<string> Order { get; } = [EqualTo, NotEqualTo, GreaterThan, LessThan];

    public static IReadOnlyList<string> OrderWithBounds { get; } =
        [EqualTo, NotEqualTo, GreaterThan, LessThan, GreaterThanOrEqualTo, LessThanOrEqualTo];

    public static IReadOnlyList<string> OrderWithLists { get; } = [EqualTo, NotEqualTo, In, NotIn, GreaterThan, LessThan];

    public static IReadOnlyList<string> OrderWithListsAndBounds { get; } =
        [EqualTo, NotEqualTo, In, NotIn, GreaterThan, LessThan, GreaterThanOrEqualTo, LessThanOrEqualTo];

    public static bool TakesList(string name) => name is In or NotIn;

    public static bool IsOfText(string name) => name is Contains or DoesNotContain or StartsWith or EndsWith;

    public static bool IsOfOrder(string name) => name is GreaterThan or LessThan or GreaterThanOrEqualTo or LessThanOrEqualTo;
}
