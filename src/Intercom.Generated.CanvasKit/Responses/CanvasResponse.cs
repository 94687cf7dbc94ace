using System.Text;
using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>The response to a request: send the bytes of <see cref="ToUtf8Json"/> as <c>application/json</c> with status 200.</summary>
public sealed class CanvasResponse
{
    private Canvas? _canvas;
    private bool _isCompleted;
    private JsonElement? _cardCreationOptions;
    private JsonElement? _results;

    private CanvasResponse()
    {
    }

    /// <summary>Shows a canvas, in response to an initialize, configure, submit, or sheet request.</summary>
    public static CanvasResponse Show(Canvas canvas) => new() { _canvas = canvas ?? throw new ArgumentNullException(nameof(canvas)) };

    /// <summary>
    /// Shows a canvas, in response to a submit request, and reports that the app has completed its purpose, for example to a workflow.
    /// </summary>
    /// <param name="canvas">The canvas, or null to leave the current one.</param>
    public static CanvasResponse Complete(Canvas? canvas = null) => new() { _canvas = canvas, _isCompleted = true };

    /// <summary>
    /// Inserts the app into the reply of a conversation, in response to a submit request in the Inbox. Intercom sends the options with the
    /// initialize request of that app.
    /// </summary>
    /// <param name="cardCreationOptions">A JSON object of at most 64 KB.</param>
    /// <param name="canvas">The canvas to show in the Inbox, or null to leave the current one.</param>
    /// <exception cref="InvalidCanvasException">The options are not an object, or are too large.</exception>
    public static CanvasResponse InsertCard(JsonElement cardCreationOptions, Canvas? canvas = null) =>
        new() { _canvas = canvas, _cardCreationOptions = Checked("card creation options", cardCreationOptions) };

    /// <summary>
    /// Ends the configuration, in response to a configure request. Intercom sends the results with the initialize request, as
    /// <see cref="CanvasRequest.CardCreationOptions"/>.
    /// </summary>
    /// <param name="results">A JSON object of at most 64 KB.</param>
    /// <exception cref="InvalidCanvasException">The results are not an object, or are too large.</exception>
    public static CanvasResponse EndConfiguration(JsonElement results) => new() { _results = Checked("results", results) };

    /// <summary>Writes the response as JSON in UTF-8.</summary>
    public byte[] ToUtf8Json() => CanvasJson.Write(json =>
    {
        json.WriteStartObject();
        if (_canvas is { } canvas)
        {
            json.WritePropertyName("canvas");
            canvas.Write(json);
        }

        if (_isCompleted)
        {
            json.WriteStartObject("event");
            json.WriteString("type", "completed");
            json.WriteEndObject();
        }

        json.WriteOptional("card_creation_options", _cardCreationOptions);
        json.WriteOptional("results", _results);
        json.WriteEndObject();
    });

    /// <summary>Returns the response as JSON.</summary>
    public override string ToString() => Encoding.UTF8.GetString(ToUtf8Json());

    private static JsonElement Checked(string name, JsonElement value)
    {
        var checks = new CanvasChecks(CanvasSurface.Messenger);
        CanvasJson.CheckObject(checks, name, value);
        return checks.Problems.Count == 0 ? value.Clone() : throw new InvalidCanvasException(checks.Problems);
    }
}
