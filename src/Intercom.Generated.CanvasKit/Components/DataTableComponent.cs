using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>A table of names and values.</summary>
/// <param name="items">The rows.</param>
/// <param name="id">The ID, or null for none.</param>
public sealed class DataTableComponent(IEnumerable<DataTableItem> items, string? id = null) : CanvasComponent("data-table", id)
{
    /// <summary>The rows.</summary>
    public IReadOnlyList<DataTableItem> Items { get; } = [.. items ?? throw new ArgumentNullException(nameof(items))];

    internal override void Check(CanvasChecks checks) => checks.Each("items", Items, (item, inner) =>
    {
        inner.Required("field", item.Field);
        inner.Required("value", item.Value);
    });

    private protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteStartArray("items");
        foreach (var item in Items)
        {
            json.WriteStartObject();
            json.WriteString("type", "field-value");
            json.WriteString("field", item.Field);
            json.WriteString("value", item.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>A row of a <see cref="DataTableComponent"/>.</summary>
/// <param name="field">The name. It cannot be empty.</param>
/// <param name="value">The value. It cannot be empty.</param>
public sealed class DataTableItem(string field, string value)
{
    /// <summary>The name.</summary>
    public string Field { get; } = field;

    /// <summary>The value.</summary>
    public string Value { get; } = value;
}
