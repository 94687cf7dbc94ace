using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>A list of items that can be clicked.</summary>
/// <param name="items">The items.</param>
public sealed class ListComponent(IEnumerable<ListItem> items) : CanvasComponent("list", null)
{
    /// <summary>The items.</summary>
    public IReadOnlyList<ListItem> Items { get; } = [.. items ?? throw new ArgumentNullException(nameof(items))];

    /// <summary>Whether no item can be clicked. The default is false.</summary>
    public bool IsDisabled { get; set; }

    internal override void Check(CanvasChecks checks) => checks.Each("items", Items, static (item, inner) => item.Check(inner));

    private protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteStartArray("items");
        foreach (var item in Items)
            item.Write(json);
        json.WriteEndArray();
        json.WriteIf("disabled", IsDisabled);
    }
}
