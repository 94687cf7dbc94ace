using Intercom.Generated.Maintenance.Repository;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>Committed files match the output of the tool, or the tool reports how to repair them.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Test]
    public void The_committed_files_of_the_repository_match_the_tool() =>
        Assert.That(new Verification(RepositoryLayout.Find(AppContext.BaseDirectory)!).Run(), Is.Empty);

    [Test]
    public async Task Files_that_the_tool_wrote_have_no_differences()
    {
        await WriteVersionsAsync();

        var result = await _repository.RunAsync("verify");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(result.Output, Does.Contain("match the output of the tool").And.Contain("snapshots"));
        }
    }

    [TestCase(TemporaryRepository.Description, "\"email\"", "\"e_mail\"", "compare", "openapi/names.json")]
    [TestCase(TemporaryRepository.Description, "\"type\": \"string\"", "\"description\": \"Prose.\", \"type\": \"string\"", "update 2.14", TemporaryRepository.Description)]
    [TestCase(TemporaryRepository.Sources, "\"sha256\": \"", "\"sha256\": \"X", "update 2.14", TemporaryRepository.Sources)]
    [TestCase(TemporaryRepository.Sources, "\"2.15\"", "\"2.16\"", "update 2.15", TemporaryRepository.Sources)]
    [TestCase(TemporaryRepository.Sources, "descriptions/2.14/", "descriptions/0/", "update 2.14", TemporaryRepository.Sources)]
    [TestCase("openapi/names.json", "\"contact\": \"Contact\",", "", "names", "openapi/names.json")]
    [TestCase("openapi/names.json", "  \"operations\"", "\"operations\"", "names", "openapi/names.json")]
    [TestCase("openapi/availability.json", "Contact", "Person", "compare", "openapi/availability.json")]
    [TestCase("openapi/catalog.json", "Contact", "Person", "compare", "openapi/catalog.json")]
    [TestCase("docs/migration/2.14-to-2.15.md", "#", "##", "compare", "docs/migration/2.14-to-2.15.md")]
    public async Task Reports_a_difference_with_its_repair(string file, string text, string other, string repair, string reported)
    {
        await WriteVersionsAsync();
        var before = _repository.Read(file);
        _repository.Write(file, before.Replace(text, other, StringComparison.Ordinal));
        Assert.That(_repository.Read(file), Is.Not.EqualTo(before));

        var result = await _repository.RunAsync("verify");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Difference));
            Assert.That(result.Output, Does.Contain("Different from the output of the tool: "));
            Assert.That(result.Error, Does.Contain($"{reported}: ").Or.Contain("openapi/catalog.json: "));
            Assert.That(result.Error, Does.Contain($"Repair: dotnet run --project build/Intercom.Generated.Maintenance -- {repair}"));
        }
    }

    [Test]
    public async Task Reports_a_page_of_removed_versions()
    {
        await WriteVersionsAsync();
        _repository.Write("docs/migration/2.13-to-2.14.md", "old");

        var result = await _repository.RunAsync("verify");

        Assert.That(result.Error, Does.Contain("docs/migration/2.13-to-2.14.md: The page is for a version that is not in openapi/."));
    }

    private async Task WriteVersionsAsync()
    {
        await _repository.UpdateAsync(Yaml.Api());
        _repository.Write(TemporaryRepository.Published, Yaml.Api(more: "age: { type: integer }").Replace("'2.14'", "'2.15'", StringComparison.Ordinal));
        var result = await _repository.RunAsync("update", "2.15", "--from", TemporaryRepository.Published);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
    }
}
