using System.ComponentModel;

namespace Intercom.Generated.Runtime;

/// <summary>Invokes operations. It is the entry point of all generated clients, and it is thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OperationInvoker : IDisposable
{
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly ClientContext _client;
    private readonly AttemptLoop _attempts;
    private readonly ResponseReader _reader;
    private readonly Func<ApiCall, ApiResponse, bool> _ignoreBody;
    private readonly Func<ApiCall, ApiResponse, string> _readText;
    private readonly Func<ApiCall, ApiResponse, (ApiCall, ApiResponse)> _keepOpen;

    internal OperationInvoker(ApiVersion version, IntercomClientOptions options, string product, bool sendsVersion = true)
    {
        var own = options.ValidatedCopy();
        Version = version;
        _ownsHttp = own.HttpClient is null && own.HttpMessageHandler is not null;
        _http = own.HttpClient ?? (own.HttpMessageHandler is { } handler ? Connections.Over(handler) : Connections.Shared);
        _client = new ClientContext(version, own, sendsVersion);
        _attempts = new AttemptLoop(_client, new Transport(_client, _http, product));
        _reader = new ResponseReader(version);
        _ignoreBody = IgnoreBody;
        _readText = _reader.ReadText;
        _keepOpen = KeepOpen;
    }

    /// <summary>The API version of every request.</summary>
    public ApiVersion Version { get; }

    /// <summary>The rate limit from the most recent response that reported one, or null if no response has reported one yet.</summary>
    public RateLimit? RateLimit => _client.Responses.RateLimit;

    /// <summary>The clock of the client.</summary>
    internal TimeProvider TimeProvider => _client.Options.TimeProvider;

    /// <summary>Sends a request and ignores the response body.</summary>
    public async Task SendAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        await RunAsync(request, options, _ignoreBody, streamsResponse: false, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a request and reads the JSON of the response.</summary>
    /// <returns>The value. It is never null for the types of this package.</returns>
    public Task<T> SendAsync<T>(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        SendAsync(request, CodecOf<T>.Reader, options, cancellationToken);

    /// <summary>Sends a request and reads the JSON of the response. Generated operations call it.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="codec">Reads the value.</param>
    /// <param name="options">The options of this call, or null for the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The value. It is never null for the types of this package.</returns>
    public Task<T> SendAsync<T>(ApiRequest request, JsonCodec<T> codec, RequestOptions? options, CancellationToken cancellationToken) =>
        RunAsync(request, options, (call, response) => _reader.Read(call, response, codec), streamsResponse: false, cancellationToken);

    /// <summary>Sends a request and reads the plain text of the response.</summary>
    public Task<string> SendForTextAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        RunAsync(request, options, _readText, streamsResponse: false, cancellationToken);

    /// <summary>
    /// Sends a request for a file. The timeout applies until the response headers arrive. Then the body is streamed, and the attempt
    /// timeout applies to each read.
    /// </summary>
    public async Task<IntercomDownload> SendForDownloadAsync(
        ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        var (call, response) = await RunAsync(
            request, options, _keepOpen, streamsResponse: true, cancellationToken).ConfigureAwait(false);
        try
        {
            var content = await response.Message.Content.OpenAsync(cancellationToken).ConfigureAwait(false);
            var declared = DeclaredLength.Of(call, response.Message);
            return new IntercomDownload(
                response.Message,
                new DownloadStream(content, declared, call, _client, response.Response),
                (position, cancellation) => SendForDownloadAsync(request, position.AddTo(options), cancellation));
        }
        catch (Exception e)
        {
            response.Dispose();
            var failure = _client.Exceptions.Translate(call, e, null, response.Response, cancellationToken);
            if (ReferenceEquals(failure, e))
                throw;
            throw failure;
        }
    }

    /// <summary>Lists items. No request is sent until the list is enumerated.</summary>
    public IntercomPageable<T> List<T>(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        List(request, CodecOf<T>.Reader, options, cancellationToken);

    /// <summary>Lists items. No request is sent until the list is enumerated. Generated operations call it.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="codec">Reads an item.</param>
    /// <param name="options">The options of these calls, or null for the client's options.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public IntercomPageable<T> List<T>(ApiRequest request, JsonCodec<T> codec, RequestOptions? options, CancellationToken cancellationToken)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));
        return new IntercomPageable<T>(new PageSource<T>(this, request, codec, options), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Exceptions.ClientDisposed();
        if (_ownsHttp)
            _http.Dispose();
    }

    /// <summary>Reads Server-Sent Events. No request is sent until they are enumerated.</summary>
    internal IAsyncEnumerable<T> StreamEvents<T>(Uri subscription, CancellationToken cancellationToken) =>
        new EventStream<T>(Version, _client.Options, _http, subscription).ReadAsync(cancellationToken);

    /// <summary>Sends a request, and returns the JSON of the response with its status and headers.</summary>
    internal Task<(T Value, IntercomResponse Response)> SendForResponseAsync<T>(
        ApiRequest request, JsonCodec<T> codec, RequestOptions? options, CancellationToken cancellationToken) =>
        SendAsync(request, codec, static (value, response) => (value, response.Response), options, cancellationToken);

    /// <summary>Sends a request, reads the JSON of the response, and combines both into a result.</summary>
    internal Task<TResult> SendAsync<T, TResult>(
        ApiRequest request,
        JsonCodec<T> codec,
        Func<T, ApiResponse, TResult> combine,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        RunAsync(
            request,
            options,
            (call, response) => combine(_reader.Read(call, response, codec), response),
            streamsResponse: false,
            cancellationToken);

    /// <summary>Gets the access token for a request.</summary>
    internal async Task<string> GetAccessTokenAsync(ApiOperation operation, CancellationToken cancellationToken) =>
        await _client.Tokens.GetAsync(operation, cancellationToken).ConfigureAwait(false);

    private async Task<T> RunAsync<T>(
        ApiRequest request,
        RequestOptions? options,
        Func<ApiCall, ApiResponse, T> read,
        bool streamsResponse,
        CancellationToken cancellationToken)
    {
        var call = Begin(request, options, streamsResponse, cancellationToken);
        var observation = _client.Observer.Observe(call);
        ApiResponse? response = null;
        var isKept = false;
        try
        {
            response = await _attempts.RunAsync(call).ConfigureAwait(false);
            _reader.ThrowIfError(call, response);
            if (options is { KeepRawBody: true })
                response.Response.RawBody = response.Body?.ToText();
            var result = read(call, response);
            isKept = streamsResponse;
            observation.Succeeded(response.Response);
            return result;
        }
        catch (Exception e)
        {
            var failure = AsFailure(call, e);
            observation.Failed(failure);
            if (ReferenceEquals(failure, e))
                throw;
            throw failure;
        }
        finally
        {
            if (!isKept)
                response?.Dispose();
        }
    }

    private bool IgnoreBody(ApiCall call, ApiResponse response)
    {
        _reader.ThrowIfWebPage(call, response);
        return true;
    }

    private (ApiCall Call, ApiResponse Response) KeepOpen(ApiCall call, ApiResponse response)
    {
        _reader.ThrowIfWebPage(call, response);
        return (call, response);
    }

    private ApiCall Begin(ApiRequest request, RequestOptions? options, bool streamsResponse, CancellationToken cancellationToken)
    {
        try
        {
            return new ApiCall(_client, request, options, streamsResponse, cancellationToken);
        }
        catch (Exception e) when (e is not (ArgumentException or NotSupportedException or IntercomException))
        {
            throw new IntercomRequestException(request.Operation, Version, "the request body cannot be written as JSON", e);
        }
    }

    // Exceptions for invalid arguments are thrown by this package when it creates the request, so they are not translated.
    private Exception AsFailure(ApiCall call, Exception failure)
    {
        if (failure is IntercomException known)
        {
            known.RetryCount = call.Retries;
            return known;
        }

        if (failure is ArgumentException or NotSupportedException)
            return failure;
        if (failure is OperationCanceledException && call.CancellationToken.IsCancellationRequested)
            return failure;
        return new IntercomRequestException(call.Operation, Version, "the call failed", failure) { RetryCount = call.Retries };
    }
}
