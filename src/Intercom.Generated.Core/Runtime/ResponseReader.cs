using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

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
            throw new IntercomResponseException(
                call.Operation, version, ResponseProblem.Empty, "it is empty, but JSON was expected.", response.Response);
        }

        JToken json;
        try
        {
            if (WireFormat.TryRead(body.Bytes, codec, out var value))
                return value;
            json = WireFormat.Parse(body.Bytes);
        }
        catch (JsonSerializationException e)
        {
            throw new IntercomResponseException(
                call.Operation,
                version,
                ResponseProblem.WrongShape,
                $"it does not fit {typeof(T).Name}: {e.Message}",
                response.Response,
                e.Path,
                body.ToText(ApiFailure.LongestBody),
                e);
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            throw NotJson(call, response, body, e);
        }

        throw new IntercomResponseException(
            call.Operation,
            version,
            ResponseProblem.WrongShape,
            $"expected {typeof(T).Name} but found a JSON {json.Type}.",
            response.Response,
            json.Path,
            json.ToString(Formatting.None));
    }

    private IntercomResponseException NotJson(ApiCall call, ApiResponse response, ResponseBody body, Exception cause)
    {
        var text = body.ToText(ApiFailure.LongestBody);
        var isHtml = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith("<", StringComparison.Ordinal);
        var type = response.Message.Content.Headers.ContentType?.MediaType ?? "no content type";
        return new IntercomResponseException(
            call.Operation,
            version,
            isHtml ? ResponseProblem.Html : ResponseProblem.NotJson,
            isHtml
                ? $"it is a web page ({type}), perhaps from a proxy."
                : $"it is not valid JSON ({type}, {body.Length} bytes): {cause.Message}",
            response.Response,
            cause is JsonReaderException { Path: { Length: > 0 } path } ? path : null,
            text,
            cause);
    }
}
