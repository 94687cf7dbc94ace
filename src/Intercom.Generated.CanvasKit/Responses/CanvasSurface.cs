namespace Intercom.Generated.CanvasKit;

/// <summary>Where a canvas is shown.</summary>
public enum CanvasSurface
{
    /// <summary>In the Messenger.</summary>
    Messenger,

    /// <summary>In the Inbox, which has no sheets and no live canvas.</summary>
    Inbox,
}
