using System.Text;
using Intercom.Generated.Testing.Http;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.FakeServer.Control;

/// <summary>Reads and writes the JSON of the control endpoints.</summary>
internal static class JsonBody
{
    /// <summary>Reads an object. The content type must be that of JSON, which a web page of another origin cannot send.</summary>
    /// <exception cref="ServerException">The body is not a JSON object, or is declared as something else.</exception>
    public static async Task<JObject> ReadAsync(HttpContext context) =>
        Parse(await ReadTextAsync(context).ConfigureAwait(false), "The body");

    /// <exception cref="ServerException">The body is declared as something else than JSON.</exception>
    public static async Task<string> ReadTextAsync(HttpContext context)
    {
        if (context.Request.ContentType?.Split(';')[0].Trim() is not ("application/json" or "application/x-ndjson"))
            throw new ServerException("The Content-Type must be application/json.");
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false);
    }

    /// <exception cref="ServerException">The text is not a JSON object.</exception>
    public static JObject Parse(string text, string source)
    {
        try
        {
            return StrictJsonReader.Parse(text.TrimStart('\uFEFF')) as JObject
                ?? throw new ServerException($"{source} is JSON, but not an object.");
        }
        catch (FormatException e)
        {
            throw new ServerException($"{source} is not valid JSON: {e.Message}.", e);
        }
    }

    public static Task WriteAsync(HttpContext context, JToken json, int status = 200)
    {
        SetHeaders(context.Response, "application/json; charset=utf-8");
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(json.ToString(Formatting.Indented) + "\n");
    }

    public static Task FailAsync(HttpContext context, int status, string message) =>
        WriteAsync(context, new JObject { ["error"] = message }, status);

    /// <summary>Sets the headers that keep a browser from storing a response, framing it, or taking it for something else.</summary>
    public static void SetHeaders(HttpResponse response, string contentType)
    {
        response.ContentType = contentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }
}
