namespace Intercom.Generated.Maintenance.Tests;

/// <summary>If a file cannot be read, every command reports the file, the place, and the remedy, exits with 2, and writes nothing.</summary>
public sealed class BrokenFileTests : IDisposable
{
    private const string Names = "openapi/names.json";
    private const string Docs = "openapi/docs.json";

    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Test]
    public async Task Every_command_reports_the_file_and_the_place(
        [Values("verify", "names", "compare", "report 2.14 2.14")] string command,
        [Values(TemporaryRepository.Description, Names)] string file,
        [Values("", "{", "[]", "null", "{} {}", "<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs", "{ \"a\": 1, \"a\": 2 }", "{ \"a\": 7777N }", "{ \"paths\": [], \"types\": [] }")] string text)
    {
        await WriteVersionAsync();
        _repository.Write(file, text.Replace("7777N", new string('7', 1_000_000), StringComparison.Ordinal));
        var before = _repository.Files();

        var result = await _repository.RunAsync(command.Split(' '));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failure));
            Assert.That(result.Error, Does.Match($@"error: {file}(\([0-9]+,[0-9]+\))?: #").And.Contain("Remedy: "));
            Assert.That(result.Error, Has.Length.LessThan(4000));
            Assert.That(_repository.Files(), Is.EqualTo(before));
        }
    }

    [TestCase(Docs, "{ \"schemas\": { \"contact\": 1 } }", "openapi/docs.json: #/schemas/contact: ", "compare")]
    [TestCase(Docs, "{", "openapi/docs.json", "compare")]
    [TestCase(TemporaryRepository.Overlay, "{", "openapi/2.14/overlay.json", "names")]
    [TestCase(TemporaryRepository.Sources, "[", "openapi/sources.json", "verify")]
    [TestCase(Names, "{ \"types\": { \"contact\": \"Contact { }\" } }", "openapi/names.json: #/types/contact: ", "names")]
    public async Task Reports_the_other_files_of_a_version(string file, string text, string error, string command)
    {
        await WriteVersionAsync();
        _repository.Write(file, text);

        var result = await _repository.RunAsync(command);

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((ExitCode.Failure, result.Error)));
        Assert.That(result.Error, Does.Contain(error));
    }

    [Test]
    public async Task Reports_two_operations_with_the_same_recorded_name([Values("verify", "names", "compare")] string command)
    {
        await _repository.UpdateAsync(Yaml.Api());
        _repository.Write(Names, """
            { "operations": {
                "GET /contacts/{}": { "client": "Contacts", "method": "Get", "arguments": ["contactId"] },
                "DELETE /contacts/{}": { "client": "Contacts", "method": "Get", "arguments": ["contactId"] } } }
            """);

        var result = await _repository.RunAsync(command);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failure));
            Assert.That(result.Error, Does.Contain("openapi/2.14/description.json").And.Contain("#/paths/~1contacts~1{id}/").And.Contain("are both named Contacts.Get"));
        }
    }

    [TestCase("\"/contacts\":", "/contacts:\n    /parts: { get: { operationId: x } }", "#/paths/~1contacts/~1parts")]
    [TestCase("      responses:", "    responses:", "#/paths/~1contacts/responses")]
    [TestCase("type: string", "type: ['null', string]", "#/components/schemas/contact/properties/name/type")]
    [TestCase("type: string", "type: text", "#/components/schemas/contact/properties/name/type")]
    [TestCase("name:", "'???':", "#/components/schemas/contact/properties/???")]
    [TestCase("operationId: ListContacts", "operationId: ListContacts\n      parameters: [{ in: query, schema: {} }]", "#/paths/~1contacts/get/parameters/0")]
    [TestCase("operationId: ListContacts", "operationId: ListContacts\n      parameters: { id: {} }", "#/paths/~1contacts/get/parameters")]
    [TestCase("    contact:", "    contacts: { allOf: [{ $ref: '#/components/schemas/contacts' }] }\n    contact:", "#/components/schemas/contacts")]
    public async Task Update_reports_unsupported_parts(string text, string odd, string pointer)
    {
        var at = Yaml.Valid.LastIndexOf(text, StringComparison.Ordinal);
        Assert.That(at, Is.Not.Negative);

        var result = await _repository.UpdateAsync(Yaml.Valid[..at] + odd + Yaml.Valid[(at + text.Length)..]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failure));
            Assert.That(result.Error, Does.Match(@"published\.yaml\([0-9]+,[0-9]+\): #/").And.Contain($": {pointer}: ").And.Contain("Nothing was written."));
            Assert.That(_repository.Files().Keys, Is.EqualTo(new[] { TemporaryRepository.Published }));
        }
    }

    private async Task WriteVersionAsync()
    {
        var result = await _repository.UpdateAsync(Yaml.Valid);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
    }
}
