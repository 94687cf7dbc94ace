namespace Intercom.Generated.Core.Tests.Resilience;

/// <summary>Responses that ask for an implausible delay.</summary>
public class DistantRetryTests
{
    private const string Century = "3155760000";
    private const string DistantDate = "Fri, 31 Dec 9999 23:59:59 GMT";

    [TestCase(Century)]
    [TestCase(DistantDate)]
    [TestCase("2000000000")]
    [TestCase("100000")]
    public async Task Ignores_a_delay_of_more_than_a_day(string retryAfter)
    {
        var count = 0;
        using var server = new StubServer(_ => ++count == 1 ? Refusal(retryAfter) : StubServer.Json("{}"));
        using var client = server.Connect(options =>
        {
            options.Timeout = Timeout.InfiniteTimeSpan;
            options.Retry.MaxRetries = 1;
            options.Retry.BaseDelay = TimeSpan.Zero;
        });
        await client.Things.GetAsync("1").WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(count, Is.EqualTo(2));
    }

    [TestCase(Century)]
    [TestCase(DistantDate)]
    [TestCase("2000000000")]
    public async Task Limiter_does_not_pause_for_more_than_a_day(string retryAfter)
    {
        var count = 0;
        using var limiter = new IntercomRateLimiter();
        using var server = new StubServer(_ => ++count == 1 ? Refusal(retryAfter) : StubServer.Json("{}"));
        using var client = server.Connect(options => options.RateLimiter = limiter);
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomRateLimitException>());
        await client.Things.GetAsync("1").WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static HttpResponseMessage Refusal(string retryAfter) => StubServer.Respond(429, "", "application/json", ("Retry-After", retryAfter));
}
