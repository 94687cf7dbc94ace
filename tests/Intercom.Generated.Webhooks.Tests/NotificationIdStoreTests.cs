namespace Intercom.Generated.Webhooks.Tests;

/// <summary>The memory of IDs.</summary>
public sealed class NotificationIdStoreTests
{
    [Test]
    public async Task Adds_an_ID_once()
    {
        var store = new InMemoryNotificationIdStore();
        Assert.That(await store.TryAddAsync("a"), Is.True);
        Assert.That(await store.TryAddAsync("a"), Is.False);
        Assert.That(await store.TryAddAsync("b"), Is.True);
        Assert.That(store.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task A_removed_ID_is_new_again()
    {
        var store = new InMemoryNotificationIdStore(capacity: 2);
        await store.TryAddAsync("a");
        await store.RemoveAsync("a");
        await store.RemoveAsync("never added");
        Assert.That(await store.TryAddAsync("a"), Is.True);
        // The first entry of a leaves, but a was added again since.
        Assert.That(await store.TryAddAsync("b"), Is.True);
        Assert.That(await store.TryAddAsync("a"), Is.False);
    }

    [Test]
    public async Task Forgets_an_ID_after_its_lifetime()
    {
        var time = new ManualTimeProvider();
        var store = new InMemoryNotificationIdStore(lifetime: TimeSpan.FromHours(2), timeProvider: time);
        await store.TryAddAsync("a");
        time.Advance(TimeSpan.FromHours(2) - TimeSpan.FromTicks(1));
        await store.TryAddAsync("b");
        Assert.That(await store.TryAddAsync("a"), Is.False);
        time.Advance(TimeSpan.FromTicks(1));
        Assert.That(store.Count, Is.EqualTo(1));
        Assert.That(await store.TryAddAsync("a"), Is.True);
        Assert.That(await store.TryAddAsync("b"), Is.False);
    }

    [Test]
    public async Task Remembers_an_ID_for_a_day_by_default()
    {
        var time = new ManualTimeProvider();
        var store = new InMemoryNotificationIdStore(timeProvider: time);
        await store.TryAddAsync("a");
        time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
        Assert.That(await store.TryAddAsync("a"), Is.False);
        time.Advance(TimeSpan.FromTicks(1));
        Assert.That(await store.TryAddAsync("a"), Is.True);
    }

    [Test]
    public async Task Forgets_the_oldest_ID_if_it_is_full()
    {
        var store = new InMemoryNotificationIdStore(capacity: 3);
        foreach (var id in new[] { "a", "b", "c", "d" })
            Assert.That(await store.TryAddAsync(id), Is.True);
        Assert.That(store.Count, Is.EqualTo(3));
        Assert.That(await store.TryAddAsync("b"), Is.False);
        Assert.That(await store.TryAddAsync("a"), Is.True);
    }

    [Test]
    public async Task Of_concurrent_calls_only_one_adds_an_ID()
    {
        var store = new InMemoryNotificationIdStore();
        var added = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), async (i, cancellation) =>
        {
            if (await store.TryAddAsync($"notif_{i % 500}", cancellation))
                Interlocked.Increment(ref added);
        });
        Assert.That((added, store.Count), Is.EqualTo((500, 500)));
    }

    [Test]
    public void Checks_its_arguments()
    {
        var store = new InMemoryNotificationIdStore();
        var canceled = new CancellationToken(canceled: true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => new InMemoryNotificationIdStore(capacity: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => new InMemoryNotificationIdStore(lifetime: TimeSpan.Zero), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => store.TryAddAsync(null!), Throws.ArgumentNullException);
            Assert.That(() => store.RemoveAsync(null!), Throws.ArgumentNullException);
            Assert.That(() => store.TryAddAsync("a", canceled), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(() => store.RemoveAsync("a", canceled), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(store.Count, Is.Zero);
        }
    }
}
