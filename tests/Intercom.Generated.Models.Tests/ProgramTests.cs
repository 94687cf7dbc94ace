using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Models.Tests;

/// <summary>The program that the build runs: it writes a document, or reports problems as errors of the build.</summary>
public sealed class ProgramTests : IDisposable
{
    private const string Description = """
        {
          "openapi": "3.0.1",
          "info": { "title": "Intercom API", "version": "2.14" },
          "paths": {
            "/contacts": {
              "get": {
                "tags": ["Contacts"],
                "operationId": "ListContacts",
                "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/contact" } } } } }
              }
            }
          },
          "components": {
            "schemas": { "contact": { "type": "object", "properties": { "name": { "type": "string" }, "seen": { "type": "integer" } } } }
          }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("intercom-models-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public void Writes_the_classes_and_leaves_an_unchanged_document_alone()
    {
        Write("2.14/description.json", Description);
        var first = Run();
        File.SetLastWriteTimeUtc(Output, DateTime.UnixEpoch);
        var second = Run();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((first, second), Is.EqualTo(((0, string.Empty), (0, string.Empty))));
            Assert.That(
                JObject.Parse(File.ReadAllText(Output)).SelectToken("$.components.schemas.Contact.properties")!.Children<JProperty>()
                    .Select(property => property.Name),
                Is.EqualTo(new[] { "Name", "Seen" }));
            Assert.That(File.GetLastWriteTimeUtc(Output), Is.EqualTo(DateTime.UnixEpoch));
        }
    }

    [TestCase("2.14/description.json", "{", @"description\.json\(1\): error : #: The file cannot be read: ")]
    [TestCase("2.14/description.json", "[]", @"description\.json(\(1\))?: error : #: ")]
    [TestCase(
        "2.14/overlay.json",
        """
        { "overlay": "1.0.0", "info": { "title": "x", "version": "1" },
          "actions": [{ "target": "$.components.schemas.ghost", "description": "A reason.", "update": {} }] }
        """,
        @"error : #: .*\$\.components\.schemas\.ghost")]
    [TestCase("names.json", """{ "types": { "contact": "Contact { }" } }""", @"names\.json: error : #/types/contact: ")]
    [TestCase("docs.json", """{ "schemas": { "contact": 1 } }""", @"docs\.json: error : #/schemas/contact: ")]
    public void Reports_a_problem_with_its_file_and_pointer_and_writes_nothing(string file, string text, string error)
    {
        Write("2.14/description.json", Description);
        Write(file, text);

        var (exitCode, errors) = Run();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(2));
            Assert.That(errors, Does.Match(error));
            Assert.That(File.Exists(Output), Is.False);
        }
    }

    [Test]
    public void Reports_a_missing_description_and_wrong_arguments()
    {
        var missing = Run();
        using var usage = new StringWriter();
        var exitCode = Program.Run([], usage);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(missing.ExitCode, Is.EqualTo(2));
            Assert.That(missing.Errors, Does.Contain(": error : ").And.Contain("description.json"));
            Assert.That(exitCode, Is.EqualTo(2));
            Assert.That(usage.ToString(), Does.StartWith("Usage: "));
        }
    }

    private string Output => Path.Combine(_folder.FullName, "nswag-input.json");

    private (int ExitCode, string Errors) Run()
    {
        using var error = new StringWriter();
        return (Program.Run([Path.Combine(_folder.FullName, "openapi", "2.14"), Output], error), error.ToString());
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder.FullName, "openapi", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
