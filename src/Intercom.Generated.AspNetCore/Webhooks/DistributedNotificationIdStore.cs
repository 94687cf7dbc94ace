using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace Intercom.Generated.AspNetCore;

/// <summary>
/// Remembers the IDs of notifications in a distributed cache, such as Redis, that several servers share. Add it to the container as
/// <see cref="INotificationIdStore"/>.
/// </summary>
/// <remarks>
/// A distributed cache cannot add an entry only if it is missing. So if two servers receive a notification at the same time, both handle
/// it. Intercom retries after a minute, so this is rare. Concurrent calls in one process are recognized.
/// </remarks>
/// <param name="cache">The cache.</param>
/// <param name="keyPrefix">The start of the keys. The default is <c>intercom:notification:</c>.</param>
/// <param name="lifetime">The time for which an ID is remembered. Null means 24 hours.</param>
public sealed class DistributedNotificationIdStore(
    IDistributedCache cache, string keyPrefix = "intercom:notification:", TimeSpan? lifetime = null) : INotificationIdStore
{
    private static readonly byte[] Value = [1];

    private readonly IDistributedCache _cache = cache ?? throw new ArgumentNullException(nameof(cache));
    private readonly string _keyPrefix = keyPrefix ?? throw new ArgumentNullException(nameof(keyPrefix));
    private readonly ConcurrentDictionary<string, byte> _adding = new(StringComparer.Ordinal);

    private readonly DistributedCacheEntryOptions _entry = new()
    {
        AbsoluteExpirationRelativeToNow = lifetime is null || lifetime > TimeSpan.Zero
            ? lifetime ?? TimeSpan.FromDays(1)
            : throw new ArgumentOutOfRangeException(nameof(lifetime), lifetime, "The lifetime must be greater than zero."),
    };

    /// <inheritdoc/>
    public async ValueTask<bool> TryAddAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (!_adding.TryAdd(id, 0))
            return false;
        try
        {
            if (await _cache.GetAsync(_keyPrefix + id, cancellationToken).ConfigureAwait(false) is not null)
                return false;
            await SetAsync(_keyPrefix + id, cancellationToken).ConfigureAwait(false);
            return true;
        }
        finally
        {
            _adding.TryRemove(id, out _);
        }
    }

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        await _cache.RemoveAsync(_keyPrefix + id, cancellationToken).ConfigureAwait(false);
    }

    private async Task SetAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            await _cache.SetAsync(key, Value, _entry, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // The cache can have stored the entry nevertheless. Then the retry of the notification would look like a duplicate, and nobody
            // would handle it.
            await TryRemoveAsync(key).ConfigureAwait(false);
            throw;
        }
    }

    private async Task TryRemoveAsync(string key)
    {
        try
        {
            await _cache.RemoveAsync(key, CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The caller gets the first exception.
        catch (Exception)
        {
        }
#pragma warning restore CA1031
    }
}
