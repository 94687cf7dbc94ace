using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>Sends a submit request to the app, with the values of all components that can be filled in.</summary>
public sealed class SubmitAction : CanvasAction
{
    internal override void Check(CanvasChecks checks)
    {
    }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "submit");
        json.WriteEndObject();
    }
}
