using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>A list of options, of which any number can be selected.</summary>
/// <param name="id">The ID, which is the name of the value in a submit request.</param>
/// <param name="label">The text above the options. It cannot be empty.</param>
/// <param name="options">The options, at least one.</param>
public sealed class CheckboxComponent(string id, string label, IEnumerable<CanvasOption> options) : ChoiceComponent("checkbox", id, options)
{
    /// <summary>The text above the options.</summary>
    public string Label { get; } = label;

    /// <summary>The IDs of the options that are selected at first.</summary>
    public IList<string> Value { get; } = [];

    private protected override (int Fewest, int Most) AllowedOptions => (1, int.MaxValue);

    private protected override IEnumerable<string> Selected => Value;

    // The singular is what Intercom documents for this component.
    private protected override string OptionsMember => "option";

    internal override void Check(CanvasChecks checks)
    {
        checks.Required("label", Label);
        base.Check(checks);
    }

    private protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("label", Label);
        WriteOptions(json);
        if (Value.Count > 0)
        {
            json.WriteStartArray("value");
            foreach (var value in Value)
                json.WriteStringValue(value);
            json.WriteEndArray();
        }

        WriteState(json);
    }
}
