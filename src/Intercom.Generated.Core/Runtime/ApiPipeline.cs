using System.Buffers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Polly.Timeout;

namespace Intercom.Generated.Runtime;

/// <summary>
/// The way of every call: pacing, tries, answer or exception. Safe for use by several threads.
/// </summary>
public sealed class ApiPipeline : IDisposable
{
    private readonly IntercomClientOptions _options;
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly ClientObserver _observer;
    private readonly Transport _transport;
    private readonly RetryPolicy _retries;

    internal ApiPipeline(ApiVersion version, IntercomClientOptions options, string product, bool sendsVersion = true)
    {
        _options = options.ValidatedCopy();
        Version = version;
        _ownsHttp = _options.HttpClient is null && _options.HttpMessageHandler is not null;
        _http = _options.HttpClient
            ?? (_options.HttpMessageHandler is { } handler ? Connections.Over(handler) : Connections.Shared);
        _observer = new ClientObserver(version, _options);
        _transport = new Transport(version, _options, _http, product, _observer) { SendsVersion = sendsVersion };
        _retries = new RetryPolicy(version, _options, _transport, _observer);
    }

    /// <summary>The API version of every request.</summary>
    public ApiVersion Version { get; }

    /// <summary>The state of the rate limit as the last answer told it; null when none has told it yet.</summary>
    public RateLimit? RateLimit => _transport.RateLimit;

    /// <summary>Calls an operation whose answer is not needed.</summary>
    public async Task SendAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        await RunAsync(request, options, static (_, _) => true, streamsAnswer: false, cancellationToken).ConfigureAwait(false);

    /// <summary>Calls an operation that answers with JSON.</summary>
    /// <returns>The answer; never null for the types of this package.</returns>
    public Task<T> SendAsync<T>(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        SendAsync(request, CodecOf<T>.Instance, options, cancellationToken);

    /// <summary>Calls an operation that answers with JSON. Generated operations call it.</summary>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="codec">Reads the answer.</param>
    /// <param name="options">What this call does differently; null for nothing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer; never null for the types of this package.</returns>
    public Task<T> SendAsync<T>(ApiRequest request, JsonCodec<T> codec, RequestOptions? options, CancellationToken cancellationToken) =>
        RunAsync(request, options, (call, answer) => Bind(call, answer, codec), streamsAnswer: false, cancellationToken);

    /// <summary>Calls an operation that answers with plain text.</summary>
    public Task<string> SendForTextAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        RunAsync(request, options, static (_, answer) => answer.Body!.ToText(), streamsAnswer: false, cancellationToken);

    /// <summary>Calls an operation that answers with a file. The timeout ends with the headers; the body is read as it arrives, and each read has the time of a try.</summary>
    public async Task<IntercomDownload> SendForDownloadAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        var (call, answer) = await RunAsync(request, options, static (call, answer) => (call, answer), streamsAnswer: true, cancellationToken).ConfigureAwait(false);
        try
        {
            var content = await answer.Message.Content.OpenAsync(cancellationToken).ConfigureAwait(false);
            return new IntercomDownload(answer.Message, new DownloadStream(content, call, Version, answer.Response, _options.TimeProvider));
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    /// <summary>Calls an operation that gives a list. Nothing is sent before the list is walked.</summary>
    public IntercomPageable<T> List<T>(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        List(request, CodecOf<T>.Instance, options, cancellationToken);

    /// <summary>Calls an operation that gives a list. Nothing is sent before the list is walked. Generated operations call it.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="codec">Reads an item.</param>
    /// <param name="options">What these calls do differently; null for nothing.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    public IntercomPageable<T> List<T>(ApiRequest request, JsonCodec<T> codec, RequestOptions? options, CancellationToken cancellationToken)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));
        return new IntercomPageable<T>(new PageSource<T>(this, request, codec, options), cancellationToken);
    }

    /// <summary>Reads Server-Sent Events. Nothing is sent before they are walked.</summary>
    internal IAsyncEnumerable<T> StreamEvents<T>(Uri subscription, CancellationToken cancellationToken) =>
        new EventStream<T>(Version, _options, _http, subscription).ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_ownsHttp)
            _http.Dispose();
    }

    /// <summary>Calls an operation that answers with JSON, and gives the answer's status and headers too.</summary>
    internal Task<(T Value, IntercomResponse Response)> SendForAnswerAsync<T>(
        ApiRequest request, JsonCodec<T> codec, RequestOptions? options, CancellationToken cancellationToken) =>
        RunAsync(request, options, (call, answer) => (Bind(call, answer, codec), answer.Response), streamsAnswer: false, cancellationToken);

    /// <summary>Gives the token that a request would be sent with.</summary>
    internal async Task<string> GetAccessTokenAsync(ApiOperation operation, CancellationToken cancellationToken) =>
        await _transport.GetAccessTokenAsync(operation, cancellationToken).ConfigureAwait(false);

    private async Task<T> RunAsync<T>(
        ApiRequest request, RequestOptions? options, Func<ApiCall, Answer, T> read, bool streamsAnswer, CancellationToken cancellationToken)
    {
        var call = new ApiCall(request, options, _options, streamsAnswer, cancellationToken);
        var observation = _observer.Observe(call);
        try
        {
            var answer = await _retries.ExecuteAsync(call).ConfigureAwait(false);
            var result = Read(call, answer, read);
            observation.Succeeded(answer.Response);
            return result;
        }
        catch (Exception e)
        {
            var failure = Translate(e, call);
            observation.Failed(failure);
            if (ReferenceEquals(failure, e))
                throw;
            throw failure;
        }
    }

    private T Read<T>(ApiCall call, Answer answer, Func<ApiCall, Answer, T> read)
    {
        var isKept = false;
        try
        {
            if (!answer.IsSuccess)
                throw IntercomApiException.Create(ApiFailure.Read(call, Version, answer));
            var result = read(call, answer);
            isKept = call.StreamsAnswer;
            return result;
        }
        finally
        {
            if (!isKept)
                answer.Dispose();
        }
    }

    private T Bind<T>(ApiCall call, Answer answer, JsonCodec<T> codec)
    {
        var body = answer.Body!;
        if (body.Length == 0)
            throw new IntercomResponseException(call.Operation, Version, ResponseProblem.Empty, "it is empty where JSON was expected.", answer.Response);
        JToken json;
        try
        {
            if (WireFormat.TryRead(body.Bytes, codec, out var value))
                return value;
            json = WireFormat.Parse(body.Bytes);
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            throw NoJson(call, answer, body, e);
        }

        throw new IntercomResponseException(
            call.Operation, Version, ResponseProblem.WrongShape, $"expected {typeof(T).Name} but found a JSON {json.Type}.", answer.Response, json.Path, json.ToString(Formatting.None));
    }

    private IntercomResponseException NoJson(ApiCall call, Answer answer, ResponseBody body, Exception cause)
    {
        var text = body.ToText(ApiFailure.LongestBody);
        var isHtml = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith("<", StringComparison.Ordinal);
        var type = answer.Message.Content.Headers.ContentType?.MediaType ?? "no content type";
        return new IntercomResponseException(
            call.Operation,
            Version,
            isHtml ? ResponseProblem.Html : ResponseProblem.NotJson,
            isHtml ? $"it is a web page ({type}), perhaps of a proxy." : $"it is not valid JSON ({type}, {body.Length} bytes): {cause.Message}",
            answer.Response,
            cause is JsonReaderException { Path: { Length: > 0 } place } ? place : null,
            text,
            cause);
    }

    // Cancellation by the caller stays what it is; everything else that ends a call is an exception of this package.
    private Exception Translate(Exception cause, ApiCall call)
    {
        switch (cause)
        {
            case IntercomException known:
                known.RetryCount = call.Retries;
                return known;
            case TimeoutRejectedException timeout:
                return new IntercomTimeoutException(call, Version, call.HasTimeFor(TimeSpan.Zero) ? timeout.Timeout : call.Timeout, timeout.InnerException ?? timeout) { RetryCount = call.Retries };
            case OperationCanceledException cancelled when call.Cancelled.IsCancellationRequested:
                return new OperationCanceledException(cancelled.Message, cancelled, call.Cancelled);
            default:
                return cause;
        }
    }
}
