using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>An error response, read from any form of error body.</summary>
internal sealed record ApiFailure(
    ApiOperation Operation,
    ApiVersion Version,
    IntercomResponse Response,
    IReadOnlyList<IntercomError> Errors,
    string? RequestId,
    string? RawBody)
{
    public const int LongestBody = 65_536;

    /// <summary>The request's part in a scroll.</summary>
    public ScrollStage Scroll { get; init; }

    /// <summary>The address that responded, or null if the caller's handler does not report it.</summary>
    public Uri? Address { get; init; }

    /// <summary>Whether the body is a web page.</summary>
    public bool IsWebPage { get; init; }

    /// <summary>Whether a proxy, firewall, or load balancer sent the response. Responses from Intercom have a request ID.</summary>
    public bool IsFromElsewhere => IsWebPage && RequestId is null && Errors.Count == 0;

    public static ApiFailure Read(ApiCall call, ApiVersion version, ApiResponse response)
    {
        var body = response.Body?.ToText();
        var json = Parse(body);
        return new ApiFailure(
            call.Operation,
            version,
            response.Response,
            json is null ? [] : ReadErrors(json),
            RequestIds.Filter(Text(json?["request_id"] as JValue)) ?? response.Response.RequestId,
            Bounded(body))
        {
            IsWebPage = HtmlText.IsType(response.Message) || (body is not null && HtmlText.IsStart(body)),
            Scroll = call.Scroll,
            Address = response.Message.RequestMessage?.RequestUri,
        };
    }

    public bool HasCode(string code) => Errors.Any(error => error.Code == code);

    public static string? Bounded(string? body) =>
        string.IsNullOrEmpty(body) ? null : body!.Length <= LongestBody ? body : body.Substring(0, LongestBody);

    // Most bodies are an error.list. Some have a single error or an error_key. Bodies from proxies are not JSON.
    private static IReadOnlyList<IntercomError> ReadErrors(JObject json)
    {
        if (json["errors"] is JArray { Count: > 0 } list)
            return [.. list.Select(ReadError)];
        if (json["errors"] is JObject { Count: > 0 } fields)
            return [.. fields.Properties().Select(field => new IntercomError("invalid", Text(field.Value), field.Name))];
        if (json["error"] is JObject single)
            return [ReadError(single)];
        var code = Text(json["error_key"]) ?? Text(json["code"]);
        var message = Text(json["message"]) ?? Text(json["error"]);
        return code is null && message is null ? [] : [new IntercomError(code ?? string.Empty, message, null)];
    }

    private static IntercomError ReadError(JToken error) => error is JObject json
        ? new(Text(json["code"]) ?? string.Empty, Text(json["message"]), Text(json["field"]))
        : new(string.Empty, Text(error), null);

    private static JObject? Parse(string? body)
    {
        if (string.IsNullOrWhiteSpace(body))
            return null;
        try
        {
            using var reader = new JsonTextReader(new StringReader(body!)) { DateParseHandling = DateParseHandling.None, MaxDepth = 64 };
            return JToken.Load(reader) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JToken? token) => token switch
    {
        JValue { Value: { } value } => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
        JArray list => string.Join("; ", list.Select(Text)),
        JObject json => json.ToString(Formatting.None),
        _ => null,
    };
}
