using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>Writes members that a component leaves out if they have no value.</summary>
internal static class JsonWriterExtensions
{
    public static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    public static void WriteOptional<T>(this Utf8JsonWriter json, string name, T? value)
        where T : struct, Enum
    {
        if (value is { } known)
            json.WriteString(name, NameOf(known.ToString()));
    }

    public static void WriteOptional(this Utf8JsonWriter json, string name, CanvasAction? action)
    {
        if (action is null)
            return;
        json.WritePropertyName(name);
        action.Write(json);
    }

    public static void WriteOptional(this Utf8JsonWriter json, string name, JsonElement? value)
    {
        if (value is not { } element)
            return;
        json.WritePropertyName(name);
        element.WriteTo(json);
    }

    public static void WriteIf(this Utf8JsonWriter json, string name, bool value)
    {
        if (value)
            json.WriteBoolean(name, value);
    }

    public static void WriteBottomMargin(this Utf8JsonWriter json, bool hasNone)
    {
        if (hasNone)
            json.WriteString("bottom_margin", "none");
    }

    // FullWidth is full_width.
    private static string NameOf(string member) => string.Concat(member.Select((letter, index) =>
        char.IsUpper(letter) ? (index == 0 ? string.Empty : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}
