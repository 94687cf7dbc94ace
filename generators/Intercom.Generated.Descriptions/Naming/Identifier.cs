using System.Text;

namespace Intercom.Generated.Descriptions.Naming;

/// <summary>Converts names in a description to C# identifiers.</summary>
public static class Identifier
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long",
        "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected", "public",
        "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch",
        "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void",
        "volatile", "while",
    };

    private static readonly HashSet<string> WithoutSingular = new(StringComparer.Ordinal)
    {
        "news", "status", "series", "metadata", "data", "address", "access", "bonus", "analysis", "hours", "wms", "sms",
    };

    // The compiler accepts 511 characters, and longer names are built from this one.
    private const int MaximumLength = 255;

    /// <summary>Whether text is a PascalCase name.</summary>
    public static bool IsPascal(string text) => text.Length is > 0 and <= MaximumLength && IsUpper(text[0]) && text.All(IsLetterOrDigit);

    /// <summary>Whether text is a camelCase name. A C# keyword needs an at sign.</summary>
    public static bool IsCamel(string text)
    {
        var name = text.StartsWith("@", StringComparison.Ordinal) ? text.Substring(1) : text;
        return name.Length is > 0 and <= MaximumLength
            && IsLower(name[0])
            && name.All(IsLetterOrDigit)
            && Keywords.Contains(name) == (name.Length < text.Length);
    }

    /// <summary>
    /// Splits text into words, at characters that are not letters or digits and at changes from lower case to upper case.
    /// </summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!IsLetterOrDigit(c))
            {
                Flush();
                continue;
            }

            var startsWord = IsUpper(c) && word.Length > 0
                && (!IsUpper(text[i - 1]) || (i + 1 < text.Length && IsLower(text[i + 1])));
            if (startsWord)
                Flush();
            word.Append(c);
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>
    /// Converts text to PascalCase: <c>created_at</c> becomes <c>CreatedAt</c>, <c>AI Content</c> becomes <c>AiContent</c>.
    /// </summary>
    public static string Pascal(string text) => Pascal(Words(text));

    /// <summary>Joins words in PascalCase.</summary>
    public static string Pascal(IEnumerable<string> words)
    {
        var name = string.Concat(words.Select(Capitalized));
        return name.Length > 0 && char.IsDigit(name[0]) ? "Value" + name : name;
    }

    /// <summary>Converts text to camelCase, with an at sign before a C# keyword.</summary>
    public static string Camel(string text)
    {
        var pascal = Pascal(text);
        var camel = pascal.Length == 0 ? pascal : char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        return Keywords.Contains(camel) ? "@" + camel : camel;
    }

    /// <summary>Converts text to snake_case, the format of most names in JSON: <c>CreatedAt</c> becomes <c>created_at</c>.</summary>
    public static string Snake(string pascal) =>
        string.Concat(pascal.Select((c, i) => IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));

    /// <summary>Returns the singular of an English plural: <c>companies</c> becomes <c>company</c>.</summary>
    public static string Singular(string text)
    {
        var words = Words(text);
        if (words.Count == 0)
            return text;
        var last = words[words.Count - 1];
        var singular = SingularWord(last);
        return singular == last ? text : text.Substring(0, text.Length - last.Length) + singular;
    }

    /// <summary>Whether two words are the same noun, in the singular or plural.</summary>
    public static bool SameNoun(string left, string right) =>
        string.Equals(SingularWord(left.ToLowerInvariant()), SingularWord(right.ToLowerInvariant()), StringComparison.Ordinal);

    private static string SingularWord(string word)
    {
        var lower = word.ToLowerInvariant();
        if (WithoutSingular.Contains(lower)
            || !lower.EndsWith("s", StringComparison.Ordinal)
            || lower.EndsWith("ss", StringComparison.Ordinal))
        {
            return word;
        }

        if (lower.EndsWith("ies", StringComparison.Ordinal) && lower.Length > 4)
            return word.Substring(0, word.Length - 3) + "y";
        foreach (var ending in new[] { "sses", "ches", "shes", "xes", "zes", "uses" })
        {
            if (lower.EndsWith(ending, StringComparison.Ordinal))
                return word.Substring(0, word.Length - 2);
        }

        return word.Substring(0, word.Length - 1);
    }

    private static string Capitalized(string word) =>
        char.ToUpperInvariant(word[0]) + word.Substring(1).ToLowerInvariant();

    private static bool IsUpper(char c) => c is >= 'A' and <= 'Z';

    private static bool IsLower(char c) => c is >= 'a' and <= 'z';

    private static bool IsLetterOrDigit(char c) => IsUpper(c) || IsLower(c) || c is >= '0' and <= '9';
}
