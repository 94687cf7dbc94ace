using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>The reaction to a click: <see cref="SubmitAction"/>, <see cref="UrlAction"/>, or <see cref="SheetAction"/>.</summary>
public abstract class CanvasAction
{
    private protected CanvasAction()
    {
    }

    internal abstract void Check(CanvasChecks checks);

    internal abstract void Write(Utf8JsonWriter json);
}
