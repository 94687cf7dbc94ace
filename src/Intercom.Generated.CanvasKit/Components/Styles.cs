namespace Intercom.Generated.CanvasKit;

/// <summary>The style of a <see cref="TextComponent"/>.</summary>
public enum TextStyle
{
    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A header.</summary>
    Header,

    /// <summary>Muted text.</summary>
    Muted,

    /// <summary>An error.</summary>
    Error,
}

/// <summary>The alignment of a <see cref="TextComponent"/>.</summary>
public enum TextAlignment
{
    /// <summary>Left.</summary>
    Left,

    /// <summary>In the center.</summary>
    Center,

    /// <summary>Right.</summary>
    Right,
}

/// <summary>The alignment of an <see cref="ImageComponent"/>.</summary>
public enum ImageAlignment
{
    /// <summary>Left.</summary>
    Left,

    /// <summary>In the center.</summary>
    Center,

    /// <summary>Right.</summary>
    Right,

    /// <summary>Over the whole width.</summary>
    FullWidth,
}

/// <summary>The size of a <see cref="SpacerComponent"/>.</summary>
public enum SpacerSize
{
    /// <summary>Small.</summary>
    S,

    /// <summary>Very small.</summary>
    Xs,

    /// <summary>Medium.</summary>
    M,

    /// <summary>Large.</summary>
    L,

    /// <summary>Very large.</summary>
    Xl,
}

/// <summary>The style of a <see cref="ButtonComponent"/>.</summary>
public enum ButtonStyle
{
    /// <summary>The most important button.</summary>
    Primary,

    /// <summary>A less important button.</summary>
    Secondary,

    /// <summary>A link.</summary>
    Link,
}

/// <summary>The state of a component that can be filled in.</summary>
public enum SaveState
{
    /// <summary>It can be changed.</summary>
    Unsaved,

    /// <summary>It was saved, and cannot be changed.</summary>
    Saved,

    /// <summary>It could not be saved.</summary>
    Failed,
}
