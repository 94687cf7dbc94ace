using System.Globalization;

namespace Intercom.Generated.Runtime;

/// <summary>How long an answer asks the client to wait.</summary>
internal static class ServerDelay
{
    // A window of the rate limit is 10 seconds long; a reset that is further away is a clock that is wrong.
    private static readonly TimeSpan FurthestReset = TimeSpan.FromMinutes(1);

    // Nobody means a longer wait, and timers cannot be set to every one that can be written.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>The wait that the answer asks for, from Retry-After or else, for a 429, from X-RateLimit-Reset; null when it asks for none that can be meant.</summary>
    public static TimeSpan? Of(IntercomResponse response, DateTimeOffset now)
    {
        // Compared with the server's own clock where it tells its time, a clock that is off on this side does no harm.
        var serverNow = TimeOf(response) ?? now;
        if (response.Header("Retry-After")?.Trim() is { Length: > 0 } text)
        {
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= LongestWait.TotalSeconds)
                return TimeSpan.FromSeconds(seconds);
            if (Date(text) is { } at && at - serverNow <= LongestWait)
                return NotNegative(at - serverNow);
        }

        if ((int)response.StatusCode != 429 || response.RateLimit?.ResetsAt is not { } reset)
            return null;
        var wait = NotNegative(reset - serverNow);
        return wait <= FurthestReset ? wait : null;
    }

    /// <summary>When the answer was made, by the server's clock, in whole seconds; null when it does not tell.</summary>
    public static DateTimeOffset? TimeOf(IntercomResponse response) => Date(response.Header("Date"));

    private static TimeSpan NotNegative(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
