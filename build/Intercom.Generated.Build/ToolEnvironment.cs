namespace Intercom.Generated.Build;

/// <summary>Everything outside the tool that a verb uses, so that a test can stand in for it.</summary>
/// <param name="Console">Where the tool writes.</param>
/// <param name="Http">How it downloads.</param>
/// <param name="CurrentFolder">The folder that relative paths start from.</param>
internal sealed record ToolEnvironment(ConsoleOutput Console, HttpClient Http, string CurrentFolder);

/// <summary>The exit codes of the tool, as <c>diff</c> has them.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done, and there is nothing to decide.</summary>
    public const int Success = 0;

    /// <summary>There is a difference that somebody has to decide on; what would carry it out was not written.</summary>
    public const int Difference = 1;

    /// <summary>Something is wrong with what the tool works on; nothing was written.</summary>
    public const int Failure = 2;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;
}

/// <summary>Thrown when the command line cannot be carried out although it could be parsed.</summary>
internal sealed class UsageException(string message) : Exception(message);
