namespace Intercom.Generated.CanvasKit;

/// <summary>The image of a <see cref="ListItem"/>.</summary>
/// <param name="url">The absolute https address of the image.</param>
/// <param name="width">The width in pixels.</param>
/// <param name="height">The height in pixels.</param>
public sealed class ListItemImage(string url, int width, int height)
{
    /// <summary>The address of the image.</summary>
    public string Url { get; } = url;

    /// <summary>The width in pixels.</summary>
    public int Width { get; } = width;

    /// <summary>The height in pixels.</summary>
    public int Height { get; } = height;

    /// <summary>Whether the corners are round. The default is false.</summary>
    public bool IsRounded { get; set; }
}
