using System.IO.Compression;
using System.Text;

namespace Intercom.Generated.Faults.Tests;

/// <summary>All faults, in the order of the documentation.</summary>
internal static class FaultTable
{
    /// <summary>The maximum number of retries in the table.</summary>
    public const int MaxRetries = 2;

    private const string Result = "result";
    private const string Retried = "result, 2 attempts";
    private const string Broken = "IntercomConnectionException";
    private const string TimedOut = "IntercomTimeoutException";
    private const string NotJson = "IntercomResponseException: NotJson";
    private const string WrongShape = "IntercomResponseException: WrongShape";
    private const string Undecodable = "IntercomResponseException: Undecodable";
    private const string TooLarge = "IntercomResponseException: TooLarge";
    private const string NotFound = "IntercomNotFoundException: 404";
    private const string AsSent = "the bytes as sent";

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(5);

    public static IReadOnlyList<Fault> All { get; } =
    [
        .. Connections(), .. Stalls(), .. Encodings(), .. Bodies(), .. Protocol(), .. Statuses(), .. Redirects(), .. ErrorBodies(), .. Lists(), .. Streams(), .. Programs(),
    ];

    public static IReadOnlyList<Column> Columns { get; } =
    [
        new("GET, PUT, search", fault => fault.Safe, [Call.Get, Call.Put, Call.Search]),
        new("POST", fault => fault.Post, [Call.Post]),
        new("download", fault => fault.Download, [Call.Download]),
        new("list", fault => fault.List, [Call.List]),
        new("event stream", fault => fault.Events, [Call.Events]),
    ];

    private static IEnumerable<Fault> Connections()
    {
        yield return Once("reset at once", "resets the connection as soon as it is made", x => x.AnswerAsync(), Retried, Broken, Retried) with { Times = 0, ResetsConnections = 1 };
        yield return Once("reset before the headers", "resets the connection when the request arrives", Do(x => x.Reset()), Retried, Broken, Retried);
        yield return Once("closed before the headers", "closes the connection when the request arrives", Do(x => x.Close()), Retried, Broken, Retried);
        yield return Once("reset in the headers", "sends half of the headers, then resets", Then("HTTP/1.1 200 OK\r\nContent-Ty", x => x.Reset()), Retried, Broken, Retried);
        yield return Once("closed in the headers", "sends half of the headers, then closes", Then("HTTP/1.1 200 OK\r\nContent-Ty", x => x.Close()), Retried, Broken, Retried);
        yield return Once("reset in the body", "sends half of the body, then resets", Half(x => x.Reset()), Retried, Broken, Broken);
        yield return Once("Content-Length too long", "declares more than it sends, then closes", Half(x => x.Close()), Retried, Broken, Broken);
        yield return Once("chunks cut off", "closes in the middle of a chunk", Chunked("ff\r\n{\"id\":", x => x.Close()), Retried, Broken, Broken);
        yield return Once("no last chunk", "closes after a whole chunk, before the last one", Chunked("2\r\n{}\r\n", x => x.Close()), Retried, Broken, Broken);
        yield return Once("bad chunk size", "sends a chunk whose size is not a number", Chunked("zz\r\n{}\r\n0\r\n\r\n", _ => { }), Retried, Broken, Broken);
        yield return Always("always reset", "resets every connection when the request arrives", Do(x => x.Reset()), $"{Broken}, 3 attempts", Broken, $"{Broken}, 3 attempts");
        yield return Always(
            "connection always closed", "closes every connection when the request arrives", Do(x => x.Close()), $"{Broken}, 3 attempts", Broken, $"{Broken}, 3 attempts")
            with { List = $"{Broken}, 3 attempts", Events = $"{Broken}, 3 attempts" };
        yield return Once("Content-Length too short", "declares less than it sends", x => x.SendAsync((byte[])[.. Bytes(Exchange.Head(200, "Content-Length: 10")), .. x.Good]), NotJson, NotJson, AsSent);
    }

    private static IEnumerable<Fault> Stalls()
    {
        yield return Slow("stall before the headers", "sends nothing", x => x.StallAsync(), Retried, TimedOut, Retried);
        yield return Slow("endless headers", "sends the headers byte by byte, without end", x => x.DripAsync(Bytes("HTTP/1.1 200 OK\r\nX-More: aaaa"), TimeSpan.FromMilliseconds(50), endless: true), Retried, TimedOut, Retried);
        yield return Slow("endless 103", "sends 103 Early Hints again and again", EarlyHintsAsync, Retried, TimedOut, Retried);
        yield return Slow("stall in the body", "sends half of the body, then nothing", HalfAsync(x => x.StallAsync()), Retried, TimedOut, TimedOut);
        yield return Always("slow headers", "sends the headers byte by byte, in time", SlowHeadersAsync, Result, Result, Result);
        yield return Always("slow body", "sends the body byte by byte, in time", SlowBodyAsync, Result, Result, Result);
    }

    private static IEnumerable<Fault> Encodings()
    {
        yield return Always("gzip", "sends a body in gzip", x => x.AnswerAsync(200, Gzip(x.Good), "Content-Encoding: gzip"), Result, Result, Result);
        yield return Always("brotli", "sends a body in brotli", x => x.AnswerAsync(200, Brotli(x.Good), "Content-Encoding: br"), Result, Result, Result);
        yield return Always("gzip without its header", "declares gzip but sends plain text", x => x.AnswerAsync(200, x.Good, "Content-Encoding: gzip"), Undecodable, Undecodable, Undecodable);
        yield return Always("gzip cut off", "sends truncated gzip with a matching Content-Length", x => x.AnswerAsync(200, Gzip(x.Good)[..^30], "Content-Encoding: gzip"), NotJson, NotJson, AsSent);
        yield return Always("gzip with a wrong checksum", "sends gzip with a changed CRC", x => x.AnswerAsync(200, Changed(Gzip(x.Good), ^6), "Content-Encoding: gzip"), Undecodable, Undecodable, Undecodable);
        yield return Always("broken deflate", "declares deflate but sends plain text", x => x.AnswerAsync(200, x.Good, "Content-Encoding: deflate"), Undecodable, Undecodable, Undecodable);
        yield return Always("broken brotli", "declares brotli but sends plain text", x => x.AnswerAsync(200, x.Good, "Content-Encoding: br"), Undecodable, Undecodable, Undecodable);
        yield return Always("unknown encoding", "sends bytes in an encoding that was not requested", x => x.AnswerAsync(200, Gzip(x.Good), "Content-Encoding: zstd"), NotJson, NotJson, AsSent);
        yield return Always("gzip bomb", "sends a small gzip body that is 20 times MaxResponseSize", x => x.AnswerAsync(200, Bomb.Value, "Content-Encoding: gzip"), TooLarge, TooLarge, AsSent) with { Configure = Small };
        yield return Always("too large", "declares a body of 2 MB with MaxResponseSize at 1 MB", x => x.AnswerAsync(200, Spaces.Value), TooLarge, TooLarge, AsSent) with { Configure = Small };
        yield return Always("too large, in chunks", "sends 2 MB in chunks with MaxResponseSize at 1 MB", LongChunkAsync, TooLarge, TooLarge, AsSent) with { Configure = Small };
    }

    private static IEnumerable<Fault> Bodies()
    {
        yield return Always("truncated JSON", "sends half of the JSON with a matching Content-Length", x => x.AnswerAsync(200, x.Good[..^20]), NotJson, NotJson, AsSent);
        yield return Always("JSON and more", "sends the JSON twice in one body", x => x.AnswerAsync(200, (byte[])[.. x.Good, .. x.Good]), NotJson, NotJson, AsSent);
        yield return Always("invalid UTF-8", "sends a byte that is not UTF-8 in a string", x => x.AnswerAsync(200, Changed(x.Good, 10)), NotJson, NotJson, AsSent);
        yield return Always("UTF-16", "sends JSON in UTF-16", x => x.AnswerAsync(200, Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(x.Good))), NotJson, NotJson, AsSent);
        yield return Always("byte order mark", "sends a byte order mark before the JSON", x => x.AnswerAsync(200, (byte[])[0xEF, 0xBB, 0xBF, .. x.Good]), Result, Result, Result);
        yield return Always("deep nesting", "sends 10,000 levels of arrays", x => x.AnswerAsync(200, $"{{\"id\":{new string('[', 10_000)}{new string(']', 10_000)}}}"), NotJson, NotJson, AsSent);
        yield return Always("HTML", "sends a web page with status 200", x => x.AnswerAsync(200, "<!doctype html><html><body>Sign in</body></html>"), "IntercomResponseException: Html", "IntercomResponseException: Html", AsSent);
        yield return Always("empty", "sends no body with status 200", x => x.AnswerAsync(200, ""), "IntercomResponseException: Empty", "IntercomResponseException: Empty", AsSent);
        yield return Always("no content", "sends 204 where JSON is expected", x => x.SendAsync(Exchange.Head(204)), "IntercomResponseException: Empty", "IntercomResponseException: Empty", AsSent);
        yield return Always("null", "sends null where an object is expected", x => x.AnswerAsync(200, "null"), WrongShape, WrongShape, AsSent);
        yield return Always("empty objects", "sends 1.5 million empty objects in a small gzip body", x => x.AnswerAsync(200, EmptyObjects.Value, "Content-Encoding: gzip"), TooLarge, TooLarge, AsSent);
        yield return Always("long names", "sends a name of 1 MB before something that is not JSON", x => x.AnswerAsync(200, $"{{\"{new string('n', 1024 * 1024)}\":oops}}"), NotJson, NotJson, AsSent);
        yield return Always("another type", "sends a number where an object is expected", x => x.AnswerAsync(200, "42"), WrongShape, WrongShape, AsSent);
    }

    private static IEnumerable<Fault> Protocol()
    {
        yield return Once("garbage", "responds with something that is not HTTP", Then("SSH-2.0-OpenSSH_9.6\r\n\r\n", _ => { }), Retried, Broken, Retried);
        yield return Once("huge header", "sends a header of 128 KB", x => x.SendAsync(Exchange.Head(200, "X-Long: " + new string('a', 128 * 1024))), Retried, Broken, Retried);
        yield return Always("informational responses", "sends 100 Continue and 103 Early Hints before the response", InformAsync, Result, Result, Result);
        yield return Always("HTTP/1.0", "responds with HTTP/1.0 and closes", Old(x => x.Good), Result, Result, Result);
        yield return Always("HTTP/1.0 cut off", "responds with HTTP/1.0, without a length, and closes too early", Old(x => x.Good[..^20]), NotJson, NotJson, AsSent);
        yield return Always("closes after each response", "closes the connection after each response", async x => { await x.AnswerAsync(); x.Close(); }, Result, Result, Result);
    }

    private static IEnumerable<Fault> Statuses()
    {
        const string Limited = "IntercomRateLimitException: 429";
        const string Failed = "IntercomServerException: 503";
        yield return Twice("429 twice", "responds with 429 twice, with Retry-After", x => x.AnswerAsync(429, "", "Retry-After: 0"), "result, 3 attempts", "result, 3 attempts", "result, 3 attempts");
        yield return Once("429 with a reset", "responds with 429 with X-RateLimit-Reset alone", x => x.AnswerAsync(429, "", $"X-RateLimit-Reset: {DateTimeOffset.UtcNow.ToUnixTimeSeconds()}"), Retried, Retried, Retried);
        yield return Always("429 always", "responds with 429 every time", x => x.AnswerAsync(429, "", "Retry-After: 0"), $"{Limited}, 3 attempts", $"{Limited}, 3 attempts", $"{Limited}, 3 attempts");
        yield return Always("429 for an hour", "responds with 429 and asks for a wait that is longer than Timeout", x => x.AnswerAsync(429, "", "Retry-After: 3600"), Limited, Limited, Limited);
        yield return Once(
            "429 with a reset, under a limiter", "responds with 429 with X-RateLimit-Reset alone", x => x.AnswerAsync(429, "", $"X-RateLimit-Reset: {DateTimeOffset.UtcNow.ToUnixTimeSeconds()}"), Retried, Retried, Retried)
            with { Configure = options => options.RateLimiter = new IntercomRateLimiter() };
        yield return Once("429 while the clock is set back", "responds with 429 and asks for a wait of a second", x => x.AnswerAsync(429, "", "Retry-After: 1"), Retried, Retried, Retried) with { Configure = SetClockBack };
        yield return Always(
            "year 9999", "responds with a Date in the year 9999 and a reset in 1970, under a limiter",
            x => x.AnswerAsync(200, x.Good, "Date: Fri, 31 Dec 9999 23:59:59 GMT", "X-RateLimit-Limit: 10", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 0"), Result, Result, Result)
            with { Configure = options => options.RateLimiter = new IntercomRateLimiter() };
        yield return Always("503 always, and a long pause", "responds with 503, with a BaseDelay that is longer than Timeout", x => x.AnswerAsync(503, ""), Failed, Failed, Failed)
            with { Configure = options => options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromHours(1) };
        yield return Twice("503 twice", "responds with 503 twice", x => x.AnswerAsync(503, ""), "result, 3 attempts", Failed, "result, 3 attempts");
        yield return Always("503 always", "responds with 503 every time", x => x.AnswerAsync(503, ""), $"{Failed}, 3 attempts", Failed, $"{Failed}, 3 attempts");
        yield return Twice("503 twice, with RetryWrites", "responds with 503 twice", x => x.AnswerAsync(503, ""), "result, 3 attempts", "result, 3 attempts", "result, 3 attempts") with { Configure = options => options.Retry.RetryWrites = true };
        yield return Once("408", "responds with 408", x => x.AnswerAsync(408, ""), Retried, "IntercomApiException: 408", Retried);
        yield return Once("500, empty", "responds with 500 without a body", x => x.AnswerAsync(500, ""), Retried, "IntercomServerException: 500", Retried);
        yield return Once("502 with HTML", "responds with 502 and a web page", x => x.AnswerAsync(502, "<html>Bad gateway</html>"), Retried, "IntercomServerException: 502", Retried);
        yield return Once("504", "responds with 504", x => x.AnswerAsync(504, ""), Retried, "IntercomServerException: 504", Retried);
        yield return Always("501", "responds with 501", x => x.AnswerAsync(501, ""), "IntercomServerException: 501", "IntercomServerException: 501", "IntercomServerException: 501");
        yield return Always("404", "responds with 404", x => x.AnswerAsync(404, ""), "IntercomNotFoundException: 404", "IntercomNotFoundException: 404", "IntercomNotFoundException: 404");
        yield return Always("a status without a name", "responds with 477", x => x.AnswerAsync(477, ""), "IntercomApiException: 477", "IntercomApiException: 477", "IntercomApiException: 477");
    }

    private static IEnumerable<Fault> Redirects()
    {
        const string Refused = "IntercomApiException: 302";
        yield return Always("endless redirect", "redirects to itself forever", x => x.AnswerAsync(302, "", $"Location: {x.Request.Target}"), Refused, Refused, Refused) with { FollowsOn = true };
        yield return Always("redirect to another host", "redirects a GET to another host, which rejects the access token", OtherHostAsync, Result, null, null) with { FollowsOn = true, KeptConnections = 2, Own = Call.Get };
        yield return Always("redirect to nowhere", "redirects without a Location", x => x.AnswerAsync(302, ""), Refused, Refused, Refused);
        yield return Always("redirect to another protocol", "redirects to a file", x => x.AnswerAsync(302, "", "Location: file:///etc/passwd"), Refused, Refused, Refused);
    }

    private static IEnumerable<Fault> ErrorBodies()
    {
        const string Rejected = "IntercomBadRequestException: 400";
        yield return Always("error in plain text", "responds with 400 and text", x => x.AnswerAsync(400, "no"), Rejected, Rejected, Rejected);
        yield return Always("error of another form", "responds with 400 and JSON that is not an error.list", x => x.AnswerAsync(400, """{"status":400,"error":["a",{"b":1}],"errors":{"email":"taken"}}"""), Rejected, Rejected, Rejected);
        yield return Always("error as an array", "responds with 400 and an array", x => x.AnswerAsync(400, "[1]"), Rejected, Rejected, Rejected);
        yield return Always("error nested deeply", "responds with 400 and 10,000 levels of arrays", x => x.AnswerAsync(400, new string('[', 10_000)), Rejected, Rejected, Rejected);
        yield return Always("error in broken gzip", "responds with 400 and declares gzip but sends text", x => x.AnswerAsync(400, "{}", "Content-Encoding: gzip"), Rejected, Rejected, Rejected);
        yield return Always("error in broken brotli", "responds with 400 and declares brotli but sends text", x => x.AnswerAsync(400, x.Good, "Content-Encoding: br"), Rejected, Rejected, Rejected);
        yield return Always("error as a gzip bomb", "responds with 400 and 20 MB in a small gzip body", x => x.AnswerAsync(400, Bomb.Value, "Content-Encoding: gzip"), Rejected, Rejected, Rejected);
        yield return Always("error that breaks", "responds with 400, then resets in the body", async x => { await x.SendAsync(Exchange.Head(400, "Content-Length: 99")); x.Reset(); }, Rejected, Rejected, Rejected);
        yield return Slow("error that stalls", "responds with 400, then sends no body", async x => { await x.SendAsync(Exchange.Head(400, "Content-Length: 99") + "{"); await x.StallAsync(); }, Rejected, Rejected, Rejected);
    }

    private static IEnumerable<Fault> Lists()
    {
        yield return Always("list under another name", "sends the items under another name", x => x.AnswerAsync(200, """{"type":"list","results":[{"id":"7"}],"total_count":1}"""), null, null, null) with { List = WrongShape };
        yield return Always("errors with 200", "sends a list of errors with status 200", x => x.AnswerAsync(200, """{"type":"error.list","errors":[{"code":"server_error"}]}"""), null, null, null) with { List = WrongShape };
        yield return Always(
            "list without an end", "sends the first of three pages without the place of the next one",
            x => x.AnswerAsync(200, """{"type":"list","data":[{"id":"7"}],"total_count":3,"pages":{"page":1,"per_page":1,"total_pages":3}}"""), null, null, null) with { List = WrongShape };
        yield return Always(
            "endless empty pages", "sends empty pages, each with the place of another one",
            x => x.AnswerAsync(200, $$$"""{"data":[],"pages":{"next":{"starting_after":"{{{x.Number}}}"} } }"""), null, null, null) with { List = "IntercomPagingException", FollowsOn = true };
    }

    private static IEnumerable<Fault> Streams()
    {
        yield return Always(
            "events without a new one", "sends retry: 0 and the same event on each connection, then closes", x => EventsAsync(x, "retry: 0\ndata: {\"id\":\"7\"}\n\n"), null, null, null)
            with { Events = $"{Broken}, 3 attempts" };
        yield return Always("identical events", "sends an event without an ID twice on one connection", IdenticalEventsAsync, null, null, null) with { Events = Result, FollowsOn = true };
        yield return Always("event without end", "sends an event that is 20 times MaxResponseSize in gzip", x => EventsAsync(x, EndlessEvent.Value, "Content-Encoding: gzip"), null, null, null)
            with { Events = TooLarge, Configure = Small };
    }

    private static IEnumerable<Fault> Programs()
    {
        yield return Always("request ID with a line break", "responds with 404 and a request_id that is not an ID", x => x.AnswerAsync(404, """{"request_id":"a\r\nlevel=error","errors":[]}"""), NotFound, NotFound, NotFound);
        yield return Always("proxy that does not respond", "responds, while the proxy of the machine does not respond", x => x.AnswerAsync(), Result, Result, Result);
        yield return Always("type that cannot be read", "responds to a POST for a type that cannot be read", x => x.AnswerAsync(), null, "NotSupportedException", null) with { Own = Call.Unreadable };
        yield return Always(
            "file name with a path", "suggests ../../x as the file name", x => x.AnswerAsync(200, x.Good, "Content-Disposition: attachment; filename=\"../../x\""), null, null, Result) with { Own = Call.DownloadName };
        yield return Always("options in a log", "responds, while the program serializes its options", x => x.AnswerAsync(), Result, null, null) with { Own = Call.SerializedOptions };
    }

    private static Fault Always(string name, string does, Func<Exchange, Task> act, string? safe, string? post, string? download) => new(name, does, act, safe, post, download);

    private static Fault Once(string name, string does, Func<Exchange, Task> act, string? safe, string? post, string? download) =>
        Always(name, does, act, safe, post, download) with { Times = 1 };

    private static Fault Twice(string name, string does, Func<Exchange, Task> act, string? safe, string? post, string? download) =>
        Always(name, does, act, safe, post, download) with { Times = 2 };

    // Long enough for a busy machine to answer in.
    private static Fault Slow(string name, string does, Func<Exchange, Task> act, string? safe, string? post, string? download) =>
        Once(name, does, act, safe, post, download) with { Configure = options => options.AttemptTimeout = TimeSpan.FromSeconds(1) };

    private static void Small(IntercomClientOptions options) => options.MaxResponseSize = 1024 * 1024;

    private static void SetClockBack(IntercomClientOptions options)
    {
        options.TimeProvider = new ClockThatIsSetBack();
        options.RateLimiter = new IntercomRateLimiter(timeProvider: options.TimeProvider);
    }

    private static Func<Exchange, Task> Do(Action<Exchange> action) => exchange =>
    {
        action(exchange);
        return Task.CompletedTask;
    };

    private static Func<Exchange, Task> Then(string bytes, Action<Exchange> end) => async exchange =>
    {
        await exchange.SendAsync(bytes);
        end(exchange);
    };

    private static Func<Exchange, Task> Half(Action<Exchange> end) => HalfAsync(Do(end));

    private static Func<Exchange, Task> HalfAsync(Func<Exchange, Task> end) => async exchange =>
    {
        await exchange.SendAsync((byte[])[.. Bytes(Exchange.Head(200, $"Content-Length: {exchange.Good.Length}")), .. exchange.Good[..^20]]);
        await end(exchange);
    };

    private static Func<Exchange, Task> Chunked(string chunks, Action<Exchange> end) => Then(Exchange.Head(200, "Transfer-Encoding: chunked") + chunks, end);

    private static Func<Exchange, Task> Old(Func<Exchange, byte[]> body) => async exchange =>
    {
        await exchange.SendAsync((byte[])[.. Bytes("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n"), .. body(exchange)]);
        exchange.Close();
    };

    // The server has two names, which are two hosts to the client.
    private static Task OtherHostAsync(Exchange exchange)
    {
        var host = exchange.Request.Headers["Host"];
        if (!host.StartsWith("localhost", StringComparison.Ordinal))
            return exchange.AnswerAsync(302, "", $"Location: http://{host.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}{exchange.Request.Target}");
        return exchange.Request.Headers.ContainsKey("Authorization") ? exchange.AnswerAsync(400, "{}") : exchange.AnswerAsync();
    }

    private static Task EventsAsync(Exchange exchange, string events) => EventsAsync(exchange, Bytes(events));

    private static async Task EventsAsync(Exchange exchange, byte[] events, params string[] headers)
    {
        await exchange.SendAsync((byte[])[.. Bytes(Exchange.Head(200, ["Content-Type: text/event-stream", $"Content-Length: {events.Length}", .. headers])), .. events]);
        exchange.Close();
    }

    private static Task IdenticalEventsAsync(Exchange exchange) => exchange.Number == 1
        ? EventsAsync(exchange, "data: {\"id\":\"7\"}\n\ndata: {\"id\":\"7\"}\n\n")
        : exchange.SendAsync(Exchange.Head(204));

    private static async Task EarlyHintsAsync(Exchange exchange)
    {
        using var timer = new PeriodicTimer(Beat);
        while (await timer.WaitForNextTickAsync())
            await exchange.SendAsync(Exchange.Head(103, "Link: </>"));
    }

    private static async Task InformAsync(Exchange exchange)
    {
        await exchange.SendAsync(Exchange.Head(100) + Exchange.Head(103, "Link: </>") + Exchange.Head(103));
        await exchange.AnswerAsync();
    }

    private static async Task SlowHeadersAsync(Exchange exchange)
    {
        await exchange.DripAsync(Bytes(Exchange.Head(200, $"Content-Length: {exchange.Good.Length}")), Beat);
        await exchange.SendAsync(exchange.Good);
    }

    private static async Task SlowBodyAsync(Exchange exchange)
    {
        await exchange.SendAsync(Exchange.Head(200, $"Content-Length: {exchange.Good.Length}"));
        await exchange.DripAsync(exchange.Good, Beat);
    }

    private static async Task LongChunkAsync(Exchange exchange)
    {
        await exchange.SendAsync(Exchange.Head(200, "Transfer-Encoding: chunked") + $"{Spaces.Value.Length:x}\r\n");
        await exchange.SendAsync(Spaces.Value);
        await exchange.SendAsync("\r\n0\r\n\r\n");
    }

    private static Lazy<byte[]> Spaces { get; } = new(() => Bytes(new string(' ', 2 * 1024 * 1024)));

    private static Lazy<byte[]> EmptyObjects { get; } =
        new(() => Gzip(Bytes("{\"data\":[{}" + string.Concat(Enumerable.Repeat(",{}", 1_500_000)) + "]}")));

    private static Lazy<byte[]> EndlessEvent { get; } = new(() => Gzip(Bytes("data: " + new string('a', 20 * 1024 * 1024))));

    private static Lazy<byte[]> Bomb { get; } = new(() => Gzip(Bytes(new string(' ', 20 * 1024 * 1024))));

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Changed(byte[] bytes, Index at)
    {
        byte[] copy = [.. bytes];
        copy[at] ^= 0xFF;
        return copy;
    }

    private static byte[] Gzip(byte[] bytes) => Compressed(bytes, stream => new GZipStream(stream, CompressionLevel.Fastest));

    private static byte[] Brotli(byte[] bytes) => Compressed(bytes, stream => new BrotliStream(stream, CompressionLevel.Fastest));

    private static byte[] Compressed(byte[] bytes, Func<Stream, Stream> compress)
    {
        using var result = new MemoryStream();
        using (var stream = compress(result))
            stream.Write(bytes);
        return result.ToArray();
    }
}

/// <summary>A column of the table: how some calls end.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Expected">The cell of a fault; null if the calls cannot meet it.</param>
/// <param name="Calls">The calls.</param>
internal sealed record Column(string Name, Func<Fault, string?> Expected, IReadOnlyList<Call> Calls);

/// <summary>A clock that is set back by an hour each time it is read. Waits are not affected.</summary>
internal sealed class ClockThatIsSetBack : TimeProvider
{
    private int _reads;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(-Interlocked.Increment(ref _reads));
}
