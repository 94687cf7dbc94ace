using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>Empty space between two components.</summary>
/// <param name="size">The size. Null for Intercom's default, small.</param>
/// <param name="id">The ID, or null for none.</param>
public sealed class SpacerComponent(SpacerSize? size = null, string? id = null) : CanvasComponent("spacer", id)
{
    /// <summary>The size.</summary>
    public SpacerSize? Size { get; } = size;

    internal override void Check(CanvasChecks checks) => checks.Known("size", Size);

    private protected override void WriteMembers(Utf8JsonWriter json) => json.WriteOptional("size", Size);
}
