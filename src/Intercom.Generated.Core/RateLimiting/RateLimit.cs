using System.Globalization;
using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>The state of Intercom's rate limit, from the X-RateLimit headers.</summary>
/// <param name="Limit">How many requests the current window of 10 seconds allows; null when not told.</param>
/// <param name="Remaining">How many of them are left; null when not told.</param>
/// <param name="ResetsAt">When the window ends; null when not told.</param>
public sealed record RateLimit(int? Limit, int? Remaining, DateTimeOffset? ResetsAt)
{
    internal static RateLimit? Read(HttpResponseMessage message)
    {
        var limit = (int?)Number(message.OwnHeader("X-RateLimit-Limit"), int.MaxValue);
        var remaining = (int?)Number(message.OwnHeader("X-RateLimit-Remaining"), int.MaxValue);
        var reset = Number(message.OwnHeader("X-RateLimit-Reset"), int.MaxValue * 100L);
        return limit is null && remaining is null && reset is null
            ? null
            : new RateLimit(limit, remaining, reset is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null);
    }

    private static long? Number(string? text, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
}
