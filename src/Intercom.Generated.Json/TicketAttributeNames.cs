namespace Intercom.Generated;

/// <summary>
/// The names of the ticket attributes that every ticket type has. Other attributes have the names that the workspace gave them.
/// </summary>
public static class TicketAttributeNames
{
    /// <summary>The title of the ticket.</summary>
    public const string Title = "_default_title_";

    /// <summary>The description of the ticket.</summary>
    public const string Description = "_default_description_";
}
