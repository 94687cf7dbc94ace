namespace Intercom.Generated.Maintenance;

/// <summary>The external dependencies of the commands, which tests can replace.</summary>
/// <param name="Console">The console.</param>
/// <param name="Http">The HTTP client for downloads.</param>
/// <param name="CurrentFolder">The base folder of relative paths.</param>
internal sealed record ToolEnvironment(ConsoleOutput Console, HttpClient Http, string CurrentFolder);

/// <summary>The exit codes of the tool, which follow <c>diff</c>.</summary>
internal static class ExitCode
{
    /// <summary>The command succeeded.</summary>
    public const int Success = 0;

    /// <summary>The command found a difference that a person has to decide on. The difference was not applied.</summary>
    public const int Difference = 1;

    /// <summary>The command failed because of its input. Nothing was written.</summary>
    public const int Failure = 2;

    /// <summary>The command line is not valid.</summary>
    public const int Usage = 2;
}

/// <summary>Thrown if the command line can be parsed but not executed.</summary>
internal sealed class UsageException(string message) : Exception(message);
