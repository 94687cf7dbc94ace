using System.Diagnostics;

namespace Intercom.Generated.Benchmarks;

/// <summary>Starts this program in another process.</summary>
internal static class Executable
{
    public static Process Start(params string[] arguments) => Start([], arguments);

    /// <summary>Starts this program with environment variables.</summary>
    public static Process Start(IReadOnlyList<(string Name, string Value)> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Insert(0, typeof(Executable).Assembly.Location);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
