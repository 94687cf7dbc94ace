using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>A description with all parts of OpenAPI 3.0, and changes of its parts.</summary>
internal static class FullDescription
{
    /// <summary>The description, as JSON.</summary>
    public const string Base = """
        { openapi: '3.0.1', info: { title: 't', version: '2.14' },
          servers: [{ url: 'https://a.example.com', variables: { region: { default: 'us', enum: ['us', 'eu'] } } }],
          security: [{ bearer: [] }],
          tags: [{ name: 'Things' }, { name: 'Others' }],
          paths: { '/things/{id}': {
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 40 } }],
            post: { operationId: 'createThing', tags: ['Things'], security: [{ bearer: [] }],
              parameters: [
                { name: 'page_size', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 50, default: 20 } },
                { name: 'sort', in: 'query', style: 'form', explode: true, schema: { type: 'string', enum: ['up', 'down'] } },
                { name: 'fields', in: 'query', schema: { type: 'array', items: { type: 'string', maxLength: 30 } } },
                { name: 'Intercom-Version', in: 'header', schema: { type: 'string' } },
                { $ref: '#/components/parameters/locale' }],
              requestBody: { required: true, content: {
                'application/json': { schema: { $ref: '#/components/schemas/thing' }, encoding: { name: { contentType: 'text/plain' } } },
                'application/xml': { schema: { $ref: '#/components/schemas/thing' } } } },
              responses: {
                '200': { description: '', headers: { 'X-Limit': { schema: { type: 'integer' } } },
                  content: { 'application/json': { schema: { $ref: '#/components/schemas/thing' } } },
                  links: { next: { operationId: 'getOther', parameters: { id: '$response.body#/id' } } } },
                '404': { description: '', content: { 'application/json': { schema: { type: 'object', properties: { code: { type: 'string' } } } } } },
                default: { $ref: '#/components/responses/failure' } } } },
            '/others': { get: { operationId: 'getOther', tags: ['Others'], responses: {
              '200': { description: '', content: { 'application/json': { schema: { $ref: '#/components/schemas/other' } } } } } } } },
          components: {
            schemas: {
              thing: { type: 'object', required: ['id'], minProperties: 1, properties: {
                id: { type: 'string' },
                name: { type: 'string', minLength: 1, maxLength: 9, pattern: '^a', default: 'x', format: 'email' },
                size: { type: 'number', minimum: 1, maximum: 9, multipleOf: 0.5, exclusiveMinimum: false, exclusiveMaximum: false },
                kind: { type: 'string', enum: ['small', 'large', 'huge'] },
                items: { type: 'array', minItems: 1, maxItems: 5, uniqueItems: false, items: { type: 'string', maxLength: 7, minLength: 2 } },
                pet: { oneOf: [{ $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/dog' }],
                  discriminator: { propertyName: 'species', mapping: { cat: '#/components/schemas/cat' } } },
                any: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
                both: { allOf: [{ $ref: '#/components/schemas/other' }] },
                map: { type: 'object', additionalProperties: { type: 'string' } },
                part: { type: 'object', properties: { width: { type: 'integer' } } },
                other: { $ref: '#/components/schemas/other' },
                written: { type: 'string', xml: { name: 'w' } } } },
              cat: { type: 'object', properties: { species: { type: 'string', enum: ['cat'] }, lives: { type: 'integer' } } },
              dog: { type: 'object', properties: { species: { type: 'string', enum: ['dog'] }, tricks: { type: 'integer' } } },
              other: { type: 'object', properties: { id: { type: 'string' } } },
              unused: { type: 'object', properties: { a: { type: 'string' } } } },
            parameters: { locale: { name: 'locale', in: 'query', schema: { type: 'string' } }, spare: { name: 'spare', in: 'query', schema: { type: 'string' } } },
            responses: { failure: { description: '', content: { 'application/json': { schema: { type: 'object', properties: { message: { type: 'string' } } } } } } },
            requestBodies: { spare: { content: { 'application/json': { schema: { $ref: '#/components/schemas/other' } } } } },
            headers: { Limit: { schema: { type: 'integer' } } },
            links: { next: { operationId: 'getOther' } },
            securitySchemes: { bearer: { type: 'http', scheme: 'bearer' }, oauth: { type: 'oauth2', flows: { implicit: { authorizationUrl: 'https://a.example.com', scopes: { read: '' } } } } } } }
        """;

    /// <summary>
    /// Returns a description with changes. Each sets a value (<c>path = value</c>), adds an item (<c>path += value</c>), or removes a node
    /// (<c>-path</c>). Removals are last, because they move the items after them.
    /// </summary>
    public static JObject With(JObject original, IEnumerable<string> changes)
    {
        var description = (JObject)original.DeepClone();
        foreach (var change in changes.OrderBy(change => change[0] == '-'))
        {
            if (change[0] == '-')
            {
                var removed = description.SelectToken(change[1..], errorWhenNoMatch: true)!;
                (removed.Parent is JProperty property ? property : removed).Remove();
                continue;
            }

            var isAdded = change.Split(" = ", 2)[0].Contains(" += ", StringComparison.Ordinal);
            var parts = change.Split(isAdded ? " += " : " = ", 2);
            var value = JToken.Parse(parts[1]);
            if (isAdded)
                ((JArray)description.SelectToken(parts[0], errorWhenNoMatch: true)!).Add(value);
            else if (description.SelectToken(parts[0]) is { } old)
                old.Replace(value);
            else
                Add(description, parts[0], value);
        }

        return description;
    }

    private static void Add(JObject description, string path, JToken value)
    {
        var isQuoted = path.EndsWith("']", StringComparison.Ordinal);
        var start = isQuoted ? path.LastIndexOf("['", StringComparison.Ordinal) : path.LastIndexOf('.');
        var owner = start < 0 ? description : (JObject)description.SelectToken(path[..start], errorWhenNoMatch: true)!;
        owner[isQuoted ? path[(start + 2)..^2] : path[(start + 1)..]] = value;
    }
}
