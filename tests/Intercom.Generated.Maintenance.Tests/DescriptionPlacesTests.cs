using Intercom.Generated.Descriptions;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>The places of ledger keys in a description.</summary>
public sealed class DescriptionPlacesTests
{
    private static readonly DescriptionPlaces Places = new(Yaml.Reduce("""
        openapi: 3.0.1
        info: { title: t, version: '2.14' }
        paths:
          /contacts/{id}/tags:
            parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
            post:
              parameters: [ { $ref: '#/components/parameters/page' } ]
              requestBody: { $ref: '#/components/requestBodies/tag' }
              responses: { '202': {}, '200': { content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { $ref: '#/components/schemas/tag' } } } } } } } }
        components:
          parameters: { page: { name: page, in: query, schema: { type: integer } } }
          requestBodies: { tag: { content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } } }
          schemas:
            tag: { type: object, properties: { owner: { allOf: [ { $ref: '#/components/schemas/base' }, { properties: { age: { type: integer } } } ] } } }
            base: { type: object, properties: { email: { type: string } } }
            either: { oneOf: [ { properties: { kind: { enum: [a] } } }, { properties: { kind: { enum: [b] }, size: { type: integer } } } ] }
        """));

    [TestCase(null, "#/paths")]
    [TestCase("POST /contacts/{}/tags", "#/paths/~1contacts~1{id}~1tags/post")]
    [TestCase("POST /contacts/{}/tags?page", "#/paths/~1contacts~1{id}~1tags/post/parameters/0")]
    [TestCase("POST /contacts/{}/tags?id", "#/paths/~1contacts~1{id}~1tags/parameters/0")]
    [TestCase("POST /contacts/{}/tags/request/name", "#/components/requestBodies/tag/content/application~1json/schema/properties/name")]
    [TestCase("POST /contacts/{}/tags/response/data/[]/owner", "#/components/schemas/tag/properties/owner")]
    [TestCase("tag/owner/age", "#/components/schemas/tag/properties/owner/allOf/1/properties/age")]
    [TestCase("tag/owner/email", "#/components/schemas/base/properties/email")]
    [TestCase("either/b/size", "#/components/schemas/either/oneOf/1/properties/size")]
    [TestCase("tag/nothing", "#/components/schemas/tag")]
    public void A_key_has_a_place(string? key, string pointer) => Assert.That(Places.Find(key).Pointer.ToString(), Is.EqualTo(pointer));
}
