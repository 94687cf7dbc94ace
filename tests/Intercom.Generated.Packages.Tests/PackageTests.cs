using System.Diagnostics;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Intercom.Generated.Packages.Tests;

/// <summary>
/// Tests the contents of the packages, and builds programs that restore the packages from a folder. Requires <c>dotnet pack</c>, which creates the
/// packages in artifacts/packages.
/// </summary>
[NonParallelizable]
public sealed partial class PackageTests
{
    private const string DependencyInjection = "Intercom.Generated.DependencyInjection";

    // ASP.NET Core has no assets for netstandard2.0.
    private static readonly string[] NetOnly = ["Intercom.Generated.AspNetCore", "Intercom.Generated.AspNetCore.Authentication"];

    // Packages that work without the clients.
    private static readonly string[] Independent = ["Intercom.Generated.Identity", "Intercom.Generated.CanvasKit"];

    // Packages that reference Core directly, besides those of the versions.
    private static readonly string[] BeyondCore = ["Intercom.Generated.ApiVersions", "Intercom.Generated.OAuth", "Intercom.Generated.RateLimiting", "Intercom.Generated.Webhooks"];

    private static string Repository { get; } = FindRepository();

    /// <summary>The described versions, as in their package names, from the oldest to Preview.</summary>
    private static readonly string[] Versions =
    [
        .. Directory.GetDirectories(Path.Combine(Repository, "openapi"))
            .Where(folder => File.Exists(Path.Combine(folder, "description.json"))).Select(folder => Path.GetFileName(folder))
            .OrderBy(folder => Version.TryParse(folder, out var number) ? number : new Version(int.MaxValue, 0))
            .Select(folder => folder == "preview" ? "Preview" : $"V{folder.Replace('.', '_')}"),
    ];

    private static readonly string[] StableVersions = [.. Versions.Where(version => version != "Preview")];

    private static readonly string[] Names =
    [
        .. Directory.GetFiles(Path.Combine(Repository, "src"), "*.csproj", SearchOption.AllDirectories)
            // A program cannot reference a tool.
            .Select(project => Path.GetFileNameWithoutExtension(project)).Where(name => name != Tool).Order(StringComparer.Ordinal),
    ];

    // Packages that use internals of a dependency. Both must have the same version.
    private static readonly (string Package, string Friend)[] Friends =
    [
        ("Intercom.Generated.Core", "Intercom.Generated.Json"),
        ("Intercom.Generated.ApiVersions", "Intercom.Generated.Core"),
        ("Intercom.Generated.RateLimiting", "Intercom.Generated.Core"),
        ("Intercom.Generated.Webhooks", "Intercom.Generated.Core"),
        ("Intercom.Generated.AspNetCore", "Intercom.Generated.Webhooks"),
        ("Intercom.Generated.Sqlite", "Intercom.Generated.Webhooks"),
    ];

    private static string Feed { get; } = Path.Combine(Repository, "artifacts", "packages");

    [SetUp]
    public void RequirePackages()
    {
        if (!Directory.Exists(Feed) || Directory.GetFiles(Feed, "*.nupkg").Length < Names.Length)
            Assert.Ignore("artifacts/packages does not have all packages. Run 'dotnet pack Intercom.Generated.sln -c Release' first.");
    }

    [TestCaseSource(nameof(Names))]
    public void Package_has_files_metadata_and_dependencies(string name)
    {
        using var package = ZipFile.OpenRead(PackageFile(name, "nupkg"));
        var entries = package.Entries.Select(entry => entry.FullName).ToList();
        var metadata = Metadata(package);
        var ns = metadata.Name.Namespace;
        var dependencies = metadata.Descendants(ns + "dependency").Select(dependency => (string)dependency.Attribute("id")!).Distinct().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(entries, Does.Contain("README.md").And.Contain("icon.png"));
            Assert.That(entries, Does.Contain($"lib/net8.0/{name}.dll"));
            Assert.That(entries.Contains($"lib/netstandard2.0/{name}.dll"), Is.EqualTo(!NetOnly.Contains(name)));
            Assert.That(entries, Does.Contain($"lib/net8.0/{name}.xml"));
            Assert.That(metadata.Element(ns + "license")?.Value, Is.EqualTo("MIT"));
            Assert.That(metadata.Element(ns + "readme")?.Value, Is.EqualTo("README.md"));
            Assert.That(metadata.Element(ns + "icon")?.Value, Is.EqualTo("icon.png"));
            Assert.That(metadata.Element(ns + "repository")?.Attribute("type")?.Value, Is.EqualTo("git"));
            Assert.That(metadata.Element(ns + "description")?.Value, Is.Not.Empty);
            Assert.That(dependencies.Contains("Newtonsoft.Json"), Is.EqualTo(name != DependencyInjection && !Independent.Contains(name)));
            Assert.That(dependencies.Contains("Microsoft.Extensions.Http"), Is.EqualTo(name == DependencyInjection));
            Assert.That(
                dependencies.Contains("Intercom.Generated.Core"),
                Is.EqualTo(name == DependencyInjection || BeyondCore.Contains(name) || IsVersion(name)));
            Assert.That(dependencies.Where(id => id.Contains("CodeAnalysis", StringComparison.Ordinal) || id.Contains("Build", StringComparison.Ordinal)), Is.Empty);
        });
    }

    [TestCaseSource(nameof(Friends))]
    public void Packages_that_share_internals_have_the_same_version((string Package, string Friend) pair)
    {
        using var package = ZipFile.OpenRead(PackageFile(pair.Package, "nupkg"));
        var metadata = Metadata(package);
        var ns = metadata.Name.Namespace;
        Assert.That(
            metadata.Descendants(ns + "dependency").Where(dependency => (string?)dependency.Attribute("id") == pair.Friend)
                .Select(dependency => (string?)dependency.Attribute("version")),
            Is.Not.Empty.And.All.EqualTo($"[{metadata.Element(ns + "version")!.Value}]"));
    }

    [TestCaseSource(nameof(Names))]
    public void Readme_describes_its_package_and_has_absolute_links(string name)
    {
        var readme = Readme(name);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(readme, Does.StartWith($"# {name}\n"));
            Assert.That(readme, Does.Contain("dotnet add package Intercom.Generated."));
            Assert.That(Link().Matches(readme).Select(match => match.Groups[1].Value), Is.Not.Empty.And.All.StartsWith("https://"));
            Assert.That(readme, Does.Not.Contain("{ApiVersion}").And.Not.Contain("{Package}"));
            Assert.That(readme.Split('\n').Length, Is.LessThan(50));
        }
    }

    [Test]
    public void Code_in_every_readme_compiles()
    {
        var code = Names.Select(name => (Name: name, Source: ProgramOf(name, CodeBlocks(Readme(name)), "string token"))).ToList();
        // The blocks of the repository's page are independent of each other.
        var page = CodeBlocks(File.ReadAllText(Path.Combine(Repository, "README.md")).ReplaceLineEndings("\n"));
        Assert.That(page, Has.Count.GreaterThan(2));
        code.Add(("Repository", ProgramOf("Repository", page.Select(Scoped), "string token, Microsoft.AspNetCore.Builder.WebApplicationBuilder builder")));
        var references = string.Concat(Names.Select(name => $"""<PackageReference Include="{name}" Version="*" />"""));
        // Example code need not await anything or call the functions that it declares.
        var (exitCode, output) = Build(
            [("Program.cs", "return 0;"), .. code.Select(readme => ($"{readme.Name}.cs", readme.Source))],
            "<ImplicitUsings>enable</ImplicitUsings><NoWarn>INTERCOM2001;CS1998;CS8321</NoWarn>",
            references);
        Assert.That(exitCode, Is.Zero, output);
    }

    [Test]
    public void Page_of_the_repository_starts_with_the_installation() => Assert.That(
        File.ReadAllText(Path.Combine(Repository, "README.md")).ReplaceLineEndings("\n"),
        Does.Match("```sh\ndotnet add package Intercom\\.Generated\\.V\\d+_\\d+\n```\n\n```csharp\nusing "));

    [TestCaseSource(nameof(Names))]
    public void Package_is_marked_as_trimmable(string name)
    {
        using var package = ZipFile.OpenRead(PackageFile(name, "nupkg"));
        using var entry = package.GetEntry($"lib/net8.0/{name}.dll")!.Open();
        using var assembly = new MemoryStream();
        entry.CopyTo(assembly);
        assembly.Position = 0;
        using var file = new PEReader(assembly);
        var reader = file.GetMetadataReader();
        // The attribute value: two UTF-8 strings, each prefixed with its length.
        var attributes = reader.GetAssemblyDefinition().GetCustomAttributes()
            .Select(handle => Encoding.UTF8.GetString(reader.GetBlobBytes(reader.GetCustomAttribute(handle).Value)));
        Assert.That(attributes, Has.Some.Contains("IsTrimmable\u0004True"));
    }

    [TestCaseSource(nameof(Versions))]
    public void Symbols_contain_the_generated_source(string version)
    {
        using var package = ZipFile.OpenRead(PackageFile($"Intercom.Generated.{version}", "snupkg"));
        using var entry = package.Entries.Single(candidate => candidate.FullName == $"lib/net8.0/Intercom.Generated.{version}.pdb").Open();
        using var symbols = new MemoryStream();
        entry.CopyTo(symbols);
        symbols.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        var embeddedSource = new Guid("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
        var embedded = reader.Documents
            .Where(handle => reader.GetCustomDebugInformation(handle).Any(info => reader.GetGuid(reader.GetCustomDebugInformation(info).Kind) == embeddedSource))
            .Select(handle => Path.GetFileName(reader.GetString(reader.GetDocument(handle).Name)))
            .ToList();
        Assert.That(embedded, Does.Contain("Models.g.cs"));
        Assert.That(embedded, Does.Contain("ContactsClient.g.cs"));
        Assert.That(embedded, Does.Contain("Enums.g.cs"));
    }

    [Test]
    public void New_program_restores_and_runs()
    {
        var output = Run("Modern.cs", """
            <LangVersion>latest</LangVersion><ImplicitUsings>enable</ImplicitUsings>
            """, string.Empty);
        Assert.That(output, Is.EqualTo("250 names, ada@example.com, not_found, .NETCoreApp,Version=v8.0"));
    }

    [Test]
    public void Program_moves_to_another_version_by_changing_the_package_and_one_using([Values("V2_14", "newest")] string version)
    {
        var package = version == "newest" ? StableVersions[^1] : version;
        var output = Run("Moving.cs", "<LangVersion>latest</LangVersion><ImplicitUsings>enable</ImplicitUsings>", string.Empty, package);
        // Each of the three conversations adds a contact.
        Assert.That(output, Is.EqualTo($"253 contacts, Ada, open, Acme Ltd, not_found, {Number(package)}"));
    }

    [Test]
    public void New_program_uses_all_versions_side_by_side()
    {
        var source = new StringBuilder("using Intercom.Generated;\nusing Intercom.Generated.Testing;\n");
        foreach (var version in Versions)
        {
            source.Append($$"""
                {
                    using var fake = new FakeIntercom("{{Number(version)}}");
                    fake.AddContacts(2);
                    using var intercom = new Intercom.Generated.{{version}}.IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });
                    await foreach (Intercom.Generated.{{version}}.Contact contact in intercom.Contacts.ListAsync())
                        Console.Write($"{intercom.Version} ");
                }

                """);
        }

        var references = string.Concat(Names.Where(name => name != DependencyInjection).Select(name => $"""<PackageReference Include="{name}" Version="*" />"""));
        var (exitCode, output) = Build(
            "Program.cs", source.ToString(), "<ImplicitUsings>enable</ImplicitUsings><NoWarn>INTERCOM2001</NoWarn>", references, run: true);
        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output.Trim(), Is.EqualTo(string.Join(' ', Versions.SelectMany(version => new[] { Number(version), Number(version) }))));
    }

    [Test]
    public void New_program_with_dependency_injection_restores_and_runs()
    {
        var output = Run("Container.cs", "<ImplicitUsings>enable</ImplicitUsings>", $"""<PackageReference Include="{DependencyInjection}" Version="*" />""");
        Assert.That(output, Is.EqualTo("Ada of the EU, .NETCoreApp,Version=v8.0"));
    }

    [Test]
    public void Editors_find_the_schema_of_the_settings()
    {
        using var package = ZipFile.OpenRead(PackageFile(DependencyInjection, "nupkg"));
        Assert.That(package.GetEntry("ConfigurationSchema.json"), Is.Not.Null);
        foreach (var folder in (string[])["build", "buildTransitive"])
        {
            // NuGet imports only the file that is named like the package. The schema is beside the folder.
            using var targets = package.GetEntry($"{folder}/{DependencyInjection}.targets")!.Open();
            var segment = XDocument.Load(targets).Descendants("JsonSchemaSegment").Single();
            Assert.That((string?)segment.Attribute("Include"), Is.EqualTo("$(MSBuildThisFileDirectory)../ConfigurationSchema.json"));
            var pattern = (string)segment.Attribute("FilePathPattern")!;
            string[] files = ["appsettings.json", "appsettings.Development.json"];
            Assert.That(files, Has.All.Match(pattern));
        }
    }

    [Test]
    public void CSharp_10_program_runs_on_the_netstandard_assembly()
    {
        // Reference the netstandard2.0 assembly by path, because NuGet would choose the one for net8.0. This also excludes the dependencies of the
        // packages, so add those of Core for netstandard2.0, including those that are part of .NET 10 (NU1510).
        string[] packages = ["Intercom.Generated.V2_14", "Intercom.Generated.Core", "Intercom.Generated.Json", "Intercom.Generated.Testing"];
        using var core = ZipFile.OpenRead(PackageFile("Intercom.Generated.Core", "nupkg"));
        var metadata = Metadata(core);
        var dependencies = metadata.Descendants(metadata.Name.Namespace + "group")
            .Single(group => (string?)group.Attribute("targetFramework") == ".NETStandard2.0").Elements()
            .Select(dependency => $"""<PackageReference Include="{(string?)dependency.Attribute("id")}" Version="{(string?)dependency.Attribute("version")}" />""");
        var output = Run("Patterns.cs", "<LangVersion>10</LangVersion><NoWarn>NU1510</NoWarn>", string.Concat(dependencies)
            + string.Concat(packages.Select(name =>
            $"""<PackageReference Update="{name}" ExcludeAssets="compile;runtime" GeneratePathProperty="true" />"""
                + $"""<Reference Include="$(Pkg{name.Replace('.', '_')})/lib/netstandard2.0/{name}.dll" />""")));
        Assert.That(output, Is.EqualTo("""admin, 1 parts, [1,"two"], .NETStandard,Version=v2.0"""));
    }

    [Test]
    public void Program_must_opt_in_to_Preview()
    {
        var (exitCode, output) = Build(
            "Preview.cs",
            "using var intercom = new Intercom.Generated.Preview.IntercomClient(\"token\");",
            "<ImplicitUsings>enable</ImplicitUsings>",
            """<PackageReference Include="Intercom.Generated.Preview" Version="*" />""");
        Assert.That(exitCode, Is.Not.Zero);
        Assert.That(output, Does.Contain("INTERCOM2001"));
    }

    private static IReadOnlyList<string> CodeBlocks(string page) => [.. CodeBlock().Matches(page).Select(match => match.Groups[1].Value)];

    private static string Scoped(string block)
    {
        var lines = block.Split('\n');
        var usings = lines.Where(line => UsingDirective().IsMatch(line));
        return $"{string.Join('\n', usings)}\n{{\n{string.Join('\n', lines.Where(line => !UsingDirective().IsMatch(line)))}\n}}";
    }

    private static string ProgramOf(string name, IEnumerable<string> blocks, string parameters)
    {
        var lines = blocks.SelectMany(block => block.Split('\n')).ToList();
        Assert.That(lines, Is.Not.Empty, name);
        var usings = lines.Select(line => UsingDirective().Match(line)).Where(match => match.Success).Select(match => match.Value);
        return $$"""
            {{string.Join('\n', usings.Distinct())}}
            namespace Readme.Of.{{name.Replace("Intercom.Generated.", string.Empty, StringComparison.Ordinal)}}
            {
                internal static class Program
                {
                    public static async Task RunAsync({{parameters}})
                    {
                        {{string.Join('\n', lines.Where(line => !UsingDirective().IsMatch(line)))}}
                    }
                }
            }
            """;
    }

    private static string Number(string version) => version.TrimStart('V').Replace('_', '.');

    private static string Run(string program, string properties, string items, string version = "V2_14")
    {
        var source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Programs", program))
            .Replace("using Intercom.Generated.V2_14;", $"using Intercom.Generated.{version};", StringComparison.Ordinal);
        var references = $"""
            <PackageReference Include="Intercom.Generated.{version}" Version="*" />
            <PackageReference Include="Intercom.Generated.Core" Version="*" />
            <PackageReference Include="Intercom.Generated.Testing" Version="*" />
            """;
        var (exitCode, output) = Build(program, source, properties, references + items, run: true);
        Assert.That(exitCode, Is.Zero, output);
        return output.Trim().Split('\n')[^1].Trim();
    }

    private static (int ExitCode, string Output) Build(string program, string source, string properties, string items, bool run = false) =>
        Build([(program, source)], properties, items, run);

    private static (int ExitCode, string Output) Build(
        IReadOnlyList<(string File, string Source)> program, string properties, string items, bool run = false)
    {
        var folder = Directory.CreateTempSubdirectory("intercom-packages-").FullName;
        try
        {
            WriteProgram(folder, program, properties, items);
            // Quiet, because messages of a first run would precede the output of the program.
            return Execute(folder, run ? ["run", "-v", "quiet"] : ["build", "-v", "quiet", "-nologo"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void WriteProgram(string folder, IReadOnlyList<(string File, string Source)> program, string properties, string items)
    {
        foreach (var (file, source) in program)
            File.WriteAllText(Path.Combine(folder, file), source);
        WriteNuGetConfiguration(folder);
        File.WriteAllText(Path.Combine(folder, "Program.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                {properties}
              </PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);
    }

    // Programs restore the packages from the folder, and everything else as the machine is set up.
    private static void WriteNuGetConfiguration(string folder) => File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
        <configuration>
          <packageSources><add key="packed" value="{Feed}" /></packageSources>
          <config><add key="globalPackagesFolder" value="{Path.Combine(folder, "packages")}" /></config>
          <fallbackPackageFolders><add key="restored" value="{RestoredPackages()}" /></fallbackPackageFolders>
        </configuration>
        """);

    private static (int ExitCode, string Output) Execute(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "CI").ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    private static XElement Metadata(ZipArchive package)
    {
        using var nuspec = package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }

    private static bool IsVersion(string name) => Versions.Any(version => name == $"Intercom.Generated.{version}");

    private static string Readme(string name)
    {
        using var package = ZipFile.OpenRead(PackageFile(name, "nupkg"));
        using var reader = new StreamReader(package.GetEntry("README.md")!.Open());
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^using [A-Z][\w.]*;")]
    private static partial Regex UsingDirective();

    private static string PackageFile(string name, string extension) =>
        Directory.GetFiles(Feed, $"{name}.*.{extension}").Single(file => char.IsDigit(Path.GetFileName(file)[name.Length + 1]));

    private static string RestoredPackages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Intercom.Generated.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
