using System.Globalization;
using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Recording;

/// <summary>
/// Replaces secrets and personal values. The same value always gets the same replacement, so that requests and responses still refer to
/// each other. Not thread-safe.
/// </summary>
internal sealed class Redactor(IReadOnlyList<RedactionRule> rules, int offset = 0)
{
    public const string Secret = "[secret]";

    // A shorter one, such as "none", would also be replaced where it is something else.
    private const int ShortestSecret = 8;

    // Their names are part of the API's own terms, not of a person.
    private static readonly string[] NamedTypes =
        ["data_attribute", "ticket_type", "ticket_type_attribute", "ticket_state", "custom_object_type", "subscription", "pages"];

    private readonly Dictionary<string, string> _replacements = new(StringComparer.Ordinal);
    // Unlike a name or a text, such a value cannot also be a term of the API.
    private readonly Dictionary<string, string> _distinctive = new(StringComparer.Ordinal);
    private readonly HashSet<string> _results = new(StringComparer.Ordinal);
    private readonly Dictionary<RedactionKind, int> _counts = [];
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    /// <summary>The secrets that a recording must not contain, in the forms in which they can appear.</summary>
    public IEnumerable<string> Secrets => _secrets;

    /// <summary>Adds a secret that is replaced wherever it appears.</summary>
    public void AddSecret(string? secret)
    {
        if (secret is not { Length: >= ShortestSecret })
            return;
        _secrets.Add(secret);
        _secrets.Add(Uri.EscapeDataString(secret));
        var quoted = Newtonsoft.Json.JsonConvert.ToString(secret);
        _secrets.Add(quoted.Substring(1, quoted.Length - 2));
    }

    /// <summary>Replaces the values of a body by its rules.</summary>
    public JToken Redact(JToken body) => Redact(body, null, null);

    /// <summary>Replaces the values of a query and of the path before it.</summary>
    public string RedactTarget(string target)
    {
        var mark = target.IndexOf('?');
        var path = mark < 0 ? target : target.Substring(0, mark);
        var segments = path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var name = i > 0 && segments[i - 1].StartsWith("find_by_", StringComparison.Ordinal) ? segments[i - 1].Substring(8) : null;
            var kind = name is null ? null : RuleOf(null, name)?.Kind;
            segments[i] = Uri.EscapeDataString(RedactText(Uri.UnescapeDataString(segments[i]), kind));
        }

        return string.Join("/", segments) + (mark < 0 ? "" : RedactQuery(target.Substring(mark)));
    }

    /// <summary>
    /// Replaces the values that are known by now. A request can contain a value before a response shows that it is personal.
    /// </summary>
    public JToken ReplaceKnown(JToken token) => token switch
    {
        JObject json => new JObject(json.Properties().Select(member => new JProperty(member.Name, ReplaceKnown(member.Value)))),
        JArray items => new JArray(items.Select(ReplaceKnown)),
        JValue { Value: string text } => ReplaceKnown(text),
        _ => token.DeepClone(),
    };

    /// <inheritdoc cref="ReplaceKnown(JToken)" />
    public string ReplaceKnownTarget(string target)
    {
        var mark = target.IndexOf('?');
        var path = string.Join("/", (mark < 0 ? target : target.Substring(0, mark)).Split('/').Select(Replace));
        var query = mark < 0 ? "" : "?" + string.Join("&", target.Substring(mark + 1).Split('&').Select(pair =>
        {
            var at = pair.IndexOf('=');
            return at < 0 ? pair : $"{pair.Substring(0, at)}={Replace(pair.Substring(at + 1))}";
        }));
        return path + query;

        string Replace(string text) => Uri.EscapeDataString(ReplaceKnown(Uri.UnescapeDataString(text)));
    }

    /// <summary>Replaces a text without a name, such as a header.</summary>
    public string RedactText(string text) => RedactText(text, null);

    private JToken Redact(JToken token, string? name, RedactionRule? rule)
    {
        switch (token)
        {
            case JObject json:
                return RedactObject(json, name, rule is { IsDeep: true } ? rule : null);
            case JArray items:
                return new JArray(items.Select(item => Redact(item, name, rule)));
            case JValue { Value: string text }:
                return RedactText(text, rule?.Kind);
            case JValue { Type: JTokenType.Integer or JTokenType.Float } when rule is not null:
                return NumberOf(token.ToString(), rule.Kind);
            default:
                return token.DeepClone();
        }
    }

    private JObject RedactObject(JObject json, string? name, RedactionRule? inherited)
    {
        // A filter of a search: its value is that of the field.
        var field = json["operator"] is not null ? (json["field"] as JValue)?.Value as string : null;
        var isNamedType = json["data_type"] is not null || NamedTypes.Contains((json["type"] as JValue)?.Value as string);
        var result = new JObject();
        foreach (var member in json.Properties())
        {
            var rule = member.Name switch
            {
                "value" when field is not null => RuleOfField(field),
                "name" or "label" or "description" when isNamedType => null,
                "type" or "id" => RuleOf(name, member.Name),
                _ => RuleOf(name, member.Name) ?? inherited,
            };
            result[MemberName(member.Name)] = Redact(member.Value, member.Name, rule);
        }

        return result;
    }

    /// <summary>Property names can be values, too, for example in a map from an email address.</summary>
    private string MemberName(string name) => RedactText(name, null);

    private RedactionRule? RuleOfField(string field)
    {
        var parts = field.Split('.');
        return RuleOf(parts.Length > 1 ? parts[parts.Length - 2] : null, parts[parts.Length - 1]);
    }

    private RedactionRule? RuleOf(string? parent, string name) => rules.FirstOrDefault(rule => rule.Matches(parent, name));

    private string RedactText(string text, RedactionKind? kind)
    {
        if (text.Length == 0 || _results.Contains(text))
            return text;
        if (kind is { } known)
            return ReplacementOf(text, known);
        var mark = text.StartsWith("http", StringComparison.Ordinal) ? text.IndexOf('?') : -1;
        if (mark > 0 && HasNamedValue(text.Substring(mark)))
            return ReplaceKnown(ReplaceEmails(text.Substring(0, mark))) + RedactQuery(text.Substring(mark));
        if (IsIpAddress(text))
            return ReplacementOf(text, RedactionKind.IpAddress);
        return IsPhone(text) ? ReplacementOf(text, RedactionKind.Phone) : ReplaceKnown(ReplaceEmails(text));
    }

    private string ReplaceKnown(string text)
    {
        if (_distinctive.TryGetValue(text, out var replacement))
            return replacement;
        foreach (var secret in _secrets.Where(secret => text.Contains(secret, StringComparison.Ordinal)))
            text = text.Replace(secret, Secret);
        return text;
    }

    private string RedactQuery(string query)
    {
        var result = new StringBuilder();
        foreach (var pair in FakeRequest.ParseQuery(query))
        {
            result.Append(result.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(pair.Key)).Append('=')
                .Append(Uri.EscapeDataString(RedactText(pair.Value, RuleOf(null, pair.Key)?.Kind)));
        }

        return result.ToString();
    }

    /// <summary>Whether a rule names a parameter, such as the signature of a link to a file.</summary>
    private bool HasNamedValue(string query) => FakeRequest.ParseQuery(query).Any(pair => RuleOf(null, pair.Key) is not null);

    /// <summary>Finds email addresses from their @, because a regular expression would take quadratic time.</summary>
    private string ReplaceEmails(string text)
    {
        StringBuilder? result = null;
        var copied = 0;
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > copied && IsEmailCharacter(text[start - 1]))
                start--;
            var end = at + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
                end++;
            var host = text.Substring(at + 1, end - at - 1).TrimEnd('.', '-');
            end = at + 1 + host.Length;
            if (start == at || !host.Contains('.'))
                continue;
            var address = text.Substring(start, end - start);
            result ??= new StringBuilder();
            result.Append(text, copied, start - copied);
            result.Append(_results.Contains(address) ? address : ReplacementOf(address, RedactionKind.Email));
            copied = end;
            at = end - 1;
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    private string ReplacementOf(string text, RedactionKind kind)
    {
        if (kind == RedactionKind.Secret)
        {
            AddSecret(text);
            return Secret;
        }

        if (_replacements.TryGetValue(text, out var known))
            return known;
        var replacement = Format(kind, Next(kind));
        _replacements.Add(text, replacement);
        var isDistinctive = kind is RedactionKind.Email or RedactionKind.Phone or RedactionKind.IpAddress or RedactionKind.Url;
        if (isDistinctive && !text.All(char.IsLetter))
            _distinctive[text] = replacement;
        _results.Add(replacement);
        return replacement;
    }

    private JToken NumberOf(string text, RedactionKind kind)
    {
        var replacement = ReplacementOf(text, kind);
        var digits = new string([.. replacement.Reverse().TakeWhile(char.IsDigit).Reverse()]);
        return digits.Length > 0 ? long.Parse(digits, CultureInfo.InvariantCulture) : replacement;
    }

    private int Next(RedactionKind kind) => _counts[kind] = (_counts.TryGetValue(kind, out var count) ? count : offset) + 1;

    private static string Format(RedactionKind kind, int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return kind switch
        {
            RedactionKind.Email => $"person-{text}@example.com",
            RedactionKind.Name => $"Name {text}",
            RedactionKind.Phone => $"+1555{number.ToString("D7", CultureInfo.InvariantCulture)}",
            RedactionKind.IpAddress =>
                new IPAddress([198, (byte)(18 + ((number >> 16) & 1)), (byte)(number >> 8), (byte)number]).ToString(),
            RedactionKind.Url => $"https://example.com/{text}",
            RedactionKind.Id => $"id-{text}",
            _ => $"text-{text}",
        };
    }

    private static bool IsEmailCharacter(char character) =>
        char.IsLetterOrDigit(character) || character is '.' or '_' or '%' or '+' or '-' or '\'';

    private static bool IsIpAddress(string text) =>
        text.Length is >= 7 and <= 45 && (text.Count(character => character == '.') == 3 || text.Count(character => character == ':') >= 2)
        && IPAddress.TryParse(text, out _);

    private static bool IsPhone(string text) =>
        text.Length is >= 8 and <= 24 && text[0] == '+' && text.Count(char.IsDigit) >= 7
        && text.Skip(1).All(character => char.IsDigit(character) || character is ' ' or '(' or ')' or '-' or '.');
}
