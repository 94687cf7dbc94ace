using System.Text.RegularExpressions;
using Intercom.Generated.Tests;

namespace Intercom.Generated.DependencyInjection.Tests.Docs;

/// <summary>
/// A page of docs/. Its C# blocks must be identical to the code between <c>// &lt;snippet name&gt;</c> and <c>// &lt;/snippet&gt;</c> in a
/// test file or several, so that users copy only code that compiles and runs.
/// </summary>
internal static partial class Page
{
    public static string Read(string page) => Normalize(File.ReadAllText(Path.Combine(Snapshot.ProjectFolder, "..", "..", "docs", page)));

    /// <summary>Replaces each run of white space with a single space.</summary>
    public static string CollapseWhitespace(string text) => Whitespace().Replace(text, " ");

    public static void AssertContainsCodeOf(string page, params string[] tests)
    {
        var sources = tests.Select(name => Normalize(File.ReadAllText(Path.Combine(Snapshot.ProjectFolder, "Docs", name + ".cs"))));
        var snippets = sources.SelectMany(source => Snippet().Matches(source)).Select(match => Outdent(match.Groups["code"].Value)).ToList();
        var blocks = Block().Matches(Read(page)).Select(match => match.Groups["code"].Value).ToList();
        Assert.That(snippets, Is.Not.Empty);
        Assert.That(blocks, Is.EquivalentTo(snippets), $"The C# of docs/{page} and the snippets of {string.Join(", ", tests)} differ.");
    }

    private static string Outdent(string code)
    {
        var lines = code.TrimEnd('\n').Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart(' ').Length);
        return string.Concat(lines.Select(line => line[Math.Min(indent, line.Length)..] + "\n"));
    }

    private static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"^ *// <snippet [^>]+>\n(?<code>.*?)^ *// </snippet>$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
