using System.ComponentModel;
using System.Diagnostics;

namespace Intercom.Generated.Build.Repository;

/// <summary>Reads files of earlier revisions with git.</summary>
/// <param name="folder">A folder of the working tree; paths are relative to it.</param>
internal sealed class GitRepository(string folder)
{
    /// <summary>Whether git knows a revision by this name.</summary>
    /// <exception cref="IOException">git cannot be run.</exception>
    public bool HasRevision(string revision) => Run("rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}") is not null;

    /// <summary>The bytes of a file in a revision; null when it has no such file.</summary>
    /// <exception cref="IOException">git cannot be run.</exception>
    public byte[]? ReadFile(string revision, string relativePath) => Run("show", "--end-of-options", $"{revision}:./{relativePath}");

    // What git prints; null when it fails.
    private byte[]? Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            using var output = new MemoryStream();
            git.StandardOutput.BaseStream.CopyTo(output);
            git.WaitForExit();
            return git.ExitCode == 0 ? output.ToArray() : null;
        }
        catch (Win32Exception e)
        {
            throw new IOException($"git cannot be run, which is needed to read a revision: {e.Message} Install it, or name a file.", e);
        }
    }
}
