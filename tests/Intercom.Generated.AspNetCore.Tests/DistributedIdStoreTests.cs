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
}
