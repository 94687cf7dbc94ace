using System.Globalization;
using System.Net;
using System.Text;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Recording;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing;

/// <summary>
/// Responds with what was recorded. Each exchange is used once. A request must be the same as a recorded one, except for the host, the
/// token, and values that the recording replaced. Thread-safe.
/// </summary>
/// <remarks>
/// Requests that differ can come in any order, and requests that are the same get their responses in the recorded order. A replaced value
/// stands for one value in the whole recording, whichever the program sends first.
/// </remarks>
public sealed class ReplayHandler : HttpMessageHandler
{
    // A replacement that happens to equal the number of a request would not look like a replacement.
    private const int NumbersOfNoRequest = 1_987_654_321;

    private readonly object _lock = new();
    private readonly IntercomRecording _recording;
    private readonly List<RecordedExchange> _remaining;
    private readonly IReadOnlyList<RedactionRule> _rules;
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>Creates a handler.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="options">The options with which it was recorded. Only the rules are used. Null for the default rules.</param>
    public ReplayHandler(IntercomRecording recording, RecordingOptions? options = null)
    {
        _rules = options is null ? RecordingOptions.DefaultRules : [.. options.Rules];
        _recording = recording ?? throw new ArgumentNullException(nameof(recording));
        _remaining = [.. recording.Exchanges];
    }

    /// <summary>The exchanges that no request has used yet.</summary>
    public IReadOnlyList<RecordedExchange> Remaining
    {
        get
        {
            lock (_lock)
                return [.. _remaining];
        }
    }

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var actual = await ReadAsync(request).ConfigureAwait(false);
        RecordedExchange used;
        lock (_lock)
            used = Take(actual);
        if (used.Response.Body.Omitted is { } omitted)
        {
            throw new ReplayException(
                $"The response to {used} was not recorded completely, because its body was {omitted}. Respond to it in another way, or "
                + "raise RecordingOptions.MaxBodySize.");
        }

        var response = new HttpResponseMessage((HttpStatusCode)used.Status)
        {
            RequestMessage = request,
            Content = used.Response.Body.Json is { } json
                ? new StringContent(json.ToString(Formatting.None), Encoding.UTF8, "application/json")
                : new ByteArrayContent([]),
        };
        foreach (var header in used.Response.Headers)
            response.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return response;
    }

#if NET
    /// <inheritdoc />
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();
#endif

    private static async Task<RecordedRequest> ReadAsync(HttpRequestMessage request)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no URI.");
        var version = request.Headers.TryGetValues("Intercom-Version", out var values) ? string.Join(", ", values) : null;
        var body = RecordedBody.None;
        if (request.Content is { } content)
        {
            body = new RecordedBody(null, BodyReader.IsJson(content) ? null : content.Headers.ContentType?.MediaType ?? "no content type");
            if (body.Omitted is null)
            {
                var text = await content.ReadAsStringAsync().ConfigureAwait(false);
                body = text.Length == 0 ? RecordedBody.None : Parse(text);
            }
        }

        return new RecordedRequest(request.Method.Method.ToUpperInvariant(), uri.PathAndQuery, version, body);
    }

    private static RecordedBody Parse(string text)
    {
        try
        {
            return new RecordedBody(StrictJsonReader.Parse(text), null);
        }
        catch (FormatException)
        {
            // As the recorder has it.
            return new RecordedBody(null, "invalid JSON");
        }
    }

    private RecordedExchange Take(RecordedRequest actual)
    {
        RecordedExchange? nearest = null;
        RequestComparison? best = null;
        var redacted = actual.Body.Json is { } json ? new Redactor(_rules, NumbersOfNoRequest).Redact(json) : null;
        foreach (var exchange in _remaining)
        {
            var comparison = RequestComparison.Of(exchange.Request, actual, redacted, _known);
            if (best is not null && comparison.Distance >= best.Distance)
                continue;
            (nearest, best) = (exchange, comparison);
            if (comparison.Distance == 0)
                break;
        }

        if (best is not { Distance: 0 })
            throw Unexpected(actual, nearest, best);
        _remaining.Remove(nearest!);
        foreach (var found in best.Found)
            _known[found.Key] = found.Value;
        return nearest!;
    }

    private ReplayException Unexpected(RecordedRequest actual, RecordedExchange? nearest, RequestComparison? best)
    {
        var request = $"{actual.Method} {actual.Target}";
        if (nearest is null)
        {
            var count = _recording.Exchanges.Count.ToString(CultureInfo.InvariantCulture);
            return new ReplayException($"The request {request} is not in the recording. All of its {count} exchanges have been used.");
        }

        var index = _recording.Exchanges.ToList().IndexOf(nearest).ToString(CultureInfo.InvariantCulture);
        return new ReplayException(
            $"The request {request} is not in the recording, or its exchange has been used. The nearest one that remains is exchange "
            + $"{index}, {nearest}, but {best!.Difference}. Record again if the program has changed on purpose.");
    }
}
