using System.CommandLine;
using System.Net;
using Intercom.Generated.Maintenance.Commands;
using Intercom.Generated.Maintenance.Published;

namespace Intercom.Generated.Maintenance;

/// <summary>The console tool. Each command has a file in Commands/.</summary>
internal static class Program
{
    /// <summary>Runs the tool with the console and network of the process.</summary>
    public static async Task<int> Main(string[] args)
    {
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All };
        using var http = new HttpClient(handler);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Intercom.Generated.Maintenance");
        return await RunAsync(
            args,
            new ToolEnvironment(ConsoleOutput.ForProcess(), http, Environment.CurrentDirectory));
    }

    /// <summary>Runs the tool.</summary>
    /// <returns>One of the <see cref="ExitCode"/> values.</returns>
    public static async Task<int> RunAsync(string[] args, ToolEnvironment environment, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand(
            "Maintains the descriptions in openapi/ and reports the impact of their changes.")
        {
            NewVersionCommand.Create(environment),
            UpdateCommand.Create(environment),
            NightlyCommand.Create(environment),
            ReportCommand.Create(environment),
            ReplayCommand.Create(environment),
            VerifyCommand.Create(environment),
            NamesCommand.Create(environment),
            CompareCommand.Create(environment),
        };
        var console = environment.Console;
        var invocation = new InvocationConfiguration
        {
            Output = console.Output,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
        };

        var parsed = root.Parse(args);
        try
        {
            var exitCode = await parsed.InvokeAsync(invocation, cancellationToken);
            return parsed.Errors.Count > 0 ? ExitCode.Usage : exitCode;
        }
        catch (UsageException e)
        {
            console.WriteError(e.Message);
            return ExitCode.Usage;
        }
        catch (DescriptionException e)
        {
            foreach (var problem in e.Problems)
                console.WriteError(problem.ToString());
            console.WriteError("Nothing was written.");
            return ExitCode.Failure;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            console.WriteError(e.Message);
            return ExitCode.Failure;
        }
        catch (OperationCanceledException)
        {
            console.WriteError("Canceled.");
            return ExitCode.Failure;
        }
    }
}
