using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>The base class of all components of a canvas.</summary>
public abstract class CanvasComponent
{
    private protected CanvasComponent(string type, string? id)
    {
        Type = type;
        Id = id;
    }

    /// <summary>The type as Intercom names it, such as <c>single-select</c>.</summary>
    public string Type { get; }

    /// <summary>The ID, which must be unique within the canvas. Null for a component without one, if the type allows that.</summary>
    public string? Id { get; }

    /// <summary>Whether the type requires an ID.</summary>
    internal virtual bool RequiresId => false;

    internal abstract void Check(CanvasChecks checks);

    internal virtual void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", Type);
        json.WriteOptional("id", Id);
        WriteMembers(json);
        json.WriteEndObject();
    }

    private protected abstract void WriteMembers(Utf8JsonWriter json);
}
