using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>Builds a canvas, and rejects what Intercom would reject.</summary>
/// <param name="surface">Where the canvas is shown. The default is the Messenger.</param>
public sealed class CanvasBuilder(CanvasSurface surface = CanvasSurface.Messenger)
{
    private readonly List<CanvasComponent> _components = [];
    private string? _contentUrl;
    private JsonElement? _storedData;

    /// <summary>Adds a component.</summary>
    /// <returns>This builder.</returns>
    public CanvasBuilder Add(CanvasComponent component)
    {
        _components.Add(component ?? throw new ArgumentNullException(nameof(component)));
        return this;
    }

    /// <summary>Adds text.</summary>
    /// <returns>This builder.</returns>
    public CanvasBuilder AddText(string text, TextStyle? style = null) => Add(new TextComponent(text) { Style = style });

    /// <summary>Adds a field for one line of text.</summary>
    /// <returns>This builder.</returns>
    public CanvasBuilder AddInput(string id, string? label = null, string? placeholder = null) =>
        Add(new InputComponent(id) { Label = label, Placeholder = placeholder });

    /// <summary>Adds a field for several lines of text.</summary>
    /// <returns>This builder.</returns>
    public CanvasBuilder AddTextArea(string id, string? label = null, string? placeholder = null) =>
        Add(new TextAreaComponent(id) { Label = label, Placeholder = placeholder });

    /// <summary>Adds a dropdown with 2 to 10 options.</summary>
    /// <returns>This builder.</returns>
    public CanvasBuilder AddDropdown(string id, string? label, params (string Id, string Text)[] options) =>
        Add(new DropdownComponent(id, Options(options)) { Label = label });

    /// <summary>Adds a single-select with 2 to 10 options.</summary>
    /// <returns>This builder.</returns>
    public CanvasBuilder AddSingleSelect(string id, string? label, params (string Id, string Text)[] options) =>
        Add(new SingleSelectComponent(id, Options(options)) { Label = label });

    /// <summary>Adds checkboxes, at least one.</summary>
    /// <returns>This builder.</returns>
    public CanvasBuilder AddCheckbox(string id, string label, params (string Id, string Text)[] options) =>
        Add(new CheckboxComponent(id, label, Options(options)));

    /// <summary>Adds a button.</summary>
    /// <param name="id">The ID, which a submit request contains.</param>
    /// <param name="label">The text of the button.</param>
    /// <param name="action">The reaction to a click. Null for a <see cref="SubmitAction"/>.</param>
    /// <param name="style">The style. Null for Intercom's default, primary.</param>
    /// <returns>This builder.</returns>
    public CanvasBuilder AddButton(string id, string label, CanvasAction? action = null, ButtonStyle? style = null) =>
        Add(new ButtonComponent(id, label, action ?? new SubmitAction()) { Style = style });

    /// <summary>Adds a list.</summary>
    /// <returns>This builder.</returns>
    public CanvasBuilder AddList(params ListItem[] items) => Add(new ListComponent(items));

    /// <summary>Adds a table of names and values.</summary>
    /// <returns>This builder.</returns>
    public CanvasBuilder AddDataTable(params (string Field, string Value)[] items) =>
        Add(new DataTableComponent((items ?? throw new ArgumentNullException(nameof(items)))
            .Select(item => new DataTableItem(item.Field, item.Value))));

    /// <summary>Adds an image.</summary>
    /// <returns>This builder.</returns>
    public CanvasBuilder AddImage(string url, int width, int height, UrlAction? action = null) =>
        Add(new ImageComponent(url, width, height) { Action = action });

    /// <summary>Adds a line.</summary>
    /// <returns>This builder.</returns>
    public CanvasBuilder AddDivider() => Add(new DividerComponent());

    /// <summary>Adds empty space.</summary>
    /// <returns>This builder.</returns>
    public CanvasBuilder AddSpacer(SpacerSize? size = null) => Add(new SpacerComponent(size));

    /// <summary>
    /// Makes the canvas a live canvas: Intercom requests the content from the address whenever the app is shown in the Messenger.
    /// </summary>
    /// <param name="url">The absolute https address.</param>
    /// <returns>This builder.</returns>
    public CanvasBuilder WithContentUrl(string url)
    {
        _contentUrl = url ?? throw new ArgumentNullException(nameof(url));
        return this;
    }

    /// <summary>Adds data that Intercom sends with the next request.</summary>
    /// <param name="data">A JSON object of at most 64 KB. Users can see it, so it must not contain a secret.</param>
    /// <returns>This builder.</returns>
    public CanvasBuilder WithStoredData(JsonElement data)
    {
        _storedData = data.ValueKind == JsonValueKind.Undefined ? null : data.Clone();
        return this;
    }

    /// <summary>Builds the canvas.</summary>
    /// <exception cref="InvalidCanvasException">Intercom would reject the canvas.</exception>
    public Canvas Build()
    {
        var checks = new CanvasChecks(surface);
        for (var i = 0; i < _components.Count; i++)
            checks.Component(i, _components[i]);
        if (_contentUrl is { } url)
        {
            checks.MessengerOnly("a content URL");
            checks.Link("content URL", url, "https");
            if (_components.Count > 0)
                checks.Report("has components and a content URL. Use one of them.");
        }

        CanvasJson.CheckObject(checks, "stored data", _storedData);
        // A canvas with problems cannot always be written.
        var content = checks.Problems.Count == 0 ? CanvasJson.TryWrite(WriteContent) : [];
        if (content is null)
            checks.Report("has a raw component with half of a surrogate pair, so it is not valid Unicode text.");
        else
            CanvasJson.CheckSize(checks, "content", content);
        return checks.Problems.Count == 0
            ? new Canvas(_contentUrl is null ? content : null, _contentUrl, _storedData)
            : throw new InvalidCanvasException(checks.Problems);
    }

    private void WriteContent(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("components");
        foreach (var component in _components)
            component.Write(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<CanvasOption> Options((string Id, string Text)[] options) =>
        (options ?? throw new ArgumentNullException(nameof(options))).Select(option => new CanvasOption(option.Id, option.Text));
}
