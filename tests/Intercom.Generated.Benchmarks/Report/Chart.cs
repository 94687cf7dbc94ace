using System.Globalization;
using System.Xml.Linq;

namespace Intercom.Generated.Benchmarks.Report;

/// <summary>
/// The bar chart docs/performance.svg. The file contains its own data, so one part can be updated without measuring the others.
/// </summary>
internal sealed class Chart(string path)
{
    private const int Width = 820;
    private const int LabelWidth = 270;
    private const int BarWidth = 380;
    private const int RowHeight = 20;
    private const int BarHeight = 12;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // Gray is readable on both white and black. Viewers that support prefers-color-scheme get more contrast.
    private const string Style = """
        text { font: 12px system-ui, sans-serif; fill: #6a737d }
        .title { font-weight: 600 }
        rect { fill: #a8b1bb }
        .ours rect { fill: #2f81f7 }
        .ours text { font-weight: 600 }
        @media (prefers-color-scheme: light) { text { fill: #24292f } }
        @media (prefers-color-scheme: dark) { text { fill: #d0d7de } rect { fill: #6e7681 } }
        """;

    /// <summary>Redraws the bars of one part and keeps the others.</summary>
    /// <param name="parts">All parts, from top to bottom.</param>
    public void Redraw(string part, IReadOnlyList<BarGroup> bars, IReadOnlyList<string> parts)
    {
        var groups = Load();
        groups[part] = bars;
        var y = 0;
        var drawing = new XElement(Svg + "svg", new XElement(Svg + "style", Style));
        foreach (var name in parts.Where(groups.ContainsKey))
        {
            foreach (var group in groups[name])
                drawing.Add(Draw(name, group, ref y));
        }

        drawing.Add(
            new XAttribute("viewBox", $"0 0 {Width} {y}"),
            new XAttribute("width", Width),
            new XAttribute("height", y),
            new XAttribute("role", "img"));
        File.WriteAllText(path, drawing + "\n");
    }

    private static XElement Draw(string part, BarGroup group, ref int y)
    {
        y += RowHeight;
        var drawn = new XElement(
            Svg + "g", new XAttribute("data-part", part), new XAttribute("data-title", group.Title),
            Text(0, y, group.Title, new XAttribute("class", "title")));
        var longest = group.Bars.Max(bar => bar.Ratio);
        foreach (var bar in group.Bars)
        {
            y += RowHeight;
            var length = Math.Max(1, (int)(BarWidth * bar.Ratio / longest));
            drawn.Add(new XElement(
                Svg + "g",
                new XAttribute("class", bar.IsOurs ? "ours" : "other"),
                new XAttribute("data-label", bar.Label),
                new XAttribute("data-ratio", bar.Ratio.ToString("R", CultureInfo.InvariantCulture)),
                new XAttribute("data-value", bar.Value),
                Text(LabelWidth - 8, y, bar.Label, new XAttribute("text-anchor", "end")),
                new XElement(
                    Svg + "rect",
                    new XAttribute("x", LabelWidth),
                    new XAttribute("y", y - BarHeight + 2),
                    new XAttribute("width", length),
                    new XAttribute("height", BarHeight),
                    new XAttribute("rx", 2)),
                Text(LabelWidth + length + 6, y, $"{Quantity.Ratio(bar.Ratio)}  ({bar.Value})")));
        }

        y += RowHeight / 2;
        return drawn;
    }

    private static XElement Text(int x, int y, string text, params XAttribute[] attributes) =>
        new(Svg + "text", new XAttribute("x", x), new XAttribute("y", y), attributes, text);

    private Dictionary<string, IReadOnlyList<BarGroup>> Load() => File.Exists(path)
        ? XElement.Load(path).Elements(Svg + "g")
            .GroupBy(group => (string)group.Attribute("data-part")!)
            .ToDictionary(part => part.Key, part => (IReadOnlyList<BarGroup>)[.. part.Select(Group)])
        : [];

    private static BarGroup Group(XElement group) => new(
        (string)group.Attribute("data-title")!,
        [.. group.Elements(Svg + "g").Select(bar => new Bar(
            (string)bar.Attribute("data-label")!,
            (double)bar.Attribute("data-ratio")!,
            (string)bar.Attribute("data-value")!,
            (string?)bar.Attribute("class") == "ours"))]);
}
