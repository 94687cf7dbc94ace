using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Recording;

/// <summary>The format of the file of a recording.</summary>
internal static class RecordingFile
{
    public static JObject Write(IntercomRecording recording) => new()
    {
        ["format"] = IntercomRecording.Format,
        ["version"] = 1,
        ["exchanges"] = new JArray(recording.Exchanges.Select(Write)),
    };

    /// <exception cref="FormatException">The document is not a recording.</exception>
    public static IntercomRecording Read(JObject json)
    {
        if (Text(json, "format") != IntercomRecording.Format || (json["version"] as JValue)?.Value is not 1L)
            throw new FormatException($"Its format must be {IntercomRecording.Format}, version 1.");
        if (json["exchanges"] is not JArray exchanges)
            throw new FormatException("It has no exchanges.");
        return new IntercomRecording([.. exchanges.Select(Read)]);
    }

    private static JObject Write(RecordedExchange exchange)
    {
        var request = new JObject { ["method"] = exchange.Method, ["target"] = exchange.Target };
        if (exchange.Version is not null)
            request["version"] = exchange.Version;
        Write(request, exchange.Request.Body);
        var response = new JObject { ["status"] = exchange.Status };
        if (exchange.Response.Headers.Count > 0)
            response["headers"] = new JObject(exchange.Response.Headers.Select(header => new JProperty(header.Key, header.Value)));
        Write(response, exchange.Response.Body);
        return new JObject { ["request"] = request, ["response"] = response };
    }

    private static void Write(JObject message, RecordedBody body)
    {
        if (body.Json is not null)
            message["body"] = body.Json.DeepClone();
        if (body.Omitted is not null)
            message["omitted"] = body.Omitted;
    }

    private static RecordedExchange Read(JToken token, int index)
    {
        if (token["request"] is not JObject request || token["response"] is not JObject response)
            throw new FormatException($"Exchange {index} needs a request and a response.");
        if (Text(request, "method") is not { } method || Text(request, "target") is not { Length: > 0 } target || target[0] != '/')
            throw new FormatException($"The request of exchange {index} needs a method and a target that starts with a slash.");
        if ((response["status"] as JValue)?.Value is not (long and >= 100 and <= 599 and var status))
            throw new FormatException($"The response of exchange {index} needs a status from 100 to 599.");
        var headers = (response["headers"] as JObject)?.Properties()
            .Select(header => new KeyValuePair<string, string>(header.Name, (string?)(header.Value as JValue) ?? "")).ToList() ?? [];
        if (headers.Exists(header => header.Value.IndexOfAny(['\r', '\n']) >= 0))
            throw new FormatException($"A header of exchange {index} contains a line break.");
        return new RecordedExchange(
            new RecordedRequest(method.ToUpperInvariant(), target, Text(request, "version"), ReadBody(request)),
            new RecordedResponse((int)status, headers, ReadBody(response)));
    }

    private static RecordedBody ReadBody(JObject message) => new(message["body"], Text(message, "omitted"));

    private static string? Text(JObject json, string name) => (json[name] as JValue)?.Value as string;
}
