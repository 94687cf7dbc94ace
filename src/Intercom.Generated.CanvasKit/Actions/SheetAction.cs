using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>Opens a page of the app as a sheet within the Messenger. The Inbox has no sheets.</summary>
/// <param name="url">The absolute https address of the page, to which Intercom posts the request.</param>
public sealed class SheetAction(string url) : CanvasAction
{
    /// <summary>The address of the page.</summary>
    public string Url { get; } = url;

    internal override void Check(CanvasChecks checks)
    {
        checks.MessengerOnly("a sheet action");
        checks.Link("action.url", Url, "https");
    }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "sheet");
        json.WriteString("url", Url);
        json.WriteEndObject();
    }
}
