using System.Text;
using Intercom.Generated.Maintenance.Published;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>Small descriptions for tests.</summary>
internal static class Yaml
{
    /// <summary>A valid description.</summary>
    public const string Valid = """
        ---
        openapi: 3.0.1
        info:
          title: The published title
          version: '2.14'
          description: Prose about the API.
        paths:
          "/contacts":
            get:
              summary: List contacts
              operationId: ListContacts
              responses:
                '200':
                  description: All went well
                  content:
                    application/json:
                      schema:
                        "$ref": "#/components/schemas/contact"
        components:
          schemas:
            contact:
              title: Contact
              type: object
              properties:
                name:
                  type: string
                  description: What they are called
                  example: Zoë
        """;

    /// <summary>A description with one operation that returns a contact and one that updates it. Tests change single parts of it.</summary>
    public static string Api(string name = "{ type: string }", string more = "", string required = "[]", string deleted = "{}") => $$"""
        openapi: 3.0.1
        info: { title: t, version: '2.14' }
        paths:
          /contacts/{id}:
            parameters:
            - { name: id, in: path, required: true, schema: { type: string } }
            get:
              operationId: getContact
              tags: [Contacts]
              responses:
                '200': { content: { application/json: { schema: { $ref: '#/components/schemas/contact' } } } }
            delete:
              operationId: deleteContact
              tags: [Contacts]
              responses:
                '200': {{deleted}}
            put:
              operationId: updateContact
              tags: [Contacts]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/update_contact_request' } } } }
              responses:
                '200': { content: { application/json: { schema: { $ref: '#/components/schemas/contact' } } } }
        components:
          schemas:
            contact:
              type: object
              properties:
                name: {{name}}
                {{more}}
            update_contact_request:
              type: object
              required: {{required}}
              properties:
                email: { type: string }
        """;

    /// <summary>A description with the given paths and nothing else.</summary>
    public static string WithPaths(string paths) =>
        $"openapi: 3.0.1\ninfo:\n  title: t\n  version: '2.14'\npaths:\n{Indent(paths)}\n";

    /// <summary>A description without paths and with the given component schemas.</summary>
    public static string WithSchemas(string schemas) =>
        $"openapi: 3.0.1\ninfo:\n  title: t\n  version: '2.14'\npaths: {{}}\ncomponents:\n  schemas:\n{Indent(Indent(schemas))}\n";

    public static JObject Read(string yaml) => PublishedDescription.Read(Encoding.UTF8.GetBytes(yaml), "test.yaml").Document;

    public static JObject Reduce(string yaml) => DescriptionReducer.Reduce(Read(yaml), "2.14");

    private static string Indent(string text) => "  " + text.ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal);
}
