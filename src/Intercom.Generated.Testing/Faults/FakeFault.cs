using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Intercom.Generated.Testing.Faults;
using Intercom.Generated.Testing.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing;

/// <summary>A fault between your code and Intercom. Add it to <see cref="FakeIntercom.Faults"/>.</summary>
/// <remarks>
/// Some faults happen before Intercom handles the request, so that it has no effect: <see cref="CloseConnection"/>, <see cref="Stall"/>,
/// <see cref="RateLimit"/>, <see cref="ServerError"/>, and <see cref="WebPage"/>. With the others, the request takes effect, and its
/// response is late, lost, or changed.
/// </remarks>
public sealed class FakeFault
{
    private const string Page =
        "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in to the network</h1></body></html>";

    private readonly string _text;
    private readonly Func<FaultExchange, CancellationToken, Task<HttpResponseMessage>> _inject;
    private readonly Func<FakeRequest, bool>? _appliesTo;

    private FakeFault(
        string text, Func<FaultExchange, CancellationToken, Task<HttpResponseMessage>> inject, Func<FakeRequest, bool>? appliesTo = null)
    {
        _text = text;
        _inject = inject;
        _appliesTo = appliesTo;
    }

    /// <summary>
    /// The response arrives late, by the clock of the fake. With the fake's own clock, it arrives when <see cref="FakeIntercom.Advance"/>
    /// reaches its time. The request takes effect at once.
    /// </summary>
    /// <param name="delay">The delay, from zero to one day.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative or longer than one day.</exception>
    public static FakeFault Delay(TimeSpan delay)
    {
        if (delay < TimeSpan.Zero || delay > TimeSpan.FromDays(1))
            throw new ArgumentOutOfRangeException(nameof(delay), delay, "A delay is from zero to one day.");
        return new FakeFault($"delay of {delay.ToString("c", CultureInfo.InvariantCulture)}", async (exchange, cancellationToken) =>
        {
            var response = await exchange.RespondAsync().ConfigureAwait(false);
            try
            {
                await exchange.Clock.DelayAsync(delay, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                response.Dispose();
                throw;
            }

            return response;
        });
    }

    /// <summary>No response arrives until the client gives up. The request has no effect.</summary>
    public static FakeFault Stall() => new("stall", static async (_, cancellationToken) =>
    {
        await ForeverAsync(cancellationToken).ConfigureAwait(false);
        throw new OperationCanceledException(cancellationToken);
    });

    /// <summary>The headers and half of the body arrive, and then nothing until the client gives up. The request takes effect.</summary>
    public static FakeFault StallInBody() => ChangeContent("stall in body", static (body, content) =>
        new BrokenContent(content, Half(body), ForeverAsync, body.Length));

    /// <summary>The connection is closed before a response arrives. The request has no effect.</summary>
    public static FakeFault CloseConnection() => new("closed connection", static (_, _) => throw Closed());

    /// <summary>The request takes effect, but the connection is closed before its response arrives.</summary>
    public static FakeFault LoseResponse() => new("lost response", static async (exchange, _) =>
    {
        (await exchange.RespondAsync().ConfigureAwait(false)).Dispose();
        throw Closed();
    });

    /// <summary>The headers and half of the body arrive, and then the connection is closed. The request takes effect.</summary>
    public static FakeFault TruncateBody() => ChangeContent("truncated body", static (body, content) =>
        new BrokenContent(content, Half(body), static _ => throw new IOException("The response ended prematurely."), body.Length));

    /// <summary>The body ends in the middle of its JSON, but is complete according to its headers. The request takes effect.</summary>
    public static FakeFault BreakJson() => ChangeContent("broken JSON", static (body, content) =>
        Replace(content, body.Length > 1 ? Half(body) : [(byte)'{'], content.Headers.ContentType));

    /// <summary>The response has the correct body, but another content type. The request takes effect.</summary>
    /// <param name="contentType">The content type. The default is <c>text/html</c>.</param>
    /// <exception cref="FormatException">The text is not a content type.</exception>
    public static FakeFault ChangeContentType(string contentType = "text/html")
    {
        var type = MediaTypeHeaderValue.Parse(contentType ?? throw new ArgumentNullException(nameof(contentType)));
        return ChangeContent($"content type {type}", (body, content) => Replace(content, body, type));
    }

    /// <summary>A page of a list names itself as the next page. The first page of a list never gets the fault.</summary>
    public static FakeFault RepeatCursor() => new(
        "repeated cursor",
        static async (exchange, _) => await ChangeAsync(exchange, (body, content) =>
        {
            if (Parse(body) is not JObject page)
                return null;
            PageCursors.Repeat(page, exchange.Request);
            return Replace(content, Encoding.UTF8.GetBytes(page.ToString(Formatting.None)), content.Headers.ContentType);
        }).ConfigureAwait(false),
        static request => PageCursors.Of(request) is not null);

    /// <summary>The response says in the header <c>Intercom-Version</c> that it has another version. The request takes effect.</summary>
    /// <param name="version">The version, such as <c>2.11</c>.</param>
    /// <exception cref="ArgumentException">The version is empty or contains a line break.</exception>
    public static FakeFault EchoVersion(string version)
    {
        if (string.IsNullOrWhiteSpace(version) || version.Any(char.IsControl))
            throw new ArgumentException("Specify a version, such as 2.11.", nameof(version));
        return new FakeFault($"version {version}", async (exchange, _) =>
        {
            var response = await exchange.RespondAsync().ConfigureAwait(false);
            response.Headers.Remove("Intercom-Version");
            response.Headers.TryAddWithoutValidation("Intercom-Version", version);
            return response;
        });
    }

    /// <summary>
    /// Responds with 429 and Intercom's rate limit headers: no request remains until <paramref name="resetsAfter"/> has passed. The request
    /// has no effect.
    /// </summary>
    /// <param name="resetsAfter">
    /// The time until the reset, by the clock of the fake, in whole seconds. Null means 10 seconds, Intercom's window.
    /// </param>
    /// <param name="retryAfter">The value of the header <c>Retry-After</c>, in whole seconds. By default, there is no such header.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or longer than one day.</exception>
    public static FakeFault RateLimit(TimeSpan? resetsAfter = null, TimeSpan? retryAfter = null)
    {
        CheckTime(resetsAfter, nameof(resetsAfter));
        CheckTime(retryAfter, nameof(retryAfter));
        return new FakeFault("429", (exchange, _) =>
        {
            var response = exchange.Reject(new Rejection(429, "rate_limit_exceeded", "Exceeded rate limit of 1667 in 10_seconds"));
            var reset = exchange.Clock.Now + (long)(resetsAfter ?? TimeSpan.FromSeconds(10)).TotalSeconds;
            SetHeader(response, "X-RateLimit-Limit", 1667);
            SetHeader(response, "X-RateLimit-Remaining", 0);
            SetHeader(response, "X-RateLimit-Reset", reset);
            if (retryAfter is { } wait)
                SetHeader(response, "Retry-After", (long)wait.TotalSeconds);
            return Task.FromResult(response);
        });
    }

    /// <summary>Responds with an error of Intercom's servers. The request has no effect.</summary>
    /// <param name="status">A status code from 500 to 599. The default is 503.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status code is not from 500 to 599.</exception>
    public static FakeFault ServerError(HttpStatusCode status = HttpStatusCode.ServiceUnavailable)
    {
        if ((int)status is < 500 or > 599)
            throw new ArgumentOutOfRangeException(nameof(status), status, "A server error has a status code from 500 to 599.");
        var code = status == HttpStatusCode.ServiceUnavailable ? "service_unavailable" : "server_error";
        return new FakeFault(
            ((int)status).ToString(CultureInfo.InvariantCulture),
            (exchange, _) => Task.FromResult(exchange.Reject(new Rejection((int)status, code, "Something went wrong on our side"))));
    }

    /// <summary>Responds with the web page of a proxy or a captive portal. The request has no effect.</summary>
    /// <param name="status">The status code. The default is 200.</param>
    public static FakeFault WebPage(HttpStatusCode status = HttpStatusCode.OK) => new(
        $"web page with {((int)status).ToString(CultureInfo.InvariantCulture)}",
        (_, _) => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(Page, Encoding.UTF8, "text/html") }));

    /// <summary>The name of the fault, with its values.</summary>
    public override string ToString() => _text;

    internal bool AppliesTo(FakeRequest request) => _appliesTo is null || _appliesTo(request);

    internal Task<HttpResponseMessage> InjectAsync(FaultExchange exchange, CancellationToken cancellationToken) =>
        _inject(exchange, cancellationToken);

    private static FakeFault ChangeContent(string text, Func<byte[], HttpContent, HttpContent?> change) =>
        new(text, async (exchange, _) => await ChangeAsync(exchange, change).ConfigureAwait(false));

    private static async Task<HttpResponseMessage> ChangeAsync(FaultExchange exchange, Func<byte[], HttpContent, HttpContent?> change)
    {
        var response = await exchange.RespondAsync().ConfigureAwait(false);
        if (response.Content is not { } content)
            return response;
        var body = await content.ReadAsByteArrayAsync().ConfigureAwait(false);
        if (change(body, content) is { } changed)
        {
            response.Content = changed;
            content.Dispose();
        }

        return response;
    }

    private static ByteArrayContent Replace(HttpContent original, byte[] body, MediaTypeHeaderValue? type)
    {
        var content = new ByteArrayContent(body);
        foreach (var header in original.Headers.Where(header => header.Key != "Content-Length"))
            content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        content.Headers.ContentType = type;
        return content;
    }

    private static JToken? Parse(byte[] body)
    {
        try
        {
            return StrictJsonReader.Parse(Encoding.UTF8.GetString(body));
        }
        catch (FormatException)
        {
            // Not a page, for example an empty body.
            return null;
        }
    }

    private static byte[] Half(byte[] body) => [.. body.Take(body.Length / 2)];

    private static async Task ForeverAsync(CancellationToken cancellationToken) =>
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);

    private static HttpRequestException Closed()
    {
        const string Message = "The connection was closed before a response arrived.";
#if NET
        return new HttpRequestException(HttpRequestError.ResponseEnded, Message, new IOException("The response ended prematurely."));
#else
        return new HttpRequestException(Message, new IOException("The response ended prematurely."));
#endif
    }

    private static void SetHeader(HttpResponseMessage response, string name, long value)
    {
        response.Headers.Remove(name);
        response.Headers.TryAddWithoutValidation(name, value.ToString(CultureInfo.InvariantCulture));
    }

    private static void CheckTime(TimeSpan? time, string name)
    {
        if (time is { } value && (value < TimeSpan.Zero || value > TimeSpan.FromDays(1)))
            throw new ArgumentOutOfRangeException(name, value, "The time is from zero to one day.");
    }
}
