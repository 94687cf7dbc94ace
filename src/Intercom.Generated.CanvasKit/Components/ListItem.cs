using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>An item of a <see cref="ListComponent"/>.</summary>
/// <param name="id">The ID, which must be unique within the canvas. A submit request contains it.</param>
/// <param name="title">The title. It cannot be empty.</param>
public sealed class ListItem(string id, string title)
{
    /// <summary>The ID.</summary>
    public string Id { get; } = id;

    /// <summary>The title.</summary>
    public string Title { get; } = title;

    /// <summary>The text below the title, or null for none.</summary>
    public string? Subtitle { get; set; }

    /// <summary>The text beside the subtitle, or null for none.</summary>
    public string? TertiaryText { get; set; }

    /// <summary>The image on the left, or null for none.</summary>
    public ListItemImage? Image { get; set; }

    /// <summary>Whether the item cannot be clicked. The default is false.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>The reaction to a click, or null for none.</summary>
    public CanvasAction? Action { get; set; }

    internal void Check(CanvasChecks checks)
    {
        checks.UniqueId(Id);
        checks.Required("title", Title);
        checks.Optional("subtitle", Subtitle);
        checks.Optional("tertiary_text", TertiaryText);
        if (Image is { } image)
        {
            checks.Link("image", image.Url, "https");
            checks.Positive("image_width", image.Width);
            checks.Positive("image_height", image.Height);
        }

        Action?.Check(checks);
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "item");
        json.WriteString("id", Id);
        json.WriteString("title", Title);
        json.WriteOptional("subtitle", Subtitle);
        json.WriteOptional("tertiary_text", TertiaryText);
        if (Image is { } image)
        {
            json.WriteString("image", image.Url);
            json.WriteNumber("image_width", image.Width);
            json.WriteNumber("image_height", image.Height);
            json.WriteIf("rounded_image", image.IsRounded);
        }

        json.WriteIf("disabled", IsDisabled);
        json.WriteOptional("action", Action);
        json.WriteEndObject();
    }
}
