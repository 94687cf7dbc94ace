using Microsoft.Extensions.Logging;

namespace Intercom.Generated.AspNetCore;

/// <summary>The log messages of an endpoint. They contain no bodies, names, or addresses.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(20, LogLevel.Warning, "A request was rejected ({Outcome}): {Reason}")]
    public static partial void Rejected(this ILogger log, string outcome, string reason);

    [LoggerMessage(21, LogLevel.Error, "A notification could not be stored. It was not acknowledged, so Intercom will retry it.")]
    public static partial void NotStored(this ILogger log, Exception exception);

    [LoggerMessage(22, LogLevel.Debug, "Notification {Id} ({Topic}) was handled in {Elapsed:0} ms.")]
    public static partial void Handled(this ILogger log, string? id, string topic, double elapsed);

    [LoggerMessage(23, LogLevel.Warning, "A handler of notification {Id} ({Topic}) failed. Attempt {Attempt} follows in {Delay}.")]
    public static partial void Retrying(this ILogger log, Exception exception, string? id, string topic, int attempt, TimeSpan delay);

    [LoggerMessage(24, LogLevel.Error, "Notification {Id} ({Topic}) failed after {Attempts} attempts, and will not be retried.")]
    public static partial void GaveUp(this ILogger log, Exception exception, string? id, string topic, int attempts);

    [LoggerMessage(25, LogLevel.Error, "The outbox failed. The next attempt follows in {Delay}.")]
    public static partial void OutboxFailed(this ILogger log, Exception exception, TimeSpan delay);

    [LoggerMessage(26, LogLevel.Error, "The application stopped before {Count} acknowledged notifications were handled.")]
    public static partial void Unhandled(this ILogger log, int count);
}
