namespace NightlySync;

/// <summary>The state between runs.</summary>
/// <param name="Since">The start of the last complete run, or null before it.</param>
/// <param name="Started">The start of the current run, which can take several attempts.</param>
/// <param name="Continuation">The position of the next page, or null if the last run is complete.</param>
internal sealed record SyncState(DateTimeOffset? Since, DateTimeOffset? Started, string? Continuation);
