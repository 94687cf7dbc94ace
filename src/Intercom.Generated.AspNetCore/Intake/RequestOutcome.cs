namespace Intercom.Generated.AspNetCore;

/// <summary>What became of a request: its response, and its tag in metrics.</summary>
internal sealed record RequestOutcome(string Tag, int StatusCode)
{
    public static RequestOutcome Accepted { get; } = new("accepted", 200);

    public static RequestOutcome Duplicate { get; } = new("duplicate", 200);

    public static RequestOutcome Invalid { get; } = new("invalid", 400);

    public static RequestOutcome Expired { get; } = new("expired", 400);

    public static RequestOutcome Unsigned { get; } = new("unsigned", 401);

    public static RequestOutcome WrongSignature { get; } = new("wrong_signature", 401);

    public static RequestOutcome TooSlow { get; } = new("too_slow", 408);

    public static RequestOutcome TooLarge { get; } = new("too_large", 413);

    public static RequestOutcome Failed { get; } = new("failed", 500);

    public static RequestOutcome Unavailable { get; } = new("unavailable", 503);
}
