using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Intercom.Generated;

/// <summary>
/// The request for an access token. It has no bearer token and must not be retried, so it does not use the pipeline of the clients.
/// </summary>
internal sealed class TokenRequest(IntercomOAuthOptions options, HttpClient http)
{
    private const int LongestResponse = 65_536;
    private const string Name = "OAuth.ExchangeCode";

    /// <summary>Sends the request, and reads the token.</summary>
    /// <exception cref="IntercomOAuthException">The request failed.</exception>
    public async Task<IntercomOAuthToken> SendAsync(string code, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource();
        using var timer = options.TimeProvider.CreateTimer(
            static source => ((CancellationTokenSource)source!).Cancel(), timeout, options.Timeout, Timeout.InfiniteTimeSpan);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var request = New(code);
            using var response = await http.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            var body = await ReadAsync(response, either.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? ReadToken(response, body) : throw Rejected(response, body, code);
        }
        catch (OperationCanceledException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new IntercomOAuthException(
                IntercomOAuthProblem.Unavailable,
                $"{Name}: no complete response within {options.Timeout.TotalSeconds:0.###} seconds. Ask the teammate to authorize again.",
                cause: e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new IntercomOAuthException(
                IntercomOAuthProblem.Unavailable,
                $"{Name}: no response from Intercom: {ServerText.Bounded(e.Message, code, options.ClientSecret!)} "
                + "Ask the teammate to authorize again.",
                cause: e);
        }
    }

    private HttpRequestMessage New(string code)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, options.TokenEndpoint)
        {
            Content = new FormUrlEncodedContent(
            [
                new KeyValuePair<string, string>("code", code),
                new KeyValuePair<string, string>("client_id", options.ClientId!),
                new KeyValuePair<string, string>("client_secret", options.ClientSecret!),
            ]),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    // Reads one byte more than allowed, so that a body that is too long is noticed.
    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
#if NET
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        var buffer = new byte[LongestResponse + 1];
        var length = 0;
        while (length < buffer.Length)
        {
#if NET
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
#else
            var read = await stream.ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false);
#endif
            if (read == 0)
                return buffer.AsSpan(0, length).ToArray();
            length += read;
        }

        return null;
    }

    // The body can contain a token, so it is not part of any message.
    private static IntercomOAuthToken ReadToken(HttpResponseMessage response, byte[]? body)
    {
        if (body is null)
            throw Unreadable(response, $"it is longer than {LongestResponse} bytes.");
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind == JsonValueKind.Object
                && (Text(json.RootElement, "access_token") ?? Text(json.RootElement, "token")) is { } token
                && token.All(letter => letter is >= '!' and <= '~'))
            {
                return new IntercomOAuthToken(token);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Unreadable(response, "it is not valid JSON.");
        }

        throw Unreadable(response, "it has no access_token.");
    }

    private static IntercomOAuthException Unreadable(HttpResponseMessage response, string reason) => new(
        IntercomOAuthProblem.InvalidResponse,
        $"{Name}: the response with status {(int)response.StatusCode} cannot be read: {reason}",
        response.StatusCode,
        RequestIdOf(response));

    private IntercomOAuthException Rejected(HttpResponseMessage response, byte[]? body, string code)
    {
        var status = (int)response.StatusCode;
        var isRejection = response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
        var remedy = isRejection
            ? "A code can be used only once and for a short time. Check the client ID and the client secret, "
                + "and that the code is complete, with an equals sign at its end."
            : "Ask the teammate to authorize again.";
        var reason = ErrorIn(body) is { } error ? $": {ServerText.Bounded(error, code, options.ClientSecret!)}" : string.Empty;
        return new IntercomOAuthException(
            isRejection ? IntercomOAuthProblem.Rejected : IntercomOAuthProblem.Unavailable,
            $"{Name} failed with status {status}{reason}. {remedy}",
            response.StatusCode,
            RequestIdOf(response));
    }

    // Intercom reports an error.list, an OAuth server reports error and error_description.
    private static string? ErrorIn(byte[]? body)
    {
        try
        {
            using var json = JsonDocument.Parse(body ?? []);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return null;
            if (root.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0
                && errors[0].ValueKind == JsonValueKind.Object)
            {
                return Text(errors[0], "message") ?? Text(errors[0], "code");
            }

            return Text(root, "error_description") ?? Text(root, "error") ?? Text(root, "message");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static string? RequestIdOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Request-Id", out var values) && values.FirstOrDefault() is { Length: > 0 and <= 128 } id
        && id.All(letter => letter is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-' or '_' or '.' or ':')
            ? id
            : null;
}
