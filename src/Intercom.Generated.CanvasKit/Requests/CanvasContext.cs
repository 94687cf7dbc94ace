using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>Where an app is used.</summary>
public sealed class CanvasContext
{
    private readonly JsonElement? _json;

    internal CanvasContext(JsonElement? json) => _json = json;

    /// <summary>The ID of the conversation. Null outside a conversation.</summary>
    public string? ConversationId => JsonText.Of(_json, "conversation_id");

    /// <summary>
    /// The place: <c>conversation</c>, <c>home</c>, <c>message</c>, <c>operator</c>, or a new one. Null if it is missing.
    /// </summary>
    public string? Location => JsonText.Of(_json, "location");

    /// <summary>The language of the Messenger, such as <c>en</c>. Null if it is missing.</summary>
    public string? Locale => JsonText.Of(_json, "locale");

    /// <summary>The color of actions in the Messenger. Null if it is missing.</summary>
    public string? MessengerActionColor => JsonText.Of(_json, "messenger_action_colour");

    /// <summary>The color of the background of the Messenger. Null if it is missing.</summary>
    public string? MessengerBackgroundColor => JsonText.Of(_json, "messenger_background_colour");

    /// <summary>The page where the app is used. Null if it is missing.</summary>
    public string? Referrer => JsonText.Of(_json, "referrer");
}
