using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>A contact or a teammate in a request.</summary>
public sealed class CanvasPerson
{
    internal CanvasPerson(JsonElement json) => Json = json;

    /// <summary>The type, such as <c>user</c>, <c>lead</c>, <c>contact</c>, or <c>admin</c>. Null if it is missing.</summary>
    public string? Type => JsonText.Of(Json, "type");

    /// <summary>Intercom's ID. Null if it is missing.</summary>
    public string? Id => JsonText.Of(Json, "id");

    /// <summary>Your ID of the user, from <c>external_id</c> or <c>user_id</c>. Null if it is missing.</summary>
    public string? ExternalId => JsonText.Of(Json, "external_id") ?? JsonText.Of(Json, "user_id");

    /// <summary>The name. Null if it is missing.</summary>
    public string? Name => JsonText.Of(Json, "name");

    /// <summary>The email address. Null if it is missing.</summary>
    public string? Email => JsonText.Of(Json, "email");

    /// <summary>
    /// The whole object. To read it as a model of a version package, pass its raw text to <c>IntercomJson.Read&lt;Contact&gt;</c>.
    /// </summary>
    public JsonElement Json { get; }

    internal static CanvasPerson? In(JsonElement request, string name) =>
        JsonText.Object(request, name) is { } json ? new CanvasPerson(json) : null;
}
