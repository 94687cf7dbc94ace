namespace Intercom.Generated.Webhooks;

/// <summary>The numbers of notifications in an outbox.</summary>
/// <param name="Pending">The notifications that are not handled yet, including those that are being handled.</param>
/// <param name="Failed">The notifications that failed all attempts.</param>
/// <param name="Capacity">The maximum of <paramref name="Pending"/>.</param>
public readonly record struct OutboxStatus(int Pending, int Failed, int Capacity);
