namespace Intercom.Generated.Benchmarks.Report;

/// <summary>A part of the benchmarks. Each part has its own section in docs/performance.md.</summary>
internal interface IPart
{
    /// <summary>The name on the command line and in the markers of the page.</summary>
    string Name { get; }

    /// <summary>Measures all contenders.</summary>
    /// <param name="isShort">Whether rough figures are enough.</param>
    PartResult Measure(bool isShort);
}

/// <summary>The results of a part.</summary>
internal sealed record PartResult(IReadOnlyList<Verdict> Verdicts, IReadOnlyList<Table> Tables, IReadOnlyList<BarGroup> Bars);

/// <summary>A measured value compared with its target.</summary>
/// <param name="Subject">The payload or scenario.</param>
internal sealed record Verdict(string Subject, Target Target, double Measured)
{
    /// <summary>The row of the value in a table of goals.</summary>
    public string[] Row =>
    [
        $"{Subject}: {Target.Metric}",
        Quantity.In(Measured, Target.Unit),
        $"at most {Quantity.In(Target.Limit, Target.Unit)}",
        IsMet ? "yes" : "**no**",
    ];

    private bool IsMet => Measured <= Target.Limit;

    /// <summary>Creates the table of goals.</summary>
    public static Table ToTable(IEnumerable<Verdict> verdicts) =>
        new("Goals", ["goal", "measured", "limit", "met"], [.. verdicts.Select(verdict => verdict.Row)]);

    public override string ToString() => $"{(IsMet ? "met" : "MISSED")}: {Row[0]} is {Row[1]}, target is {Row[2]}";
}

/// <summary>A table of figures. The columns after the first are right-aligned.</summary>
internal sealed record Table(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A group of bars to compare.</summary>
internal sealed record BarGroup(string Title, IReadOnlyList<Bar> Bars);

/// <summary>A contender in the chart.</summary>
/// <param name="Ratio">The length of the bar.</param>
/// <param name="Value">The measured value with its unit.</param>
internal sealed record Bar(string Label, double Ratio, string Value, bool IsOurs);
