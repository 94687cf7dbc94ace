using Intercom.Generated.OpenApi.Escaping;

namespace Intercom.Generated.Build;

/// <summary>Text of a description on a console, which can be a terminal or the log of a workflow.</summary>
internal static class ConsoleText
{
    /// <summary>
    /// A line that neither controls a terminal nor is a workflow command: GitHub runs a line of a log that begins with <c>::</c> or has <c>##[</c>.
    /// </summary>
    public static string Line(string text)
    {
        var line = VisibleText.Of(text).Replace("##[", "#\\#[", StringComparison.Ordinal);
        var start = line.Length - line.TrimStart().Length;
        return line.AsSpan(start).StartsWith("::") ? line.Insert(start, "\\") : line;
    }
}
