using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Schemas;

/// <summary>Generates realistic scalar values, based on format and name.</summary>
internal static class SampleValues
{
    /// <summary>2026-01-01T00:00:00Z, the start time of the fake's own clock.</summary>
    public const long FirstSecond = 1767225600;

    public static JValue Text(JObject schema, string name, string owner)
    {
        var text = TextFor((string?)schema["format"], name, owner);
        if ((int?)schema["maxLength"] is { } maximum && text.Length > maximum)
            text = text.Substring(0, maximum);
        if ((int?)schema["minLength"] is { } minimum && text.Length < minimum)
            text = text.PadRight(minimum, '0');
        return new JValue(text);
    }

    public static JValue Integer(JObject schema, string name)
    {
        var value = (string?)schema["format"] is "date-time" or "timestamp" || IsTimestamp(name) ? FirstSecond
            : name == "per_page" ? 20
            : name == "id" || Ends(name, "_id") ? Hash(name) % 900_000 + 100_000
            : 1;
        if ((long?)schema["minimum"] is { } minimum && value < minimum)
            value = minimum;
        if ((long?)schema["maximum"] is { } maximum && value > maximum)
            value = maximum;
        return new JValue(value);
    }

    public static JValue Number(JObject schema)
    {
        var value = 1.5;
        if ((double?)schema["minimum"] is { } minimum && value < minimum)
            value = minimum;
        if ((double?)schema["maximum"] is { } maximum && value > maximum)
            value = maximum;
        return new JValue(value);
    }

    /// <summary>True, so that tests notice a lost value. <c>has_more</c> is false, because a sample has no further pages.</summary>
    public static JValue Boolean(string name) => new(name != "has_more");

    private static string TextFor(string? format, string name, string owner)
    {
        // Check the name first, because a few "type" properties are published with an incorrect format.
        if (name == "type")
            return owner.Length == 0 ? "sample" : Ends(owner, "_list") ? "list" : owner;
        switch (format)
        {
            case "date-time":
                return "2026-01-01T00:00:00Z";
            case "date":
                return "2026-01-01";
            case "uri":
                return $"https://example.test/{Uri.EscapeDataString(name)}";
            case "email":
                return "ada@example.com";
            case "uuid":
                return Uuid(name + owner);
            case "byte":
            case "binary":
                return Convert.ToBase64String(Encoding.UTF8.GetBytes("sample"));
            default:
                return TextNamed(name, owner);
        }
    }

    private static string TextNamed(string name, string owner)
    {
        if (name == "external_id")
            return "external-1";
        if (name is "contact_id" or "user_id" or "intercom_user_id"
            || (name == "id" && owner.StartsWith("contact", StringComparison.Ordinal)))
            return Hash(name + owner).ToString("x24", CultureInfo.InvariantCulture);
        if (name == "id" || Ends(name, "_id"))
            return (Hash(name + owner) % 900_000 + 100_000).ToString(CultureInfo.InvariantCulture);
        if (name == "email" || Ends(name, "_email"))
            return "ada@example.com";
        if (name == "url" || Ends(name, "_url"))
            return $"https://example.test/{name}";
        if (IsTimestamp(name))
            return "2026-01-01T00:00:00Z";
        if (name == "phone" || Ends(name, "_number"))
            return "+353871234567";
        if (name is "locale" or "default_locale")
            return "en";
        if (name == "body")
            return "<p>A sample body</p>";
        return name.Length == 0 ? "sample" : $"sample {name.Replace('_', ' ')}";
    }

    private static bool IsTimestamp(string name) =>
        name == "timestamp" || Ends(name, "_at") || Ends(name, "_since") || Ends(name, "_until");

    private static bool Ends(string name, string ending) => name.EndsWith(ending, StringComparison.Ordinal);

    private static string Uuid(string seed)
    {
        var first = Hash(seed).ToString("x16", CultureInfo.InvariantCulture);
        var last = Hash("uuid" + seed).ToString("x16", CultureInfo.InvariantCulture);
        return $"{first.Substring(0, 8)}-{first.Substring(8, 4)}-4{first.Substring(13)}-8{last.Substring(1, 3)}-{last.Substring(4)}";
    }

    /// <summary>FNV-1a, because string.GetHashCode differs between processes.</summary>
    private static long Hash(string text)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var character in text)
                hash = (hash ^ character) * 1099511628211UL;
            return (long)(hash >> 1);
        }
    }
}
