using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Intercom.Generated.Runtime;

/// <summary>One try of a call: request, redirects, answer. What breaks on the way is an exception of this package.</summary>
internal sealed class Transport(ApiVersion version, IntercomClientOptions options, HttpClient http, string product, ClientObserver observer)
{
    private const int MostRedirects = 5;
    private const int LongestError = 256 * 1024;

    private readonly RequestUri _uri = new(options.ResolvedBaseAddress);
    private readonly string _userAgent = UserAgent.For(product, version, options.ApplicationName);
    private AuthenticationHeaderValue? _authorization;
    private RateLimit? _rateLimit;
    private int _expectedSize = ResponseBody.UsualSize;

    /// <summary>Whether requests name the version; only the search for a workspace's own version leaves it out.</summary>
    public bool SendsVersion { get; init; } = true;

    /// <summary>The state of the rate limit as the last answer told it; null before.</summary>
    public RateLimit? RateLimit => Volatile.Read(ref _rateLimit);

    /// <summary>Sends a request once and follows redirects.</summary>
    public async ValueTask<Answer> ExchangeAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var authorization = AuthorizationWith(await GetAccessTokenAsync(call.Operation, cancellationToken).ConfigureAwait(false));
        var uri = _uri.For(call.Request, call.Options);
        var isAtIntercom = true;
        for (var redirects = 0; ; redirects++)
        {
            var message = await TransmitAsync(call, uri, isAtIntercom ? authorization : null, cancellationToken).ConfigureAwait(false);
            try
            {
                var response = new IntercomResponse(message);
                call.Options?.OnResponse?.Invoke(response);
                var next = call.Operation.HttpMethod == HttpMethod.Get && redirects < MostRedirects ? RedirectTarget(message, uri) : null;
                if (isAtIntercom)
                    Examine(call, response, isError: !message.IsSuccessStatusCode && next is null);
                if (next is null)
                    return new Answer(message, response, await ReadBodyAsync(call, message, response, cancellationToken).ConfigureAwait(false));
                message.Dispose();
                // The token is for Intercom alone; a file behind a redirect is often somewhere else.
                isAtIntercom = isAtIntercom && next.Scheme == uri.Scheme && next.Authority == uri.Authority;
                uri = next;
            }
            catch
            {
                message.Dispose();
                throw;
            }
        }
    }

    /// <summary>Gives the token that a request would be sent with.</summary>
    public ValueTask<string> GetAccessTokenAsync(ApiOperation operation, CancellationToken cancellationToken) =>
        options.AccessTokenProvider is { } provider ? AskForTokenAsync(provider, operation, cancellationToken) : new ValueTask<string>(options.AccessToken!);

    private static async ValueTask<string> AskForTokenAsync(
        Func<CancellationToken, ValueTask<string>> provider, ApiOperation operation, CancellationToken cancellationToken)
    {
        var token = await provider(cancellationToken).ConfigureAwait(false);
        return IntercomClientOptions.CanBeToken(token)
            ? token
            : throw new InvalidOperationException($"{operation}: {nameof(IntercomClientOptions.AccessTokenProvider)} gave no text that can be a token.");
    }

    // A token is the same for many requests, also that of a provider.
    private AuthenticationHeaderValue AuthorizationWith(string token)
    {
        var authorization = Volatile.Read(ref _authorization);
        if (authorization?.Parameter != token)
            Volatile.Write(ref _authorization, authorization = new AuthenticationHeaderValue("Bearer", token));
        return authorization!;
    }

    private async ValueTask<HttpResponseMessage> TransmitAsync(ApiCall call, Uri uri, AuthenticationHeaderValue? authorization, CancellationToken cancellationToken)
    {
        using var message = NewMessage(call, uri, authorization);
        var start = observer.BeginTry();
        try
        {
            var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
#if !NET
            // Only modern .NET promises a content; on .NET Framework a handler of the caller's can leave it out.
            answer.Content ??= new ByteArrayContent([]);
#endif
            observer.Answered(call, start, answer);
            return answer;
        }
        catch (Exception e)
        {
            var failure = Translate(call, e, cancellationToken);
            observer.Unanswered(call, start, failure);
            if (ReferenceEquals(failure, e))
                throw;
            throw failure;
        }
    }

    private HttpRequestMessage NewMessage(ApiCall call, Uri uri, AuthenticationHeaderValue? authorization)
    {
        var message = new HttpRequestMessage(call.Operation.HttpMethod, uri);
#if NET
        message.Version = http.DefaultRequestVersion;
        message.VersionPolicy = http.DefaultVersionPolicy;
#endif
        message.Content = call.Body?.ToContent() ?? (SendsEmptyContent(call) ? new ByteArrayContent([]) : null);
        if (call.Operation.AcceptHeader is { Length: > 0 } accept)
            message.Headers.TryAddWithoutValidation("Accept", accept);
        message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        if (authorization is not null)
        {
            // Headers of the caller's may be secret too: like the token, they are for Intercom alone.
            if (call.Options is { Headers: { Count: > 0 } headers })
            {
                foreach (var header in headers)
                    AddHeader(call.Operation, message, header);
            }

            message.Headers.Authorization = authorization;
            if (SendsVersion)
                message.Headers.TryAddWithoutValidation("Intercom-Version", version.ToString());
        }

        return message;
    }

    // .NET itself sends a request without content again when a kept connection turns out to be closed: a write would be done twice, a scroll skip a page.
    private static bool SendsEmptyContent(ApiCall call) =>
#if NET
        !call.IsRepeatable;
#else
        // .NET Framework refuses content in a GET.
        !call.IsRepeatable && call.Operation.HttpMethod != HttpMethod.Get;
#endif

    private static void AddHeader(ApiOperation operation, HttpRequestMessage message, KeyValuePair<string, string> header)
    {
        if (string.Equals(header.Key, "Authorization", StringComparison.OrdinalIgnoreCase) || string.Equals(header.Key, "Intercom-Version", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"{operation}: the header {header.Key} belongs to the client and cannot be set for one call. Use a client with another token or of another version.");
        if (header.Value is null || header.Value.IndexOfAny(['\r', '\n', '\0']) >= 0 || !(TryReplace(message.Headers, header) || TryReplace(message.Content?.Headers, header)))
            throw new ArgumentException($"{operation}: {header.Key} is not a header that can be sent.");
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

    // What is somewhere else than Intercom, behind a redirect, tells nothing of its rate limit and has no version of the API.
    private void Examine(ApiCall call, IntercomResponse response, bool isError)
    {
        if (response.RateLimit is { } rateLimit)
        {
            Volatile.Write(ref _rateLimit, rateLimit);
            observer.RateLimited(call, rateLimit);
        }

        (options.RateLimiter as IntercomRateLimiter)?.Observe(response);
        if (!SendsVersion || options.VersionMismatch == VersionMismatchPolicy.Ignore || VersionMismatch.Find(version, response, call.Operation.Id) is not { } mismatch)
            return;
        observer.VersionMismatched(call, mismatch);
        options.OnVersionMismatch?.Invoke(mismatch);
        if (options.VersionMismatch == VersionMismatchPolicy.Throw && !isError)
            throw new IntercomVersionMismatchException(mismatch, response);
    }

    private async ValueTask<ResponseBody?> ReadBodyAsync(ApiCall call, HttpResponseMessage message, IntercomResponse response, CancellationToken cancellationToken)
    {
        if (!message.IsSuccessStatusCode)
            return await ReadErrorAsync(call, message, cancellationToken).ConfigureAwait(false);
        if (call.StreamsAnswer)
            return null;
        try
        {
            var body = await ResponseBody.ReadAsync(message.Content, options.MaxResponseSize, Volatile.Read(ref _expectedSize), cutsOff: false, cancellationToken).ConfigureAwait(false)
                ?? throw new IntercomResponseException(call.Operation, version, ResponseProblem.TooLarge, $"it is longer than {nameof(IntercomClientOptions.MaxResponseSize)}, {options.MaxResponseSize} bytes.", response);
            // A program mostly asks for the same kinds of things again.
            Volatile.Write(ref _expectedSize, (int)Math.Max(body.Length + 1, ResponseBody.UsualSize));
            return body;
        }
        catch (Exception e) when (Decompression.HasFailed(e))
        {
            throw new IntercomResponseException(call.Operation, version, ResponseProblem.Undecodable, $"it cannot be decompressed: {e.Message}", response, cause: e);
        }
        catch (Exception e) when (Translate(call, e, cancellationToken) is var failure && !ReferenceEquals(failure, e))
        {
            throw failure;
        }
    }

    // An error is an error, also when its text does not arrive: the status says more than how the connection broke.
    private static async ValueTask<ResponseBody?> ReadErrorAsync(ApiCall call, HttpResponseMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await ResponseBody.ReadAsync(message.Content, LongestError, ResponseBody.UsualSize, cutsOff: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException || Decompression.HasFailed(e))
        {
            call.Cancelled.ThrowIfCancellationRequested();
            return null;
        }
    }

    // Cancellation stays what it is: who cancelled is known where the tokens come from.
    private Exception Translate(ApiCall call, Exception cause, CancellationToken cancellationToken) => cause switch
    {
        OperationCanceledException when !cancellationToken.IsCancellationRequested => new IntercomTimeoutException(call, version, null, cause),
        // A connection can break because its try was cancelled.
        HttpRequestException or IOException or SocketException when cancellationToken.IsCancellationRequested => new OperationCanceledException(cancellationToken),
        HttpRequestException or IOException or SocketException => new IntercomConnectionException(call.Operation.Id, version, cause),
        _ => cause,
    };

    // As HttpClient does it: to another web address, but never from https to http.
    private static Uri? RedirectTarget(HttpResponseMessage message, Uri from) =>
        (int)message.StatusCode is 301 or 302 or 303 or 307 or 308
        && message.Headers.Location is { } location
        && Uri.TryCreate(from, location, out var next)
        && (next.Scheme == Uri.UriSchemeHttps || (next.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp))
            ? next
            : null;
}
