namespace Intercom.Generated.Packages.Tests;

/// <summary>
/// The packages in every environment that they support: .NET 8 and 10, a library for netstandard2.0, .NET Framework, Blazor, C# 7.3, F#, and
/// Visual Basic. One build compiles all programs. .ci/native compiles native code.
/// </summary>
public sealed partial class PackageTests
{
    private static readonly Lazy<(string Folder, int ExitCode, string Output)> Environments = new(BuildEnvironments);

    [OneTimeTearDown]
    public void DeleteEnvironments()
    {
        if (Environments.IsValueCreated)
            Directory.Delete(Environments.Value.Folder, recursive: true);
    }

    // A library for netstandard2.0 refers to assemblies that are part of .NET 10, so the packages must bring them there too.
    [TestCase("Net10", "net10.0", "True, 21 contacts on .NET 10", TestName = "Runs_in_an_environment(netstandard2.0 library, .NET 10)")]
    [TestCase("Net8", "net8.0", "20 contacts with the assembly for .NETCoreApp,Version=v8.0", TestName = "Runs_in_an_environment(.NET 8)")]
    [TestCase("FSharp", "net10.0", "21 contacts, 12 seats, 1 found, not_found", TestName = "Runs_in_an_environment(F#)")]
    [TestCase("VisualBasic", "net10.0", "21 contacts, 12 seats, not_found", TestName = "Runs_in_an_environment(Visual Basic)")]
    public void Runs_in_an_environment(string program, string framework, string expected)
    {
        var assembly = AssertCompiled(program, framework, ".dll");
        var (exitCode, output) = Execute(Path.GetDirectoryName(assembly)!, assembly);
        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output.Trim(), Is.EqualTo(expected));
    }

    [TestCase("Library", "netstandard2.0", ".dll", TestName = "Compiles_in_an_environment(netstandard2.0, C# 7.3)")]
    [TestCase("NetFramework", "net472", ".exe", TestName = "Compiles_in_an_environment(.NET Framework 4.7.2)")]
    [TestCase("NetFramework", "net48", ".exe", TestName = "Compiles_in_an_environment(.NET Framework 4.8)")]
    [TestCase("Blazor", "net10.0", ".dll", TestName = "Compiles_in_an_environment(Blazor WebAssembly)")]
    public void Compiles_in_an_environment(string program, string framework, string extension) => AssertCompiled(program, framework, extension);

    [TestCase("Library/AddressBook.cs")]
    [TestCase("FSharp/Program.fs")]
    public void Page_about_frameworks_shows_the_program(string program)
    {
        var page = File.ReadAllText(Path.Combine(Repository, "docs", "supported-frameworks.md")).ReplaceLineEndings("\n");
        Assert.That(page, Does.Contain(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Programs", "Environments", program)).ReplaceLineEndings("\n")));
    }

    [Test]
    public void Page_about_frameworks_shows_the_lines_of_the_app_in_a_browser()
    {
        var page = File.ReadAllText(Path.Combine(Repository, "docs", "supported-frameworks.md"));
        var program = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Programs", "Environments", "Blazor", "Program.cs"));
        Assert.That(program.Where(line => line.Contains("http", StringComparison.Ordinal) && !line.StartsWith("using System", StringComparison.Ordinal)).All(page.Contains), page);
    }

    private static string AssertCompiled(string program, string framework, string extension)
    {
        var (folder, exitCode, output) = Environments.Value;
        var assembly = Path.Combine(folder, program, "bin", "Debug", framework, program + extension);
        Assert.That(assembly, Does.Exist, output);
        // A warning is an error too.
        Assert.That(exitCode, Is.Zero, output);
        return assembly;
    }

    private static (string Folder, int ExitCode, string Output) BuildEnvironments()
    {
        var folder = Directory.CreateTempSubdirectory("intercom-environments-").FullName;
        var programs = Path.Combine(AppContext.BaseDirectory, "Programs", "Environments");
        var projects = new List<string>();
        foreach (var file in Directory.GetFiles(programs, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(programs, file);
            Directory.CreateDirectory(Path.Combine(folder, Path.GetDirectoryName(path)!));
            File.Copy(file, Path.Combine(folder, path));
            if (path.EndsWith("proj", StringComparison.Ordinal))
                projects.Add(path.Replace('\\', '/'));
        }

        WriteNuGetConfiguration(folder);
        File.WriteAllText(
            Path.Combine(folder, "Environments.slnx"),
            $"<Solution>{string.Concat(projects.Order(StringComparer.Ordinal).Select(project => $"""<Project Path="{project}" />"""))}</Solution>");
        var (exitCode, output) = Execute(folder, "build", "-c", "Debug", "-v", "quiet", "-nologo");
        return (folder, exitCode, output);
    }
}
