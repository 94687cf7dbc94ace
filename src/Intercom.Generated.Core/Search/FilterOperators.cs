namespace Intercom.Generated;

/// <summary>The operators of a filter as they are sent, and which of them the kinds of fields take.</summary>
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
        EqualTo, NotEqualTo, In, NotIn, GreaterThan, LessThan, GreaterThanOrEqualTo, LessThanOrEqualTo, Contains, DoesNotContain, StartsWith, EndsWith,
    ];

    public static IReadOnlyList<string> OfText { get; } = [EqualTo, NotEqualTo, In, NotIn, Contains, DoesNotContain, StartsWith, EndsWith];

    public static IReadOnlyList<string> OfValues { get; } = [EqualTo, NotEqualTo, In, NotIn];

    public static IReadOnlyList<string> OfOrderedValues { get; } = [EqualTo, NotEqualTo, In, NotIn, GreaterThan, LessThan, GreaterThanOrEqualTo, LessThanOrEqualTo];

    public static IReadOnlyList<string> OfOrderedValuesWithoutBounds { get; } = [EqualTo, NotEqualTo, In, NotIn, GreaterThan, LessThan];

    public static IReadOnlyList<string> OfTimesWithoutLists { get; } = [EqualTo, NotEqualTo, GreaterThan, LessThan];

    public static IReadOnlyList<string> OfDates { get; } = [EqualTo, GreaterThan, LessThan];

    public static IReadOnlyList<string> OfTags { get; } = [EqualTo, NotEqualTo];

    public static bool TakesList(string name) => name is In or NotIn;

    public static bool IsOfText(string name) => name is Contains or DoesNotContain or StartsWith or EndsWith;

    public static bool IsOfOrder(string name) => name is GreaterThan or LessThan or GreaterThanOrEqualTo or LessThanOrEqualTo;
}
