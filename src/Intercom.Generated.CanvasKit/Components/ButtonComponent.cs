using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>A button.</summary>
/// <param name="id">The ID, which a submit request contains.</param>
/// <param name="label">The text of the button. It cannot be empty.</param>
/// <param name="action">The reaction to a click.</param>
public sealed class ButtonComponent(string id, string label, CanvasAction action) : CanvasComponent("button", id)
{
    /// <summary>The text of the button.</summary>
    public string Label { get; } = label;

    /// <summary>The reaction to a click.</summary>
    public CanvasAction Action { get; } = action;

    /// <summary>The style. Null for Intercom's default, primary.</summary>
    public ButtonStyle? Style { get; set; }

    /// <summary>Whether the button cannot be clicked. The default is false.</summary>
    public bool IsDisabled { get; set; }

    internal override bool RequiresId => true;

    internal override void Check(CanvasChecks checks)
    {
        checks.Required("label", Label);
        checks.Known("style", Style);
        if (Action is null)
            checks.Report("has no action. Use a SubmitAction, a UrlAction, or a SheetAction.");
        Action?.Check(checks);
    }

    private protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("label", Label);
        json.WriteOptional("style", Style);
        json.WriteIf("disabled", IsDisabled);
        json.WriteOptional("action", Action);
    }
}
