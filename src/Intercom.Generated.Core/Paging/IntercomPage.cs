using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class IntercomPage<T>
{
    /// <summary>Creates a page for use in tests.</summary>
    /// <param name="items">The items.</param>
    /// <param name="continuation">The position of the next page, or null for the last page.</param>
    /// <param name="totalCount">The number of items in the whole list, or null if unknown.</param>
    public IntercomPage(IReadOnlyList<T> items, string? continuation = null, long? totalCount = null)
    {
        Items = items ?? throw new ArgumentNullException(nameof(items));
        Continuation = continuation;
        TotalCount = totalCount;
    }

    internal IntercomPage(IReadOnlyList<T> items, PageCursor? next, long? totalCount)
    {
        Items = items;
        Next = next;
        TotalCount = totalCount;
    }

    /// <summary>The items.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>
    /// The position of the next page. Pass it to <see cref="IntercomPageable{T}.AsPages(string?, int?)"/> to resume, even in another
    /// process. Null for the last page.
    /// </summary>
    public string? Continuation => field ??= Next?.ToString();

    /// <summary>The cursor of the next page. Null for the last page, or if the page is not from Intercom.</summary>
    internal PageCursor? Next { get; }

    /// <summary>The number of pages in the whole list, or null if the response does not report it.</summary>
    internal long? TotalPages { get; init; }

    /// <summary>The number of items in the whole list, or null if the response does not report it.</summary>
    public long? TotalCount { get; }

    /// <summary>The JSON of the response without the items. Null if the response is only the list.</summary>
    public JObject? Envelope
    {
        get => field ??= EnvelopeJson is { } json ? (JObject)WireFormat.Parse(json) : null;
        init;
    }

    /// <summary>The bytes of <see cref="Envelope"/>, which is parsed only if it is read.</summary>
    internal byte[]? EnvelopeJson { get; init; }

    /// <summary>The status and headers of the response. Null if the page is not from Intercom.</summary>
    public IntercomResponse? Response { get; init; }
}
