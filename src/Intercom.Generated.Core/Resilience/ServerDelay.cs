using System.Globalization;

namespace Intercom.Generated.Runtime;

/// <summary>The delay that a response asks for.</summary>
internal static class ServerDelay
{
    // A rate limit window lasts 10 seconds. A reset in the distant future comes from a wrong clock.
    private static readonly TimeSpan FurthestReset = TimeSpan.FromMinutes(1);

    // A longer delay is not plausible, and timers have a limit.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Gets the delay from Retry-After or, for a 429, from X-RateLimit-Reset. Null if there is no plausible delay.</summary>
    public static TimeSpan? Of(IntercomResponse response, DateTimeOffset now)
    {
        // Compare with the server's clock if it reports one, so that a wrong local clock does not matter.
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

    /// <summary>Gets the time of the response from the server's clock, in whole seconds, or null if it is missing.</summary>
    public static DateTimeOffset? TimeOf(IntercomResponse response) => Date(response.Header("Date"));

    private static TimeSpan NotNegative(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
