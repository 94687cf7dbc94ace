using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace Intercom.Generated.Packages.Tests;

/// <summary>The tool, as a user installs it.</summary>
public sealed partial class PackageTests
{
    private const string Tool = "Intercom.Generated.FakeServer";

    [Test]
    public void Tool_has_files_metadata_and_no_dependencies()
    {
        using var package = ZipFile.OpenRead(PackageFile(Tool, "nupkg"));
        var entries = package.Entries.Select(entry => entry.FullName).ToList();
        var metadata = Metadata(package);
        var ns = metadata.Name.Namespace;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(entries, Does.Contain("README.md").And.Contain("icon.png"));
            foreach (var assembly in new[] { Tool, "Intercom.Generated.Testing", "Intercom.Generated.Descriptions", "Newtonsoft.Json" })
                Assert.That(entries, Does.Contain($"tools/net8.0/any/{assembly}.dll"));
            Assert.That(metadata.Element(ns + "license")?.Value, Is.EqualTo("MIT"));
            Assert.That(metadata.Element(ns + "readme")?.Value, Is.EqualTo("README.md"));
            Assert.That(metadata.Element(ns + "description")?.Value, Is.Not.Empty);
            Assert.That(metadata.Descendants(ns + "packageType").Select(type => (string?)type.Attribute("name")), Is.EqualTo(new[] { "DotnetTool" }));
            Assert.That(metadata.Descendants(ns + "dependency"), Is.Empty);
            Assert.That(Readme(Tool), Does.StartWith($"# {Tool}\n").And.Contain($"dotnet tool install --global {Tool}"));
        }

        using var settings = package.GetEntry("tools/net8.0/any/DotnetToolSettings.xml")!.Open();
        Assert.That((string?)XDocument.Load(settings).Descendants("Command").Single().Attribute("Name"), Is.EqualTo("intercom-fake-server"));
    }

    [Test]
    public void Tool_installs_and_runs()
    {
        var folder = Directory.CreateTempSubdirectory("intercom-tool-").FullName;
        try
        {
            // A cache of its own, because another package may have the same version.
            var installed = Execute("dotnet", ["tool", "install", "--tool-path", folder, "--source", Feed, Tool], folder);
            Assert.That(installed, Does.Contain("intercom-fake-server"));
            Assert.That(Execute(Path.Combine(folder, "intercom-fake-server"), ["--help"], folder), Does.StartWith("Usage: intercom-fake-server"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Execute(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NUGET_PACKAGES"] = Path.Combine(folder, "packages");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, output + errors.Result);
        return output;
    }
}
