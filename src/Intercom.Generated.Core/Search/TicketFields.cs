namespace Intercom.Generated;

/// <summary>The fields by which tickets can be searched.</summary>
/// <remarks>
/// For tickets, Intercom documents <c>&gt;</c> and <c>&lt;</c> as including the value itself. For other fields, <see cref="SearchField"/> makes one from its name.
/// </remarks>
public static class TicketFields
{
    /// <summary>The ticket's id.</summary>
    public static IdentifierSearchField Id { get; } = new("id");

    /// <summary>When the ticket was created. Takes <c>&gt;=</c> and <c>&lt;=</c> too.</summary>
    public static TimeSearchField CreatedAt { get; } = new("created_at", FilterOperators.OfOrderedValues);

    /// <summary>When the ticket was last changed.</summary>
    public static TimeSearchField UpdatedAt { get; } = new("updated_at", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>The title.</summary>
    public static TextSearchField Title { get; } = new("title");

    /// <summary>The description.</summary>
    public static TextSearchField Description { get; } = new("description");

    /// <summary>The category, by the term for searches: <c>request</c> for customer tickets, <c>task</c> for back-office tickets, <c>tracker</c> for tracker tickets.</summary>
    public static TextSearchField Category { get; } = new("category");

    /// <summary>The id of the type of the ticket.</summary>
    public static IdentifierSearchField TicketTypeId { get; } = new("ticket_type_id");

    /// <summary>The ids of its contacts.</summary>
    public static IdentifierListSearchField ContactIds { get; } = new("contact_ids");

    /// <summary>The ids of the teammates who take part.</summary>
    public static IdentifierListSearchField TeammateIds { get; } = new("teammate_ids");

    /// <summary>The id of the admin to whom it is assigned.</summary>
    /// <remarks>Text in 2.11 to 2.14. Preview documents an integer: <c>SearchField.Identifier("admin_assignee_id", isNumeric: true)</c>.</remarks>
    public static IdentifierSearchField AdminAssigneeId { get; } = new("admin_assignee_id");

    /// <summary>The id of the team to which it is assigned.</summary>
    /// <remarks>Text in 2.11 to 2.14. Preview documents an integer: <c>SearchField.Identifier("team_assignee_id", isNumeric: true)</c>.</remarks>
    public static IdentifierSearchField TeamAssigneeId { get; } = new("team_assignee_id");

    /// <summary>Whether it is open.</summary>
    public static BooleanSearchField Open { get; } = new("open");

    /// <summary>The state.</summary>
    public static TextSearchField State { get; } = new("state");

    /// <summary>When the snooze ends.</summary>
    public static TimeSearchField SnoozedUntil { get; } = new("snoozed_until", FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>An attribute of a ticket type that holds text.</summary>
    /// <param name="id">The attribute's id.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static TextSearchField Attribute(string id) => new(PathOf(id));

    /// <summary>An attribute of a ticket type that holds a number.</summary>
    /// <param name="id">The attribute's id.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static NumberSearchField NumberAttribute(string id) => new(PathOf(id), FilterOperators.OfOrderedValuesWithoutBounds);

    /// <summary>An attribute of a ticket type that is true or false.</summary>
    /// <param name="id">The attribute's id.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static BooleanSearchField BooleanAttribute(string id) => new(PathOf(id));

    /// <summary>An attribute of a ticket type that holds a point in time.</summary>
    /// <param name="id">The attribute's id.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static TimeSearchField TimeAttribute(string id) => new(PathOf(id), FilterOperators.OfOrderedValuesWithoutBounds);

    private static string PathOf(string id) =>
        string.IsNullOrWhiteSpace(id) ? throw new ArgumentException("The id of an attribute cannot be empty.", nameof(id)) : "ticket_attribute." + id;
}
