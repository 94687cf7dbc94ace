using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class IntercomPage<T>
{
    /// <summary>Makes a page, for your own tests.</summary>
    /// <param name="items">The items.</param>
    /// <param name="continuation">Where the next page starts; null when this is the last one.</param>
    /// <param name="totalCount">How many items the whole list has; null when not known.</param>
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
    /// Where the next page starts: a text that another process can give to <see cref="IntercomPageable{T}.AsPages(string?, int?)"/>
    /// to go on. Null when this is the last page.
    /// </summary>
    public string? Continuation => field ??= Next?.ToString();

    /// <summary>The start of the next page; null if this is the last one, or if the page is not from Intercom.</summary>
    internal PageCursor? Next { get; }

    /// <summary>The number of pages of the whole list; null if the response does not report it.</summary>
    internal long? TotalPages { get; init; }

    /// <summary>How many items the whole list has; null when Intercom does not tell.</summary>
    public long? TotalCount { get; }

    /// <summary>The answer around the items, as JSON; null when the answer is only the list.</summary>
    public JObject? Envelope
    {
        get => field ??= EnvelopeJson is { } json ? (JObject)WireFormat.Parse(json) : null;
        init;
    }

    /// <summary>The answer around the items, as it came: few programs look at it.</summary>
    internal byte[]? EnvelopeJson { get; init; }

    /// <summary>The status and headers of the answer; null on pages that are not from Intercom.</summary>
    public IntercomResponse? Response { get; init; }
}
