using System.Net;
using System.Text;
using Newtonsoft.Json;

namespace Intercom.Generated.Runtime;

/// <summary>Reads responses: JSON with a codec, or plain text. Turns error responses into exceptions.</summary>
internal sealed class ResponseReader(ApiVersion version)
{
    /// <summary>Throws if the status is an error.</summary>
    /// <exception cref="IntercomApiException">The status is an error.</exception>
    public void ThrowIfError(ApiCall call, ApiResponse response)
    {
        if (!response.IsSuccess)
            throw IntercomApiException.Create(ApiFailure.Read(call, version, response));
    }

    /// <summary>Reads JSON.</summary>
    /// <exception cref="IntercomResponseException">The body is not JSON, or does not fit the type.</exception>
    public T Read<T>(ApiCall call, ApiResponse response, JsonCodec<T> codec)
    {
        var body = response.Body!;
        if (body.Length == 0)
        {
            return IsDeleted(call, response) && WireFormat.TryRead("{}"u8, codec, out var nothing)
                ? nothing
                : throw Unreadable(call, response, ResponseProblem.Empty, "it is empty, but JSON was expected.");
        }

        try
        {
            if (WireFormat.TryRead(body.Bytes, codec, out var value))
                return value;
            // Parse throws if the body is not JSON. Otherwise, it is JSON of another form.
            _ = WireFormat.Parse(body.Bytes.ToArray());
        }
        catch (JsonBudgetException e)
        {
            throw Unreadable(call, response, ResponseProblem.TooLarge, e.Message, cause: e);
        }
        catch (JsonSerializationException e)
        {
            var problem = $"it does not fit {typeof(T).Name}: {BoundedText.Of(e.Message)}";
            throw Unreadable(call, response, ResponseProblem.WrongShape, problem, e.Path ?? string.Empty, e);
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            throw NotJson(call, response, body, e);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The caller's own types can throw any exception.
            var problem = $"{typeof(T).Name} cannot be read from it: {BoundedText.Of(e.Message)}";
            throw Unreadable(call, response, ResponseProblem.WrongShape, problem, cause: e);
        }

        throw Unreadable(
            call,
            response,
            ResponseProblem.WrongShape,
            $"expected {typeof(T).Name} but found a JSON {WireFormat.KindOf(body.Bytes)}.",
            string.Empty);
    }

    /// <summary>Reads text.</summary>
    /// <exception cref="IntercomResponseException">The body is a web page.</exception>
    public string ReadText(ApiCall call, ApiResponse response)
    {
        ThrowIfWebPage(call, response);
        return response.Body!.ToText();
    }

    /// <summary>Throws if the response is a web page, which a captive portal or proxy can send with a successful status.</summary>
    /// <exception cref="IntercomResponseException">The response is a web page.</exception>
    public void ThrowIfWebPage(ApiCall call, ApiResponse response)
    {
        if (HtmlText.IsType(response.Message) || (response.Body is { } body && HtmlText.IsStart(body.Bytes)))
            throw WebPage(call, response);
    }

    // The description declares a body for DELETE, but 204 has none.
    private static bool IsDeleted(ApiCall call, ApiResponse response) =>
        response.Response.StatusCode == HttpStatusCode.NoContent && call.Operation.Method == "DELETE";

    private IntercomResponseException NotJson(ApiCall call, ApiResponse response, ResponseBody body, Exception cause)
    {
        if (body.ToText(HtmlText.LongestStart).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith("<", StringComparison.Ordinal))
            return WebPage(call, response, cause);
        return Unreadable(
            call,
            response,
            ResponseProblem.NotJson,
            $"it is not valid JSON ({MediaType(response)}, {body.Length} bytes): {BoundedText.Of(cause.Message)}",
            cause is JsonReaderException { Path: { Length: > 0 } path } ? path : null,
            cause);
    }

    private IntercomResponseException WebPage(ApiCall call, ApiResponse response, Exception? cause = null) => Unreadable(
        call,
        response,
        ResponseProblem.Html,
        $"it is a web page ({MediaType(response)}), probably from a proxy or captive portal.",
        cause: cause);

    private static string MediaType(ApiResponse response) =>
        response.Message.Content.Headers.ContentType?.MediaType is { } type ? BoundedText.Of(type, longest: 100) : "no content type";

    private IntercomResponseException Unreadable(
        ApiCall call, ApiResponse response, ResponseProblem problem, string description, string? path = null, Exception? cause = null) =>
        new(call.Operation, version, problem, description, response.Response, path, response.Body?.ToText(ApiFailure.LongestBody), cause);
}
