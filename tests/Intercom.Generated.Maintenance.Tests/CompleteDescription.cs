using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>A description that has every part of OpenAPI 3.0 that the tool reads, and the kind of value at each place.</summary>
internal static class CompleteDescription
{
    /// <summary>The description.</summary>
    public const string Text = """
        {
          "openapi": "3.0.1",
          "info": {
            "title": "t", "version": "2.14", "description": "d", "termsOfService": "d", "contact": { "name": "n" }, "license": { "name": "n" }
          },
          "servers": [{ "url": "https://api.example.com", "description": "d", "variables": { "region": { "default": "us", "enum": ["us"], "description": "d" } } }],
          "tags": [{ "name": "Contacts", "description": "d", "externalDocs": { "url": "u" } }],
          "security": [{ "bearerAuth": [] }],
          "externalDocs": { "url": "u", "description": "d" },
          "paths": {
            "/contacts/{id}": {
              "summary": "s",
              "description": "d",
              "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
              "get": {
                "operationId": "getContact",
                "tags": ["Contacts"],
                "summary": "s",
                "description": "d",
                "deprecated": false,
                "externalDocs": { "url": "u" },
                "security": [{ "bearerAuth": [] }],
                "parameters": [
                  {
                    "name": "page", "in": "query", "description": "d", "required": false, "deprecated": false, "allowEmptyValue": false,
                    "style": "form", "explode": true, "allowReserved": false, "example": 1,
                    "schema": { "type": "integer", "minimum": 1, "maximum": 9, "exclusiveMinimum": false, "multipleOf": 1, "default": 1 }
                  },
                  { "$ref": "#/components/parameters/size" }
                ],
                "responses": {
                  "200": {
                    "description": "d",
                    "headers": { "X-Limit": { "description": "d", "required": false, "schema": { "type": "integer" } } },
                    "links": { "self": { "operationId": "getContact", "parameters": { "id": "$response.body#/id" }, "description": "d" } },
                    "content": {
                      "application/json": {
                        "schema": { "$ref": "#/components/schemas/contact" },
                        "example": { "id": 1 },
                        "examples": { "ok": { "summary": "s", "value": { "id": 1 } } }
                      }
                    }
                  },
                  "404": { "$ref": "#/components/responses/missing" }
                }
              },
              "put": {
                "operationId": "updateContact",
                "tags": ["Contacts"],
                "requestBody": { "$ref": "#/components/requestBodies/update" },
                "responses": { "200": { "description": "d", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/contact" } } } } }
              },
              "post": {
                "operationId": "uploadPhoto",
                "tags": ["Contacts"],
                "requestBody": {
                  "description": "d",
                  "required": true,
                  "content": {
                    "multipart/form-data": {
                      "schema": { "type": "object", "properties": { "file": { "type": "string", "format": "binary" } } },
                      "encoding": { "file": { "contentType": "image/png", "style": "form", "explode": false, "headers": { "X-Size": { "schema": { "type": "integer" } } } } }
                    }
                  }
                },
                "responses": { "204": { "description": "d" } }
              }
            }
          },
          "components": {
            "schemas": {
              "contact": {
                "title": "Contact",
                "type": "object",
                "description": "d",
                "required": ["id"],
                "minProperties": 1,
                "maxProperties": 99,
                "properties": {
                  "id": { "type": "string", "description": "d", "example": "1", "minLength": 1, "maxLength": 9, "pattern": "^[a-z]+$", "readOnly": true },
                  "role": { "type": "string", "enum": ["user", "lead"], "default": "user", "nullable": true, "deprecated": false, "writeOnly": false },
                  "tags": { "type": "array", "items": { "type": "string" }, "minItems": 0, "maxItems": 5, "uniqueItems": false },
                  "score": { "type": "number", "format": "float", "exclusiveMaximum": true, "maximum": 5, "xml": { "name": "score" }, "externalDocs": { "url": "u" } },
                  "owner": { "allOf": [{ "$ref": "#/components/schemas/person" }] },
                  "about": { "anyOf": [{ "$ref": "#/components/schemas/person" }, { "type": "string" }] },
                  "pet": {
                    "oneOf": [{ "$ref": "#/components/schemas/cat" }, { "$ref": "#/components/schemas/dog" }],
                    "discriminator": { "propertyName": "type", "mapping": { "cat": "#/components/schemas/cat", "dog": "#/components/schemas/dog" } }
                  },
                  "extra": { "type": "object", "additionalProperties": { "type": "string" } },
                  "open": { "type": "object", "additionalProperties": true }
                }
              },
              "person": { "type": "object", "properties": { "name": { "type": "string" } } },
              "cat": { "type": "object", "properties": { "type": { "type": "string", "enum": ["cat"] } } },
              "dog": { "type": "object", "properties": { "type": { "type": "string", "enum": ["dog"] } } },
              "update_contact": { "type": "object", "properties": { "name": { "type": "string" } } }
            },
            "responses": { "missing": { "description": "d", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/person" } } } } },
            "parameters": { "size": { "name": "per_page", "in": "query", "schema": { "type": "integer" } } },
            "requestBodies": { "update": { "description": "d", "required": false, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/update_contact" } } } } },
            "headers": { "limit": { "schema": { "type": "integer" } } },
            "links": { "next": { "operationId": "getContact" } },
            "callbacks": { "done": { "{$request.body#/url}": { "post": { "operationId": "done", "responses": { "200": { "description": "d" } } } } } },
            "examples": { "one": { "value": 1 } },
            "securitySchemes": { "bearerAuth": { "type": "http", "scheme": "bearer", "bearerFormat": "b", "description": "d" } }
          }
        }
        """;

    private const string Schema =
        "(/schema|/items|/additionalProperties|/properties/[^/]+|/(allOf|anyOf|oneOf)/[0-9]+|#/components/schemas/[^/]+)";

    // The places, and the wrong values that OpenAPI allows there. The first pattern that matches counts.
    private static readonly (Regex Place, string[] Values)[] Rules =
    [
        // Data and prose. Prose is removed, so a scalar in its place loses nothing. An object in its place can be misplaced facts.
        (At("/(example|examples|default|xml|externalDocs)(/.*)?"), ["*"]),
        (At("/(callbacks|links|examples)/[^/]+/.*|#/info/(?!version).*"), ["*"]),
        (At("/(description|summary|title)"), ["\"odd\"", "7", "true", "null"]),

        // Lists and maps that can be empty, and objects without required members.
        (At("/contact/required"), ["[]"]),
        (At("#/(tags|servers|security)|/(get|put|post)/(tags|security|parameters)|/bearerAuth|/region/enum"), ["[]"]),
        (At("/(headers|encoding|(links|callbacks)(/[^/]+)?|properties)|#/components/schemas"), ["{}", "{ \"odd\": {} }"]),
        (At("/security/0|/(mapping|variables|securitySchemes)|/(headers|encoding)/[^/]+"), ["{}"]),
        (At("#/paths(/[^/]+)?|#/components(/(schemas|responses|parameters|requestBodies))?"), ["{}"]),
        (At("/responses/[^/]+|/content/[^/]+|/responses/[^/]+/content"), ["{}"]),
        (At("/additionalProperties"), ["true", "{}"]),
        (At(Schema), ["{}"]),

        // Text, flags, and numbers.
        (At("/role/.*/enum/1|/role/enum/[01]"), ["\"odd\"", "null"]),
        (At("/(name|operationId|url|propertyName|pattern|format|contentType|scheme|bearerFormat|(tags|required|enum)/0)"), ["\"odd\""]),
        (At("/encoding/file/style"), ["\"odd\""]),
        (At("/(required|deprecated|allowEmptyValue|explode|allowReserved|nullable|readOnly|writeOnly|uniqueItems)"), ["true"]),
        (At("/schema/exclusiveMinimum|/exclusiveMaximum"), ["true", "7"]),
        (At("/(minimum|maximum|multipleOf|minLength|maxLength|minItems|maxItems|minProperties|maxProperties)"), ["7"]),
    ];

    /// <summary>Returns a copy of the description, whose nodes have lines.</summary>
    public static JObject Read() => JObject.Parse(Text);

    /// <summary>Returns the description as YAML with a line for each name.</summary>
    public static string Yaml()
    {
        var yaml = new StringBuilder();
        Write(Read(), string.Empty);
        return yaml.ToString();

        void Write(JToken node, string indentation)
        {
            foreach (var child in node.Children())
            {
                var (head, value) = child is JProperty property ? ($"{JsonConvert.ToString(property.Name)}:", property.Value) : ("-", child);
                var isBlock = value is JContainer { HasValues: true };
                yaml.Append(indentation).Append(head).Append(isBlock ? string.Empty : " " + value.ToString(Formatting.None)).Append('\n');
                if (isBlock)
                    Write(value, indentation + "  ");
            }
        }
    }

    /// <summary>Whether a place can have a value of another kind than it has.</summary>
    public static bool IsValid(string pointer, string value) =>
        Rules.FirstOrDefault(rule => rule.Place.IsMatch(pointer)).Values is { } values && (values[0] == "*" || values.Contains(value));

    private static Regex At(string end) => new($@"({end})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
