using System.Runtime.InteropServices;
using System.Text;

namespace Intercom.Generated.Benchmarks.Report;

/// <summary>docs/performance.md: text written by hand, and for each part the numbers between its two marks.</summary>
internal sealed class PerformancePage(string path)
{
    /// <summary>Replaces what stands between the marks of a part.</summary>
    public void Rewrite(string part, PartResult result, bool isShort)
    {
        var page = File.ReadAllText(path);
        var begin = $"<!-- {part} -->\n";
        var end = $"<!-- /{part} -->";
        var from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < begin.Length || to < from)
            throw new InvalidOperationException($"{path} has no marks {begin.TrimEnd()} and {end}.");
        File.WriteAllText(path, $"{page[..from]}\n{Section(result, isShort)}\n{page[to..]}");
    }

    private static string Section(PartResult result, bool isShort)
    {
        var section = new StringBuilder();
        section.Append($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} cores.");
        if (isShort)
            section.Append(" **A short run: the numbers are rough.**");
        section.Append('\n');

        Append(section, new Table("", ["goal", "measured", "at most", "met"], [.. result.Verdicts.Select(Row)]));
        foreach (var table in result.Tables)
            Append(section, table);
        return section.ToString();
    }

    private static string[] Row(Verdict verdict) =>
    [
        $"{verdict.Subject}: {verdict.Goal.What}",
        Quantity.In(verdict.Measured, verdict.Goal.Unit),
        Quantity.In(verdict.Goal.Limit, verdict.Goal.Unit),
        verdict.IsMet ? "yes" : "**no**",
    ];

    private static void Append(StringBuilder section, Table table)
    {
        if (table.Title.Length > 0)
            section.Append($"\n{table.Title}:\n");
        section.Append($"\n| {string.Join(" | ", table.Columns)} |\n");
        section.Append($"|---|{string.Concat(Enumerable.Repeat("---:|", table.Columns.Count - 1))}\n");
        foreach (var row in table.Rows)
            section.Append($"| {string.Join(" | ", row)} |\n");
    }
}
