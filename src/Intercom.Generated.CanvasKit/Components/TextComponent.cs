using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>A block of text. Markdown can make links and bold text.</summary>
/// <param name="text">The text. It cannot be empty.</param>
/// <param name="id">The ID, or null for none.</param>
public sealed class TextComponent(string text, string? id = null) : CanvasComponent("text", id)
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>The style. Null for Intercom's default, a paragraph.</summary>
    public TextStyle? Style { get; set; }

    /// <summary>The alignment. Null for Intercom's default, left.</summary>
    public TextAlignment? Alignment { get; set; }

    /// <summary>Whether to leave out the space of 10 pixels below the component.</summary>
    public bool HasNoBottomMargin { get; set; }

    internal override void Check(CanvasChecks checks)
    {
        checks.Required("text", Text);
        checks.Known("style", Style);
        checks.Known("align", Alignment);
    }

    private protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("text", Text);
        json.WriteOptional("style", Style);
        json.WriteOptional("align", Alignment);
        json.WriteBottomMargin(HasNoBottomMargin);
    }
}
