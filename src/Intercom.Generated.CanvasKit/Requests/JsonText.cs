using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>Reads members of untrusted JSON. A member that is missing or of another kind is null.</summary>
internal static class JsonText
{
    /// <summary>Gets a string, or a number as a string, because Intercom sends IDs as both.</summary>
    public static string? Of(JsonElement? json, string name) => Of(Member(json, name));

    /// <summary>Gets a string, or a number as a string.</summary>
    public static string? Of(JsonElement? value)
    {
        if (value is { ValueKind: JsonValueKind.Number } number)
            return number.GetRawText();
        if (value is not { ValueKind: JsonValueKind.String } text)
            return null;
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // The string has a lone surrogate.
            return null;
        }
    }

    /// <summary>Gets an object.</summary>
    public static JsonElement? Object(JsonElement? json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    /// <summary>Gets a member.</summary>
    public static JsonElement? Member(JsonElement? json, string name)
    {
        if (json is not { ValueKind: JsonValueKind.Object } value)
            return null;
        try
        {
            return value.TryGetProperty(name, out var member) ? member : null;
        }
        catch (InvalidOperationException)
        {
            // Another member has a name with a lone surrogate, which cannot be compared.
            return value.EnumerateObject()
                .Where(member => HasName(member, name)).Select(member => (JsonElement?)member.Value).LastOrDefault();
        }
    }

    private static bool HasName(JsonProperty member, string name)
    {
        try
        {
            return member.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
