namespace Intercom.Generated.Core.Tests;

public class RateLimitTests
{
    private static IEnumerable<TestCaseData> Headers()
    {
        yield return new TestCaseData("167", "166", "1704067200", new RateLimit(167, 166, DateTimeOffset.FromUnixTimeSeconds(1704067200)));
        yield return new TestCaseData("167", null, null, new RateLimit(167, null, null));
        yield return new TestCaseData(null, "0", null, new RateLimit(null, 0, null));
        yield return new TestCaseData(null, null, "0", new RateLimit(null, null, DateTimeOffset.UnixEpoch));
        yield return new TestCaseData("many", "-1", "soon", null);
        yield return new TestCaseData("167", "1.5", "1704067200.5", new RateLimit(167, null, null));
        yield return new TestCaseData("4294967297", "5", "99999999999999999", new RateLimit(null, 5, null));
        yield return new TestCaseData(null, null, null, null);
    }

    [TestCaseSource(nameof(Headers))]
    public async Task Reads_the_valid_headers(string? limit, string? remaining, string? reset, RateLimit? expected)
    {
        RateLimit? seen = null;
        using var server = new StubServer(_ => StubServer.Respond(
            200, "{}", "application/json",
            [.. new[] { ("X-RateLimit-Limit", limit), ("X-RateLimit-Remaining", remaining), ("x-ratelimit-reset", reset) }
                .Where(header => header.Item2 is not null).Select(header => (header.Item1, header.Item2!))]));
        using var client = server.Connect();
        await client.Things.GetAsync("1", new RequestOptions { OnResponse = response => seen = response.RateLimit });
        Assert.That(seen, Is.EqualTo(expected));
    }
}
