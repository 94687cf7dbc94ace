using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Server-Sent Events that go on over broken connections. The address carries a token of its own, which is why the client's token is not sent and the
/// address is never told.
/// </summary>
internal sealed class EventStream<T>(ApiVersion version, IntercomClientOptions options, HttpClient http, Uri subscription)
{
    private const string MediaType = "text/event-stream";

    private static readonly ApiOperation Operation = new("Events.Stream", "GET", "/event-stream");

    private readonly DeliveredEvents _delivered = new();
    private string? _lastEventId;
    private TimeSpan? _interval;
    private bool _hasBegun;

    public async IAsyncEnumerable<T> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Connections in a row that gave nothing.
        var fruitless = 0;
        while (await OpenAsync(fruitless, cancellationToken).ConfigureAwait(false) is { } connection)
        {
            using (connection)
            {
                while (await connection.NextAsync(cancellationToken).ConfigureAwait(false) is { } item)
                {
                    fruitless = 0;
                    _lastEventId = item.EventId ?? _lastEventId;
                    // A new connection may give again what the one before gave already.
                    if (item.Data.Length > 0 && _delivered.Add(item.EventId ?? item.Data))
                        yield return Read(item.Data, connection.Response);
                }

                _interval = connection.Interval ?? _interval;
            }

            fruitless++;
        }
    }

    // Null when the subscription is over.
    private async Task<EventConnection?> OpenAsync(int failures, CancellationToken cancellationToken)
    {
        for (Exception? last = null; ; failures++)
        {
            if (failures > options.Retry.MaxRetries)
                throw new IntercomConnectionException(Operation.Id, version, last ?? new IOException("The event stream ended again and again.")) { RetryCount = failures - 1 };
            if (failures > 0)
                await options.TimeProvider.WaitAsync(_interval ?? DelayAfter(failures), cancellationToken).ConfigureAwait(false);

            try
            {
                var message = await SendAsync(cancellationToken).ConfigureAwait(false);
                var status = (int)message.StatusCode;
                if (status == 200 && message.Content?.Headers.ContentType?.MediaType == MediaType)
                {
                    _hasBegun = true;
                    var stream = await message.Content.OpenAsync(cancellationToken).ConfigureAwait(false);
                    return new EventConnection(message, new IdleLimitedStream(stream, options), cancellationToken);
                }

                message.Dispose();
                // The token of a subscription is withdrawn when there is nothing more to say.
                if (status == 204 || (_hasBegun && status is 401 or 403 or 404 or 410))
                    return null;
                if (status is not (408 or 429 or >= 500) || failures == options.Retry.MaxRetries)
                    throw Refused(new IntercomResponse(message), failures);
            }
            catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                last = e;
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, subscription);
        request.Headers.Accept.ParseAdd(MediaType);
        request.Headers.TryAddWithoutValidation("Cache-Control", "no-cache");
        if (_lastEventId is { Length: > 0 })
            request.Headers.TryAddWithoutValidation("Last-Event-ID", _lastEventId);
        using var limit = new TimeLimit(options.AttemptTimeout, options.TimeProvider, cancellationToken);
        return await limit.GuardAsync(() => http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token)).ConfigureAwait(false);
    }

    private IntercomException Refused(IntercomResponse response, int failures)
    {
        if (response.StatusCode == HttpStatusCode.OK)
            return new IntercomResponseException(Operation, version, ResponseProblem.WrongShape, $"it is no event stream ({response.Header("Content-Type") ?? "no content type"}).", response);
        var refused = IntercomApiException.Create(new ApiFailure(Operation, version, response, [], response.RequestId, null));
        refused.RetryCount = failures;
        return refused;
    }

    private T Read(string data, IntercomResponse response)
    {
        try
        {
            var json = WireFormat.Parse(Encoding.UTF8.GetBytes(data));
            // What carries the events may put each into an envelope, as text or as it is.
            if (json is JObject envelope && envelope["event_name"] is null && envelope["data"] is { } inner)
                json = inner is JValue { Value: string text } ? WireFormat.Parse(Encoding.UTF8.GetBytes(text)) : inner;
            return WireFormat.TryRead(json, CodecOf<T>.Instance, out var value)
                ? value
                : throw new IntercomResponseException(
                    Operation, version, ResponseProblem.WrongShape, $"expected {typeof(T).Name} as an event but found a JSON {json.Type}.", response, json.Path, data);
        }
        catch (JsonException e)
        {
            throw new IntercomResponseException(Operation, version, ResponseProblem.NotJson, $"an event is not valid JSON: {e.Message}", response, (e as JsonReaderException)?.Path, data, e);
        }
    }

    private TimeSpan DelayAfter(int failures) =>
        TimeSpan.FromMilliseconds(Math.Min(options.Retry.MaxDelay.TotalMilliseconds, options.Retry.BaseDelay.TotalMilliseconds * Math.Pow(2, failures - 1)));
}

/// <summary>One connection of an event stream: its events until it ends or breaks.</summary>
internal sealed class EventConnection : IDisposable
{
    private readonly HttpResponseMessage _message;
    private readonly SseParser<string> _parser;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    public EventConnection(HttpResponseMessage message, Stream stream, CancellationToken cancellationToken)
    {
        _message = message;
        _parser = SseParser.Create(stream);
        _events = _parser.EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        Response = new IntercomResponse(message);
    }

    public IntercomResponse Response { get; }

    /// <summary>How long the server wants a client to wait before it connects again; null when it does not tell.</summary>
    public TimeSpan? Interval => _parser.ReconnectionInterval is var interval && interval >= TimeSpan.Zero ? interval : null;

    /// <summary>The next event; null when the connection has ended, in good order or not.</summary>
    public async Task<SseItem<string>?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _events.MoveNextAsync().ConfigureAwait(false) ? _events.Current : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || Decompression.HasFailed(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    public void Dispose() => _message.Dispose();
}

/// <summary>The last events that were delivered, by id or by content.</summary>
internal sealed class DeliveredEvents
{
    private const int Most = 1_000;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Notes an event.</summary>
    /// <returns>False when it was delivered before.</returns>
    public bool Add(string key)
    {
        if (!_known.Add(key))
            return false;
        _order.Enqueue(key);
        if (_order.Count > Most)
            _known.Remove(_order.Dequeue());
        return true;
    }
}
