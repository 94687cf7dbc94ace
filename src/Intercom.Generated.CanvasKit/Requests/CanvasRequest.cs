using System.Text;
using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>
/// A request of Intercom to an app: initialize, submit, configure, live canvas, or a sheet. The address that gets the request shows which
/// one it is. A member that is missing or of another kind is null. Nothing in valid JSON causes an exception.
/// </summary>
public sealed class CanvasRequest
{
    private const string SheetMember = "intercom_data";

    private CanvasRequest(JsonElement json) => Json = json;

    /// <summary>The whole request.</summary>
    public JsonElement Json { get; }

    /// <summary>The ID of the workspace.</summary>
    public string? WorkspaceId => JsonText.Of(Json, "workspace_id") ?? JsonText.Of(Json, "app_id");

    /// <summary>The region of the workspace, such as <c>US</c>.</summary>
    public string? WorkspaceRegion => JsonText.Of(Json, "workspace_region");

    /// <summary>The ID of the component that was clicked, in submit and configure requests.</summary>
    public string? ComponentId => JsonText.Of(Json, "component_id");

    /// <summary>The values of the components, in submit and configure requests.</summary>
    public CanvasInputValues InputValues => new(JsonText.Object(Json, "input_values"));

    /// <summary>The values that the page of a sheet has submitted.</summary>
    public CanvasInputValues SheetValues => new(JsonText.Object(Json, "sheet_values"));

    /// <summary>Where the app is used. Its members are null if the request has none.</summary>
    public CanvasContext Context => new(JsonText.Object(Json, "context"));

    /// <summary>The teammate who uses the app in the Inbox, or who configures it.</summary>
    public CanvasPerson? Admin => CanvasPerson.In(Json, "admin");

    /// <summary>The contact for whom the app is shown. Older requests call it <c>customer</c>.</summary>
    public CanvasPerson? Contact => CanvasPerson.In(Json, "contact") ?? CanvasPerson.In(Json, "customer");

    /// <summary>The user who acted. Null in the request that opens a sheet, which has an <see cref="EncryptedUser"/>.</summary>
    public CanvasPerson? User => CanvasPerson.In(Json, "user");

    /// <summary>
    /// The encrypted user of a request that opens a sheet, for <c>CanvasVerifier.TryDecryptUser</c>. Such a request comes from the
    /// browser and is not signed, so the user is the only part of it that can be trusted.
    /// </summary>
    public string? EncryptedUser => JsonText.Member(Json, "user") is { ValueKind: JsonValueKind.String } user ? JsonText.Of(user) : null;

    /// <summary>The conversation.</summary>
    public JsonElement? Conversation => JsonText.Object(Json, "conversation");

    /// <summary>The canvas that is shown now. The live canvas request calls it <c>canvas</c>.</summary>
    public JsonElement? CurrentCanvas => JsonText.Object(Json, "current_canvas") ?? JsonText.Object(Json, "canvas");

    /// <summary>The data that the app stored in the current canvas.</summary>
    public JsonElement? StoredData => JsonText.Object(CurrentCanvas, "stored_data");

    /// <summary>The results of the configuration, in initialize requests.</summary>
    public JsonElement? CardCreationOptions => JsonText.Object(Json, "card_creation_options");

    /// <summary>Parses the body of a request. Verify its signature first, over the same bytes.</summary>
    /// <param name="body">The body as it arrived.</param>
    /// <exception cref="FormatException">The body is not a JSON object. The message does not contain any of it.</exception>
    public static CanvasRequest Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new CanvasRequest(json.RootElement.Clone())
                : throw new FormatException($"The body of the Canvas Kit request is a JSON {json.RootElement.ValueKind}, not an object.");
        }
        catch (JsonException e)
        {
            // The exception of the reader quotes the body.
            throw new FormatException(
                $"The body of the Canvas Kit request is not valid JSON ({body.Length} bytes, line {e.LineNumber + 1}, byte "
                + $"{e.BytePositionInLine + 1}).");
        }
    }

    /// <summary>
    /// Parses the body of a request that opens a sheet: a form whose field <c>intercom_data</c> is JSON, or that JSON itself.
    /// </summary>
    /// <param name="body">The body as it arrived.</param>
    /// <exception cref="FormatException">The body has no such JSON object. The message does not contain any of it.</exception>
    public static CanvasRequest ParseSheet(ReadOnlyMemory<byte> body)
    {
        if (FirstLetter(body.Span) != '{')
        {
            var data = FormField(Encoding.UTF8.GetString(body.ToArray()))
                ?? throw new FormatException($"The body of the sheet request is a form without the field {SheetMember}.");
            return Parse(Encoding.UTF8.GetBytes(data));
        }

        var request = Parse(body);
        return JsonText.Of(request.Json, SheetMember) is { } inner ? Parse(Encoding.UTF8.GetBytes(inner)) : request;
    }

    private static char FirstLetter(ReadOnlySpan<byte> body)
    {
        foreach (var letter in body)
        {
            if (letter is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return (char)letter;
        }

        return '\0';
    }

    private static string? FormField(string form)
    {
        foreach (var pair in form.Split('&'))
        {
            var separator = pair.IndexOf('=');
            if (separator >= 0 && pair.Substring(0, separator) == SheetMember)
                return Uri.UnescapeDataString(pair.Substring(separator + 1).Replace('+', ' '));
        }

        return null;
    }
}
