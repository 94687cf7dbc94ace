using System.Globalization;
using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>The state of Intercom's rate limit, from the X-RateLimit headers. A property is null if its header is missing.</summary>
/// <param name="Limit">The number of requests that the current window of 10 seconds allows.</param>
/// <param name="Remaining">The number of requests left in the window.</param>
/// <param name="ResetsAt">The end of the window.</param>
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
