namespace Intercom.Generated.Maintenance.Repository;

/// <summary>Reads files from Git revisions.</summary>
/// <param name="folder">A folder in the working tree. Paths are relative to it.</param>
internal sealed class GitRepository(string folder)
{
    /// <summary>Whether a revision exists.</summary>
    /// <exception cref="IOException">Git cannot be run.</exception>
    public bool HasRevision(string revision) =>
        Run("rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}") is not null;

    /// <summary>Reads a file in a revision. Returns null if it does not exist.</summary>
    /// <exception cref="IOException">Git cannot be run.</exception>
    public byte[]? ReadFile(string revision, string relativePath) => Run("show", "--end-of-options", $"{revision}:./{relativePath}");

    // Returns the output of Git, or null if it fails.
    private byte[]? Run(params string[] arguments) =>
        ExternalProgram.Run("git", folder, arguments) is { ExitCode: 0 } result ? result.Output : null;
}
