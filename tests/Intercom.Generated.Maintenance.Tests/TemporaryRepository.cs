using System.Net;
using Spectre.Console;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>A repository in a temporary folder in which the tool runs.</summary>
internal sealed class TemporaryRepository : IDisposable
{
    public const string Published = "published.yaml";
    public const string Description = "openapi/2.14/description.json";
    public const string Sources = "openapi/sources.json";
    public const string Overlay = "openapi/2.14/overlay.json";

    public TemporaryRepository() => Directory.CreateDirectory(Path.Combine(Root, "openapi"));

    public string Root { get; } = Directory.CreateTempSubdirectory("intercom-build-").FullName;

    public Func<HttpRequestMessage, HttpResponseMessage> Server { get; set; } = request =>
        throw new HttpRequestException($"No server for {request.RequestUri}");

    public void Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The files and their content, which an unsuccessful run must not change.</summary>
    public Dictionary<string, string> Files() => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .ToDictionary(f => Path.GetRelativePath(Root, f).Replace('\\', '/'), File.ReadAllText);

    /// <summary>Runs <c>update 2.14 --from published.yaml</c> with the given YAML.</summary>
    public Task<ToolResult> UpdateAsync(string yaml, params string[] options)
    {
        Write(Published, yaml);
        return RunAsync(["update", "2.14", "--from", Published, .. options]);
    }

    public async Task<ToolResult> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var handler = new Handler(this);
        using var http = new HttpClient(handler);
        var environment = new ToolEnvironment(
            new ConsoleOutput(PlainConsole(output), PlainConsole(error)),
            http,
            Root);
        var exitCode = await Program.RunAsync(args, environment);
        return new ToolResult(exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static IAnsiConsole PlainConsole(StringWriter writer) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.No,
        ColorSystem = ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
        Out = new AnsiConsoleOutput(writer),
    });

    private sealed class Handler(TemporaryRepository repository) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(repository.Server(request));
    }
}

/// <summary>The result of a run of the tool.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error);
