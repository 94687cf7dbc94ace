using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>A row of options, of which one can be selected.</summary>
/// <param name="id">The ID, which is the name of the value in a submit request.</param>
/// <param name="options">The options, from 2 to 10.</param>
public sealed class SingleSelectComponent(string id, IEnumerable<CanvasOption> options) : ChoiceComponent("single-select", id, options)
{
    /// <summary>The text above the options, or null for none.</summary>
    public string? Label { get; set; }

    /// <summary>The ID of the option that is selected at first, or null for none.</summary>
    public string? Value { get; set; }

    /// <summary>The action of a selection, or null for none.</summary>
    public CanvasAction? Action { get; set; }

    private protected override (int Fewest, int Most) AllowedOptions => (2, 10);

    private protected override IEnumerable<string> Selected => Value is null ? [] : [Value];

    internal override void Check(CanvasChecks checks)
    {
        checks.Optional("label", Label);
        base.Check(checks);
        Action?.Check(checks);
    }

    private protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteOptional("label", Label);
        WriteOptions(json);
        json.WriteOptional("value", Value);
        WriteState(json);
        json.WriteOptional("action", Action);
    }
}
