namespace Intercom.Generated.Testing.Paging;

/// <summary>How clients request the next page of a list.</summary>
internal enum PagingStyle
{
    /// <summary>The response contains the whole list.</summary>
    None,

    /// <summary><c>pages.next.starting_after</c>, sent back in the query or in the body's <c>pagination</c>.</summary>
    Cursor,

    /// <summary><c>page</c> and <c>per_page</c>. <c>pages.next</c> is a URL.</summary>
    PageNumber,

    /// <summary><c>scroll_param</c>, sent back until a page is empty.</summary>
    Scroll,

    /// <summary><c>next_cursor</c>, sent back as <c>cursor</c>.</summary>
    NextCursor,
}
