using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Intercom.Generated.Maintenance.Tests;

public sealed class UpdateCommandTests : IDisposable
{
    private const string Commit = "8889625a7b931d8649e18726e7f872ff073520fc";
    private const string OtherCommit = "0000000000000000000000000000000000000000";

    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Test]
    public async Task Reduces_and_records_a_description()
    {
        var result = await _repository.UpdateAsync(Yaml.Valid, "--date", "2026-08-21");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(result.Error, Is.Empty);
            Assert.That(result.Output, Does.Contain("2.14: 1 path, 1 operation, 1 schema"));
            Assert.That(result.Output, Does.Contain("This is the first description of the version."));
            Assert.That(result.Output, Does.Contain($"Written: {TemporaryRepository.Description}, {TemporaryRepository.Sources}"));
            Assert.That(_repository.Read(TemporaryRepository.Description), Is.EqualTo("""
                {
                  "openapi": "3.0.1",
                  "info": {
                    "title": "Intercom API",
                    "version": "2.14"
                  },
                  "paths": {
                    "/contacts": {
                      "get": {
                        "operationId": "ListContacts",
                        "responses": {
                          "200": {
                            "description": "",
                            "content": {
                              "application/json": {
                                "schema": {
                                  "$ref": "#/components/schemas/contact"
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  },
                  "components": {
                    "schemas": {
                      "contact": {
                        "type": "object",
                        "properties": {
                          "name": {
                            "type": "string"
                          }
                        }
                      }
                    }
                  }
                }

                """.ReplaceLineEndings("\n")));
            Assert.That(_repository.Read(TemporaryRepository.Sources), Does.Match(
                """
                \A\{
                  "2\.14": \{
                    "upstream": "descriptions/2\.14/api\.intercom\.io\.yaml",
                    "retrieved": "2026-08-21",
                    "sha256": "[0-9a-f]{64}"
                  \}
                \}
                \z
                """.ReplaceLineEndings("\n")));
            Assert.That(_repository.Read(TemporaryRepository.Sources), Does.Not.Contain(_repository.Root));
        }
    }

    [Test]
    public async Task The_same_input_produces_the_same_bytes()
    {
        await _repository.UpdateAsync(Yaml.Valid, "--date", "2026-08-21");
        var first = _repository.Files();

        var result = await _repository.UpdateAsync(Yaml.Valid, "--date", "2026-08-22");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_repository.Files(), Is.EquivalentTo(first));
            Assert.That(result.Output, Does.Contain("No changes.").And.Contain("Up to date. Nothing was written."));
        }
    }

    [Test]
    public async Task Lists_up_to_twenty_changes_of_each_kind_if_none_affects_programs()
    {
        await _repository.UpdateAsync(Yaml.WithSchemas("old: {type: string}"));
        var schemas = string.Join('\n', Enumerable.Range(1, 23).Select(i => $"schema{i}: {{type: string}}"));

        var result = await _repository.UpdateAsync(Yaml.WithSchemas(schemas));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Output, Does.Contain("23 schemas added:\n  schema1\n".ReplaceLineEndings()));
            Assert.That(result.Output, Does.Contain("  schema20\n  and 3 more\n1 schema removed:\n  old\n".ReplaceLineEndings()));
            Assert.That(result.Output, Does.Not.Contain("schema21"));
        }
    }

    [Test]
    public async Task Counts_the_changes_that_the_report_lists()
    {
        await _repository.UpdateAsync(Yaml.Valid);

        var result = await _repository.UpdateAsync(Yaml.WithSchemas("other: {type: string}"));

        Assert.That(
            result.Output,
            Does.Contain("Operations: 0 added, 1 removed, 0 changed. Schemas: 1 added, 1 removed, 0 changed.").And.Contain("Other: client removed, with 1 operation"));
    }

    [Test]
    public Task A_missing_file_is_an_error() =>
        AssertFailsAsync(
            () => _repository.RunAsync("update", "2.14", "--from", "nowhere/a.yaml"),
            "nowhere/a.yaml: #: The file does not exist.",
            "Specify an existing YAML file");

    [Test]
    public Task A_folder_is_an_error() =>
        AssertFailsAsync(() => _repository.RunAsync("update", "2.14", "--from", "openapi"), "openapi: #: The file does not exist.", "--from");

    [Test]
    public Task Text_that_is_not_YAML_is_an_error() =>
        AssertFailsAsync("openapi: 3.0.1\ninfo: {\n", "(3,1): #: The file is not valid YAML. Line 3, column 1", "Check that --from specifies");

    [Test]
    public Task A_duplicate_key_is_an_error() =>
        AssertFailsAsync(
            Yaml.WithPaths("/contacts:\n  get: {}\n/admins: {}\n/contacts:\n  post: {}"),
            "(9,3): #/paths/~1contacts: The key '/contacts' appears twice: on line 6 and on line 9.",
            "Remove or rename one of them");

    [TestCase("openapi: 3.1.0", "openapi: \"3.1.0\"")]
    [TestCase("openapi: 3.0", "openapi: 3.0")]
    [TestCase("swagger: '2.0'", "'openapi' is missing")]
    public Task Another_format_is_an_error(string first, string message) =>
        AssertFailsAsync(Yaml.Valid.Replace("openapi: 3.0.1", first, StringComparison.Ordinal), $"#/openapi: ", message, "OpenAPI 3.0");

    [Test]
    public Task A_document_without_paths_is_an_error() =>
        AssertFailsAsync("openapi: 3.0.1\ninfo: {version: '2.14'}", "#/paths: The document has no 'paths' object", "complete description");

    [Test]
    public Task The_description_of_another_version_is_an_error() =>
        AssertFailsAsync(
            Yaml.Valid.Replace("2.14", "2.12", StringComparison.Ordinal),
            "(5,3): #/info/version: The document is for version '2.12', not 2.14.",
            "specify the description of 2.14 with --from");

    [Test]
    public Task A_dangling_reference_is_an_error() =>
        AssertFailsAsync(
            Yaml.WithSchemas("contact:\n  properties:\n    attributes:\n      $ref: '#/components/schemas/custom_attributes'"),
            "(11,11): #/components/schemas/contact/properties/attributes/$ref: The reference '#/components/schemas/custom_attributes'",
            "Add an action to openapi/2.14/overlay.json");

    [Test]
    public Task An_external_reference_is_an_error() =>
        AssertFailsAsync(
            Yaml.WithSchemas("contact: {$ref: 'other.yaml#/contact'}"),
            "#/components/schemas/contact/$ref: The reference 'other.yaml#/contact' points to another document",
            "Add the target to components");

    [Test]
    public Task A_duplicate_operationId_is_an_error() =>
        AssertFailsAsync(
            Yaml.WithPaths("/a:\n  get:\n    operationId: x\n    responses: {default: {}}\n/b:\n  get:\n    operationId: x\n    responses: {default: {}}"),
            "(12,7): #/paths/~1b/get/operationId: The operationId 'x' already belongs to #/paths/~1a/get.",
            "Change one of the operationIds");

    [Test]
    public Task An_undeclared_placeholder_is_an_error() =>
        AssertFailsAsync(
            Yaml.WithPaths("/jobs/{job_identifier}:\n  get:\n    responses: {default: {}}"),
            "(7,5): #/paths/~1jobs~1{job_identifier}/get: The path has the placeholder {job_identifier}",
            "Declare the parameter with an action in openapi/2.14/overlay.json, target $.paths['/jobs/{job_identifier}'].get.");

    [Test]
    public async Task Shows_every_problem()
    {
        var result = await _repository.UpdateAsync(Yaml.WithPaths("/a/{id}:\n  get: {responses: {default: {$ref: '#/no'}}}"));

        Assert.That(result.Error, Does.Contain("{id}").And.Contain("'#/no'"));
    }

    [Test]
    public async Task A_defect_that_the_overlay_corrects_is_a_warning()
    {
        _repository.Write(TemporaryRepository.Overlay, """
            {
              "overlay": "1.0.0",
              "info": {"title": "Corrections", "version": "1"},
              "actions": [
                {
                  "target": "$.paths['/jobs/{job_identifier}'].get",
                  "description": "The parameter is not declared.",
                  "update": {"parameters": [{"name": "job_identifier", "in": "path", "required": true, "schema": {"type": "string"}}]}
                },
                {
                  "target": "$.components.schemas",
                  "description": "The schema is missing.",
                  "update": {"custom_attributes": {"type": "object"}}
                }
              ]
            }
            """);

        var result = await _repository.UpdateAsync("""
            openapi: 3.0.1
            info: {title: t, version: '2.14'}
            paths:
              /jobs/{job_identifier}:
                get: {responses: {'200': {}}}
            components:
              schemas:
                contact: {$ref: '#/components/schemas/custom_attributes'}
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(result.Error, Does.Contain("warning: published.yaml(5,5): #/paths/~1jobs~1{job_identifier}/get:"));
            Assert.That(result.Error, Does.Contain("warning: published.yaml(8,15): #/components/schemas/contact/$ref:"));
            Assert.That(result.Error, Does.Contain("the overlay openapi/2.14/overlay.json corrects it").And.Not.Contain("error"));
            Assert.That(
                _repository.Read(TemporaryRepository.Description),
                Does.Not.Contain("\"custom_attributes\"").And.Not.Contain("\"parameters\""),
                "the overlay is not part of the description");
        }
    }

    [Test]
    public Task A_defect_that_the_overlay_leaves_is_an_error()
    {
        WriteOverlay("$.info", """ "update": {"title": "x"} """);
        return AssertFailsAsync(
            Yaml.WithPaths("/jobs/{id}:\n  get:\n    responses: {default: {}}"),
            "published.yaml(7,5): #/paths/~1jobs~1{id}/get:",
            "Declare the parameter");
    }

    [Test]
    public Task A_defect_that_the_overlay_causes_is_an_error()
    {
        WriteOverlay("$.components.schemas.contact", """ "remove": true """);
        return AssertFailsAsync(
            Yaml.Valid,
            "openapi/2.14/overlay.json: #/paths/~1contacts/get/responses/200/content/application~1json/schema/$ref:",
            "The overlay causes this defect",
            "openapi/2.14/overlay.json");
    }

    [Test]
    public Task An_overlay_that_does_not_fit_is_an_error()
    {
        WriteOverlay("$.paths['/gone']", """ "remove": true """);
        return AssertFailsAsync(Yaml.Valid, "openapi/2.14/overlay.json: #/actions/0/target:", "/gone", "Correct the overlay");
    }

    [Test]
    public Task A_broken_record_of_sources_is_an_error()
    {
        _repository.Write(TemporaryRepository.Sources, "{");
        return AssertFailsAsync(Yaml.Valid, "openapi/sources.json(1,1): #: The file cannot be read", "Restore the file");
    }

    [Test]
    public Task A_broken_description_is_an_error()
    {
        _repository.Write(TemporaryRepository.Description, "<<<<<<< HEAD");
        return AssertFailsAsync(Yaml.Valid, "openapi/2.14/description.json(1,1): #:", "The file cannot be read", "Restore the file");
    }

    [Test]
    public async Task The_default_is_the_upstream_main_branch()
    {
        List<string> asked = [];
        _repository.Server = request =>
        {
            asked.Add(request.RequestUri!.AbsoluteUri);
            var response = Response(Yaml.Valid);
            response.Headers.Date = new DateTimeOffset(2026, 8, 21, 23, 30, 0, TimeSpan.Zero);
            return response;
        };

        var result = await _repository.RunAsync("update", "2.14");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(asked, Is.EqualTo(new[]
            {
                "https://raw.githubusercontent.com/intercom/Intercom-OpenAPI/main/descriptions/2.14/api.intercom.io.yaml",
            }));
            Assert.That(
                _repository.Read(TemporaryRepository.Sources),
                Does.Contain("\"retrieved\": \"2026-08-21\"").And.Not.Contain("http"));
        }
    }

    [Test]
    public async Task Preview_is_the_upstream_folder_0()
    {
        List<string> asked = [];
        _repository.Server = request =>
        {
            asked.Add(request.RequestUri!.AbsoluteUri);
            return Response(Yaml.Valid.Replace("'2.14'", "Preview", StringComparison.Ordinal));
        };

        var result = await _repository.RunAsync("update", "Preview", "--commit", Commit.ToUpperInvariant());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(asked.Single(), Does.EndWith($"/{Commit}/descriptions/0/api.intercom.io.yaml"));
            Assert.That(_repository.Read(TemporaryRepository.Sources), Does.Contain($"\"commit\": \"{Commit}\""));
            Assert.That(_repository.Read("openapi/preview/description.json"), Does.Contain("\"version\": \"Preview\""));
        }
    }

    [Test]
    public async Task Records_the_commit_from_the_URL_and_the_date_from_the_response()
    {
        _repository.Server = _ =>
        {
            var response = Response(Yaml.Valid);
            response.Content.Headers.LastModified = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);
            response.Headers.Date = new DateTimeOffset(2026, 8, 21, 0, 0, 0, TimeSpan.Zero);
            return response;
        };

        await _repository.RunAsync("update", "2.14", "--from", $"https://example.com/{Commit}/a.yaml?token=secret");
        var withCommit = _repository.Read(TemporaryRepository.Sources);
        File.Delete(Path.Combine(_repository.Root, TemporaryRepository.Sources));
        await _repository.RunAsync("update", "2.14", "--from", "https://example.com/a.yaml");
        var withDate = _repository.Read(TemporaryRepository.Sources);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(withCommit, Does.Contain(Commit).And.Not.Contain("retrieved").And.Not.Contain("example.com"));
            Assert.That(withDate, Does.Contain("\"retrieved\": \"2026-01-02\"").And.Not.Contain("commit"));
        }
    }

    [Test]
    public Task An_HTTP_error_is_an_error()
    {
        _repository.Server = _ => new HttpResponseMessage(HttpStatusCode.NotFound);
        return AssertFailsAsync(
            () => _repository.RunAsync("update", "2.14", "--from", "https://user:word@example.com/a.yaml?token=secret"),
            "https://example.com/a.yaml: #: The server responded with 404 Not Found.",
            "Check the version and the commit");
    }

    [Test]
    public Task A_server_that_cannot_be_reached_is_an_error() =>
        AssertFailsAsync(
            () => _repository.RunAsync("update", "2.14", "--from", "https://example.com/a.yaml"),
            "https://example.com/a.yaml: #: The download failed: No server",
            "Check the network");

    [Test]
    public Task A_server_that_does_not_respond_is_an_error()
    {
        _repository.Server = _ => throw new TaskCanceledException("timeout");
        return AssertFailsAsync(
            () => _repository.RunAsync("update", "2.14", "--from", "https://example.com/a.yaml"),
            "https://example.com/a.yaml: #: The download took longer than 100 seconds.",
            "Try again later");
    }

    [Test]
    public Task A_web_page_instead_of_the_file_is_an_error()
    {
        _repository.Server = _ => Response("<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>");
        return AssertFailsAsync(
            () => _repository.RunAsync("update", "2.14", "--from", "https://example.com/a.yaml"),
            "https://example.com/a.yaml",
            "not a web page");
    }

    [TestCase("update")]
    [TestCase("update", "two")]
    [TestCase("update", "02.14")]
    [TestCase("update", "../2.14")]
    [TestCase("update", "2.14", "--date", "yesterday")]
    [TestCase("update", "2.14", "--commit", "main")]
    [TestCase("update", "2.14", "--root", "nowhere")]
    [TestCase("update", "2.14", "--unknown")]
    [TestCase("update", "2.14", "--commit", OtherCommit, "--from", "https://example.com/" + Commit + "/a.yaml")]
    [TestCase("unknown")]
    [TestCase]
    public async Task An_invalid_command_line_has_a_separate_exit_code(params string[] args)
    {
        var result = await _repository.RunAsync(args);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Usage));
            Assert.That(result.Error, Is.Not.Empty);
            Assert.That(_repository.Files(), Is.Empty);
        }
    }

    [Test]
    public async Task The_root_can_be_specified()
    {
        _repository.Write("elsewhere/openapi/.keep", "");

        var result = await _repository.UpdateAsync(Yaml.Valid, "--root", "elsewhere");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(_repository.Files().Keys, Does.Contain("elsewhere/" + TemporaryRepository.Description));
        }
    }

    private static HttpResponseMessage Response(string text) => new(HttpStatusCode.OK)
    {
        Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } },
    };

    private void WriteOverlay(string target, string effect) => _repository.Write(TemporaryRepository.Overlay, string.Format(
        CultureInfo.InvariantCulture,
        """
        {{
          "overlay": "1.0.0",
          "info": {{"title": "Corrections", "version": "1"}},
          "actions": [{{"target": "{0}", "description": "Because.", {1}}}]
        }}
        """,
        target,
        effect));

    /// <summary>Updates from the text. An expectation that starts with a position is for the published file.</summary>
    private Task AssertFailsAsync(string yaml, params string[] expected) =>
        AssertFailsAsync(
            () => _repository.UpdateAsync(yaml),
            [.. expected.Select(text => text.StartsWith('(') ? $"error: {TemporaryRepository.Published}{text}" : text)]);

    /// <summary>Runs the tool and asserts that it reports all of the texts and changes no files.</summary>
    private async Task AssertFailsAsync(Func<Task<ToolResult>> run, params string[] expected)
    {
        if (!File.Exists(Path.Combine(_repository.Root, TemporaryRepository.Description)))
            _repository.Write(TemporaryRepository.Description, """{ "openapi": "3.0.1", "info": { "version": "2.14" }, "paths": {} }""");
        var before = _repository.Files();

        var result = await run();

        var after = _repository.Files();
        after.Remove(TemporaryRepository.Published);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failure));
            foreach (var text in expected)
                Assert.That(result.Error, Does.Contain(text));
            Assert.That(result.Error, Does.Contain(" Remedy: ").And.Not.Contain("secret"));
            Assert.That(after, Is.EquivalentTo(before));
        }
    }
}
