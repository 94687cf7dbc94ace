using System.Text;
using Intercom.Generated.Descriptions.Escaping;

namespace Intercom.Generated.Maintenance.Versions;

/// <summary>Writes Markdown.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new();

    /// <summary>Creates text for a report.</summary>
    public MarkdownText()
    {
    }

    /// <summary>Creates text for a committed file.</summary>
    /// <param name="command">The command of the tool that generates the file.</param>
    public MarkdownText(string command) =>
        _text.Append($"<!-- Generated from openapi/ by the tool's command {command}. Do not edit. -->\n");

    /// <summary>
    /// Returns inline code. All text from descriptions is written as code, so that it cannot contain links, images, mentions, or HTML.
    /// </summary>
    public static string Code(string? text)
    {
        var code = ConsoleText.WithoutCommand(VisibleText.Of(text ?? string.Empty));
        if (code.Length > 0 && !code.Contains('`', StringComparison.Ordinal))
            return $"`{code}`";
        // Only a run of backticks with the same length ends the code.
        var longest = code.Aggregate(
            (Longest: 0, Run: 0),
            (state, c) => c == '`' ? (Math.Max(state.Longest, state.Run + 1), state.Run + 1) : (state.Longest, 0)).Longest;
        var fence = new string('`', longest + 1);
        return $"{fence} {code} {fence}";
    }

    /// <summary>Returns our own prose on one line. Markup in it is escaped.</summary>
    public static string Prose(string text) =>
        VisibleText.Of(text)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal);

    /// <summary>Returns several pieces of inline code.</summary>
    public static string Codes(IEnumerable<string> texts) => string.Join(", ", texts.Select(Code));

    /// <summary>Returns a count with a noun, such as <c>1 type</c> or <c>2 types</c>.</summary>
    public static string Count(int count, string noun) =>
        count == 1 ? $"1 {noun}"
        : noun.EndsWith("ty", StringComparison.Ordinal) ? $"{count} {noun[..^1]}ies"
        : $"{count} {noun}s";

    /// <summary>Writes a heading. Level 1 is the title.</summary>
    public void Heading(int level, string text) => Block($"{new string('#', level)} {text}");

    /// <summary>Writes a paragraph, a list, or another block.</summary>
    public void Block(string text) => _text.Append(_text.Length == 0 ? "" : "\n").Append(text).Append('\n');

    /// <summary>Writes a table if it has rows.</summary>
    /// <param name="heads">The column headings.</param>
    /// <param name="rows">The cells of each row.</param>
    public void Table(IReadOnlyList<string> heads, IReadOnlyCollection<IReadOnlyList<string>> rows)
    {
        if (rows.Count > 0)
        {
            Block(string.Join(
                '\n',
                rows.Prepend([.. heads.Select(_ => "---")])
                    .Prepend(heads)
                    .Select(
                        cells => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |")));
        }
    }

    /// <summary>Writes a diff of a C# declaration.</summary>
    public void Difference(string? before, string? after)
    {
        var lines = new[] { before is null ? null : $"- {before}", after is null ? null : $"+ {after}" };
        Block($"```diff\n{string.Join('\n', lines.OfType<string>().Select(BlockLine))}\n```");
    }

    /// <summary>Writes a line of C#.</summary>
    public void CSharp(string line) => Block($"```csharp\n{BlockLine(line)}\n```");

    /// <summary>Returns text on one line for an HTML element, in which Markdown does not apply.</summary>
    public static string Html(string text) => ConsoleText.WithoutCommand(XmlText.Content(VisibleText.Of(text)));

    // A line of a block of code cannot end the block, unless it starts with a fence.
    private static string BlockLine(string line)
    {
        var text = ConsoleText.WithoutCommand(VisibleText.Of(line));
        return text.TrimStart().StartsWith("```", StringComparison.Ordinal) || text.TrimStart().StartsWith("~~~", StringComparison.Ordinal)
            ? $"// {text}"
            : text;
    }

    /// <summary>Writes a collapsed section.</summary>
    public void Folded(string summary, string text) => Block($"<details>\n<summary>{summary}</summary>\n\n{text}\n\n</details>");

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    /// <summary>Returns the text as UTF-8.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());
}
