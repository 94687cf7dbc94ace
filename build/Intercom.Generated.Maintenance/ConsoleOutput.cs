using Intercom.Generated.Maintenance.Reports;
using Spectre.Console;

namespace Intercom.Generated.Maintenance;

/// <summary>The console of the tool: results on standard output, warnings and errors on standard error.</summary>
/// <remarks>
/// Only labels, reports, and progress go through Spectre.Console. Other text is written directly, because names and paths must not be
/// parsed as markup or wrapped.
/// </remarks>
internal sealed class ConsoleOutput(IAnsiConsole output, IAnsiConsole error)
{
    /// <summary>The writer for results, which the command-line parser also uses.</summary>
    public TextWriter Output => output.Profile.Out.Writer;

    /// <summary>The writer for errors, which the command-line parser also uses.</summary>
    public TextWriter Error => error.Profile.Out.Writer;

    /// <summary>Creates the console of the process.</summary>
    public static ConsoleOutput ForProcess() => new(
        ForStream(Console.Out, Console.IsOutputRedirected),
        ForStream(Console.Error, Console.IsErrorRedirected));

    /// <summary>Writes text without changes, such as a report that is already escaped for its format.</summary>
    public void Write(string text) => Output.Write(text);

    /// <summary>Writes lines that are made for the width of the terminal.</summary>
    /// <param name="create">Creates the lines. The argument is the width, or null if the output is redirected.</param>
    public void Write(Func<int?, IReadOnlyList<ConsoleLine>> create)
    {
        if (!output.Profile.Out.IsTerminal)
        {
            Output.Write(Text(create(null)));
            return;
        }

        foreach (var line in create(output.Profile.Width))
            output.Write(new Text(line.Text + "\n", StyleOf(line.Style)));
    }

    /// <summary>Returns lines as plain text.</summary>
    public static string Text(IEnumerable<ConsoleLine> lines) => string.Concat(lines.Select(line => line.Text + "\n"));

    /// <summary>Writes a line to standard output.</summary>
    public void WriteLine(string text = "") => Output.WriteLine(ConsoleText.Line(text));

    /// <summary>Writes a warning. The tool continues.</summary>
    public void WriteWarning(string text) => WriteLabeled("[yellow]warning[/]", text);

    /// <summary>Writes an error.</summary>
    public void WriteError(string text) => WriteLabeled("[red]error[/]", text);

    /// <summary>Runs work that reports its steps, in a status line if the console is interactive, otherwise on one line per step.</summary>
    public Task<T> WithProgressAsync<T>(Func<Action<string>, Task<T>> work)
    {
        var capabilities = output.Profile.Capabilities;
        return capabilities is { Interactive: true, Ansi: true }
            ? output.Status().StartAsync("Starting", context => work(step => context.Status(Markup.Escape(ConsoleText.Line(step)))))
            : work(WriteLine);
    }

    private static Style StyleOf(LineStyle style) => style switch
    {
        LineStyle.Heading => new Style(decoration: Decoration.Bold | Decoration.Underline),
        LineStyle.Subject => new Style(decoration: Decoration.Bold),
        LineStyle.Code => new Style(Color.Teal),
        LineStyle.Dim => new Style(decoration: Decoration.Dim),
        _ => Style.Plain,
    };

    /// <summary>Creates a console for a stream. The capabilities of the terminal apply only if the stream is not redirected.</summary>
    private static IAnsiConsole ForStream(TextWriter stream, bool isRedirected) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        Out = new AnsiConsoleOutput(stream),
    });

    private void WriteLabeled(string label, string text)
    {
        error.Markup(label);
        Error.WriteLine($": {ConsoleText.Line(text)}");
    }
}
