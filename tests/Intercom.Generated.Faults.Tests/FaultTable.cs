using System.IO.Compression;
using System.Text;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Faults.Tests;

/// <summary>All faults and their expected outcomes, in documentation order.</summary>
internal static class FaultTable
{
    /// <summary>The maximum number of retries of the clients in these tests.</summary>
    public const int MaxRetries = 2;

    public const string Result = "result";
    private const string Retried = "result, 2 attempts";
    private const string Broken = "IntercomConnectionException";
    private const string TimedOut = "IntercomTimeoutException";
    private const string NotJson = "IntercomResponseException: NotJson";
    private const string WrongShape = "IntercomResponseException: WrongShape";
    private const string Undecodable = "IntercomResponseException: Undecodable";
    private const string TooLarge = "IntercomResponseException: TooLarge";
    private const string NotFound = "IntercomNotFoundException: 404";
    public const string AsSent = "the body as sent";
    private const string NoBrotli = "do not accept Brotli";

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan SlowBeat = TimeSpan.FromMilliseconds(50);

    public static IReadOnlyList<Fault> All { get; } =
    [
        .. Connections(), .. Stalls(), .. Encodings(), .. Bodies(), .. Protocol(), .. Statuses(), .. Redirects(), .. ErrorBodies(),
        .. Lists(), .. Streams(), .. Programs(),
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
        yield return Once(
            "reset on connect", "resets the connection as soon as it is accepted",
            x => x.RespondAsync(), Retried, Broken, Retried) with { Times = 0, ConnectionsToReset = 1 };
        yield return Once(
            "reset before headers", "resets the connection after it receives the request",
            x => x.ResetAsync(), Retried, Broken, Retried) with { Http2 = new("resets the stream") };
        yield return Once(
            "close before headers", "closes the connection after it receives the request",
            x => x.CloseAsync(), Retried, Broken, Retried);
        yield return Once(
            "reset in headers", "sends part of the headers, then resets the connection",
            Raw("HTTP/1.1 200 OK\r\nContent-Ty", x => x.Reset()), Retried, Broken, Retried)
            with
            {
                Http2 = new("sends HEADERS without END_HEADERS, then resets the connection", async x =>
                {
                    await x.Stream.SendHeadersInPartAsync();
                    x.Stream.Connection.ResetConnection();
                }),
            };
        yield return Once(
            "close in headers", "sends part of the headers, then closes the connection",
            Raw("HTTP/1.1 200 OK\r\nContent-Ty", x => x.Close()), Retried, Broken, Retried)
            with
            {
                Http2 = new("sends HEADERS without END_HEADERS, then closes the connection", async x =>
                {
                    await x.Stream.SendHeadersInPartAsync();
                    await x.CloseAsync();
                }),
            };
        yield return Once(
            "reset in body", "sends part of the body, then resets the connection",
            Half(ResetLaterAsync), Retried, Broken, Broken) with { Http2 = new("sends part of the body, then resets the stream") };
        yield return Once(
            "close in body", "sends part of the body, then closes the connection",
            Half(x => x.CloseAsync()), Retried, Broken, Broken);
        yield return Once(
            "Content-Length too large", "sends fewer bytes than `Content-Length`, then closes the connection",
            Half(x => x.CloseAsync()), Retried, Broken, Broken)
            with { Http2 = new("sends fewer bytes than `Content-Length`, then ends the stream", x => Half(y => y.EndAsync())(x)) };
        yield return Once(
            "truncated chunk", "closes the connection in the middle of a chunk",
            Chunked("ff\r\n{\"id\":", x => x.Close()), Retried, Broken, Broken)
            with { Http2 = new("closes the connection in the middle of a DATA frame", x => SendDataAsync(x, length: 255)) };
        yield return Once(
            "missing final chunk", "closes the connection after a complete chunk, without the terminating chunk",
            Chunked("2\r\n{}\r\n", x => x.Close()), Retried, Broken, Broken)
            with { Http2 = new("closes the connection after a complete DATA frame, without END_STREAM", x => SendDataAsync(x, length: 2)) };
        yield return Once(
            "invalid chunk size", "sends a chunk size that is not a number",
            Chunked("zz\r\n{}\r\n0\r\n\r\n", _ => { }), Retried, Broken, Broken)
            with { Http2 = new("sends a DATA frame that is longer than allowed", x => SendDataAsync(x, length: 1024 * 1024)) };
        yield return Always(
            "repeated reset", "resets every connection after it receives the request",
            x => x.ResetAsync(), $"{Broken}, 3 attempts", Broken, $"{Broken}, 3 attempts") with { Http2 = new("resets every stream") };
        yield return Always(
            "repeated close", "closes every connection after it receives the request",
            x => x.CloseAsync(), $"{Broken}, 3 attempts", Broken, $"{Broken}, 3 attempts")
            with { List = $"{Broken}, 3 attempts", Events = $"{Broken}, 3 attempts", IsSlow = true, Finding = "R1" };
        yield return Once(
            "Content-Length too small", "sends more bytes than `Content-Length`",
            x => x.SendAsync(200, ["Content-Length: 10"], x.CorrectBody), NotJson, NotJson, AsSent)
            with { Http2 = new("sends more bytes than `Content-Length`") { Outcome = Result } };
        yield return OnlyHttp2(
            "refused stream", "refuses the stream (REFUSED_STREAM)",
            x => x.Stream.ResetAsync(Http2Error.RefusedStream), Retried, Retried, Retried);
        yield return OnlyHttp2(
            "repeatedly refused stream", "refuses every stream (REFUSED_STREAM)",
            x => x.Stream.ResetAsync(Http2Error.RefusedStream), $"{Broken}, 3 attempts", $"{Broken}, 3 attempts", $"{Broken}, 3 attempts")
            with { Times = int.MaxValue, NotInNetStandard = "do not request HTTP/2" };
        yield return OnlyHttp2(
            "GOAWAY without the request", "sends GOAWAY, which does not include the request, then closes the connection",
            async x => { await x.Stream.Connection.GoAwayAsync(lastStreamId: 0); await x.CloseAsync(); }, Retried, Retried, Retried);
        yield return OnlyHttp2(
            "GOAWAY with the request", "sends GOAWAY, which includes the request, then closes the connection",
            async x => { await x.Stream.Connection.GoAwayAsync(x.Stream.Id); await x.CloseAsync(); }, Retried, Broken, Retried);
    }

    private static IEnumerable<Fault> Stalls()
    {
        yield return Slow("stall before headers", "sends nothing", x => x.StallAsync(), Retried, TimedOut, Retried);
        yield return Slow(
            "endless headers", "keeps sending header bytes and never ends the headers",
            Raw(x => x.DripAsync(Bytes("HTTP/1.1 200 OK\r\nX-More: aaaa"), SlowBeat, endless: true)), Retried, TimedOut, Retried)
            with { Http2 = new("keeps sending CONTINUATION frames without END_HEADERS", x => x.Stream.SendEndlessHeadersAsync(SlowBeat)) };
        yield return Slow("endless 103", "keeps sending 103 Early Hints", EarlyHintsAsync, Retried, TimedOut, Retried);
        yield return OnlyHttp2(
            "dead connection", "stops responding on the connection, even to PING",
            x => { x.Stream.Connection.Freeze(); return x.StallAsync(); }, Retried, Broken, Retried)
            with { NotInNetStandard = "do not request HTTP/2" };
        yield return Slow(
            "stall in body", "sends part of the body, then nothing",
            Half(x => x.StallAsync()), Retried, TimedOut, TimedOut);
        yield return Always(
            "slow headers", "sends the headers byte by byte, within `AttemptTimeout`",
            Raw(SlowHeadersAsync), Result, Result, Result)
            with { Http2 = new("sends the HEADERS frame byte by byte", SlowHeadersAsync), IsSlow = true };
        yield return Always(
            "slow body", "sends the body byte by byte, within `AttemptTimeout`",
            SlowBodyAsync, Result, Result, Result) with { IsSlow = true };
    }

    private static IEnumerable<Fault> Encodings()
    {
        yield return Always(
            "gzip", "sends a gzip body",
            x => x.RespondAsync(200, Gzip(x.CorrectBody), "Content-Encoding: gzip"), Result, Result, Result);
        yield return Always(
            "Brotli", "sends a Brotli body",
            x => x.RespondAsync(200, Brotli(x.CorrectBody), "Content-Encoding: br"), Result, Result, Result)
            with { NotInNetStandard = NoBrotli };
        yield return Always(
            "gzip declared, plain text sent", "declares gzip but sends plain text",
            x => x.RespondAsync(200, x.CorrectBody, "Content-Encoding: gzip"), Undecodable, Undecodable, Undecodable);
        yield return Always(
            "truncated gzip", "sends truncated gzip with a matching `Content-Length`",
            x => x.RespondAsync(200, Gzip(x.CorrectBody)[..^30], "Content-Encoding: gzip"), NotJson, NotJson, AsSent);
        yield return Always(
            "gzip checksum mismatch", "sends gzip with a wrong CRC",
            x => x.RespondAsync(200, Changed(Gzip(x.CorrectBody), ^6), "Content-Encoding: gzip"), Undecodable, Undecodable, Undecodable);
        yield return Always(
            "deflate declared, plain text sent", "declares deflate but sends plain text",
            x => x.RespondAsync(200, x.CorrectBody, "Content-Encoding: deflate"), Undecodable, Undecodable, Undecodable);
        yield return Always(
            "Brotli declared, plain text sent", "declares Brotli but sends plain text",
            x => x.RespondAsync(200, x.CorrectBody, "Content-Encoding: br"), Undecodable, Undecodable, Undecodable)
            with { NotInNetStandard = NoBrotli };
        yield return Always(
            "unsupported encoding", "declares an encoding that the client didn't request",
            x => x.RespondAsync(200, Gzip(x.CorrectBody), "Content-Encoding: zstd"), NotJson, NotJson, AsSent);
        yield return Always(
            "gzip bomb", "sends a small gzip body that decompresses to 20 times `MaxResponseSize`",
            x => x.RespondAsync(200, Bomb.Value, "Content-Encoding: gzip"), TooLarge, TooLarge, AsSent)
            with { Configure = Small, IsSlow = true };
        yield return Always(
            "body too large", "declares a 2 MB body; `MaxResponseSize` is 1 MB",
            x => x.RespondAsync(200, Spaces.Value), TooLarge, TooLarge, AsSent) with { Configure = Small, IsSlow = true };
        yield return Always(
            "chunked body too large", "sends 2 MB in chunks; `MaxResponseSize` is 1 MB",
            Raw(LongChunkAsync), TooLarge, TooLarge, AsSent)
            with { Configure = Small, IsSlow = true, Http2 = new("sends 2 MB without `Content-Length`", LongBodyAsync) };
    }

    private static IEnumerable<Fault> Bodies()
    {
        yield return Always(
            "truncated JSON", "sends truncated JSON with a matching `Content-Length`",
            x => x.RespondAsync(200, x.CorrectBody[..^20]), NotJson, NotJson, AsSent);
        yield return Always(
            "trailing JSON", "sends the JSON object twice in one body",
            x => x.RespondAsync(200, (byte[])[.. x.CorrectBody, .. x.CorrectBody]), NotJson, NotJson, AsSent);
        yield return Always(
            "invalid UTF-8", "sends a string with a byte that is not valid UTF-8",
            x => x.RespondAsync(200, Changed(x.CorrectBody, 10)), NotJson, NotJson, AsSent);
        yield return Always(
            "UTF-16", "sends UTF-16 JSON",
            x => x.RespondAsync(200, Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(x.CorrectBody))), NotJson, NotJson, AsSent);
        yield return Always(
            "byte order mark", "sends a byte order mark before the JSON",
            x => x.RespondAsync(200, (byte[])[0xEF, 0xBB, 0xBF, .. x.CorrectBody]), Result, Result, Result);
        yield return Always(
            "deep nesting", "sends arrays nested 10,000 levels deep",
            x => x.RespondAsync(200, $"{{\"id\":{new string('[', 10_000)}{new string(']', 10_000)}}}"), NotJson, NotJson, AsSent);
        yield return Always(
            "HTML", "sends a web page with status 200",
            x => x.RespondAsync(200, "<!doctype html><html><body>Sign in</body></html>"),
            "IntercomResponseException: Html", "IntercomResponseException: Html", AsSent);
        yield return Always(
            "empty body", "sends status 200 without a body",
            x => x.RespondAsync(200, ""), "IntercomResponseException: Empty", "IntercomResponseException: Empty", AsSent);
        yield return Always(
            "204", "sends 204 No Content when JSON is expected",
            x => x.SendAsync(204, [], []), "IntercomResponseException: Empty", "IntercomResponseException: Empty", AsSent);
        yield return Always(
            "null", "sends `null` when an object is expected",
            x => x.RespondAsync(200, "null"), WrongShape, WrongShape, AsSent);
        yield return Always(
            "many empty objects", "sends 1.5 million empty objects in a small gzip body",
            x => x.RespondAsync(200, EmptyObjects.Value, "Content-Encoding: gzip"), TooLarge, TooLarge, AsSent)
            with { Finding = "R6", IsLarge = true, IsSlow = true };
        yield return Always(
            "long property name", "sends a 512 KB property name, then a value that is not JSON",
            x => x.RespondAsync(200, $"{{\"{new string('n', 512 * 1024)}\":oops}}"), NotJson, NotJson, AsSent)
            with { Finding = "R10", IsSlow = true };
        yield return Always(
            "wrong JSON type", "sends a number when an object is expected",
            x => x.RespondAsync(200, "42"), WrongShape, WrongShape, AsSent);
    }

    private static IEnumerable<Fault> Protocol()
    {
        yield return Once(
            "not HTTP", "responds with bytes that are not HTTP",
            Raw("SSH-2.0-OpenSSH_9.6\r\n\r\n", _ => { }), Retried, Broken, Retried)
            with { Http2 = new("responds with bytes that are not frames", x => x.Stream.Connection.SendRawAsync(Bytes("SSH-2.0-OpenSSH_9.6\r\n\r\n"))) };
        yield return Once(
            "huge header", "sends a 128 KB header",
            x => x.SendAsync(200, ["X-Long: " + new string('a', 128 * 1024)], []), Retried, Broken, Retried);
        yield return Always(
            "informational responses", "sends 100 Continue and 103 Early Hints before the response",
            InformAsync, Result, Result, Result);
        yield return Always(
            "HTTP/1.0", "responds with HTTP/1.0 and closes the connection",
            Raw(Old(x => x.CorrectBody)), Result, Result, Result) with { NotInHttp2 = "It has no older version." };
        yield return Always(
            "truncated HTTP/1.0", "responds with HTTP/1.0 without `Content-Length` and closes the connection too early",
            Raw(Old(x => x.CorrectBody[..^20])), NotJson, NotJson, AsSent) with { NotInHttp2 = "A body always has an end." };
        yield return Always(
            "close after each response", "closes the connection after each response",
            async x => { await x.RespondAsync(); await x.CloseAsync(); }, Result, Result, Result)
            with
            {
                Http2 = new("sends GOAWAY after each response, then closes the connection", async x =>
                {
                    await x.RespondAsync();
                    await x.Stream.Connection.GoAwayAsync(x.Stream.Id);
                    await x.CloseAsync();
                }),
            };
    }

    private static IEnumerable<Fault> Statuses()
    {
        const string Limited = "IntercomRateLimitException: 429";
        const string Failed = "IntercomServerException: 503";
        yield return Twice(
            "429, twice", "responds with 429 and `Retry-After`",
            x => x.RespondAsync(429, "", "Retry-After: 0"), "result, 3 attempts", "result, 3 attempts", "result, 3 attempts");
        yield return Once(
            "429 with X-RateLimit-Reset", "responds with 429 and only `X-RateLimit-Reset`",
            x => x.RespondAsync(429, "", $"X-RateLimit-Reset: {DateTimeOffset.UtcNow.ToUnixTimeSeconds()}"), Retried, Retried, Retried);
        yield return Always(
            "429, every time", "responds with 429 and `Retry-After`",
            x => x.RespondAsync(429, "", "Retry-After: 0"), $"{Limited}, 3 attempts", $"{Limited}, 3 attempts", $"{Limited}, 3 attempts");
        yield return Always(
            "429 with a long Retry-After", "responds with 429 and a `Retry-After` longer than `Timeout`",
            x => x.RespondAsync(429, "", "Retry-After: 3600"), Limited, Limited, Limited);
        yield return Once(
            "429 with X-RateLimit-Reset and a rate limiter",
            "responds with 429 and only `X-RateLimit-Reset`; the client has a rate limiter",
            x => x.RespondAsync(429, "", $"X-RateLimit-Reset: {DateTimeOffset.UtcNow.ToUnixTimeSeconds()}"), Retried, Retried, Retried)
            with { Configure = options => options.RateLimiter = new IntercomRateLimiter() };
        yield return Once(
            "429 while the clock goes back", "responds with 429 and a `Retry-After` of one second; the client's clock is set back",
            x => x.RespondAsync(429, "", "Retry-After: 1"), Retried, Retried, Retried)
            with { Configure = SetClockBack, Finding = "R11" };
        yield return Always(
            "clock in the year 9999", "sends a `Date` in the year 9999 and a reset time in 1970; the client has a rate limiter",
            x => x.RespondAsync(200, x.CorrectBody, "Date: Fri, 31 Dec 9999 23:59:59 GMT",
                "X-RateLimit-Limit: 10", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 0"),
            Result, Result, Result)
            with { Configure = options => options.RateLimiter = new IntercomRateLimiter(), Finding = "R9" };
        yield return Always(
            "503 with a long BaseDelay", "responds with 503; `BaseDelay` is longer than `Timeout`",
            x => x.RespondAsync(503, ""), Failed, Failed, Failed)
            with { Configure = options => options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromHours(1), Finding = "R3" };
        yield return Twice(
            "503, twice", "responds with 503",
            x => x.RespondAsync(503, ""), "result, 3 attempts", Failed, "result, 3 attempts");
        yield return Always(
            "503, every time", "responds with 503",
            x => x.RespondAsync(503, ""), $"{Failed}, 3 attempts", Failed, $"{Failed}, 3 attempts");
        yield return Twice(
            "503, twice, with RetryWrites", "responds with 503; `RetryWrites` is on",
            x => x.RespondAsync(503, ""), "result, 3 attempts", "result, 3 attempts", "result, 3 attempts")
            with { Configure = options => options.Retry.RetryWrites = true };
        yield return Once("408", "responds with 408", x => x.RespondAsync(408, ""), Retried, "IntercomApiException: 408", Retried);
        yield return Once(
            "500, empty", "responds with 500 without a body",
            x => x.RespondAsync(500, ""), Retried, "IntercomServerException: 500", Retried);
        yield return Once(
            "502 with HTML", "responds with 502 and a web page",
            x => x.RespondAsync(502, "<html>Bad gateway</html>"), Retried, "IntercomServerException: 502", Retried);
        yield return Once("504", "responds with 504", x => x.RespondAsync(504, ""), Retried, "IntercomServerException: 504", Retried);
        yield return Always(
            "501", "responds with 501",
            x => x.RespondAsync(501, ""), "IntercomServerException: 501", "IntercomServerException: 501", "IntercomServerException: 501");
        yield return Always(
            "404", "responds with 404",
            x => x.RespondAsync(404, ""),
            "IntercomNotFoundException: 404", "IntercomNotFoundException: 404", "IntercomNotFoundException: 404");
        yield return Always(
            "unassigned status", "responds with 477",
            x => x.RespondAsync(477, ""), "IntercomApiException: 477", "IntercomApiException: 477", "IntercomApiException: 477");
    }

    private static IEnumerable<Fault> Redirects()
    {
        const string Refused = "IntercomApiException: 302";
        yield return Always(
            "redirect loop", "redirects to the same URL every time",
            x => x.RespondAsync(302, "", $"Location: {x.Request.Target}"), Refused, Refused, Refused) with { SendsFollowUpRequests = true };
        yield return Always(
            "redirect to another host", "redirects a GET to another host, which rejects requests with an access token",
            OtherHostAsync, Result, null, null) with { SendsFollowUpRequests = true, KeptConnections = 2, Own = Call.Get };
        yield return Always(
            "redirect without Location", "redirects without a `Location` header",
            x => x.RespondAsync(302, ""), Refused, Refused, Refused);
        yield return Always(
            "redirect to a file", "redirects to a `file:` URL",
            x => x.RespondAsync(302, "", "Location: file:///etc/passwd"), Refused, Refused, Refused);
    }

    private static IEnumerable<Fault> ErrorBodies()
    {
        const string Rejected = "IntercomBadRequestException: 400";
        yield return Always(
            "error in plain text", "responds with 400 and plain text",
            x => x.RespondAsync(400, "no"), Rejected, Rejected, Rejected);
        yield return Always(
            "error in another format", "responds with 400 and JSON that is not an `error.list`",
            x => x.RespondAsync(400, """{"status":400,"error":["a",{"b":1}],"errors":{"email":"taken"}}"""), Rejected, Rejected, Rejected);
        yield return Always(
            "error as an array", "responds with 400 and a JSON array",
            x => x.RespondAsync(400, "[1]"), Rejected, Rejected, Rejected);
        yield return Always(
            "error with deep nesting", "responds with 400 and arrays nested 10,000 levels deep",
            x => x.RespondAsync(400, new string('[', 10_000)), Rejected, Rejected, Rejected);
        yield return Always(
            "error, gzip declared, plain text sent", "responds with 400; declares gzip but sends plain text",
            x => x.RespondAsync(400, "{}", "Content-Encoding: gzip"), Rejected, Rejected, Rejected);
        yield return Always(
            "error, Brotli declared, plain text sent", "responds with 400; declares Brotli but sends plain text",
            x => x.RespondAsync(400, x.CorrectBody, "Content-Encoding: br"), Rejected, Rejected, Rejected);
        yield return Always(
            "error as a gzip bomb", "responds with 400 and a small gzip body that decompresses to 20 MB",
            x => x.RespondAsync(400, Bomb.Value, "Content-Encoding: gzip"), Rejected, Rejected, Rejected)
            with { IsSlow = true };
        yield return Always(
            "reset in error body", "responds with 400, then resets the connection in the body",
            async x => { await x.SendHeadAsync(400, "Content-Length: 99"); await ResetLaterAsync(x); }, Rejected, Rejected, Rejected)
            with { Http2 = new("responds with 400, then resets the stream in the body") };
        yield return Always(
            "truncated error body", "responds with 400, then closes the connection in the body",
            async x => { await x.SendHeadAsync(400, "Content-Length: 99"); await x.CloseAsync(); }, Rejected, Rejected, Rejected)
            with
            {
                Http2 = new("responds with 400, then ends the stream before `Content-Length`", async x =>
                {
                    await x.SendHeadAsync(400, "Content-Length: 99");
                    await x.EndAsync();
                }),
            };
        yield return Slow(
            "stall in error body", "responds with 400, sends part of the body, then nothing",
            async x => { await x.SendHeadAsync(400, "Content-Length: 99"); await x.SendPartAsync("{"u8.ToArray()); await x.StallAsync(); },
            Rejected, Rejected, Rejected);
    }

    private static IEnumerable<Fault> Lists()
    {
        yield return Always(
            "renamed list", "sends the items under another property name",
            x => x.RespondAsync(200, """{"type":"list","results":[{"id":"7"}],"total_count":1}"""), null, null, null)
            with { List = WrongShape };
        yield return Always(
            "error list with 200", "sends an `error.list` with status 200",
            x => x.RespondAsync(200, """{"type":"error.list","errors":[{"code":"server_error"}]}"""), null, null, null)
            with { List = WrongShape };
        yield return Always(
            "missing cursor", "sends the first of three pages without a cursor for the next page",
            x => x.RespondAsync(
                200, """{"type":"list","data":[{"id":"7"}],"total_count":3,"pages":{"page":1,"per_page":1,"total_pages":3}}"""),
            null, null, null)
            with { List = WrongShape };
        yield return Always(
            "endless empty pages", "sends empty pages, each with a cursor for another page",
            x => x.RespondAsync(200, $$$"""{"data":[],"pages":{"next":{"starting_after":"{{{x.Number}}}"} } }"""), null, null, null)
            with { List = "IntercomPagingException", SendsFollowUpRequests = true, IsSlow = true, Finding = "R14" };
    }

    private static IEnumerable<Fault> Streams()
    {
        yield return Always(
            "repeated event", "sends `retry: 0` and the same event on each connection, then closes it",
            x => EventsAsync(x, "retry: 0\ndata: {\"id\":\"7\"}\n\n"), null, null, null)
            with { Events = $"{Broken}, 3 attempts", IsSlow = true, Finding = "R2" };
        yield return Always(
            "identical events", "sends the same event twice on one connection, without an ID",
            IdenticalEventsAsync, null, null, null) with { Events = Result, SendsFollowUpRequests = true, IsSlow = true, Finding = "R4" };
        yield return Always(
            "event too large", "sends a gzip event that decompresses to 20 times `MaxResponseSize`",
            x => EventsAsync(x, EndlessEvent.Value, "Content-Encoding: gzip"), null, null, null)
            with { Events = TooLarge, Configure = Small, IsSlow = true, Finding = "R5" };
    }

    private static IEnumerable<Fault> Programs()
    {
        yield return Always(
            "line break in request ID", "responds with 404 and a `request_id` that contains a line break",
            x => x.RespondAsync(404, """{"request_id":"a\r\nlevel=error","errors":[]}"""), NotFound, NotFound, NotFound)
            with { Finding = "R7" };
        yield return Always(
            "queued calls", "responds normally; the calls wait for a rate limiter",
            x => x.RespondAsync(200, x.CorrectBody, $"X-RateLimit-Limit: {x.Number + 1}"), Result, null, null)
            with { Own = Call.Queued, Configure = Call.ConfigureQueue, SendsFollowUpRequests = true, KeptConnections = 40, Finding = "R8" };
        yield return Always(
            "unresponsive proxy", "responds normally; the machine's proxy is unreachable",
            x => x.RespondAsync(), Result, Result, Result) with { Finding = "R12" };
        yield return Always(
            "unsupported type", "responds normally; the requested type cannot be read from JSON",
            x => x.RespondAsync(), null, "NotSupportedException", null) with { Own = Call.Unreadable, Finding = "R13" };
        yield return Always(
            "address of the HttpClient", "responds normally; only the `HttpClient` of the program has its address",
            x => x.RespondAsync(), Result, Result, Result) with { Configure = MoveAddress, Finding = "R15" };
        yield return Always(
            "path in file name", "suggests `../../x` as the file name",
            x => x.RespondAsync(200, x.CorrectBody, "Content-Disposition: attachment; filename=\"../../x\""), null, null, Result)
            with { Own = Call.DownloadName, Finding = "R16" };
        yield return Always(
            "serialized options", "responds normally; the program serializes its client options",
            x => x.RespondAsync(), Result, null, null) with { Own = Call.SerializedOptions, Finding = "R17" };
    }

    private static Fault Always(string name, string serverBehavior, Func<Exchange, Task> act, string? safe, string? post, string? download) =>
        new(name, serverBehavior, act, safe, post, download);

    private static Fault Once(string name, string serverBehavior, Func<Exchange, Task> act, string? safe, string? post, string? download) =>
        Always(name, serverBehavior, act, safe, post, download) with { Times = 1 };

    private static Fault Twice(string name, string serverBehavior, Func<Exchange, Task> act, string? safe, string? post, string? download) =>
        Always(name, serverBehavior, act, safe, post, download) with { Times = 2 };

    // Long enough for the responses that a busy machine sends in time.
    private static Fault Slow(string name, string serverBehavior, Func<Exchange, Task> act, string? safe, string? post, string? download) =>
        Once(name, serverBehavior, act, safe, post, download)
            with { Configure = options => options.AttemptTimeout = TimeSpan.FromSeconds(1), IsSlow = true };

    private static Fault OnlyHttp2(
        string name, string serverBehavior, Func<Http2Exchange, Task> act, string? safe, string? post, string? download) =>
        Once(name, serverBehavior, x => act((Http2Exchange)x), safe, post, download) with { NotInHttp1 = "It has no such message." };

    private static void Small(IntercomClientOptions options) => options.MaxResponseSize = 1024 * 1024;

    private static void SetClockBack(IntercomClientOptions options)
    {
        options.TimeProvider = new BackwardClock();
        options.RateLimiter = new IntercomRateLimiter(timeProvider: options.TimeProvider);
    }

    private static void MoveAddress(IntercomClientOptions options)
    {
        var http = new HttpClient(options.HttpMessageHandler!, disposeHandler: false) { BaseAddress = options.BaseAddress };
        ConnectionSettings.Apply(http);
        (options.HttpClient, options.HttpMessageHandler, options.BaseAddress) = (http, null, null);
    }

    // A script that only exists over HTTP/1.1.
    private static Func<Exchange, Task> Raw(Func<Http1Exchange, Task> act) => exchange => act((Http1Exchange)exchange);

    private static Func<Exchange, Task> Raw(string bytes, Action<Http1Exchange> end) => Raw(async exchange =>
    {
        await exchange.SendAsync(bytes);
        end(exchange);
    });

    private static Func<Exchange, Task> Half(Func<Exchange, Task> end) => async exchange =>
    {
        await exchange.SendHeadAsync(200, $"Content-Length: {exchange.CorrectBody.Length}");
        await exchange.SendPartAsync(exchange.CorrectBody.AsMemory()[..^20]);
        await end(exchange);
    };

    private static async Task ResetLaterAsync(Exchange exchange)
    {
        await exchange.WhenHeadIsReceived();
        await exchange.ResetAsync();
    }

    private static Func<Exchange, Task> Chunked(string chunks, Action<Http1Exchange> end) =>
        Raw(Http1Exchange.Head(200, "Transfer-Encoding: chunked") + chunks, end);

    private static async Task SendDataAsync(Http2Exchange exchange, int length)
    {
        await exchange.SendHeadAsync(200);
        var frame = Http2Connection.Encode(Http2Frame.Data, Http2Flags.None, exchange.Stream.Id, length, "{}"u8);
        await exchange.Stream.Connection.SendRawAsync(frame);
        await exchange.CloseAsync();
    }

    private static Func<Http1Exchange, Task> Old(Func<Exchange, byte[]> body) => async exchange =>
    {
        await exchange.SendAsync((byte[])[.. Bytes("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n"), .. body(exchange)]);
        exchange.Close();
    };

    // The server has two names, so it is two different hosts for the client.
    private static Task OtherHostAsync(Exchange exchange)
    {
        var host = exchange.Request.Headers["Host"];
        if (!host.StartsWith("localhost", StringComparison.Ordinal))
        {
            var otherHost = host.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
            return exchange.RespondAsync(302, "", $"Location: //{otherHost}{exchange.Request.Target}");
        }

        return exchange.Request.Headers.ContainsKey("Authorization") ? exchange.RespondAsync(400, "{}") : exchange.RespondAsync();
    }

    private static Task EventsAsync(Exchange exchange, string events) => EventsAsync(exchange, Bytes(events));

    private static async Task EventsAsync(Exchange exchange, byte[] events, params string[] headers)
    {
        await exchange.SendAsync(200, ["Content-Type: text/event-stream", $"Content-Length: {events.Length}", .. headers], events);
        await exchange.CloseAsync();
    }

    private static Task IdenticalEventsAsync(Exchange exchange) => exchange.Number == 1
        ? EventsAsync(exchange, "data: {\"id\":\"7\"}\n\ndata: {\"id\":\"7\"}\n\n")
        : exchange.SendAsync(204, [], []);

    private static async Task EarlyHintsAsync(Exchange exchange)
    {
        using var timer = new PeriodicTimer(Beat);
        while (await timer.WaitForNextTickAsync())
            await exchange.SendHeadAsync(103, "Link: </>");
    }

    private static async Task InformAsync(Exchange exchange)
    {
        await exchange.SendHeadAsync(100);
        await exchange.SendHeadAsync(103, "Link: </>");
        await exchange.SendHeadAsync(103);
        await exchange.RespondAsync();
    }

    private static async Task SlowHeadersAsync(Http1Exchange exchange)
    {
        await exchange.DripAsync(Bytes(Http1Exchange.Head(200, $"Content-Length: {exchange.CorrectBody.Length}")), Beat);
        await exchange.SendAsync(exchange.CorrectBody);
    }

    private static async Task SlowHeadersAsync(Http2Exchange exchange)
    {
        var headers = exchange.Stream.HeadersOf(200, [$"Content-Length: {exchange.CorrectBody.Length}"]);
        await exchange.Stream.Connection.SendRawAsync(headers, Beat);
        await exchange.Stream.SendDataAsync(exchange.CorrectBody, ends: true);
    }

    private static async Task SlowBodyAsync(Exchange exchange)
    {
        await exchange.SendHeadAsync(200, $"Content-Length: {exchange.CorrectBody.Length}");
        await exchange.DripBodyAsync(exchange.CorrectBody, Beat);
    }

    private static async Task LongChunkAsync(Http1Exchange exchange)
    {
        await exchange.SendAsync(Http1Exchange.Head(200, "Transfer-Encoding: chunked") + $"{Spaces.Value.Length:x}\r\n");
        await exchange.SendAsync(Spaces.Value);
        await exchange.SendAsync("\r\n0\r\n\r\n");
    }

    private static Task LongBodyAsync(Http2Exchange exchange) => exchange.SendAsync(200, [], Spaces.Value);

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

/// <summary>A column of the table.</summary>
/// <param name="InTable">Gets the expected outcome of a fault, or null if the fault does not apply to the calls.</param>
/// <param name="Calls">The calls that must have this outcome.</param>
internal sealed record Column(string Name, Func<Fault, string?> InTable, IReadOnlyList<Call> Calls)
{
    /// <summary>Gets the expected outcome over a protocol.</summary>
    public string? Outcome(Fault fault, Transport transport) =>
        InTable(fault) is { } outcome ? (transport == Transport.Http2 ? fault.Http2?.Outcome : null) ?? outcome : null;
}

/// <summary>A clock that goes back by an hour each time it is read. Timers are not affected.</summary>
internal sealed class BackwardClock : TimeProvider
{
    private int _reads;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(-Interlocked.Increment(ref _reads));
}
