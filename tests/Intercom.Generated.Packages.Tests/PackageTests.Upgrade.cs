using System.IO.Compression;
using System.Text.Json;

namespace Intercom.Generated.Packages.Tests;

/// <summary>The analyzers and code fixes for the next version, as a user gets them.</summary>
public sealed partial class PackageTests
{
    private const string Analyzers = "analyzers/dotnet/cs/";

    private const string OldProgram = """
        using Intercom.Generated.V2_13;
        #pragma warning disable INTERCOM2200 // The program is only compiled.
        var ticket = new UpdateTicketRequest { Assignment = new UpdateTicketAssignment { AdminId = "1", AssigneeId = "2" } };
        var message = new CreateMessageRequest { To = new() { Id = "3" } };
        var reply = new ContactReplyByEmailRequest { Body = "Hello" };
        Console.WriteLine($"{ticket.Assignment} {message.To} {reply.Body} {ActivityType.AdminAssignmentLimitChange}");

        """;

    [TestCaseSource(nameof(Names))]
    public void Only_the_runtime_has_the_analyzers(string name)
    {
        using var package = ZipFile.OpenRead(PackageFile(name, "nupkg"));
        var expected = name == "Intercom.Generated.Core"
            ? new[]
            {
                $"{Analyzers}Intercom.Generated.Analyzers.dll",
                $"{Analyzers}Intercom.Generated.Upgrade.Analyzers.dll",
                $"{Analyzers}Intercom.Generated.Upgrade.CodeFixes.dll",
            }
            : [];
        Assert.That(
            package.Entries.Select(entry => entry.FullName).Where(entry => entry.StartsWith("analyzers/", StringComparison.Ordinal)), Is.EquivalentTo(expected));
    }

    [TestCase("V2_13", ExpectedResult = new[] { "2101:3", "2101:3", "2101:6", "2101:6", "2103:4", "2103:6", "2104:5" })]
    [TestCase("V2_13", "V2_14", ExpectedResult = new[] { "2101:3", "2101:3", "2101:6", "2101:6", "2101:7", "2103:4", "2103:6", "2104:5" })]
    public string[] Program_gets_each_mark_once_and_no_warning(params string[] versions)
    {
        var log = Path.GetTempFileName();
        try
        {
            var second = versions.Contains("V2_14") ? "Console.WriteLine(Intercom.Generated.V2_14.ActivityType.CustomerFacingNameChange);" : string.Empty;
            var (exitCode, output) = Build(
                "Program.cs",
                OldProgram.TrimEnd() + "\n" + second,
                $"<ImplicitUsings>enable</ImplicitUsings><ErrorLog>{log},version=2.1</ErrorLog>",
                string.Concat(versions.Select(version => $"""<PackageReference Include="Intercom.Generated.{version}" Version="*" />""")));
            Assert.That(exitCode, Is.Zero, output);
            using var sarif = JsonDocument.Parse(File.ReadAllText(log));
            return
            [
                .. sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                    .Where(result => result.GetProperty("ruleId").GetString()!.StartsWith("INTERCOM21", StringComparison.Ordinal))
                    .Select(result => $"{result.GetProperty("ruleId").GetString()!["INTERCOM".Length..]}:{Line(result)}")
                    .Order(StringComparer.Ordinal),
            ];
        }
        finally
        {
            File.Delete(log);
        }

        static int Line(JsonElement result) =>
            result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32();
    }

    [Test]
    public void One_line_raises_the_severity()
    {
        var (exitCode, output) = Build(
            [("Program.cs", OldProgram), (".editorconfig", "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.category-IntercomUpgrade.severity = error\n")],
            "<ImplicitUsings>enable</ImplicitUsings>",
            """<PackageReference Include="Intercom.Generated.V2_13" Version="*" />""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Not.Zero);
            Assert.That(output, Does.Contain("INTERCOM2101").And.Contain("INTERCOM2103").And.Contain("INTERCOM2104").And.Not.Contain("INTERCOM2100"));
        }
    }

    [Test]
    public void One_command_migrates_a_program()
    {
        var folder = Directory.CreateTempSubdirectory("intercom-packages-").FullName;
        try
        {
            const string properties = "<ImplicitUsings>enable</ImplicitUsings>";
            var program = OldProgram.Replace("{ticket.Assignment} {message.To}", "{ticket.Open}", StringComparison.Ordinal);
            WriteProgram(folder, [("Program.cs", program)], properties, """<PackageReference Include="Intercom.Generated.V2_13" Version="*" />""");
            var (exitCode, output) = Execute(folder, ["format", "analyzers", "--diagnostics", "INTERCOM2100", "--severity", "hidden"]);
            Assert.That(exitCode, Is.Zero, output);

            var migrated = File.ReadAllText(Path.Combine(folder, "Program.cs"));
            WriteProgram(folder, [], properties, """<PackageReference Include="Intercom.Generated.V2_14" Version="*" />""");
            (exitCode, output) = Execute(folder, ["build", "-v", "quiet", "-nologo"]);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(exitCode, Is.Zero, output);
                Assert.That(migrated, Is.EqualTo("""
                    using Intercom.Generated.V2_14;
                    #pragma warning disable INTERCOM2200 // The program is only compiled.
                    var ticket = new UpdateTicketRequest { AdminId = "1", AssigneeId = "2" };
                    var message = new CreateMessageRequest { To = new MessageRecipient { Id = "3" } };
                    var reply = new ContactReplyByEmailRequest { Body = "Hello", MessageType = ContactReplyMessageType.Comment };
                    Console.WriteLine($"{ticket.Open} {reply.Body} {new ActivityType("admin_assignment_limit_change")}");

                    """));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
