using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Maintenance.Versions;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>Text from a description cannot format a report or control the program that shows it.</summary>
public sealed class HostileReportTests : IDisposable
{
    private const string Evil = "`](javascript:evil) ![x](http://evil) <img src=evil> @everyone | \u001b[31m \u202E \u200B\n::error ::evil\n##[error]evil\r#1";

    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    // CommonMark reads each of these as one piece of code with this content.
    [TestCase("x", "`x`")]
    [TestCase("a`b", "`` a`b ``")]
    [TestCase("``", "``` `` ```")]
    [TestCase("", "`  `")]
    [TestCase("a\nb\u202E", "`a b\\u202E`")]
    public void Code_ends_where_it_should(string text, string code) => Assert.That(MarkdownText.Code(text), Is.EqualTo(code));

    [TestCase("::error ::x", "\\::error ::x")]
    [TestCase("  ::set-output name=x::y", "  \\::set-output name=x::y")]
    [TestCase("a\n::error ::x", "a ::error ::x")]
    [TestCase("x ##[error]y", "x #\\#[error]y")]
    [TestCase("\u001b[31mred\u0007", "\\u001B[31mred\\u0007")]
    [TestCase("[red]x[/]", "[red]x[/]")]
    public void A_line_is_not_a_command(string text, string line) => Assert.That(ConsoleText.Line(text), Is.EqualTo(line));

    [TestCase("console")]
    [TestCase("markdown")]
    [TestCase("github")]
    [TestCase("json")]
    [TestCase("sarif")]
    public async Task Reports_show_hostile_text_as_text(string format)
    {
        var quoted = Newtonsoft.Json.JsonConvert.ToString(Evil);
        await _repository.UpdateAsync(Yaml.Api(name: $"{{ type: string, enum: [a, b, {quoted}] }}"));
        _repository.Write(
            "after.yaml", Yaml.Api(name: $"{{ type: string, enum: [a, b, {Newtonsoft.Json.JsonConvert.ToString("x" + Evil)}] }}", more: $"more: {{ type: string, enum: [{quoted}, c] }}"));

        var result = await _repository.RunAsync("report", "2.14", "after.yaml", "--format", format, "--all");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Difference), result.Error);
            Assert.That(result.Output, Does.Contain("evil"));
            // JSON is for programs, which escape it for their own readers. Its control characters are escaped by its own rules.
            if (format is not ("json" or "sarif"))
                Assert.That(result.Output.Where(c => c is not ('\n' or '\r') && VisibleText.Of(c.ToString()) != c.ToString()), Is.Empty);
            var lines = result.Output.Split('\n').Select(line => line.Trim()).ToList();
            if (format != "github")
                Assert.That(lines.Where(line => line.StartsWith("::", StringComparison.Ordinal) || line.Contains("##[", StringComparison.Ordinal)), Is.Empty);
            else
                Assert.That(lines.Where(line => line.Length > 0), Is.All.Match("^::(error|warning|notice) file="));
            if (format == "markdown")
                Assert.That(WithoutCode(result.Output), Does.Not.Contain("evil").And.Not.Contain("@everyone"));
        }
    }

    // Returns the text outside code. A run of backticks starts code, and a run of the same length ends it.
    private static string WithoutCode(string markdown)
    {
        var outside = new System.Text.StringBuilder();
        for (var i = 0; i < markdown.Length;)
        {
            var run = markdown.Skip(i).TakeWhile(c => c == '`').Count();
            if (run == 0)
            {
                outside.Append(markdown[i++]);
                continue;
            }

            var end = i + run;
            while (end < markdown.Length && (markdown[end - 1] == '`' || markdown.Skip(end).TakeWhile(c => c == '`').Count() != run))
                end++;
            i = end + run;
        }

        return outside.ToString();
    }
}
