using System.Text;
using Intercom.Generated.Maintenance.Published;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Tests;

public sealed class DescriptionReducerTests
{
    [Test]
    public void Removes_prose_examples_and_extensions()
    {
        var reduced = Yaml.Reduce("""
            openapi: 3.0.1
            info: {title: Published, version: '2.14', description: prose, license: {name: MIT}}
            x-root: prose
            servers: [{url: 'https://api.intercom.io', description: prose, x-region: us}]
            tags: [{name: Contacts, description: prose, externalDocs: {url: 'https://example.com'}, x-group: prose}]
            paths:
              x-paths: prose
              /contacts:
                summary: prose
                get:
                  summary: prose
                  description: prose
                  operationId: ListContacts
                  externalDocs: {url: 'https://example.com'}
                  x-codegen: prose
                  tags: [Contacts]
                  parameters:
                    - {name: page, in: query, description: prose, example: prose, schema: {type: integer, example: 1}}
                  requestBody:
                    description: prose
                    content: {application/json: {schema: {type: object}, examples: {a: {value: prose}}}}
                  responses:
                    x-responses: prose
                    '200':
                      content: {application/json: {example: prose, schema: {title: prose, type: string}}}
                      description: prose
                      headers: {Link: {description: prose, schema: {type: string, description: prose}}}
                    default: {$ref: '#/components/responses/Gone'}
            components:
              examples: {a: {value: prose}}
              responses: {Gone: {description: prose}}
              schemas: {}
            """);

        Assert.That(reduced.ToString(Formatting.None), Is.EqualTo(Json("""
            {
              "openapi": "3.0.1",
              "info": {"title": "Intercom API", "version": "2.14"},
              "servers": [{"url": "https://api.intercom.io"}],
              "tags": [{"name": "Contacts"}],
              "paths": {
                "/contacts": {
                  "get": {
                    "operationId": "ListContacts",
                    "tags": ["Contacts"],
                    "parameters": [{"name": "page", "in": "query", "schema": {"type": "integer"}}],
                    "requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}},
                    "responses": {
                      "200": {
                        "description": "",
                        "content": {"application/json": {"schema": {"type": "string"}}},
                        "headers": {"Link": {"schema": {"type": "string"}}}
                      },
                      "default": {"$ref": "#/components/responses/Gone"}
                    }
                  }
                }
              },
              "components": {"responses": {"Gone": {"description": ""}}, "schemas": {}}
            }
            """)));
    }

    [Test]
    public void Keeps_names_that_are_spelled_like_keywords()
    {
        var reduced = Yaml.Reduce("""
            openapi: 3.0.1
            info: {title: t, version: '2.14'}
            security: [{description: []}]
            paths:
              /title:
                get:
                  parameters: [{name: description, in: query, schema: {type: string}}]
                  callbacks: {summary: {'{$request.body#/url}': {post: {responses: {'200': {description: prose}}}}}}
                  responses:
                    '200':
                      description: prose
                      headers: {example: {schema: {type: string}}, x-request-id: {schema: {type: string}}}
                      content: {title: {schema: {type: string}, encoding: {summary: {contentType: a/b}}}}
                      links: {title: {operationId: x, description: prose, parameters: {description: $response.body}}}
            components:
              parameters: {example: {name: a, in: query}}
              responses: {title: {description: prose}, x-gone: {description: prose}}
              requestBodies: {description: {content: {}}}
              headers: {summary: {schema: {type: string}}}
              securitySchemes: {description: {type: http, scheme: bearer, description: prose}}
              links: {summary: {operationId: x}}
              callbacks: {title: {}}
              schemas:
                title: {type: object, title: prose}
                x-thing: {type: object}
                examples:
                  type: object
                  required: [description, title]
                  properties:
                    description: {type: string, description: prose}
                    title: {type: string, title: prose}
                    summary: {type: string}
                    example: {type: string, example: prose}
                    examples: {type: array, items: {type: string, example: prose}}
                    externalDocs: {type: string}
                    x-internal: {type: string}
                    properties: {type: object, properties: {description: {type: string}}}
                  discriminator: {propertyName: title, mapping: {description: '#/components/schemas/title'}}
            """);

        Assert.That(reduced.ToString(Formatting.None), Is.EqualTo(Json("""
            {
              "openapi": "3.0.1",
              "info": {"title": "Intercom API", "version": "2.14"},
              "security": [{"description": []}],
              "paths": {
                "/title": {
                  "get": {
                    "parameters": [{"name": "description", "in": "query", "schema": {"type": "string"}}],
                    "callbacks": {"summary": {"{$request.body#/url}": {"post": {"responses": {"200": {"description": ""}}}}}},
                    "responses": {
                      "200": {
                        "description": "",
                        "headers": {"example": {"schema": {"type": "string"}}, "x-request-id": {"schema": {"type": "string"}}},
                        "content": {"title": {"schema": {"type": "string"}, "encoding": {"summary": {"contentType": "a/b"}}}},
                        "links": {"title": {"operationId": "x", "parameters": {"description": "$response.body"}}}
                      }
                    }
                  }
                }
              },
              "components": {
                "parameters": {"example": {"name": "a", "in": "query"}},
                "responses": {"title": {"description": ""}, "x-gone": {"description": ""}},
                "requestBodies": {"description": {"content": {}}},
                "headers": {"summary": {"schema": {"type": "string"}}},
                "securitySchemes": {"description": {"type": "http", "scheme": "bearer"}},
                "links": {"summary": {"operationId": "x"}},
                "callbacks": {"title": {}},
                "schemas": {
                  "title": {"type": "object"},
                  "x-thing": {"type": "object"},
                  "examples": {
                    "type": "object",
                    "required": ["description", "title"],
                    "properties": {
                      "description": {"type": "string"},
                      "title": {"type": "string"},
                      "summary": {"type": "string"},
                      "example": {"type": "string"},
                      "examples": {"type": "array", "items": {"type": "string"}},
                      "externalDocs": {"type": "string"},
                      "x-internal": {"type": "string"},
                      "properties": {"type": "object", "properties": {"description": {"type": "string"}}}
                    },
                    "discriminator": {"propertyName": "title", "mapping": {"description": "#/components/schemas/title"}}
                  }
                }
              }
            }
            """)));
    }

    [Test]
    public void Enums_and_defaults_are_data()
    {
        var schema = Yaml.Reduce(Yaml.WithSchemas("""
            thing:
              enum: [{description: kept, x-kept: 1}, null, title]
              default: {description: kept, example: {title: kept}}
              x-enumDescriptions: {a: prose}
            """))["components"]!["schemas"]!["thing"]!;

        Assert.That(schema.ToString(Formatting.None), Is.EqualTo(
            """{"enum":[{"description":"kept","x-kept":1},null,"title"],"default":{"description":"kept","example":{"title":"kept"}}}"""));
    }

    [Test]
    public void Reduces_combined_schemas_everywhere()
    {
        var schema = Yaml.Reduce(Yaml.WithSchemas("""
            thing:
              oneOf: [{title: prose, type: string}, {anyOf: [{description: prose}]}]
              allOf: [{$ref: '#/components/schemas/thing', description: prose, nullable: true}]
              not: {description: prose}
              items: {items: {title: prose, xml: {name: title, x-a: prose}}}
              additionalProperties: {description: prose, type: string}
              misplaced: {description: prose, properties: {description: {type: string}}}
            """))["components"]!["schemas"]!["thing"]!;

        Assert.That(schema.ToString(Formatting.None), Is.EqualTo(Json("""
            {
              "oneOf": [{"type": "string"}, {"anyOf": [{}]}],
              "allOf": [{"$ref": "#/components/schemas/thing", "nullable": true}],
              "not": {},
              "items": {"items": {"xml": {"name": "title"}}},
              "additionalProperties": {"type": "string"},
              "misplaced": {"properties": {"description": {"type": "string"}}}
            }
            """)));
    }

    [Test]
    public void Keeps_the_names_of_scopes_without_their_texts()
    {
        var reduced = Yaml.Reduce("""
            openapi: 3.0.1
            info: {title: t, version: '2.14'}
            paths: {}
            components:
              securitySchemes:
                oauth: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://a', scopes: {description: prose, x-read: prose}}}}
            """);

        Assert.That(
            reduced["components"]!["securitySchemes"]!["oauth"]!["flows"]!.ToString(Formatting.None),
            Is.EqualTo("""{"implicit":{"authorizationUrl":"https://a","scopes":{"description":"","x-read":""}}}"""));
    }

    [Test]
    public void Keeps_the_positions_of_the_published_text()
    {
        var published = Yaml.Read(Yaml.Valid);
        var reduced = DescriptionReducer.Reduce(published, "2.14");

        Assert.That(
            reduced.SelectToken("paths./contacts.get.operationId")!.Annotation<SourcePosition>(),
            Is.EqualTo(published.SelectToken("paths./contacts.get.operationId")!.Annotation<SourcePosition>()).And.Not.Null);
    }

    [Test]
    public void Does_not_change_the_published_document()
    {
        var published = Yaml.Read(Yaml.Valid);
        var before = published.ToString();

        DescriptionReducer.Reduce(published, "2.14");

        Assert.That(published.ToString(), Is.EqualTo(before));
    }

    [Test]
    public void Writes_a_fixed_layout()
    {
        var bytes = DescriptionJson.Write(new JObject { ["a"] = new JArray("Zoë \"☃\"", 1.0, new JObject()) });

        Assert.That(Encoding.UTF8.GetString(bytes), Is.EqualTo("{\n  \"a\": [\n    \"Zoë \\\"☃\\\"\",\n    1.0,\n    {}\n  ]\n}\n"));
    }

    private static string Json(string text) => JObject.Parse(text).ToString(Formatting.None);
}
