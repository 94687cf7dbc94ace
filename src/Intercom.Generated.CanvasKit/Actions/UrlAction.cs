using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>Opens a link in a new tab of the browser.</summary>
/// <param name="url">The absolute link: https, http, mailto, or tel.</param>
public sealed class UrlAction(string url) : CanvasAction
{
    /// <summary>The link.</summary>
    public string Url { get; } = url;

    internal override void Check(CanvasChecks checks) => checks.Link("action.url", Url, "https", "http", "mailto", "tel");

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "url");
        json.WriteString("url", Url);
        json.WriteEndObject();
    }
}
