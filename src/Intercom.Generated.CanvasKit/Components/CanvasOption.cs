namespace Intercom.Generated.CanvasKit;

/// <summary>
/// An option of a <see cref="CheckboxComponent"/>, <see cref="DropdownComponent"/>, or <see cref="SingleSelectComponent"/>.
/// </summary>
/// <param name="id">The ID, which must be unique within the component. A submit request contains it.</param>
/// <param name="text">The text. It cannot be empty.</param>
public sealed class CanvasOption(string id, string text)
{
    /// <summary>The ID.</summary>
    public string Id { get; } = id;

    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>Whether the option cannot be selected. The default is false.</summary>
    public bool IsDisabled { get; set; }
}
