using System.Net;
using System.Net.ServerSentEvents;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Reads Server-Sent Events and reconnects when a connection ends. The URL contains its own token. For that reason, the client's token is
/// not sent, and the URL is not part of any message.
/// </summary>
internal sealed class EventStream<T>(ApiVersion version, IntercomClientOptions options, HttpClient http, Uri subscription)
{
    private const string MediaType = "text/event-stream";

    // A server must not make the client reconnect without a pause, or wait for hours.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(5);

    private static readonly ApiOperation Operation = new("Events.Stream", "GET", "/event-stream");

    // Resolved before a request is sent, because it throws for a type that cannot be read.
    private readonly JsonCodec<T> _codec = CodecOf<T>.Reader;
    private readonly DeliveredEvents _delivered = new();
    private string? _lastEventId;
    private TimeSpan? _interval;
    private bool _hasBegun;

    public async IAsyncEnumerable<T> ReadAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // The number of connections in a row without a new event.
        var fruitless = 0;
        while (await OpenAsync(fruitless, cancellationToken).ConfigureAwait(false) is { } connection)
        {
            using (connection)
            {
                _delivered.BeginConnection();
                while (await connection.NextAsync(cancellationToken).ConfigureAwait(false) is { } item)
                {
                    _lastEventId = item.EventId ?? _lastEventId;
                    if (item.Data.Length == 0 || !_delivered.Add(item.EventId, item.Data))
                        continue;
                    fruitless = 0;
                    yield return Read(item.Data, connection.Response);
                }

                if (connection.Interval is { } interval && interval <= LongestInterval)
                    _interval = interval;
            }

            fruitless++;
        }
    }

    // Returns null if the subscription has ended.
    private async Task<EventConnection?> OpenAsync(int failures, CancellationToken cancellationToken)
    {
        TimeSpan? asked = null;
        for (Exception? last = null; ; failures++)
        {
            if (failures > options.Retry.MaxRetries)
            {
                var cause = last ?? new IOException($"{failures} connections in a row ended without a new event.");
                throw new IntercomConnectionException(Operation.Id, version, cause) { RetryCount = failures - 1 };
            }

            if (failures > 0)
                await options.TimeProvider.WaitAsync(asked ?? PauseBefore(failures), cancellationToken).ConfigureAwait(false);
            asked = null;

            try
            {
                var message = await SendAsync(cancellationToken).ConfigureAwait(false);
                var status = (int)message.StatusCode;
                if (status == 200 && message.Content?.Headers.ContentType?.MediaType == MediaType)
                {
                    _hasBegun = true;
                    return await ConnectAsync(message, cancellationToken).ConfigureAwait(false);
                }

                message.Dispose();
                // The token of a subscription is revoked after the last event.
                if (status == 204 || (_hasBegun && status is 401 or 403 or 404 or 410))
                    return null;
                var response = new IntercomResponse(message);
                asked = ServerDelay.Of(response, options.TimeProvider.GetUtcNow());
                if (status is not (408 or 429 or >= 500) || failures == options.Retry.MaxRetries || asked > LongestInterval)
                    throw Rejected(response, failures);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                last = e;
            }
            catch (Exception e) when (e is not IntercomException)
            {
                throw new IntercomRequestException(Operation, version, "the event stream could not be opened", e) { RetryCount = failures };
            }
        }
    }

    private async Task<EventConnection> ConnectAsync(HttpResponseMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await message.Content.OpenAsync(cancellationToken).ConfigureAwait(false);
            return new EventConnection(message, stream, options, TooLarge, cancellationToken);
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(CancellationToken cancellationToken)
    {
        using var request = new SingleRequest(HttpMethod.Get, subscription, isGuarded: !options.HasHandlers)
        {
            Content = EmptyContent.For(HttpMethod.Get),
        };
        request.UseVersionOf(http);
        request.Headers.Accept.ParseAdd(MediaType);
        request.Headers.TryAddWithoutValidation("Cache-Control", "no-cache");
        if (_lastEventId is { Length: > 0 })
            request.Headers.TryAddWithoutValidation("Last-Event-ID", _lastEventId);
        using var limit = new TimeLimit(options.AttemptTimeout, options.TimeProvider, cancellationToken);
        return await limit.GuardAsync(
            () => http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token)).ConfigureAwait(false);
    }

    private IntercomException Rejected(IntercomResponse response, int failures)
    {
        if (response.StatusCode == HttpStatusCode.OK)
        {
            var type = BoundedText.Of(response.Header("Content-Type") ?? "no content type", longest: 100);
            return new IntercomResponseException(
                Operation, version, ResponseProblem.WrongShape, $"it is not an event stream ({type}).", response);
        }

        var rejected = IntercomApiException.Create(new ApiFailure(Operation, version, response, [], response.RequestId, null));
        rejected.RetryCount = failures;
        return rejected;
    }

    private IntercomResponseException TooLarge(IntercomResponse response) => new(
        Operation,
        version,
        ResponseProblem.TooLarge,
        $"an event is longer than {nameof(IntercomClientOptions.MaxResponseSize)}, {options.MaxResponseSize} bytes.",
        response);

    private T Read(string data, IntercomResponse response)
    {
        try
        {
            var json = WireFormat.Parse(Encoding.UTF8.GetBytes(data));
            // The event transport can wrap each event in an envelope, as text or as JSON.
            if (json is JObject envelope && envelope["event_name"] is null && envelope["data"] is { } inner)
                json = inner is JValue { Value: string text } ? WireFormat.Parse(Encoding.UTF8.GetBytes(text)) : inner;
            return WireFormat.TryRead(json, _codec, out var value)
                ? value
                : throw new IntercomResponseException(
                    Operation,
                    version,
                    ResponseProblem.WrongShape,
                    $"expected {typeof(T).Name} as an event but found a JSON {json.Type}.",
                    response,
                    json.Path,
                    data);
        }
        catch (JsonBudgetException e)
        {
            throw new IntercomResponseException(
                Operation, version, ResponseProblem.TooLarge, $"an event is too large: {e.Message}", response, null, data, e);
        }
        catch (JsonException e)
        {
            var problem = $"an event is not valid JSON: {BoundedText.Of(e.Message)}";
            throw new IntercomResponseException(
                Operation, version, ResponseProblem.NotJson, problem, response, (e as JsonReaderException)?.Path, data, e);
        }
    }

    // The pause starts at the server's interval and doubles with each connection without a new event.
    private TimeSpan PauseBefore(int attempt)
    {
        var first = Math.Max((_interval ?? options.Retry.BaseDelay).TotalMilliseconds, ShortestPause.TotalMilliseconds);
        var longest = Math.Max(first, options.Retry.MaxDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(Math.Min(longest, first * Math.Pow(2, attempt - 1)));
    }
}

/// <summary>One connection of an event stream. Its events end when the connection ends or breaks.</summary>
internal sealed class EventConnection : IDisposable
{
    private readonly HttpResponseMessage _message;
    private readonly SseParser<string> _parser;
    private readonly IAsyncEnumerator<SseItem<string>> _events;
    private readonly EventBytes _stream;

    public EventConnection(
        HttpResponseMessage message,
        Stream stream,
        IntercomClientOptions options,
        Func<IntercomResponse, Exception> tooLarge,
        CancellationToken cancellationToken)
    {
        _message = message;
        Response = new IntercomResponse(message);
        _stream = new EventBytes(stream, options, () => tooLarge(Response));
        _parser = SseParser.Create(_stream);
        _events = _parser.EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    public IntercomResponse Response { get; }

    /// <summary>The reconnection interval that the server asks for, or null if it did not send one.</summary>
    public TimeSpan? Interval => _parser.ReconnectionInterval is var interval && interval >= TimeSpan.Zero ? interval : null;

    /// <summary>Reads the next event. Returns null if the connection has ended or broken.</summary>
    public async Task<SseItem<string>?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await _events.MoveNextAsync().ConfigureAwait(false))
                return null;
            _stream.Restart();
            return _events.Current;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or ObjectDisposedException || Decompression.HasFailed(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    public void Dispose() => _message.Dispose();
}

/// <summary>
/// The most recently delivered events. A new connection can start by repeating events of earlier connections. Only these repetitions are
/// dropped. Identical events on one connection are different events.
/// </summary>
internal sealed class DeliveredEvents
{
    private const int Most = 1_000;

    private readonly Queue<string> _order = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private Dictionary<string, int> _repeatable = new(StringComparer.Ordinal);
    private bool _isRepeating;

    /// <summary>Starts a new connection.</summary>
    public void BeginConnection()
    {
        _repeatable = new Dictionary<string, int>(_counts, StringComparer.Ordinal);
        _isRepeating = true;
    }

    /// <summary>Records an event.</summary>
    /// <returns>False if an earlier connection already delivered it.</returns>
    public bool Add(string? id, string data)
    {
        var key = KeyOf(id, data);
        // With an ID, a repetition can occur anywhere. Without one, only events before the first new event are repetitions.
        var hasId = id is { Length: > 0 };
        if ((hasId || _isRepeating) && _repeatable.TryGetValue(key, out var left) && left > 0)
        {
            if (!hasId)
                _repeatable[key] = left - 1;
            return false;
        }

        _isRepeating = false;
        _counts[key] = _counts.TryGetValue(key, out var count) ? count + 1 : 1;
        _order.Enqueue(key);
        if (_order.Count > Most)
            Forget(_order.Dequeue());
        return true;
    }

    private void Forget(string key)
    {
        if (--_counts[key] == 0)
            _counts.Remove(key);
    }

    // An event can be as long as a response, so only its hash is kept.
    private static string KeyOf(string? id, string data)
    {
        var bytes = Encoding.UTF8.GetBytes($"{id}\n{data}");
#if NET
        return Convert.ToBase64String(SHA256.HashData(bytes));
#else
        using var hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(bytes));
#endif
    }
}

/// <summary>
/// The bytes of a connection. A read fails if an event is longer than a limit, and times out after
/// <see cref="IntercomClientOptions.AttemptTimeout"/>, because event servers send keep-alive data.
/// </summary>
internal sealed class EventBytes(Stream inner, IntercomClientOptions options, Func<Exception> tooLarge) : ForwardOnlyStream(inner)
{
    private long _count;

    /// <summary>Resets the count at the end of an event.</summary>
    public void Restart() => _count = 0;

    public override int Read(byte[] buffer, int offset, int count) => Counted(Inner.Read(buffer, offset, Room(count)));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(options.AttemptTimeout, options.TimeProvider, cancellationToken);
        return Counted(await limit.GuardAsync(() => Inner.ReadAsync(buffer, offset, Room(count), limit.Token)).ConfigureAwait(false));
    }

    // Never read beyond the limit while the current event can still end within it.
    private int Room(int count) => (int)Math.Min(count, Math.Max(1, options.MaxResponseSize - _count));

    private int Counted(int count) => (_count += count) <= options.MaxResponseSize ? count : throw tooLarge();
}
