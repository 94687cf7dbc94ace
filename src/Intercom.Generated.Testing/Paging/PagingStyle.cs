namespace Intercom.Generated.Testing.Paging;

/// <summary>How a list is read on.</summary>
internal enum PagingStyle
{
    /// <summary>Everything comes at once.</summary>
    None,

    /// <summary><c>pages.next.starting_after</c>, sent back in the query or in the body's <c>pagination</c>.</summary>
    Cursor,

    /// <summary><c>page</c> and <c>per_page</c>; <c>pages.next</c> is an address.</summary>
    PageNumber,

    /// <summary><c>scroll_param</c>, until a page is empty.</summary>
    Scroll,

    /// <summary><c>next_cursor</c>, sent back as <c>cursor</c>.</summary>
    NextCursor,
}
