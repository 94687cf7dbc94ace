using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests.Batches;

/// <summary>Any number of items is sent in requests of a limited size.</summary>
public sealed class RequestBatchesTests
{
    private readonly List<List<int>> _sent = [];

    [TestCase(0, ExpectedResult = "")]
    [TestCase(1, ExpectedResult = "1")]
    [TestCase(3, ExpectedResult = "3")]
    [TestCase(4, ExpectedResult = "3 1")]
    [TestCase(9, ExpectedResult = "3 3 3")]
    public async Task<string> Sends_full_requests_and_the_rest(int count)
    {
        var batches = await AllAsync(RequestBatches.SendAsync(Enumerable.Range(0, count), 3, SendAsync, default));
        Assert.That(batches.SelectMany(batch => batch.Items), Is.EqualTo(Enumerable.Range(0, count)));
        Assert.That(batches.Select(batch => batch.Result), Is.EqualTo(Enumerable.Range(1, batches.Count)));
        return string.Join(' ', _sent.Select(batch => batch.Count));
    }

    [Test]
    public async Task Reads_a_stream_only_as_far_as_its_batches_are_enumerated()
    {
        var read = 0;
        await using var batches = RequestBatches.SendAsync(Stream(), 3, SendAsync, default).GetAsyncEnumerator();
        Assert.That(read, Is.Zero);
        await batches.MoveNextAsync();
        Assert.That((read, _sent.Count), Is.EqualTo((3, 1)));
        await batches.MoveNextAsync();
        Assert.That((read, _sent.Count), Is.EqualTo((6, 2)));

        async IAsyncEnumerable<int> Stream()
        {
            await Task.Yield();
            while (true)
                yield return ++read;
        }
    }

    [Test]
    public async Task Later_batches_leave_the_items_of_earlier_ones_unchanged()
    {
        var batches = await AllAsync(RequestBatches.SendAsync(Enumerable.Range(0, 4), 2, SendAsync, default));
        Assert.That(batches[0].Items, Is.EqualTo(new[] { 0, 1 }));
        Assert.That(batches[1].Items, Is.EqualTo(new[] { 2, 3 }));
    }

    [Test]
    public async Task Failure_ends_the_enumeration_after_the_accepted_batches()
    {
        var accepted = new List<int>();
        var enumerate = async () =>
        {
            await foreach (var batch in RequestBatches.SendAsync(Enumerable.Range(0, 9), 3, FailsSecondAsync, default))
                accepted.AddRange(batch.Items);
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() => enumerate());
        Assert.That(accepted, Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(_sent, Has.Count.EqualTo(2));

        async Task<int> FailsSecondAsync(IList<int> batch, CancellationToken cancellationToken) =>
            await SendAsync(batch, cancellationToken) == 2 ? throw new InvalidOperationException("second") : 1;
    }

    [Test]
    public async Task Either_token_ends_the_enumeration([Values] bool ofTheCall)
    {
        using var cancellation = new CancellationTokenSource();
        var batches = RequestBatches.SendAsync(Enumerable.Range(0, 9), 3, SendAsync, ofTheCall ? cancellation.Token : default);
        var enumerate = async () =>
        {
            await foreach (var batch in batches.WithCancellation(ofTheCall ? default : cancellation.Token))
                cancellation.Cancel();
        };
        await Assert.ThrowsAsync<OperationCanceledException>(() => enumerate());
        Assert.That(_sent, Has.Count.EqualTo(1));
    }

    [Test]
    public void Missing_items_are_reported_at_once()
    {
        Assert.That(() => RequestBatches.SendAsync((IEnumerable<int>)null!, 3, SendAsync, default), Throws.ArgumentNullException);
        Assert.That(() => RequestBatches.SendAsync((IAsyncEnumerable<int>)null!, 3, SendAsync, default), Throws.ArgumentNullException);
    }

    private Task<int> SendAsync(IList<int> batch, CancellationToken cancellationToken)
    {
        _sent.Add([.. batch]);
        return Task.FromResult(_sent.Count);
    }

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
            all.Add(item);
        return all;
    }
}
