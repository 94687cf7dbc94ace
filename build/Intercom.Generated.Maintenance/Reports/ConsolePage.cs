using Intercom.Generated.Descriptions.Escaping;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>The styles of lines in a terminal.</summary>
internal enum LineStyle
{
    /// <summary>Text.</summary>
    Plain,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>The subject of a change.</summary>
    Subject,

    /// <summary>C#.</summary>
    Code,

    /// <summary>Text of less interest.</summary>
    Dim,
}

/// <summary>A line for a terminal, already escaped and no wider than the terminal.</summary>
internal sealed record ConsoleLine(string Text, LineStyle Style);

/// <summary>Breaks text into lines for a terminal.</summary>
internal sealed class ConsolePage
{
    // The width of redirected output. Pointers stay on one line there, so that programs can find them.
    private const int RedirectedWidth = 80;
    private const int SmallestWidth = 24;
    private const int FieldIndent = 4;
    private const int LabelWidth = 8;

    private readonly List<ConsoleLine> _lines = [];
    private readonly bool _isRedirected;
    private readonly int _width;

    /// <summary>Creates a page.</summary>
    /// <param name="width">The width of the terminal, or null if the output is redirected.</param>
    public ConsolePage(int? width)
    {
        _isRedirected = width is null;
        // A line that fills the last column makes some terminals show an empty line.
        _width = Math.Max(SmallestWidth, (width ?? RedirectedWidth) - 1);
    }

    /// <summary>The lines.</summary>
    public IReadOnlyList<ConsoleLine> Lines => _lines;

    /// <summary>Adds an empty line.</summary>
    public void Blank() => _lines.Add(new ConsoleLine(string.Empty, LineStyle.Plain));

    /// <summary>Adds a paragraph.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">The style.</param>
    /// <param name="indent">The indentation of the first line.</param>
    /// <param name="hanging">The indentation of the other lines, if it is greater.</param>
    public void Paragraph(string text, LineStyle style = LineStyle.Plain, int indent = 0, int hanging = 0) =>
        Add(new string(' ', indent), new string(' ', Math.Max(indent, hanging)), text, style);

    /// <summary>Adds a field of a block.</summary>
    public void Field(string label, string text, LineStyle style = LineStyle.Plain)
    {
        var start = new string(' ', FieldIndent) + label.PadRight(LabelWidth);
        Add(start, new string(' ', start.Length), text, style);
    }

    /// <summary>Adds the place of a change.</summary>
    public void Pointer(string label, string pointer)
    {
        if (_isRedirected)
        {
            var text = $"{new string(' ', FieldIndent)}{label.PadRight(LabelWidth)}{pointer}";
            _lines.Add(new ConsoleLine(ConsoleText.Line(text), LineStyle.Dim));
        }
        else
            Field(label, pointer, LineStyle.Dim);
    }

    private void Add(string start, string nextStart, string text, LineStyle style)
    {
        var rest = ConsoleText.WithoutCommand(VisibleText.Of(text)).Trim();
        var prefix = start;
        do
        {
            var length = Fitting(rest, _width - prefix.Length);
            _lines.Add(new ConsoleLine(Escaped(prefix, rest[..length].TrimEnd()), style));
            rest = rest[length..].TrimStart();
            prefix = nextStart;
        }
        while (rest.Length > 0);
    }

    // Breaks after a space, or after a character that often separates the parts of a long word, or anywhere.
    private static int Fitting(string text, int width)
    {
        var (cells, end) = (0, 0);
        while (end < text.Length)
        {
            var size = char.IsSurrogatePair(text, end) ? 2 : 1;
            cells += CellsOf(text, end);
            if (cells > width)
                break;
            end += size;
        }

        if (end == text.Length)
            return end;
        var space = text.LastIndexOf(' ', Math.Min(end, text.Length - 1));
        if (space > 0)
            return space + 1;
        var part = text.LastIndexOfAny(['/', ',', '.', '(', '<'], Math.Max(0, end - 1));
        return Math.Max(1, part > end / 2 ? part + 1 : end);
    }

    // East Asian characters and emoji take two cells.
    private static int CellsOf(string text, int index)
    {
        var value = char.IsSurrogatePair(text, index) ? char.ConvertToUtf32(text, index) : text[index];
        return value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF)
            or (>= 0x20000 and <= 0x3FFFD)
            ? 2
            : 1;
    }

    private static string Escaped(string prefix, string text) => ConsoleText.Line(prefix + text).TrimEnd();
}
