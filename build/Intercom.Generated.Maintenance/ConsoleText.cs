using Intercom.Generated.Descriptions.Escaping;

namespace Intercom.Generated.Maintenance;

/// <summary>Escapes text from a description for a console, which can be a terminal or the log of a workflow.</summary>
internal static class ConsoleText
{
    /// <summary>
    /// Returns a line that cannot control a terminal or run a workflow command. GitHub runs a line of a log that starts with <c>::</c> or
    /// contains <c>##[</c>.
    /// </summary>
    public static string Line(string text)
    {
        var line = WithoutCommand(VisibleText.Of(text));
        var start = line.Length - line.TrimStart().Length;
        return line.AsSpan(start).StartsWith("::") ? line.Insert(start, "\\") : line;
    }

    /// <summary>Returns text that does not contain a workflow command within a line.</summary>
    public static string WithoutCommand(string text) => text.Replace("##[", "#\\#[", StringComparison.Ordinal);
}
