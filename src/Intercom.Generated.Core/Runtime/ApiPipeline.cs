using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>
/// The way of every call: request, connection, answer or exception. The only place that knows HTTP. Safe for use by several threads.
/// </summary>
public sealed class ApiPipeline : IDisposable
{
    private const int MostRedirects = 5;

    private readonly IntercomClientOptions _options;
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly Uri _baseAddress;
    private readonly string _userAgent;

    internal ApiPipeline(ApiVersion version, IntercomClientOptions options, string product)
    {
        _options = options.ValidatedCopy();
        Version = version;
        _baseAddress = _options.ResolvedBaseAddress;
        _userAgent = UserAgent.For(product, version, _options.ApplicationName);
        _ownsHttp = _options.HttpClient is null && _options.HttpMessageHandler is not null;
        _http = _options.HttpClient
            ?? (_options.HttpMessageHandler is { } handler ? Connections.Over(handler) : Connections.Shared);
    }

    /// <summary>The API version of every request.</summary>
    public ApiVersion Version { get; }

    /// <summary>Whether requests name the version; only the search for a workspace's own version leaves it out.</summary>
    internal bool SendsVersion { get; init; } = true;

    /// <summary>Calls an operation whose answer is not needed.</summary>
    public async Task SendAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        using var call = new Call(this, request, options, cancellationToken);
        using var message = await call.SendAsync().ConfigureAwait(false);
    }

    /// <summary>Calls an operation that answers with JSON.</summary>
    /// <returns>The answer; never null for the types of this package.</returns>
    public async Task<T> SendAsync<T>(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        using var call = new Call(this, request, options, cancellationToken);
        using var message = await call.SendAsync().ConfigureAwait(false);
        var (json, response) = await call.ReadJsonAsync(message).ConfigureAwait(false);
        return call.Bind<T>(json, response);
    }

    /// <summary>Calls an operation that answers with plain text.</summary>
    public async Task<string> SendForTextAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        using var call = new Call(this, request, options, cancellationToken);
        using var message = await call.SendAsync().ConfigureAwait(false);
        return Encoding.UTF8.GetString(await call.ReadAsync(message).ConfigureAwait(false));
    }

    /// <summary>Calls an operation that answers with a file. The timeout ends with the headers; the body is read as it arrives.</summary>
    public async Task<IntercomDownload> SendForDownloadAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        using var call = new Call(this, request, options, cancellationToken);
        var message = await call.SendAsync().ConfigureAwait(false);
        try
        {
            return new IntercomDownload(message, await OpenAsync(message.Content, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    /// <summary>Calls an operation that gives a list. Nothing is sent before the list is walked.</summary>
    public IntercomPageable<T> List<T>(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));
        return new IntercomPageable<T>(new PageSource<T>(this, request, options), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_ownsHttp)
            _http.Dispose();
    }

    internal async Task<(JToken Json, IntercomResponse Response)> SendForJsonAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        using var call = new Call(this, request, options, cancellationToken);
        using var message = await call.SendAsync().ConfigureAwait(false);
        return await call.ReadJsonAsync(message).ConfigureAwait(false);
    }

    /// <summary>Gives the token that a request would be sent with.</summary>
    internal async Task<string> GetAccessTokenAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var call = new Call(this, request, null, cancellationToken);
        return await call.AccessTokenAsync().ConfigureAwait(false);
    }

#if NET
    private static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync(cancellationToken);
#else
    private static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
    }
#endif

    // One call: what has to be at hand from the first byte sent to the last one read.
    private sealed class Call : IDisposable
    {
        private readonly ApiPipeline _pipeline;
        private readonly ApiRequest _request;
        private readonly RequestOptions? _options;
        private readonly CancellationToken _cancelled;
        private readonly CancellationTokenSource _deadline;
        private readonly TimeSpan _timeout;

        public Call(ApiPipeline pipeline, ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
        {
            _pipeline = pipeline;
            _request = request ?? throw new ArgumentNullException(nameof(request));
            _options = options;
            _cancelled = cancellationToken;
            _timeout = options?.Timeout is { } own ? IntercomClientOptions.Validate(own) : pipeline._options.Timeout;
            _deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            _deadline.CancelAfter(_timeout);
        }

        private string Operation => _request.Operation.Id;

        private ApiVersion Version => _pipeline.Version;

        public async Task<HttpResponseMessage> SendAsync()
        {
            var token = await AccessTokenAsync().ConfigureAwait(false);
            var uri = RequestUri.For(_pipeline._baseAddress, _request, _options);
            var method = new HttpMethod(_request.Operation.Method);
            var carriesToken = true;
            for (var redirects = 0; ; redirects++)
            {
                var message = await GuardAsync(() => TransmitAsync(method, uri, carriesToken ? token : null)).ConfigureAwait(false);
                _options?.OnResponse?.Invoke(new IntercomResponse(message));
                var next = method == HttpMethod.Get && redirects < MostRedirects ? RedirectTarget(message, uri) : null;
                if (carriesToken)
                    CheckVersion(message, isError: !message.IsSuccessStatusCode && next is null);
                if (message.IsSuccessStatusCode)
                    return message;
                if (next is null)
                    throw await FailureAsync(message).ConfigureAwait(false);
                message.Dispose();
                // The token is for Intercom alone; a file behind a redirect is often somewhere else.
                carriesToken = carriesToken && next.Scheme == uri.Scheme && next.Authority == uri.Authority;
                uri = next;
            }
        }

        public async Task<(JToken Json, IntercomResponse Response)> ReadJsonAsync(HttpResponseMessage message)
        {
            var response = new IntercomResponse(message);
            var body = await ReadAsync(message).ConfigureAwait(false);
            if (body.Length == 0)
                throw new IntercomResponseException(Operation, Version, "it is empty where JSON was expected.", null, response, null, null);
            try
            {
                return (WireFormat.Parse(body), response);
            }
            catch (Exception e) when (e is JsonException or DecoderFallbackException)
            {
                var path = e is JsonReaderException { Path: { Length: > 0 } place } ? place : null;
                var type = message.Content.Headers.ContentType?.MediaType ?? "no content type";
                throw new IntercomResponseException(
                    Operation, Version, $"it is not valid JSON ({type}, {body.Length} bytes): {e.Message}", path, response, ApiFailure.Bounded(Text(body)), e);
            }
        }

        public T Bind<T>(JToken json, IntercomResponse response) =>
            WireFormat.TryRead<T>(json, out var value) && value is not null
                ? value
                : throw new IntercomResponseException(
                    Operation, Version, $"expected {typeof(T).Name} but found a JSON {json.Type}.", json.Path, response, ApiFailure.Bounded(json.ToString(Formatting.None)), null);

        public Task<byte[]> ReadAsync(HttpResponseMessage message) => GuardAsync(async () =>
        {
            using var stream = await OpenAsync(message.Content, _deadline.Token).ConfigureAwait(false);
            using var buffer = new MemoryStream();
            try
            {
                await stream.CopyToAsync(buffer, 81_920, _deadline.Token).ConfigureAwait(false);
            }
            catch (InvalidDataException e)
            {
                throw new IntercomResponseException(Operation, Version, $"it cannot be decompressed: {e.Message}", null, new IntercomResponse(message), null, e);
            }

            return buffer.ToArray();
        });

        public async Task<string> AccessTokenAsync()
        {
            if (_pipeline._options.AccessTokenProvider is not { } provider)
                return _pipeline._options.AccessToken!;
            string token;
            try
            {
                token = await provider(_deadline.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException e) when (_deadline.IsCancellationRequested)
            {
                throw Ended(e);
            }

            return IntercomClientOptions.CanBeToken(token)
                ? token
                : throw new InvalidOperationException($"{Operation}: {nameof(IntercomClientOptions.AccessTokenProvider)} gave no text that can be a token.");
        }

        public void Dispose() => _deadline.Dispose();

        private async Task<HttpResponseMessage> TransmitAsync(HttpMethod method, Uri uri, string? token)
        {
            using var message = new HttpRequestMessage(method, uri);
            message.Content = RequestContent.For(_request);
            message.Headers.Accept.ParseAdd(_request.Operation.Accept);
            message.Headers.TryAddWithoutValidation("User-Agent", _pipeline._userAgent);
            foreach (var header in _options?.Headers ?? Enumerable.Empty<KeyValuePair<string, string>>())
                AddHeader(message, header);
            if (token is not null)
            {
                message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                if (_pipeline.SendsVersion)
                    message.Headers.TryAddWithoutValidation("Intercom-Version", Version.ToString());
            }

            var answer = await _pipeline._http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, _deadline.Token).ConfigureAwait(false);
#if !NET
            // Only modern .NET promises a content; on .NET Framework a handler of the caller's can leave it out.
            answer.Content ??= new ByteArrayContent([]);
#endif
            return answer;
        }

        private void AddHeader(HttpRequestMessage message, KeyValuePair<string, string> header)
        {
            if (string.Equals(header.Key, "Authorization", StringComparison.OrdinalIgnoreCase) || string.Equals(header.Key, "Intercom-Version", StringComparison.OrdinalIgnoreCase))
                throw new ArgumentException($"{Operation}: the header {header.Key} belongs to the client and cannot be set for one call. Use a client with another token or of another version.");
            if (header.Value is null || header.Value.IndexOfAny(['\r', '\n', '\0']) >= 0 || !(TryReplace(message.Headers, header) || TryReplace(message.Content?.Headers, header)))
                throw new ArgumentException($"{Operation}: {header.Key} is not a header that can be sent.");
        }

        // Remove throws for names that do not belong to the collection; the Try methods do not.
        private static bool TryReplace(HttpHeaders? headers, KeyValuePair<string, string> header)
        {
            if (headers is null)
                return false;
            if (headers.TryGetValues(header.Key, out _))
                headers.Remove(header.Key);
            return headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        // What is somewhere else than Intercom, behind a redirect, has no version of the API.
        private void CheckVersion(HttpResponseMessage message, bool isError)
        {
            var options = _pipeline._options;
            if (!_pipeline.SendsVersion || options.VersionMismatch == VersionMismatchPolicy.Ignore || !message.Headers.Contains("Intercom-Version"))
                return;
            var response = new IntercomResponse(message);
            if (VersionMismatch.Find(Version, response, Operation) is not { } mismatch)
                return;
            try
            {
                options.OnVersionMismatch?.Invoke(mismatch);
                if (options.VersionMismatch == VersionMismatchPolicy.Throw && !isError)
                    throw new IntercomVersionMismatchException(mismatch, response);
            }
            catch
            {
                message.Dispose();
                throw;
            }
        }

        private async Task<IntercomApiException> FailureAsync(HttpResponseMessage message)
        {
            using (message)
            {
                var response = new IntercomResponse(message);
                var body = await ReadAsync(message).ConfigureAwait(false);
                return IntercomApiException.Create(ApiFailure.Read(Operation, Version, response, Text(body)) with { Request = _request, Scroll = ScrollStageOf(_request, _options) });
            }
        }

        // Cancellation by the caller stays what it is; everything else that ends a call is an exception of this package.
        private async Task<T> GuardAsync<T>(Func<Task<T>> action)
        {
            try
            {
                return await action().ConfigureAwait(false);
            }
            catch (OperationCanceledException e)
            {
                throw Ended(e);
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                throw new IntercomConnectionException(Operation, Version, e);
            }
        }

        private Exception Ended(OperationCanceledException cause) => _cancelled.IsCancellationRequested
            ? new OperationCanceledException(cause.Message, cause, _cancelled)
            : new IntercomTimeoutException(Operation, Version, _deadline.IsCancellationRequested ? _timeout : null, cause);

        private static ScrollStage ScrollStageOf(ApiRequest request, RequestOptions? options)
        {
            if (request.Query.Any(parameter => parameter.Key == PageCursor.ScrollParam) || options?.Query.ContainsKey(PageCursor.ScrollParam) == true)
                return ScrollStage.Continuation;
            var isScroll = request.Operation.Items is not null && request.Operation.Path.EndsWith("/scroll", StringComparison.Ordinal);
            return isScroll ? ScrollStage.Start : ScrollStage.None;
        }

        private static string Text(byte[] body) => Encoding.UTF8.GetString(body);

        // As HttpClient does it: to another web address, but never from https to http.
        private static Uri? RedirectTarget(HttpResponseMessage message, Uri from) =>
            (int)message.StatusCode is 301 or 302 or 303 or 307 or 308
            && message.Headers.Location is { } location
            && Uri.TryCreate(from, location, out var next)
            && (next.Scheme == Uri.UriSchemeHttps || (next.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp))
                ? next
                : null;
    }
}
