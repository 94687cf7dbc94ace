using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>A component that this package does not know, or one of another canvas. It is sent unchanged.</summary>
/// <param name="json">The JSON object. It must have a <c>type</c>.</param>
/// <exception cref="ArgumentException">The JSON is not an object with a type.</exception>
public sealed class RawComponent(JsonElement json) : CanvasComponent(
    JsonText.Of(json, "type") ?? throw new ArgumentException("The JSON is not an object with a type.", nameof(json)),
    JsonText.Of(json, "id"))
{
    /// <summary>The JSON object.</summary>
    public JsonElement Json { get; } = json.Clone();

    internal override void Check(CanvasChecks checks)
    {
    }

    internal override void Write(Utf8JsonWriter json) => Json.WriteTo(json);

    private protected override void WriteMembers(Utf8JsonWriter json)
    {
    }
}
