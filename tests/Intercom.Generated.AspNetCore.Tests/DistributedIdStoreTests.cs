using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.AspNetCore.Tests;

/// <summary>Remembers IDs in a distributed cache.</summary>
public sealed class DistributedIdStoreTests
{
    private readonly MemoryDistributedCache _cache = new(Options.Create(new MemoryDistributedCacheOptions()));

    [Test]
    public async Task Of_several_servers_only_one_adds_an_id()
    {
        var first = new DistributedNotificationIdStore(_cache);
        var second = new DistributedNotificationIdStore(_cache);

        Assert.That(await first.TryAddAsync("notif_1"), Is.True);
        Assert.That(await second.TryAddAsync("notif_1"), Is.False);
        await second.RemoveAsync("notif_1");
        Assert.That(await first.TryAddAsync("notif_1"), Is.True);
        Assert.That(await _cache.GetAsync("intercom:notification:notif_1"), Is.Not.Null);
    }

    [Test]
    public async Task Of_concurrent_calls_in_a_process_only_one_adds_an_id()
    {
        var store = new DistributedNotificationIdStore(_cache);
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await store.TryAddAsync("notif_1"))));

        Assert.That(results.Count(isAdded => isAdded), Is.EqualTo(1));
    }

    [Test]
    public void Rejects_a_lifetime_that_is_not_positive() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DistributedNotificationIdStore(_cache, lifetime: TimeSpan.Zero));

    [Test]
    public async Task Forgets_an_id_if_the_cache_fails_after_it_stored_the_id()
    {
        var cache = new LateFailure(_cache);
        var store = new DistributedNotificationIdStore(cache);
        await Assert.ThrowsAsync<TimeoutException>(async () => await store.TryAddAsync("notif_1"));

        Assert.That(await new DistributedNotificationIdStore(_cache).TryAddAsync("notif_1"), Is.True, "Otherwise the retry would be acknowledged as a duplicate.");
    }

    /// <summary>A cache that stores an entry, and whose response is late.</summary>
    private sealed class LateFailure(IDistributedCache inner) : IDistributedCache
    {
        public byte[]? Get(string key) => inner.Get(key);

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => inner.GetAsync(key, token);

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

        public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            await inner.SetAsync(key, value, options, token);
            throw new TimeoutException();
        }

        public void Refresh(string key) => inner.Refresh(key);

        public Task RefreshAsync(string key, CancellationToken token = default) => inner.RefreshAsync(key, token);

        public void Remove(string key) => inner.Remove(key);

        public Task RemoveAsync(string key, CancellationToken token = default) => inner.RemoveAsync(key, token);
    }
}
