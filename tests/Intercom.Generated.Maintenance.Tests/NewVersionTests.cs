using Intercom.Generated.Maintenance.Projects;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Repository;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>A version that the repository does not have yet.</summary>
public sealed class NewVersionTests : IDisposable
{
    private const string Neighbor = """
        {
          "overlay": "1.0.0",
          "info": { "title": "Corrections", "version": "1" },
          "actions": [
            { "target": "$.components.schemas.contact.properties", "description": "It is missing.", "update": { "phone": { "type": "string" } } },
            { "target": "$.components.schemas.ghost", "description": "It does not even fit that version.", "remove": true },
            { "target": "$.components.schemas.contact.properties.name", "description": "It says so already.", "update": { "type": "string" } },
            { "target": "$.paths", "description": "An operation of that version alone.", "update": { "/extra": { "get": { "operationId": "extra", "tags": ["Contacts"], "responses": {} } } } }
          ]
        }
        """;

    private const string Phone = """
        { "overlay": "1.0.0", "info": { "title": "t", "version": "1" }, "actions": [
          { "target": "$.components.schemas.contact.properties", "description": "It is missing.", "update": { "phone": { "type": "string" } } } ] }
        """;

    private const string Solution = """
        Microsoft Visual Studio Solution File, Format Version 12.00
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "src", "src", "{827E0CD3-B72D-47B6-A68D-7590B98EB39B}"
        EndProject
        Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Old", "src\Old\Old.csproj", "{7B334E57-D549-4D02-9147-4B4B4FFAC1F0}"
        EndProject
        Global
        	GlobalSection(ProjectConfigurationPlatforms) = postSolution
        		{7B334E57-D549-4D02-9147-4B4B4FFAC1F0}.Debug|Any CPU.ActiveCfg = Debug|Any CPU
        		{7B334E57-D549-4D02-9147-4B4B4FFAC1F0}.Debug|Any CPU.Build.0 = Debug|Any CPU
        	EndGlobalSection
        	GlobalSection(NestedProjects) = preSolution
        		{7B334E57-D549-4D02-9147-4B4B4FFAC1F0} = {827E0CD3-B72D-47B6-A68D-7590B98EB39B}
        	EndGlobalSection
        EndGlobal
        """;

    private static readonly string[] Added =
    [
        "openapi/2.15/description.json",
        "openapi/2.15/overlay.json",
        "openapi/names.json",
        "openapi/availability.json",
        "openapi/catalog.json",
        "src/Intercom.Generated.V2_15/Intercom.Generated.V2_15.csproj",
        "src/Intercom.Generated.V2_15/packages.lock.json",
        "docs/migration/2.14-to-2.15.md",
        "docs/migration/README.md",
    ];

    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Test]
    public async Task A_new_version_starts_with_the_corrections_that_fit()
    {
        await AddNeighborAsync();
        _repository.Write("newer.yaml", Yaml.Valid.Replace("'2.14'", "'2.15'", StringComparison.Ordinal));

        var result = await _repository.RunAsync("update", "2.15", "--from", "newer.yaml");

        var actions = (JArray)JObject.Parse(_repository.Read("openapi/2.15/overlay.json"))["actions"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(result.Output, Does.Contain("The new overlay contains the actions of other versions that fit: 2.14 (1)."));
            Assert.That(result.Output, Does.Contain("$.paths: The correction adds operations to 2.14 only."));
            Assert.That(actions.Select(action => (string?)action["description"]), Is.EqualTo(["It is missing."]));
        }
    }

    [Test]
    public async Task An_existing_overlay_keeps_its_actions()
    {
        await AddNeighborAsync();
        _repository.Write("openapi/2.15/overlay.json", """
            { "overlay": "1.0.0", "info": { "title": "Own", "version": "1" }, "actions": [
              { "target": "$.components.schemas.contact.properties", "description": "Ours.", "update": { "fax": { "type": "string" } } } ] }
            """);
        _repository.Write("newer.yaml", Yaml.Valid.Replace("'2.14'", "'2.15'", StringComparison.Ordinal));

        await _repository.RunAsync("update", "2.15", "--from", "newer.yaml");

        var overlay = JObject.Parse(_repository.Read("openapi/2.15/overlay.json"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)overlay["info"]!["title"], Is.EqualTo("Own"));
            Assert.That(overlay["actions"]!.Select(action => (string?)action["description"]), Is.EqualTo(["Ours.", "It is missing."]));
        }
    }

    [Test]
    public async Task New_version_adds_all_files_of_a_version()
    {
        await _repository.UpdateAsync(Yaml.Valid);
        _repository.Write(TemporaryRepository.Overlay, Phone);
        _repository.Write("src/Intercom.Generated.V2_14/packages.lock.json", "{ }");
        _repository.Write(RepositoryLayout.SolutionFile, Solution);
        _repository.Write("newer.yaml", Yaml.Valid.Replace("'2.14'", "'2.15'", StringComparison.Ordinal));

        var result = await _repository.RunAsync("new-version", "2.15", "--from", "newer.yaml", "--no-build");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            foreach (var file in Added)
                Assert.That(_repository.Files().Keys, Does.Contain(file));
            Assert.That(_repository.Read("src/Intercom.Generated.V2_15/Intercom.Generated.V2_15.csproj"), Does.Contain("<ApiVersion>2.15</ApiVersion>"));
            Assert.That(_repository.Read("src/Intercom.Generated.V2_15/packages.lock.json"), Is.EqualTo("{ }"));
            Assert.That(_repository.Read(RepositoryLayout.SolutionFile), Does.Contain("""= "Intercom.Generated.V2_15", "src\Intercom.Generated.V2_15\Intercom.Generated.V2_15.csproj", """));
            Assert.That(JObject.Parse(_repository.Read(TemporaryRepository.Sources))["2.15"], Is.Not.Null);
            Assert.That(result.Output, Does.Contain("dotnet restore Intercom.Generated.sln --force-evaluate").And.Contain("INTERCOM_ACCEPT_SNAPSHOTS=1 dotnet test"));
        }
    }

    [Test]
    public async Task New_version_rejects_an_existing_version()
    {
        await _repository.UpdateAsync(Yaml.Valid);
        var before = _repository.Files();

        var result = await _repository.RunAsync("new-version", "2.14", "--from", TemporaryRepository.Published, "--no-build");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Usage));
            Assert.That(result.Error, Does.Contain("Version 2.14 is already in openapi/. Update its description with 'update 2.14'."));
            Assert.That(_repository.Files(), Is.EquivalentTo(before));
        }
    }

    [Test]
    public async Task New_version_writes_nothing_when_the_description_cannot_be_used()
    {
        _repository.Write("newer.yaml", Yaml.Valid);
        var before = _repository.Files();

        var result = await _repository.RunAsync("new-version", "2.15", "--from", "newer.yaml", "--no-build");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failure));
            Assert.That(_repository.Files(), Is.EquivalentTo(before));
        }
    }

    [TestCase("\n")]
    [TestCase("\r\n")]
    public void A_project_is_added_to_the_solution_once(string newLine)
    {
        var text = Solution.ReplaceLineEndings(newLine);

        var once = SolutionFile.WithProject(text, "a.sln", "src", "New", @"src\New\New.csproj");
        var added = once.Split(newLine).Except(text.Split(newLine)).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(added, Has.Count.EqualTo(4), "the project, its two configurations, and its folder");
            Assert.That(added[0], Does.Match("""^Project\("\{FAE04EC0-[^"]*"\) = "New", "src\\New\\New.csproj", "\{[0-9A-F-]{36}\}"$"""));
            Assert.That(added[3], Does.EndWith("= {827E0CD3-B72D-47B6-A68D-7590B98EB39B}"));
            Assert.That(once.Split("EndProject" + newLine), Has.Length.EqualTo(text.Split("EndProject" + newLine).Length + 1));
            Assert.That(SolutionFile.WithProject(once, "a.sln", "src", "New", @"src\New\New.csproj"), Is.EqualTo(once));
        }
    }

    [Test]
    public void A_solution_without_the_folder_is_a_problem() =>
        Assert.That(
            () => SolutionFile.WithProject(Solution, "a.sln", "gone", "New", @"gone\New.csproj"),
            Throws.TypeOf<DescriptionException>().With.Message.Contains("The solution folder 'gone' is missing."));

    [Test]
    public void Every_version_has_its_project_in_the_solution()
    {
        var repository = RepositoryLayout.Find(AppContext.BaseDirectory)!;
        var solution = VersionFiles.ReadIfExists(repository, RepositoryLayout.SolutionFile)!;
        using (Assert.EnterMultipleScope())
        {
            foreach (var version in VersionFiles.Versions(repository))
            {
                Assert.That(VersionFiles.ReadIfExists(repository, new VersionProject(repository, version).File), Does.Contain($"<ApiVersion>{version.HeaderName}</ApiVersion>"));
                Assert.That(solution, Does.Contain($@"src\{version.Package}\{version.Package}.csproj"));
            }
        }
    }

    [Test]
    public async Task Report_corrects_a_missing_version_like_new_version()
    {
        await AddNeighborAsync();
        _repository.Write(TemporaryRepository.Overlay, Phone);
        _repository.Write("newer.yaml", Yaml.Valid.Replace("'2.14'", "'2.15'", StringComparison.Ordinal));
        var before = _repository.Files();

        var result = await _repository.RunAsync("report", "2.14", "newer.yaml", "--format", "markdown");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error + result.Output);
            Assert.That(result.Output, Does.Contain("with the overlay that 'new-version 2.15' would create, which contains the actions of other versions that fit: 2.14 (1)"));
            Assert.That(_repository.Files(), Is.EquivalentTo(before));
        }
    }

    [Test]
    public async Task New_version_adds_names_and_keeps_existing_ones()
    {
        _repository.Write("openapi/names.json", """{ "operations": {}, "types": { "contact": "Person" }, "members": {} }""");

        var result = await _repository.UpdateAsync(Yaml.Valid);

        var ledger = JObject.Parse(_repository.Read("openapi/names.json"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That((string?)ledger["types"]!["contact"], Is.EqualTo("Person"));
            Assert.That((string?)ledger["operations"]!["GET /contacts"]!["method"], Is.Not.Empty);
            Assert.That(result.Output, Does.Contain("added to the ledger"));
        }
    }

    [Test]
    public async Task Names_completes_the_ledger_and_reports_when_it_is_complete()
    {
        await _repository.UpdateAsync(Yaml.Valid);
        File.Delete(Path.Combine(_repository.Root, "openapi", "names.json"));

        var first = await _repository.RunAsync("names");
        var ledger = _repository.Read("openapi/names.json");
        var second = await _repository.RunAsync("names");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Output, Does.Contain("contact: Contact"));
            Assert.That(second.Output, Does.Contain("The ledger is complete."));
            Assert.That(_repository.Read("openapi/names.json"), Is.EqualTo(ledger));
        }
    }

    private async Task AddNeighborAsync()
    {
        var result = await _repository.UpdateAsync(Yaml.Valid);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        _repository.Write(TemporaryRepository.Overlay, Neighbor);
    }
}
