using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Intercom.Generated.Runtime;

/// <summary>Sends any number of items in requests of a limited size.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RequestBatches
{
    /// <summary>Sends the items of a stream. The next item is requested after the batch before it was sent and enumerated.</summary>
    /// <param name="items">The items.</param>
    /// <param name="size">The highest number of items in a request.</param>
    /// <param name="send">Sends a request.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public static IAsyncEnumerable<IntercomBatch<TItem, TResult>> SendAsync<TItem, TResult>(
        IAsyncEnumerable<TItem> items,
        int size,
        Func<IList<TItem>, CancellationToken, Task<TResult>> send,
        CancellationToken cancellationToken) =>
        SendBatchesAsync(items ?? throw new ArgumentNullException(nameof(items)), size, send, cancellationToken);

    /// <summary>Sends the items of a list. The next item is requested after the batch before it was sent and enumerated.</summary>
    /// <param name="items">The items.</param>
    /// <param name="size">The highest number of items in a request.</param>
    /// <param name="send">Sends a request.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public static IAsyncEnumerable<IntercomBatch<TItem, TResult>> SendAsync<TItem, TResult>(
        IEnumerable<TItem> items,
        int size,
        Func<IList<TItem>, CancellationToken, Task<TResult>> send,
        CancellationToken cancellationToken) =>
        SendBatchesAsync(StreamOf(items ?? throw new ArgumentNullException(nameof(items))), size, send, cancellationToken);

    private static async IAsyncEnumerable<IntercomBatch<TItem, TResult>> SendBatchesAsync<TItem, TResult>(
        IAsyncEnumerable<TItem> items,
        int size,
        Func<IList<TItem>, CancellationToken, Task<TResult>> send,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<TItem>(size);
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            batch.Add(item);
            if (batch.Count < size)
                continue;
            yield return await SendBatchAsync(batch).ConfigureAwait(false);
            batch = new List<TItem>(size);
        }

        if (batch.Count > 0)
            yield return await SendBatchAsync(batch).ConfigureAwait(false);

        async Task<IntercomBatch<TItem, TResult>> SendBatchAsync(List<TItem> sent)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new IntercomBatch<TItem, TResult>(sent, await send(sent, cancellationToken).ConfigureAwait(false));
        }
    }

    private static async IAsyncEnumerable<T> StreamOf<T>(IEnumerable<T> items)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in items)
            yield return item;
    }
}
