using System.Reflection;
using System.Text.RegularExpressions;
using Intercom.Generated.Testing;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Adding a description to openapi/ is enough to add a version. Everything else that lists the versions is derived from it.</summary>
public sealed partial class DescribedVersionTests
{
    private static readonly string[] Listing = [".ci", ".github", "build", "generators", "samples", "src", "tests/Shared"];

    private static string Repository { get; } = Path.GetFullPath(Path.Combine(Snapshot.ProjectFolder, "..", ".."));

    /// <summary>The versions, as in the Intercom-Version header.</summary>
    private static IEnumerable<string> Described =>
        Directory.GetDirectories(Path.Combine(Repository, "openapi"))
            .Where(folder => File.Exists(Path.Combine(folder, "description.json"))).Select(folder => Path.GetFileName(folder))
            .Select(folder => folder == "preview" ? "Preview" : folder);

    [Test]
    public void Every_described_version_is_tested() => Assert.That(VersionUnderTest.All.Select(version => version.Name), Is.EquivalentTo(Described));

    [Test]
    public void Every_described_version_has_a_fake() => Assert.That(FakeIntercom.Versions, Is.EquivalentTo(Described));

    [Test]
    public void Every_described_version_has_a_constant() =>
        Assert.That(
            typeof(ApiVersion).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(ApiVersion))
                .Select(property => $"{property.Name} {property.GetValue(null)}"),
            Is.EquivalentTo(Described.Select(version => $"{NameOf(version)} {version}")));

    [Test]
    public void Every_described_version_is_in_the_solution()
    {
        var projects = Project().Matches(File.ReadAllText(Path.Combine(Repository, "Intercom.Generated.sln"))).Select(match => match.Groups[1].Value.Replace('\\', '/'));
        Assert.That(projects, Is.SupersetOf(Described.Select(version => $"src/Intercom.Generated.{NameOf(version)}/Intercom.Generated.{NameOf(version)}.csproj")));
    }

    // Two versions on a line can be an example. Three are a list that goes out of date when a version is added.
    [Test]
    public void No_other_file_lists_the_versions()
    {
        var lists = Listing.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository, folder), "*", SearchOption.AllDirectories))
            .Where(file => !Built().IsMatch(file))
            .SelectMany(file => File.ReadLines(file)
                .Where(line => Version().Matches(line).Select(match => match.Value.Replace('_', '.')).Distinct().Count() > 2)
                .Select(line => $"{Path.GetRelativePath(Repository, file)}: {line.Trim()}"));
        Assert.That(lists, Is.Empty);
    }

    private static string NameOf(string version) => version == "Preview" ? version : $"V{version.Replace('.', '_')}";

    [GeneratedRegex("= \"[^\"]+\", \"([^\"]+\\.csproj)\"")]
    private static partial Regex Project();

    [GeneratedRegex(@"[/\\](bin|obj|node_modules)[/\\]")]
    private static partial Regex Built();

    [GeneratedRegex(@"(?<![\d.])2[._]\d{1,2}(?![\d.]*\d)")]
    private static partial Regex Version();
}
