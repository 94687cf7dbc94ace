using System.Text;
using Intercom.Generated.OpenApi.Escaping;

namespace Intercom.Generated.Build.Versions;

/// <summary>Writes Markdown.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new();

    /// <summary>A text that somebody asked for.</summary>
    public MarkdownText()
    {
    }

    /// <summary>A file that is committed.</summary>
    /// <param name="verb">The verb of the tool that makes it.</param>
    public MarkdownText(string verb) => _text.Append($"<!-- Made from openapi/ by the tool's verb {verb}; changes by hand are lost. -->\n");

    /// <summary>
    /// Returns inline code. All text from descriptions is written as code, so that it cannot contain links, images, mentions, or HTML.
    /// </summary>
    public static string Code(string? text)
    {
        var code = ConsoleText.WithoutCommand(VisibleText.Of(text ?? string.Empty));
        if (code.Length > 0 && !code.Contains('`', StringComparison.Ordinal))
            return $"`{code}`";
        // Only a run of backticks of the same length ends the code.
        var longest = code.Aggregate((Longest: 0, Run: 0), (state, c) => c == '`' ? (Math.Max(state.Longest, state.Run + 1), state.Run + 1) : (state.Longest, 0)).Longest;
        var fence = new string('`', longest + 1);
        return $"{fence} {code} {fence}";
    }

    /// <summary>Our own words in a line: without code, links, images, and HTML.</summary>
    public static string Prose(string text) =>
        VisibleText.Of(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal);

    /// <summary>Several pieces of code in a line.</summary>
    public static string Codes(IEnumerable<string> texts) => string.Join(", ", texts.Select(Code));

    /// <summary>A number of things: <c>1 type</c>, <c>2 types</c>.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <summary>Writes a heading, 1 being the title.</summary>
    public void Heading(int level, string text) => Block($"{new string('#', level)} {text}");

    /// <summary>Writes a paragraph, a list, or anything else that stands by itself.</summary>
    public void Block(string text) => _text.Append(_text.Length == 0 ? "" : "\n").Append(text).Append('\n');

    /// <summary>Writes a table unless it has no rows.</summary>
    /// <param name="heads">The heads of the columns.</param>
    /// <param name="rows">The cells of each row.</param>
    public void Table(IReadOnlyList<string> heads, IReadOnlyCollection<IReadOnlyList<string>> rows)
    {
        if (rows.Count > 0)
            Block(string.Join('\n', rows.Prepend([.. heads.Select(_ => "---")]).Prepend(heads).Select(cells => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |")));
    }

    /// <summary>Writes what was and what is, as lines of C# that are removed and added.</summary>
    public void Difference(string? before, string? after)
    {
        var lines = new[] { before is null ? null : $"- {before}", after is null ? null : $"+ {after}" };
        Block($"```diff\n{string.Join('\n', lines.OfType<string>().Select(VisibleText.Of))}\n```");
    }

    /// <summary>Writes what a reader unfolds to see.</summary>
    public void Folded(string summary, string text) => Block($"<details>\n<summary>{summary}</summary>\n\n{text}\n\n</details>");

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    /// <summary>The text as bytes.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());
}
