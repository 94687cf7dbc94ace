using System.Buffers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>
/// The way of every call: pacing, tries, answer or exception. Safe for use by several threads.
/// </summary>
public sealed class ApiPipeline : IDisposable
{
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly ClientContext _client;
    private readonly AttemptLoop _attempts;

    internal ApiPipeline(ApiVersion version, IntercomClientOptions options, string product, bool sendsVersion = true)
    {
        var own = options.ValidatedCopy();
        Version = version;
        _ownsHttp = own.HttpClient is null && own.HttpMessageHandler is not null;
        _http = own.HttpClient ?? (own.HttpMessageHandler is { } handler ? Connections.Over(handler) : Connections.Shared);
        _client = new ClientContext(version, own, sendsVersion);
        _attempts = new AttemptLoop(_client, new Transport(_client, _http, product));
    }

    /// <summary>The API version of every request.</summary>
    public ApiVersion Version { get; }

    /// <summary>The state of the rate limit as the last answer told it; null when none has told it yet.</summary>
    public RateLimit? RateLimit => _client.Responses.RateLimit;

    /// <summary>Calls an operation whose answer is not needed.</summary>
    public async Task SendAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        await RunAsync(request, options, static (_, _) => true, streamsResponse: false, cancellationToken).ConfigureAwait(false);

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
        RunAsync(request, options, (call, answer) => Bind(call, answer, codec), streamsResponse: false, cancellationToken);

    /// <summary>Calls an operation that answers with plain text.</summary>
    public Task<string> SendForTextAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        RunAsync(request, options, static (_, answer) => answer.Body!.ToText(), streamsResponse: false, cancellationToken);

    /// <summary>Calls an operation that answers with a file. The timeout ends with the headers; the body is read as it arrives, and each read has the time of a try.</summary>
    public async Task<IntercomDownload> SendForDownloadAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        var (call, answer) = await RunAsync(request, options, static (call, answer) => (call, answer), streamsResponse: true, cancellationToken).ConfigureAwait(false);
        try
        {
            var content = await answer.Message.Content.OpenAsync(cancellationToken).ConfigureAwait(false);
            return new IntercomDownload(answer.Message, new DownloadStream(content, call, _client, answer.Response));
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
        new EventStream<T>(Version, _client.Options, _http, subscription).ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_ownsHttp)
            _http.Dispose();
    }

    /// <summary>Calls an operation that answers with JSON, and gives the answer's status and headers too.</summary>
    internal Task<(T Value, IntercomResponse Response)> SendForAnswerAsync<T>(
        ApiRequest request, JsonCodec<T> codec, RequestOptions? options, CancellationToken cancellationToken) =>
        RunAsync(request, options, (call, answer) => (Bind(call, answer, codec), answer.Response), streamsResponse: false, cancellationToken);

    /// <summary>Gives the token that a request would be sent with.</summary>
    internal async Task<string> GetAccessTokenAsync(ApiOperation operation, CancellationToken cancellationToken) =>
        await _client.Tokens.GetAsync(operation, cancellationToken).ConfigureAwait(false);

    private async Task<T> RunAsync<T>(
        ApiRequest request, RequestOptions? options, Func<ApiCall, ApiResponse, T> read, bool streamsResponse, CancellationToken cancellationToken)
    {
        var call = new ApiCall(_client, request, options, streamsResponse, cancellationToken);
        var observation = _client.Observer.Observe(call);
        try
        {
            var answer = await _attempts.RunAsync(call).ConfigureAwait(false);
            var result = Read(call, answer, read);
            observation.Succeeded(answer.Response);
            return result;
        }
        catch (Exception e)
        {
            if (e is IntercomException known)
                known.RetryCount = call.Retries;
            observation.Failed(e);
            throw;
        }
    }

    private T Read<T>(ApiCall call, ApiResponse answer, Func<ApiCall, ApiResponse, T> read)
    {
        var isKept = false;
        try
        {
            if (!answer.IsSuccess)
                throw IntercomApiException.Create(ApiFailure.Read(call, Version, answer));
            var result = read(call, answer);
            isKept = call.StreamsResponse;
            return result;
        }
        finally
        {
            if (!isKept)
                answer.Dispose();
        }
    }

    private T Bind<T>(ApiCall call, ApiResponse answer, JsonCodec<T> codec)
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

    private IntercomResponseException NoJson(ApiCall call, ApiResponse answer, ResponseBody body, Exception cause)
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
}
