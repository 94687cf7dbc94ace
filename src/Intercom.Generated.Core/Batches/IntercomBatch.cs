namespace Intercom.Generated;

/// <summary>The items of one request and its result. Intercom reports no result for each item.</summary>
/// <typeparam name="TItem">The type of the items.</typeparam>
/// <typeparam name="TResult">The type of the result, such as the handle of a job.</typeparam>
public sealed class IntercomBatch<TItem, TResult>
{
    /// <summary>Creates a batch.</summary>
    /// <param name="items">The items of the request.</param>
    /// <param name="result">The result of the request.</param>
    public IntercomBatch(IReadOnlyList<TItem> items, TResult result)
    {
        Items = items ?? throw new ArgumentNullException(nameof(items));
        Result = result;
    }

    /// <summary>The items of the request, in the order in which they were sent.</summary>
    public IReadOnlyList<TItem> Items { get; }

    /// <summary>The result of the request.</summary>
    public TResult Result { get; }
}
