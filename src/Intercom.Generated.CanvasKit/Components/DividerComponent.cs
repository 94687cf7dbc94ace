using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>A line between two components.</summary>
/// <param name="id">The ID, or null for none.</param>
public sealed class DividerComponent(string? id = null) : CanvasComponent("divider", id)
{
    /// <summary>Whether to leave out the space of 10 pixels below the component.</summary>
    public bool HasNoBottomMargin { get; set; }

    internal override void Check(CanvasChecks checks)
    {
    }

    private protected override void WriteMembers(Utf8JsonWriter json) => json.WriteBottomMargin(HasNoBottomMargin);
}
