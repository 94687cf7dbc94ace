using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>
/// What an app shows: components, or the address of a live canvas. Create it with a <see cref="CanvasBuilder"/>. Immutable.
/// </summary>
public sealed class Canvas
{
    private readonly byte[]? _content;

    internal Canvas(byte[]? content, string? contentUrl, JsonElement? storedData)
    {
        _content = content;
        ContentUrl = contentUrl;
        StoredData = storedData;
    }

    /// <summary>The address that Intercom requests the content from whenever the app is shown. Null if the canvas has components.</summary>
    public string? ContentUrl { get; }

    /// <summary>The data that Intercom sends with the next request. Null for none.</summary>
    public JsonElement? StoredData { get; }

    /// <summary>
    /// Writes the content alone (<c>{"content":{"components":[...]}}</c>), which is the response to a request of a live canvas.
    /// </summary>
    /// <exception cref="InvalidOperationException">The canvas is itself a live canvas.</exception>
    public byte[] ToLiveContent() => _content is { } content
        ? CanvasJson.Write(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("content");
            json.WriteRawValue(content);
            json.WriteEndObject();
        })
        : throw new InvalidOperationException("A live canvas has no content of its own. Build a canvas with components.");

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (_content is { } content)
        {
            json.WritePropertyName("content");
            json.WriteRawValue(content);
        }

        json.WriteOptional("content_url", ContentUrl);
        json.WriteOptional("stored_data", StoredData);
        json.WriteEndObject();
    }
}
