namespace Intercom.Generated.Webhooks;

/// <summary>
/// Keeps notifications from the moment they are acknowledged until they are handled. <see cref="InMemoryNotificationOutbox"/> loses them if
/// the process ends. The outbox of the package Intercom.Generated.Sqlite does not.
/// </summary>
/// <remarks>
/// Implementations must be thread-safe. A notification can be handled more than once, for example if the process ends after its handler
/// and before <see cref="CompleteAsync"/>.
/// </remarks>
public interface INotificationOutbox
{
    /// <summary>Gets the number of notifications.</summary>
    OutboxStatus Status { get; }

    /// <summary>
    /// Adds a notification unless one with the same ID was added before. When the call completes, the notification is safe and can be
    /// acknowledged. Of several concurrent calls with one ID, only one adds it.
    /// </summary>
    /// <param name="notification">The notification. Without an ID, it is never a duplicate.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<OutboxResult> AddAsync(ReceivedNotification notification, CancellationToken cancellationToken = default);

    /// <summary>Waits for the next notification to handle. Only one caller gets it.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The notification, or null if the outbox is closed and this process has nothing left to handle.</returns>
    ValueTask<ReceivedNotification?> TakeAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes a notification that was handled. Its ID is remembered.</summary>
    /// <param name="notification">A notification from <see cref="TakeAsync"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask CompleteAsync(ReceivedNotification notification, CancellationToken cancellationToken = default);

    /// <summary>Schedules another attempt to handle a notification.</summary>
    /// <param name="notification">A notification from <see cref="TakeAsync"/>.</param>
    /// <param name="delay">The time until the next attempt.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask RetryAsync(ReceivedNotification notification, TimeSpan delay, CancellationToken cancellationToken = default);

    /// <summary>Gives up on a notification after its last attempt.</summary>
    /// <param name="notification">A notification from <see cref="TakeAsync"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask FailAsync(ReceivedNotification notification, CancellationToken cancellationToken = default);

    /// <summary>
    /// Closes the outbox when the process stops, so that it accepts no more notifications. An outbox that would lose its notifications
    /// hands out the remaining ones without further delay. Others keep them for the next start.
    /// </summary>
    void Close();
}
