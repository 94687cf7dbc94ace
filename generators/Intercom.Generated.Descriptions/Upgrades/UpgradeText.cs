using System.Text;

namespace Intercom.Generated.Descriptions.Upgrades;

/// <summary>
/// Writes a plan as the text that version packages carry for the analyzers. The first line has the format, and the version and namespace of
/// both sides. Every other line is an entry. Values are separated by tabs.
/// </summary>
public static class UpgradeText
{
    /// <summary>The number of the format. Analyzers ignore formats that they do not know.</summary>
    public const int Format = 1;

    /// <summary>Writes a plan.</summary>
    /// <param name="from">The older version.</param>
    /// <param name="fromNamespace">Its namespace.</param>
    /// <param name="to">The newer version.</param>
    /// <param name="toNamespace">Its namespace.</param>
    /// <param name="entries">The entries.</param>
    public static string Write(string from, string fromNamespace, string to, string toNamespace, IEnumerable<UpgradeEntry> entries)
    {
        var text = new StringBuilder();
        Line([$"{Format}", from, fromNamespace, to, toNamespace]);
        foreach (var entry in entries ?? throw new ArgumentNullException(nameof(entries)))
        {
            Line([
                Key(entry.Kind),
                Key(entry.Place),
                entry.Symbol,
                entry.Message,
                .. entry.Fix is { } fix ? fix.Arguments.Prepend(Key(fix.Verb)) : [],
            ]);
        }

        return text.ToString();

        void Line(IReadOnlyList<string> values) =>
            text.Append(string.Join("\t", values.Select(value => value.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' '))))
                .Append('\n');

        static string Key<T>(T value)
            where T : struct, Enum => value.ToString().ToLowerInvariant();
    }
}
