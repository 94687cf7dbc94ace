using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Build.Tests;

/// <summary>A version that the repository does not have yet.</summary>
public sealed class NewVersionTests : IDisposable
{
    private const string Neighbour = """
        {
          "overlay": "1.0.0",
          "info": { "title": "Corrections", "version": "1" },
          "actions": [
            { "target": "$.components.schemas.contact.properties", "description": "It is missing.", "update": { "phone": { "type": "string" } } },
            { "target": "$.components.schemas.ghost", "description": "Only that version has it.", "remove": true },
            { "target": "$.components.schemas.contact.properties.name", "description": "It says so already.", "update": { "type": "string" } },
            { "target": "$.paths", "description": "An operation of that version alone.", "update": { "/extra": { "get": { "operationId": "extra", "tags": ["Contacts"], "responses": {} } } } }
          ]
        }
        """;

    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Test]
    public async Task It_starts_with_the_corrections_that_fit_it()
    {
        await AddNeighbourAsync();
        _repository.Write("newer.yaml", Yaml.Valid.Replace("'2.14'", "'2.15'", StringComparison.Ordinal));

        var result = await _repository.RunAsync("update", "2.15", "--from", "newer.yaml");

        var actions = (JArray)JObject.Parse(_repository.Read("openapi/2.15/overlay.json"))["actions"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(result.Output, Does.Contain("The overlay was started from 1 actions of 2.14"));
            Assert.That(actions.Select(action => (string?)action["description"]), Is.EqualTo(["It is missing."]));
        }
    }

    [Test]
    public async Task Its_own_overlay_is_left_alone()
    {
        await AddNeighbourAsync();
        const string own = """{ "overlay": "1.0.0", "info": { "title": "Own", "version": "1" }, "actions": [] }""";
        _repository.Write("openapi/2.15/overlay.json", own);
        _repository.Write("newer.yaml", Yaml.Valid.Replace("'2.14'", "'2.15'", StringComparison.Ordinal));

        await _repository.RunAsync("update", "2.15", "--from", "newer.yaml");

        Assert.That(_repository.Read("openapi/2.15/overlay.json"), Is.EqualTo(own));
    }

    [Test]
    public async Task Its_names_are_added_to_the_ledger_and_those_that_are_there_stay()
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
    public async Task Names_completes_the_ledger_and_says_when_it_is_complete()
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

    [Test]
    public async Task Prepare_writes_the_models_for_NSwag_and_the_same_bytes_again()
    {
        await _repository.UpdateAsync(Yaml.Valid);
        // The example's only operation has no body; what an answer holds is what is printed.
        var first = await _repository.RunAsync("prepare", "2.14", "--output", "models.json");
        var bytes = _repository.Read("models.json");
        await _repository.RunAsync("prepare", "2.14", "--output", "models.json");

        var name = JObject.Parse(bytes).SelectToken("$.components.schemas.Contact.properties.Name")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.ExitCode, Is.Zero, first.Error);
            Assert.That((int?)name["x-ordinal"], Is.Not.Null);
            Assert.That((string?)name["x-type"], Is.EqualTo("string"));
            Assert.That(_repository.Read("models.json"), Is.EqualTo(bytes));
        }
    }

    [Test]
    public async Task Prepare_says_what_is_missing()
    {
        var result = await _repository.RunAsync("prepare", "2.14", "--output", "models.json");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Usage));
            Assert.That(result.Error, Does.Contain("openapi/2.14/description.json").And.Contain("update 2.14"));
        }
    }

    [Test]
    public async Task Prepare_reports_an_overlay_that_does_not_fit_and_writes_nothing()
    {
        await _repository.UpdateAsync(Yaml.Valid);
        _repository.Write(TemporaryRepository.Overlay, Neighbour);

        var result = await _repository.RunAsync("prepare", "2.14", "--output", "models.json");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failure));
            Assert.That(result.Error, Does.Contain("$.components.schemas.ghost").And.Contain("matches nothing"));
            Assert.That(File.Exists(Path.Combine(_repository.Root, "models.json")), Is.False);
        }
    }

    private async Task AddNeighbourAsync()
    {
        var result = await _repository.UpdateAsync(Yaml.Valid);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        _repository.Write(TemporaryRepository.Overlay, Neighbour);
    }
}
