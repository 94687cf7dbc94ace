using System.Runtime.InteropServices;
using System.Text;

namespace Intercom.Generated.Benchmarks.Report;

/// <summary>docs/performance.md, which consists of hand-written text and, between two markers for each part, generated tables.</summary>
internal sealed class PerformancePage(string path)
{
    /// <summary>Replaces the text between the markers of a part.</summary>
    public void Rewrite(string part, PartResult result, bool isShort)
    {
        var page = File.ReadAllText(path);
        var begin = $"<!-- {part} -->\n";
        var end = $"<!-- /{part} -->";
        var from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < begin.Length || to < from)
            throw new InvalidOperationException($"{path} does not contain the markers {begin.TrimEnd()} and {end}.");
        File.WriteAllText(path, $"{page[..from]}\n{Section(result, isShort)}\n{page[to..]}");
    }

    private static string Section(PartResult result, bool isShort)
    {
        var section = new StringBuilder();
        section.Append(
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Processor()}, {Environment.ProcessorCount} cores.");
        if (isShort)
            section.Append(" ***Rough figures from a short run.**");
        section.Append('\n');
        foreach (var table in result.Tables)
            Append(section, table);
        Append(section, Verdict.ToTable(result.Verdicts));
        return section.ToString();
    }

    private static string Processor()
    {
        const string Information = "/proc/cpuinfo";
        var name = File.Exists(Information)
            ? File.ReadLines(Information).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        return name ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static void Append(StringBuilder section, Table table)
    {
        section.Append($"\n{table.Title}:\n");
        section.Append($"\n| {string.Join(" | ", table.Columns)} |\n");
        section.Append($"|---|{string.Concat(Enumerable.Repeat("---:|", table.Columns.Count - 1))}\n");
        foreach (var row in table.Rows)
            section.Append($"| {string.Join(" | ", row)} |\n");
    }
}
