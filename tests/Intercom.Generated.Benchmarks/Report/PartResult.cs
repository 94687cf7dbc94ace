namespace Intercom.Generated.Benchmarks.Report;

/// <summary>A part of the benchmarks, with a section of its own on the page.</summary>
internal interface IPart
{
    /// <summary>The name on the command line and in the marks of the page.</summary>
    string Name { get; }

    /// <summary>Measures.</summary>
    /// <param name="isShort">Whether rough numbers are enough.</param>
    PartResult Measure(bool isShort);
}

/// <summary>What a part has measured.</summary>
internal sealed record PartResult(IReadOnlyList<Verdict> Verdicts, IReadOnlyList<Table> Tables, IReadOnlyList<BarGroup> Bars);

/// <summary>A goal beside what was measured.</summary>
/// <param name="Subject">What it was measured on.</param>
internal sealed record Verdict(string Subject, Goal Goal, double Measured)
{
    public bool IsMet => Measured <= Goal.Limit;
}

/// <summary>Numbers; the columns after the first are aligned to the right.</summary>
internal sealed record Table(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>Bars that are compared with each other.</summary>
internal sealed record BarGroup(string Title, IReadOnlyList<Bar> Bars);

/// <summary>A contender in the chart.</summary>
/// <param name="Ratio">The length of the bar.</param>
/// <param name="Value">What was measured, with its unit.</param>
internal sealed record Bar(string Label, double Ratio, string Value, bool IsOurs);
