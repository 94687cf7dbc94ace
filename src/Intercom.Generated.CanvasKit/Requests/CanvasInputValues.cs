using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>The values of the components of a canvas, by the IDs of the components.</summary>
public sealed class CanvasInputValues
{
    private readonly JsonElement? _json;

    internal CanvasInputValues(JsonElement? json) => _json = json;

    /// <summary>The whole object. Null if the request has none.</summary>
    public JsonElement? Json => _json;

    /// <summary>
    /// Gets the text of an input or text area, or the ID of the option that is selected in a dropdown or single-select. Null if there is
    /// none.
    /// </summary>
    public string? GetText(string componentId) => JsonText.Of(_json, componentId);

    /// <summary>Gets the IDs of the options that are selected in a component. Empty if there are none.</summary>
    public IReadOnlyList<string> GetSelected(string componentId)
    {
        if (JsonText.Member(_json, componentId) is not { } value)
            return [];
        if (value.ValueKind == JsonValueKind.Array)
            return [.. value.EnumerateArray().Select(item => JsonText.Of(item)).OfType<string>()];
        return JsonText.Of(value) is { } single ? [single] : [];
    }
}
