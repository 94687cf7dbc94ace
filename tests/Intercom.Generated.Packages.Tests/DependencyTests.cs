using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Intercom.Generated.Packages.Tests;

/// <summary>
/// The packages depend only on what the table allows, so users of the REST API don't pay for features that only some of them need.
/// </summary>
public sealed class DependencyTests
{
    private const string AspNetCore = "Microsoft.AspNetCore.App";

    // The packages that each package may depend on. For Json and Core, the table also limits the minimum versions: a program must use that version
    // or a later one, so raising it is a breaking change.
    private static readonly (string Package, string[] Allowed)[] Table =
    [
        (
            "Intercom.Generated.Json",
            [
                "Newtonsoft.Json 13.0.4",
                // Part of .NET, but not of netstandard2.0.
                "System.Text.Json 8.0.6",
                "Microsoft.Bcl.AsyncInterfaces 10.0.0",
            ]),
        (
            "Intercom.Generated.Core",
            [
                "Intercom.Generated.Json",
                "Microsoft.Extensions.Logging.Abstractions 8.0.3",
                // The first version whose histograms suggest buckets.
                "System.Diagnostics.DiagnosticSource 9.0.0",
                "System.Threading.RateLimiting 8.0.0",
                // Parts of .NET, but not of netstandard2.0 or .NET 8.
                "Microsoft.Bcl.AsyncInterfaces 10.0.0",
                "Microsoft.Bcl.TimeProvider 8.0.1",
                "System.Net.ServerSentEvents 10.0.0",
            ]),
        (@"Intercom.Generated.(V\d+_\d+|Preview)", ["Intercom.Generated.Core", "Intercom.Generated.Webhooks"]),
        ("Intercom.Generated.RateLimiting", ["Intercom.Generated.Core"]),
        ("Intercom.Generated.ApiVersions", ["Intercom.Generated.Core"]),
        (
            "Intercom.Generated.DependencyInjection",
            ["Intercom.Generated.RateLimiting", "Microsoft.Extensions.Http", "Microsoft.Extensions.Http.Resilience"]),
        (
            "Intercom.Generated.(Identity|CanvasKit)",
            [
                // Parts of .NET, but not of netstandard2.0.
                "Microsoft.Bcl.AsyncInterfaces 10.0.0",
                "Microsoft.Bcl.TimeProvider 8.0.1",
                "System.Text.Json 8.0.6",
            ]),
        ("Intercom.Generated.OAuth", ["Intercom.Generated.Core"]),
        ("Intercom.Generated.AspNetCore.Authentication", ["Intercom.Generated.OAuth", AspNetCore]),
        ("Intercom.Generated.Webhooks", ["Intercom.Generated.Core"]),
        ("Intercom.Generated.AspNetCore", ["Intercom.Generated.Webhooks", "Intercom.Generated.CanvasKit", AspNetCore]),
        ("Intercom.Generated.Sync", ["Intercom.Generated.Core"]),
        ("Intercom.Generated.Sqlite", ["Intercom.Generated.Sync", "Intercom.Generated.Webhooks", "Microsoft.Data.Sqlite"]),
        ("Intercom.Generated.Redis", ["Intercom.Generated.Core", "StackExchange.Redis", "RedisRateLimiting"]),
        ("Intercom.Generated.Testing", ["Intercom.Generated.Core"]),
        ("Intercom.Generated.FakeServer", ["Intercom.Generated.Testing", AspNetCore]),
    ];

    private static string Repository { get; } = FindRepository();

    private static string Feed { get; } = Path.Combine(Repository, "artifacts", "packages");

    private static IEnumerable<string> Projects =>
        Directory.GetFiles(Path.Combine(Repository, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => !XDocument.Load(project).Descendants("IsPackable").Any(value => value.Value == "false"))
            .Select(project => Path.GetRelativePath(Path.Combine(Repository, "src"), project))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Packages =>
        Directory.Exists(Feed) ? Directory.GetFiles(Feed, "*.nupkg").Order(StringComparer.Ordinal) : [];

    [TestCaseSource(nameof(Projects))]
    public void Project_has_only_allowed_dependencies(string project)
    {
        var dependencies = DependenciesOf(Path.Combine(Repository, "src", project));
        Assert.That(Violations(Path.GetFileNameWithoutExtension(project), dependencies), Is.Empty);
    }

    [Test]
    public void Checks_every_project() =>
        Assert.That(
            Projects.Select(project => Path.GetFileNameWithoutExtension(project)),
            Does.Contain("Intercom.Generated.Core").And.Contain("Intercom.Generated.Testing"));

    [Test]
    public void Packages_have_only_allowed_dependencies()
    {
        if (!Packages.Any())
            Assert.Ignore("artifacts/packages has no packages. Run 'dotnet pack Intercom.Generated.sln -c Release' first.");
        using (Assert.EnterMultipleScope())
        {
            foreach (var file in Packages)
            {
                using var package = ZipFile.OpenRead(file);
                using var nuspec = package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
                var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
                var ns = metadata.Name.Namespace;
                var dependencies = metadata.Descendants(ns + "dependency")
                    .Select(dependency => ((string)dependency.Attribute("id")!, (string?)dependency.Attribute("version")));
                var frameworks = metadata.Descendants(ns + "frameworkReference")
                    .Select(framework => ((string)framework.Attribute("name")!, (string?)null));
                var id = (string)metadata.Element(ns + "id")!;
                Assert.That(Violations(id, dependencies.Concat(frameworks)), Is.Empty, Path.GetFileName(file));
            }
        }
    }

    [TestCase("Intercom.Generated.V2_14", "Newtonsoft.Json", "13.0.4", ExpectedResult = 0)]
    [TestCase("Intercom.Generated.V2_14", "Newtonsoft.Json", "[13.0.3, )", ExpectedResult = 0)]
    [TestCase("Intercom.Generated.Core", "Newtonsoft.Json", "[13.0.5, )", ExpectedResult = 1)]
    [TestCase("Intercom.Generated.Preview", "System.Text.Json", "10.0.0", ExpectedResult = 1)]
    [TestCase("Intercom.Generated.V2_14", "Microsoft.Extensions.Http", "8.0.0", ExpectedResult = 1)]
    [TestCase("Intercom.Generated.DependencyInjection", "Microsoft.Extensions.Http", "10.0.14", ExpectedResult = 0)]
    [TestCase("Intercom.Generated.DependencyInjection", AspNetCore, null, ExpectedResult = 1)]
    [TestCase("Intercom.Generated.AspNetCore", AspNetCore, null, ExpectedResult = 0)]
    [TestCase("Intercom.Generated.Identity", "Newtonsoft.Json", "13.0.4", ExpectedResult = 1)]
    [TestCase("Intercom.Generated.AspNetCore.Authentication", AspNetCore, null, ExpectedResult = 0)]
    [TestCase("Intercom.Generated.Other", "Intercom.Generated.Core", null, ExpectedResult = 1)]
    public int Finds_disallowed_dependencies(string package, string dependency, string? version) =>
        Violations(package, [(dependency, version)]).Count;

    private static List<string> Violations(string package, IEnumerable<(string Name, string? Version)> dependencies)
    {
        if (!Table.Any(row => IsRowOf(row.Package, package)))
            return [$"{package} has no row in the table. Add a row with its allowed dependencies."];
        var allowed = AllowedBy(package).ToLookup(name => name.Split(' ')[0], name => name.Split(' ').ElementAtOrDefault(1));
        return
        [
            .. dependencies.Distinct()
                .Where(dependency => !allowed[dependency.Name].Any(highest =>
                    highest is null || Minimum(dependency.Version) <= Version.Parse(highest)))
                .Select(dependency => $"{package} must not depend on {$"{dependency.Name} {dependency.Version}".TrimEnd()}. "
                    + (allowed.Contains(dependency.Name)
                        ? $"The highest minimum version is {allowed[dependency.Name].First()}."
                        : "The table does not allow it.")),
        ];
    }

    // A package may also depend on everything that its allowed packages may depend on.
    private static IEnumerable<string> AllowedBy(string package) =>
        Table.Where(row => IsRowOf(row.Package, package)).SelectMany(row => row.Allowed).SelectMany(name => AllowedBy(name).Prepend(name));

    private static bool IsRowOf(string row, string package) => Regex.IsMatch(package, $"^{row}$", RegexOptions.CultureInvariant);

    private static Version Minimum(string? range) => Version.Parse(Regex.Match(range ?? "0.0", @"\d+(\.\d+)+").Value);

    // Restore records the package dependencies of the project for every target framework.
    private static List<(string Name, string? Version)> DependenciesOf(string projectFile)
    {
        var file = Path.Combine(Path.GetDirectoryName(projectFile)!, "obj", "project.assets.json");
        Assert.That(file, Does.Exist, "The project is not restored. Run 'dotnet restore Intercom.Generated.sln' first.");
        using var assets = JsonDocument.Parse(File.ReadAllText(file));
        var project = assets.RootElement.GetProperty("project");
        return
        [
            .. Public(project, "dependencies", "suppressParent")
                .Select(member => (member.Name, member.Value.GetProperty("version").GetString())),
            .. Public(project, "frameworkReferences", "privateAssets").Select(member => (member.Name, (string?)null)),
            .. Public(project.GetProperty("restore"), "projectReferences", "privateAssets")
                .Select(member => (Path.GetFileNameWithoutExtension(member.Name), (string?)null)),
        ];
    }

    private static IEnumerable<JsonProperty> Public(JsonElement owner, string references, string privacy) =>
        owner.GetProperty("frameworks").EnumerateObject().SelectMany(framework => Members(framework.Value, references))
            .Where(member => !IsPrivate(member.Value, privacy));

    private static IEnumerable<JsonProperty> Members(JsonElement framework, string name) =>
        framework.TryGetProperty(name, out var members) ? members.EnumerateObject() : [];

    private static bool IsPrivate(JsonElement reference, string name) =>
        reference.TryGetProperty(name, out var assets) && "all".Equals(assets.GetString(), StringComparison.OrdinalIgnoreCase);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Intercom.Generated.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
