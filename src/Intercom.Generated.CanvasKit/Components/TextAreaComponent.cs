using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>A field for several lines of text.</summary>
/// <param name="id">The ID, which is the name of the value in a submit request.</param>
public sealed class TextAreaComponent(string id) : CanvasComponent("textarea", id)
{
    /// <summary>The text above the field, or null for none.</summary>
    public string? Label { get; set; }

    /// <summary>The text that an empty field shows, or null for none.</summary>
    public string? Placeholder { get; set; }

    /// <summary>The value at first, or null for none.</summary>
    public string? Value { get; set; }

    /// <summary>Whether the field is shown as failed. The default is false.</summary>
    public bool HasError { get; set; }

    /// <summary>Whether the field cannot be changed. The default is false.</summary>
    public bool IsDisabled { get; set; }

    internal override bool RequiresId => true;

    internal override void Check(CanvasChecks checks)
    {
        checks.Optional("label", Label);
        checks.Optional("placeholder", Placeholder);
        checks.Optional("value", Value);
    }

    private protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteOptional("label", Label);
        json.WriteOptional("placeholder", Placeholder);
        json.WriteOptional("value", Value);
        json.WriteIf("error", HasError);
        json.WriteIf("disabled", IsDisabled);
    }
}
