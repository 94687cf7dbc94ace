using System.Diagnostics;

namespace Intercom.Generated.Benchmarks;

/// <summary>Starts this program in another process.</summary>
internal static class Executable
{
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Insert(0, typeof(Executable).Assembly.Location);
        return Process.Start(start)!;
    }
}
