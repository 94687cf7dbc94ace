namespace Intercom.Generated.Webhooks;

/// <summary>
/// Remembers the IDs of notifications. Intercom can send a notification more than once, and anyone who captured one can replay it.
/// </summary>
/// <remarks>Implementations must be thread-safe.</remarks>
public interface INotificationIdStore
{
    /// <summary>Adds an ID unless the store has it. Of several concurrent calls with one ID, only one adds it.</summary>
    /// <param name="id">
    /// The <see cref="IntercomNotification.Id"/>. A ping has none: do not look for its duplicates.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>True if the ID is new. False if the notification is a duplicate.</returns>
    ValueTask<bool> TryAddAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes an ID, so that the notification counts as new when Intercom sends it again. Call it if you could not store or process the
    /// notification.
    /// </summary>
    /// <param name="id">The ID. It need not be in the store.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask RemoveAsync(string id, CancellationToken cancellationToken = default);
}
