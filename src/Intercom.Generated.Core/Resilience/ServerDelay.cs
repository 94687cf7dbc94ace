using System.Globalization;

namespace Intercom.Generated.Runtime;

/// <summary>The delay that a response asks for.</summary>
internal static class ServerDelay
{
    // A window of the rate limit is 10 seconds long; a reset that is further away comes from a wrong clock.
    private static readonly TimeSpan FurthestReset = TimeSpan.FromMinutes(1);

    // No server means a longer delay, and timers have a limit.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Gets the delay from Retry-After or, for a 429, from X-RateLimit-Reset; null if there is no plausible one.</summary>
    public static TimeSpan? Of(IntercomResponse response, DateTimeOffset now)
    {
        // Times are compared with the server's own clock if it reports one, so that a wrong clock on this side does no harm.
        var serverNow = TimeOf(response) ?? now;
        if (response.Header("Retry-After")?.Trim() is { Length: > 0 } text)
        {
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                && seconds >= 0
                && seconds <= LongestWait.TotalSeconds)
                return TimeSpan.FromSeconds(seconds);
            if (Date(text) is { } at && at - serverNow <= LongestWait)
                return NotNegative(at - serverNow);
        }

        if ((int)response.StatusCode != 429 || response.RateLimit?.ResetsAt is not { } reset)
            return null;
        var wait = NotNegative(reset - serverNow);
        return wait <= FurthestReset ? wait : null;
    }

    /// <summary>Gets the time of the response by the server's clock, in whole seconds; null if it is missing.</summary>
    public static DateTimeOffset? TimeOf(IntercomResponse response) => Date(response.Header("Date"));

    private static TimeSpan NotNegative(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
