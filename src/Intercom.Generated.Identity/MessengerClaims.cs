using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Intercom.Generated;

/// <summary>Writes and reads the payload of a token.</summary>
internal static class MessengerClaims
{
    private const int DeepestNesting = 8;

    private static readonly HashSet<string> OwnNames = new(StringComparer.Ordinal) { "user_id", "email", "name", "created_at", "exp" };

    // The payload is base64, so nothing but JSON's own rules requires an escape. Without the others, the token is shorter.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the claims of a user.</summary>
    /// <exception cref="ArgumentException">A value cannot be written.</exception>
    public static byte[] Write(MessengerUser user, DateTimeOffset expiresAt)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("user_id", user.UserId);
            if (user.Email is { } email)
                json.WriteString("email", UnicodeText.CheckIdentifier(email, nameof(user.Email)));
            if (user.Name is { } name)
                json.WriteString("name", UnicodeText.Check(name, nameof(user.Name)));
            if (user.CreatedAt is { } createdAt)
                json.WriteNumber("created_at", createdAt.ToUnixTimeSeconds());
            json.WriteNumber("exp", expiresAt.ToUnixTimeSeconds());
            foreach (var attribute in user.Attributes)
            {
                if (OwnNames.Contains(attribute.Key))
                {
                    throw new ArgumentException(
                        $"The attribute '{attribute.Key}' cannot be set in {nameof(MessengerUser.Attributes)}. "
                        + "Use the property, or the lifetime for 'exp'.",
                        nameof(user));
                }

                WriteMember(json, attribute.Key, attribute.Value, attribute.Key, depth: 1);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Reads the user and the expiry time, or returns null if a claim that every token has is missing or wrong.</summary>
    public static (MessengerUser User, DateTimeOffset? ExpiresAt)? Read(byte[] payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            string? userId = null;
            DateTimeOffset? expiresAt = null;
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var claim in json.RootElement.EnumerateObject())
            {
                // With two values for one claim, readers would disagree about the user.
                if (!names.Add(claim.Name))
                    return null;
                if (claim.NameEquals("user_id") && claim.Value.ValueKind == JsonValueKind.String)
                    userId = claim.Value.GetString();
                if (claim.NameEquals("exp") && (expiresAt = ReadTime(claim.Value)) is null)
                    return null;
            }

            if (string.IsNullOrWhiteSpace(userId))
                return null;
            var user = new MessengerUser(userId!);
            foreach (var claim in json.RootElement.EnumerateObject())
                Set(user, claim);
            return (user, expiresAt);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static void Set(MessengerUser user, JsonProperty claim)
    {
        switch (claim.Name)
        {
            case "user_id" or "exp":
                break;
            case "email":
                user.Email = claim.Value.ValueKind == JsonValueKind.String ? claim.Value.GetString() : null;
                break;
            case "name":
                user.Name = claim.Value.ValueKind == JsonValueKind.String ? claim.Value.GetString() : null;
                break;
            case "created_at":
                user.CreatedAt = ReadTime(claim.Value);
                break;
            default:
                user.Attributes[claim.Name] = ReadValue(claim.Value);
                break;
        }
    }

    private static DateTimeOffset? ReadTime(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is >= 0 and <= 253402300799
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;

    private static object? ReadValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(ReadValue).ToList(),
        JsonValueKind.Object => ReadObject(value),
        _ => null,
    };

    private static Dictionary<string, object?> ReadObject(JsonElement value)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
            members[member.Name] = ReadValue(member.Value);
        return members;
    }

    private static void WriteMember(Utf8JsonWriter json, string name, object? value, string path, int depth)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException($"The name of an attribute is empty ({path}).");
        json.WritePropertyName(UnicodeText.Check(name, nameof(MessengerUser.Attributes)));
        WriteValue(json, value, path, depth);
    }

    private static void WriteValue(Utf8JsonWriter json, object? value, string path, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new ArgumentException($"The attribute '{path}' has more than {DeepestNesting} levels, or contains itself.");
        }

        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(UnicodeText.Check(text, path));
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case DateTimeOffset time:
                json.WriteNumberValue(time.ToUnixTimeSeconds());
                break;
            case DateTime { Kind: not DateTimeKind.Unspecified } time:
                json.WriteNumberValue(new DateTimeOffset(time).ToUnixTimeSeconds());
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case float or double when IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)):
                WriteFloatingPoint(json, value);
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                json.WriteStartObject();
                foreach (var member in members)
                    WriteMember(json, member.Key, member.Value, $"{path}.{member.Key}", depth + 1);
                json.WriteEndObject();
                break;
            case IEnumerable items and not IDictionary:
                json.WriteStartArray();
                foreach (var item in items)
                    WriteValue(json, item, path, depth + 1);
                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException(
                    $"The attribute '{path}' is a {value.GetType().Name} that cannot be written. Use text, a Boolean, a finite number, "
                    + "a DateTimeOffset, a list, or a Dictionary<string, object?>.");
        }
    }

    private static void WriteFloatingPoint(Utf8JsonWriter json, object value)
    {
        if (value is float single)
            json.WriteNumberValue(single);
        else
            json.WriteNumberValue((double)value);
    }

    private static bool IsFinite(double number) => !double.IsNaN(number) && !double.IsInfinity(number);
}
