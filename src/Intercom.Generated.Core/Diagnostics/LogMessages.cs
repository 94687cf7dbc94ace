using Microsoft.Extensions.Logging;

namespace Intercom.Generated.Runtime;

/// <summary>The log messages of a client.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(
        1,
        LogLevel.Debug,
        "{Operation} ({Method} {Route}) responded with {Status} in {Elapsed:0} ms after {Retries} retries, request ID {RequestId}.")]
    public static partial void Succeeded(
        this ILogger log, string operation, string method, string route, int status, double elapsed, int retries, string? requestId);

    [LoggerMessage(
        EventId = 2,
        Message = "{Operation} ({Method} {Route}) failed with {ErrorType} ({ErrorCodes}) in {Elapsed:0} ms after {Retries} retries, "
            + "request ID {RequestId}.")]
    public static partial void Failed(
        this ILogger log,
        LogLevel level,
        string operation,
        string method,
        string route,
        string errorType,
        string? errorCodes,
        double elapsed,
        int retries,
        string? requestId);

    [LoggerMessage(
        3, LogLevel.Warning, "{Operation} failed with {ErrorType}; retry {Retry} follows in {Delay:0} ms, request ID {RequestId}.")]
    public static partial void Retrying(this ILogger log, string operation, string errorType, int retry, double delay, string? requestId);

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "{Operation} requested API version {RequestedVersion}, but the response has version {ResponseVersion}, request ID {RequestId}.")]
    public static partial void VersionMismatched(
        this ILogger log, string operation, string requestedVersion, string responseVersion, string? requestId);

    [LoggerMessage(5, LogLevel.Trace, "{Operation} responded with {Status} and the headers {Headers}.")]
    public static partial void ResponseReceived(this ILogger log, string operation, int status, string headers);
}
