using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>The base class of components with options.</summary>
public abstract class ChoiceComponent : CanvasComponent
{
    private protected ChoiceComponent(string type, string id, IEnumerable<CanvasOption> options)
        : base(type, id) =>
        Options = [.. options ?? throw new ArgumentNullException(nameof(options))];

    /// <summary>The options.</summary>
    public IReadOnlyList<CanvasOption> Options { get; }

    /// <summary>The state. Null for Intercom's default, unsaved.</summary>
    public SaveState? SaveState { get; set; }

    /// <summary>Whether nothing can be selected. The default is false.</summary>
    public bool IsDisabled { get; set; }

    internal override bool RequiresId => true;

    private protected abstract (int Fewest, int Most) AllowedOptions { get; }

    /// <summary>The IDs of the options that are selected at first.</summary>
    private protected abstract IEnumerable<string> Selected { get; }

    /// <summary>The name of the member with the options.</summary>
    private protected virtual string OptionsMember => "options";

    internal override void Check(CanvasChecks checks)
    {
        var (fewest, most) = AllowedOptions;
        if (Options.Count < fewest || Options.Count > most)
        {
            var range = most == int.MaxValue ? $"at least {fewest}" : $"{fewest} to {most}";
            checks.Report($"has {Options.Count} option{(Options.Count == 1 ? string.Empty : "s")}, but Intercom accepts {range}.");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        checks.Each(OptionsMember, Options, (option, inner) =>
        {
            inner.Required("id", option.Id);
            inner.Required("text", option.Text);
            if (!string.IsNullOrEmpty(option.Id) && !ids.Add(option.Id))
                inner.Report($"has the same ID '{CanvasChecks.Quoted(option.Id)}' as another option of the component.");
        });
        foreach (var value in Selected.Where(value => !ids.Contains(value ?? string.Empty)))
            checks.Report($"has the value '{CanvasChecks.Quoted(value)}', which is not the ID of one of its options.");
        checks.Known("save_state", SaveState);
    }

    private protected void WriteOptions(Utf8JsonWriter json)
    {
        json.WriteStartArray(OptionsMember);
        foreach (var option in Options)
        {
            json.WriteStartObject();
            json.WriteString("type", "option");
            json.WriteString("id", option.Id);
            json.WriteString("text", option.Text);
            json.WriteIf("disabled", option.IsDisabled);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private protected void WriteState(Utf8JsonWriter json)
    {
        json.WriteOptional("save_state", SaveState);
        json.WriteIf("disabled", IsDisabled);
    }
}
