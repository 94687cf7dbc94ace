namespace Intercom.Generated;

/// <summary>The fields by which companies can be searched, which Preview alone can.</summary>
/// <remarks>
/// Companies without users are not found. The plan of a company cannot be searched. For other fields, <see cref="SearchField"/> makes one from its name.
/// </remarks>
public static class CompanyFields
{
    /// <summary>The id that your own system gave.</summary>
    public static TextSearchField CompanyId { get; } = new("company_id");

    /// <summary>The name.</summary>
    public static TextSearchField Name { get; } = new("name");

    /// <summary>When Intercom first knew of the company.</summary>
    public static TimeSearchField CreatedAt { get; } = new("created_at", FilterOperators.OfTimesWithoutLists);

    /// <summary>When the company was last changed.</summary>
    public static TimeSearchField UpdatedAt { get; } = new("updated_at", FilterOperators.OfTimesWithoutLists);

    /// <summary>When your own system created the company.</summary>
    public static TimeSearchField RemoteCreatedAt { get; } = new("remote_created_at", FilterOperators.OfTimesWithoutLists);

    /// <summary>When a user of the company was last active.</summary>
    public static TimeSearchField LastRequestAt { get; } = new("last_request_at", FilterOperators.OfTimesWithoutLists);

    /// <summary>What the company pays each month.</summary>
    public static NumberSearchField MonthlySpend { get; } = new("monthly_spend", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>How many sessions its users had.</summary>
    public static NumberSearchField SessionCount { get; } = new("session_count", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>How many users it has.</summary>
    public static NumberSearchField UserCount { get; } = new("user_count", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>The id of a tag of the company.</summary>
    public static TagSearchField TagId { get; } = new("tag_id");

    /// <summary>A custom attribute of companies that holds text.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static TextSearchField CustomAttribute(string name) => new(PathOf(name));

    /// <summary>A custom attribute of companies that holds a number.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static NumberSearchField CustomNumberAttribute(string name) => new(PathOf(name), FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>A custom attribute of companies that is true or false.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static BooleanSearchField CustomBooleanAttribute(string name) => new(PathOf(name));

    /// <summary>A custom attribute of companies that holds a date.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static DateSearchField CustomDateAttribute(string name) => new(PathOf(name));

    private static string PathOf(string name) =>
        string.IsNullOrWhiteSpace(name) ? throw new ArgumentException("The name of an attribute cannot be empty.", nameof(name)) : "custom_attributes." + name;
}
