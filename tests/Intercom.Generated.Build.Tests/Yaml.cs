using System.Text;
using Intercom.Generated.Build.Descriptions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Build.Tests;

/// <summary>Small descriptions for tests.</summary>
internal static class Yaml
{
    /// <summary>A description that is in order.</summary>
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
