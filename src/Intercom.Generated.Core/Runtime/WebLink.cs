using System.Text;

namespace Intercom.Generated.Runtime;

/// <summary>A link in a Link header (RFC 8288).</summary>
/// <param name="Target">The URL, which can be relative.</param>
/// <param name="Relations">The relation types, separated by spaces, or null if there are none.</param>
/// <param name="HasAnchor">Whether the link has an anchor, and so belongs to a resource other than the requested one.</param>
internal sealed record WebLink(string Target, string? Relations, bool HasAnchor)
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Whether the requested resource has this relation to the target.</summary>
    public bool HasRelation(string relation) =>
        !HasAnchor
        && Relations?.Split(Blanks, StringSplitOptions.RemoveEmptyEntries).Contains(relation, StringComparer.OrdinalIgnoreCase) == true;

    /// <summary>Reads the links of a header up to the first malformed link, as in RFC 8288, appendix B.2.</summary>
    public static IEnumerable<WebLink> Parse(string header)
    {
        var reader = new Reader(header);
        while (reader.ReadLink() is { } link)
            yield return link;
    }

    private sealed class Reader(string text)
    {
        private int _at;

        private char Current => _at < text.Length ? text[_at] : '\0';

        public WebLink? ReadLink()
        {
            Skip(" \t,");
            if (Current != '<')
                return null;
            var end = text.IndexOf('>', _at);
            if (end < 0)
                return null;
            var target = text.Substring(_at + 1, end - _at - 1).Trim();
            _at = end + 1;

            string? relations = null;
            var hasAnchor = false;
            while (ReadParameter() is var (name, value))
            {
                // Only the first rel counts (section 3.3).
                if (name.Equals("rel", StringComparison.OrdinalIgnoreCase))
                    relations ??= value;
                hasAnchor |= name.Equals("anchor", StringComparison.OrdinalIgnoreCase);
            }

            Skip(" \t");
            return Current is ',' || _at >= text.Length ? new WebLink(target, relations, hasAnchor) : null;
        }

        private (string Name, string Value)? ReadParameter()
        {
            Skip(" \t");
            if (Current != ';')
                return null;
            _at++;
            Skip(" \t");
            var name = ReadUntil(" \t=;,");
            Skip(" \t");
            if (Current != '=')
                return (name, string.Empty);
            _at++;
            Skip(" \t");
            return (name, Current == '"' ? ReadQuoted() : ReadUntil(";,").Trim());
        }

        private string ReadQuoted()
        {
            var value = new StringBuilder();
            for (_at++; _at < text.Length && text[_at] != '"'; _at++)
            {
                if (text[_at] == '\\' && _at + 1 < text.Length)
                    _at++;
                value.Append(text[_at]);
            }

            _at = Math.Min(_at + 1, text.Length);
            return value.ToString();
        }

        private string ReadUntil(string delimiters)
        {
            var start = _at;
            while (_at < text.Length && !delimiters.Contains(text[_at]))
                _at++;
            return text.Substring(start, _at - start);
        }

        private void Skip(string blanks)
        {
            while (_at < text.Length && blanks.Contains(text[_at]))
                _at++;
        }
    }
}
