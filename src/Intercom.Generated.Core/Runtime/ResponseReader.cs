using System.Buffers;
using System.Net;
using System.Text;
using Newtonsoft.Json;

namespace Intercom.Generated.Runtime;

/// <summary>Reads the response to a call: an error as an exception, JSON with a codec, and text as it is.</summary>
internal sealed class ResponseReader(ApiVersion version)
{
    /// <summary>Rejects a response with the status of an error.</summary>
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
            // A body that is not JSON at all is another problem than JSON of another form.
            _ = WireFormat.Parse(body.Bytes);
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
            // The members of the caller's own types can throw anything.
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

    /// <summary>Rejects a web page in place of a response: a captive portal or a proxy sends it with a successful status.</summary>
    /// <exception cref="IntercomResponseException">The response is a web page.</exception>
    public void ThrowIfWebPage(ApiCall call, ApiResponse response)
    {
        if (HtmlText.IsType(response.Message) || (response.Body is { } body && HtmlText.IsStart(body.Bytes)))
            throw WebPage(call, response);
    }

    // The description declares a body, but there is nothing to report about something that no longer exists.
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
        call, response, ResponseProblem.Html, $"it is a web page ({MediaType(response)}), perhaps from a proxy.", cause: cause);

    private static string MediaType(ApiResponse response) =>
        response.Message.Content.Headers.ContentType?.MediaType is { } type ? BoundedText.Of(type, longest: 100) : "no content type";

    private IntercomResponseException Unreadable(
        ApiCall call, ApiResponse response, ResponseProblem problem, string description, string? path = null, Exception? cause = null) =>
        new(call.Operation, version, problem, description, response.Response, path, response.Body?.ToText(ApiFailure.LongestBody), cause);
}
