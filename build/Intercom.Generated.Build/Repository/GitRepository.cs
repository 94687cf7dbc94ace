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
    private byte[]? Run(params string[] arguments) => ExternalProgram.Run("git", folder, arguments) is { ExitCode: 0 } result ? result.Output : null;
}
