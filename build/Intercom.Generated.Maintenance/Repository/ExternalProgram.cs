using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Intercom.Generated.Maintenance.Repository;

/// <summary>The result of a program.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">The standard output.</param>
/// <param name="Error">The standard error.</param>
internal sealed record ProgramResult(int ExitCode, byte[] Output, string Error)
{
    /// <summary>The standard output and standard error as text.</summary>
    public string Text => Encoding.UTF8.GetString(Output) + Error;
}

/// <summary>Runs other programs.</summary>
internal static class ExternalProgram
{
    /// <summary>The .NET host that runs the tool.</summary>
    public static string DotNet =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
        ?? (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet");

    /// <summary>Runs a program and waits for it to exit.</summary>
    /// <exception cref="IOException">The program cannot be started.</exception>
    public static ProgramResult Run(string name, string folder, params IEnumerable<string> arguments) =>
        Run(name, folder, new Dictionary<string, string>(), arguments);

    /// <summary>Runs a program and waits for it to exit.</summary>
    /// <param name="name">The program.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="environment">Environment variables to add to those of the tool.</param>
    /// <param name="arguments">The arguments.</param>
    /// <exception cref="IOException">The program cannot be started.</exception>
    public static ProgramResult Run(
        string name, string folder, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A nested build would inherit the paths of the outer build.
        foreach (var variable in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
            .ToList())
        {
            start.Environment.Remove(variable);
        }

        start.Environment["NSWAG_NOVERSION"] = "true";
        foreach (var variable in environment)
            start.Environment[variable.Key] = variable.Value;
        try
        {
            using var process = Process.Start(start)!;
            var error = new StringBuilder();
            process.ErrorDataReceived += (_, line) => error.AppendLine(line.Data);
            process.BeginErrorReadLine();
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            return new ProgramResult(process.ExitCode, output.ToArray(), error.ToString());
        }
        catch (Win32Exception e)
        {
            throw new IOException($"{name} cannot be run: {e.Message} Install it, or add it to PATH.", e);
        }
    }
}
