using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>An image.</summary>
/// <param name="url">The absolute https address of the image.</param>
/// <param name="width">The width in pixels.</param>
/// <param name="height">The height in pixels.</param>
/// <param name="id">The ID, or null for none.</param>
public sealed class ImageComponent(string url, int width, int height, string? id = null) : CanvasComponent("image", id)
{
    /// <summary>The address of the image.</summary>
    public string Url { get; } = url;

    /// <summary>The width in pixels.</summary>
    public int Width { get; } = width;

    /// <summary>The height in pixels.</summary>
    public int Height { get; } = height;

    /// <summary>The alignment. Null for Intercom's default, left.</summary>
    public ImageAlignment? Alignment { get; set; }

    /// <summary>Whether the corners are round. The default is false.</summary>
    public bool IsRounded { get; set; }

    /// <summary>Whether to leave out the space of 10 pixels below the component.</summary>
    public bool HasNoBottomMargin { get; set; }

    /// <summary>The link that a click opens, or null for none. An image has no other action.</summary>
    public UrlAction? Action { get; set; }

    internal override void Check(CanvasChecks checks)
    {
        checks.Link("url", Url, "https");
        checks.Positive("width", Width);
        checks.Positive("height", Height);
        checks.Known("align", Alignment);
        Action?.Check(checks);
    }

    private protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("url", Url);
        json.WriteNumber("width", Width);
        json.WriteNumber("height", Height);
        json.WriteOptional("align", Alignment);
        json.WriteIf("rounded", IsRounded);
        json.WriteBottomMargin(HasNoBottomMargin);
        json.WriteOptional("action", Action);
    }
}
