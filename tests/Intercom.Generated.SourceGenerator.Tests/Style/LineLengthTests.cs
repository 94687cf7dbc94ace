using System.Globalization;
using System.Text.RegularExpressions;

namespace Intercom.Generated.SourceGenerator.Tests.Style;

/// <summary>The length of lines that .editorconfig states, which compilers and formatters do not check.</summary>
public sealed class LineLengthTests
{
    private static readonly RepositoryFile Settings = RepositoryFile.Read(".editorconfig").Single();

    [Test]
    public void Product_code() => AssertNoLongLine(file => file.IsProductCode, Limit("*"));

    [Test]
    public void Tests() => AssertNoLongLine(file => !file.IsProductCode, Limit("tests/**.cs"));

    private static int Limit(string section) => int.Parse(
        Regex.Match(Settings.Text, $@"^\[{Regex.Escape(section)}\][^\[]*^max_line_length = (\d+)$", RegexOptions.Multiline).Groups[1].Value,
        CultureInfo.InvariantCulture);

    private static void AssertNoLongLine(Func<RepositoryFile, bool> isIncluded, int limit)
    {
        var files = RepositoryFile.Read(".cs").Where(isIncluded).ToList();
        var longLines = from file in files
                        from line in file.Lines.Select((text, index) => (text.Length, Number: index + 1))
                        where line.Length > limit
                        select $"{file.Path}({line.Number}): {line.Length}";
        Assert.That(files, Has.Count.GreaterThan(100));
        Assert.That(longLines, Is.Empty);
    }
}
