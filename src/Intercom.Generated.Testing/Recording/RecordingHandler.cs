using System.Globalization;
using System.Text;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Recording;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing;

/// <summary>
/// Records the traffic that passes through it, for a <see cref="ReplayHandler"/> and <see cref="FakeIntercom.Seed(IntercomRecording)"/>. It
/// replaces secrets and personal values before it keeps them. Thread-safe.
/// </summary>
/// <remarks>
/// Of the headers, it records only <c>Intercom-Version</c> and a few of the response, never <c>Authorization</c>. Requests of OAuth and
/// requests without a response are not recorded.
/// </remarks>
public sealed class RecordingHandler : DelegatingHandler
{
    private const int LargestBody = 16 * 1024 * 1024;

    private static readonly string[] Headers =
        ["Intercom-Version", "X-Request-Id", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Retry-After", "Location"];

    private readonly object _lock = new();
    private readonly List<Pending> _pending = [];
    private readonly Redactor _redactor;
    private readonly int _maxExchanges;
    private readonly int _maxBodySize;

    /// <summary>Creates a handler without an inner handler, for a pipeline that sets one.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public RecordingHandler(RecordingOptions? options = null)
    {
        options ??= new RecordingOptions();
        if (options.MaxExchanges < 1)
            throw new ArgumentException("RecordingOptions.MaxExchanges must be at least 1.", nameof(options));
        if (options.MaxBodySize is < 1 or > LargestBody)
            throw new ArgumentException("RecordingOptions.MaxBodySize must be from 1 to 16,777,216 bytes.", nameof(options));
        _redactor = new Redactor([.. options.Rules]);
        _maxExchanges = options.MaxExchanges;
        _maxBodySize = options.MaxBodySize;
    }

    /// <summary>Creates a handler that passes requests to another one.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public RecordingHandler(HttpMessageHandler innerHandler, RecordingOptions? options = null)
        : this(options) =>
        InnerHandler = innerHandler ?? throw new ArgumentNullException(nameof(innerHandler));

    /// <summary>The number of exchanges that were not recorded, because there were too many.</summary>
    public int DroppedCount { get; private set; }

    /// <summary>Gets what was recorded so far.</summary>
    /// <exception cref="InvalidOperationException">A token would be part of the recording, because a rule replaces too little.</exception>
    public IntercomRecording GetRecording()
    {
        lock (_lock)
        {
            var recording = new IntercomRecording([.. _pending.Where(pending => pending.Response is not null).Select(Finish)]);
            var text = recording.ToJson();
            // The rules replace every token. This is the last check before a file is written.
            return _redactor.Secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal))
                ? throw new InvalidOperationException("The recording would contain a token or secret, so it was not created.")
                : recording;
        }
    }

    /// <summary>Writes what was recorded so far to a file. The folder must exist.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="InvalidOperationException">A token would be part of the recording.</exception>
    public void Save(string path) => GetRecording().Save(path);

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var pending = await StartAsync(request).ConfigureAwait(false);
        // A compressed body cannot be recorded, unless the inner handler decompresses it.
        request.Headers.AcceptEncoding.Clear();
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (pending is null)
            return response;
        try
        {
            var (bytes, omitted) = await BodyReader.ReadAsync(response, _maxBodySize, cancellationToken).ConfigureAwait(false);
            lock (_lock)
            {
                pending.Response = new RecordedResponse(
                    (int)response.StatusCode,
                    [.. Headers.Where(response.Headers.Contains)
                        .Select(name => new KeyValuePair<string, string>(
                            name, _redactor.RedactText(string.Join(", ", response.Headers.GetValues(name)))))],
                    Redact(bytes, omitted));
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

#if NET
    /// <inheritdoc />
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();
#endif

    private static bool IsOAuth(Uri uri) =>
        uri.AbsolutePath.StartsWith("/auth/", StringComparison.Ordinal) || uri.AbsolutePath.StartsWith("/oauth", StringComparison.Ordinal);

    private async Task<Pending?> StartAsync(HttpRequestMessage request)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no URI.");
        if (IsOAuth(uri))
            return null;
        byte[]? bytes = null;
        string? omitted = null;
        if (request.Content is { } content)
        {
            if (BodyReader.IsJson(content))
            {
                await content.LoadIntoBufferAsync().ConfigureAwait(false);
                var sent = await content.ReadAsByteArrayAsync().ConfigureAwait(false);
                if (sent.Length > _maxBodySize)
                    omitted = $"{sent.Length.ToString(CultureInfo.InvariantCulture)} bytes";
                else
                    bytes = sent;
            }
            else
            {
                omitted = content.Headers.ContentType?.MediaType ?? "no content type";
            }
        }

        lock (_lock)
        {
            if (_pending.Count >= _maxExchanges)
            {
                DroppedCount++;
                return null;
            }

            foreach (var sent in request.Headers.TryGetValues("Authorization", out var tokens) ? tokens : [])
                _redactor.AddSecret(sent.Substring(sent.IndexOf(' ') + 1).Trim());
            var version = request.Headers.TryGetValues("Intercom-Version", out var values) ? string.Join(", ", values) : null;
            var pending = new Pending(new RecordedRequest(
                request.Method.Method.ToUpperInvariant(), _redactor.RedactTarget(uri.PathAndQuery), version, Redact(bytes, omitted)));
            _pending.Add(pending);
            return pending;
        }
    }

    private RecordedBody Redact(byte[]? bytes, string? omitted)
    {
        if (bytes is not { Length: > 0 })
            return new RecordedBody(null, omitted);
        try
        {
            return new RecordedBody(_redactor.Redact(StrictJsonReader.Parse(Encoding.UTF8.GetString(bytes))), null);
        }
        catch (FormatException)
        {
            // Values can only be replaced in JSON.
            return new RecordedBody(null, "invalid JSON");
        }
    }

    private RecordedExchange Finish(Pending pending)
    {
        var request = pending.Request;
        var response = pending.Response!;
        return new RecordedExchange(
            request with { Target = _redactor.ReplaceKnownTarget(request.Target), Body = Finish(request.Body) },
            response with { Body = Finish(response.Body) });
    }

    private RecordedBody Finish(RecordedBody body) => body.Json is null ? body : body with { Json = _redactor.ReplaceKnown(body.Json) };

    private sealed class Pending(RecordedRequest request)
    {
        public RecordedRequest Request { get; } = request;

        /// <summary>The response, or null if none has arrived.</summary>
        public RecordedResponse? Response { get; set; }
    }
}
