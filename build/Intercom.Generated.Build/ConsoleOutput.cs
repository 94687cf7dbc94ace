using Spectre.Console;

namespace Intercom.Generated.Build;

/// <summary>What the tool says: results on standard output, warnings and errors on standard error.</summary>
/// <remarks>
/// Only labels and progress go through Spectre.Console; text is written as it is, because names and paths are neither markup
/// nor to be wrapped.
/// </remarks>
internal sealed class ConsoleOutput(IAnsiConsole output, IAnsiConsole error)
{
    private const int PageWidth = 200;

    /// <summary>The text stream of results, for the command line parser's own messages.</summary>
    public TextWriter Output => output.Profile.Out.Writer;

    /// <summary>The text stream of errors, for the command line parser's own messages.</summary>
    public TextWriter Error => error.Profile.Out.Writer;

    /// <summary>The console that the process has.</summary>
    public static ConsoleOutput ForProcess() => new(
        ForStream(Console.Out, Console.IsOutputRedirected),
        ForStream(Console.Error, Console.IsErrorRedirected));

    /// <summary>Writes a part of the result as it is: a report that is escaped for its format.</summary>
    public void Write(string text) => Output.Write(text);

    /// <summary>Writes what Spectre.Console lays out. Without a terminal there is no width to keep to but a page's.</summary>
    public void Write(Action<IAnsiConsole> write)
    {
        if (!output.Profile.Out.IsTerminal)
            output.Profile.Width = PageWidth;
        write(output);
    }

    /// <summary>What Spectre.Console lays out, as text without colours.</summary>
    public static string Text(Action<IAnsiConsole> write)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = PageWidth;
        write(console);
        return text.ToString();
    }

    /// <summary>Writes a line of the result.</summary>
    public void WriteLine(string text = "") => Output.WriteLine(ConsoleText.Line(text));

    /// <summary>Writes a warning: the program goes on.</summary>
    public void WriteWarning(string text) => WriteLabelled("[yellow]warning[/]", text);

    /// <summary>Writes an error: the program ends without a result.</summary>
    public void WriteError(string text) => WriteLabelled("[red]error[/]", text);

    /// <summary>Runs work that reports its steps: in a status line when somebody looks, else one line per step.</summary>
    public Task<T> WithProgressAsync<T>(Func<Action<string>, Task<T>> work)
    {
        var capabilities = output.Profile.Capabilities;
        return capabilities is { Interactive: true, Ansi: true }
            ? output.Status().StartAsync("Starting", context => work(step => context.Status(Markup.Escape(ConsoleText.Line(step)))))
            : work(WriteLine);
    }

    /// <summary>A console on a stream. The capabilities of the terminal count only for a stream that goes there.</summary>
    private static IAnsiConsole ForStream(TextWriter stream, bool isRedirected) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        Out = new AnsiConsoleOutput(stream),
    });

    private void WriteLabelled(string label, string text)
    {
        error.Markup(label);
        Error.WriteLine($": {ConsoleText.Line(text)}");
    }
}
