using Intercom.Generated.Maintenance.Published;

namespace Intercom.Generated.Maintenance.Tests;

public sealed class DescriptionChecksTests
{
    [Test]
    public void A_valid_description_has_no_defects() => Assert.That(DefectsOf(Yaml.Valid), Is.Empty);

    [Test]
    public void Resolves_references_with_escapes_and_arrays()
    {
        var defects = DefectsOf(Yaml.WithPaths("""
            /a/b~c:
              get:
                parameters: [{name: a, in: query, schema: {type: string}}]
                responses:
                  '200':
                    description: ok
                    content:
                      application/json:
                        schema: {$ref: '#/paths/~1a~1b~0c/get/parameters/0/schema'}
                      text/plain:
                        schema: {$ref: '#/paths/%7E1a~1b~0c/get/responses/200/content/application~1json'}
                      text/html:
                        schema: {$ref: '#/paths/~1a~1b~0c/get/parameters/1/schema'}
            """));

        Assert.That(
            defects.Select(d => d.Pointer),
            Is.EqualTo(new[] { "#/paths/~1a~1b~0c/get/responses/200/content/text~1html/schema/$ref" }));
    }

    [Test]
    public void Ignores_a_ref_key_in_names_and_data()
    {
        var defects = DefectsOf(Yaml.WithSchemas("""
            thing:
              properties:
                $ref: {type: string}
              default: {$ref: '#/nowhere'}
              enum: [{$ref: 'other.yaml'}]
              example: {$ref: '#/nowhere'}
            """));

        Assert.That(defects, Is.Empty);
    }

    [Test]
    public void Finds_references_in_every_kind_of_object()
    {
        var defects = DefectsOf(Yaml.WithPaths("""
            /a:
              parameters: [{$ref: '#/components/parameters/none'}]
              post:
                requestBody: {$ref: '#/components/requestBodies/none'}
                responses:
                  '200': {$ref: '#/components/responses/none'}
                  '201':
                    description: ok
                    headers: {Link: {$ref: '#/components/headers/none'}}
                    content: {a/b: {schema: {items: {anyOf: [{$ref: '#/components/schemas/none'}]}}}}
            """));

        Assert.That(defects.Select(d => (d.Kind, d.Subject)), Is.EqualTo(new[]
        {
            (DescriptionDefect.DanglingReference, "#/components/parameters/none"),
            (DescriptionDefect.DanglingReference, "#/components/requestBodies/none"),
            (DescriptionDefect.DanglingReference, "#/components/responses/none"),
            (DescriptionDefect.DanglingReference, "#/components/headers/none"),
            (DescriptionDefect.DanglingReference, "#/components/schemas/none"),
        }));
    }

    [Test]
    public void A_discriminator_must_map_to_existing_schemas()
    {
        var defects = DefectsOf(Yaml.WithSchemas("""
            cat: {type: object}
            dog.v1: {type: object}
            pet:
              oneOf: [{$ref: '#/components/schemas/cat'}]
              discriminator:
                propertyName: kind
                mapping: {a: cat, b: '#/components/schemas/cat', c: dog.v1, d: fish, e: '#/components/schemas/fish', f: fish.yaml}
            """));

        Assert.That(defects.Select(d => (d.Kind, d.Pointer)), Is.EqualTo(new[]
        {
            (DescriptionDefect.DanglingReference, "#/components/schemas/pet/discriminator/mapping/d"),
            (DescriptionDefect.DanglingReference, "#/components/schemas/pet/discriminator/mapping/e"),
            (DescriptionDefect.ExternalReference, "#/components/schemas/pet/discriminator/mapping/f"),
        }));
    }

    [Test]
    public void An_operation_a_path_or_a_reference_can_declare_a_placeholder()
    {
        var defects = DefectsOf("""
            openapi: 3.0.1
            info: {title: t, version: '2.14'}
            paths:
              /a/{one}/{two}/{three}:
                parameters: [{name: one, in: path, required: true, schema: {type: string}}]
                get:
                  parameters: [{name: two, in: path, required: true}, {$ref: '#/components/parameters/alias'}]
                  responses: {'200': {}}
                put:
                  parameters: [{name: two, in: query}]
                  responses: {'200': {}}
            components:
              parameters:
                alias: {$ref: '#/components/parameters/three'}
                three: {name: three, in: path, required: true}
            """);

        Assert.That(defects.Select(d => (d.Pointer, d.Subject)), Is.EqualTo(new[]
        {
            ("#/paths/~1a~1{one}~1{two}~1{three}/put", "two"),
            ("#/paths/~1a~1{one}~1{two}~1{three}/put", "three"),
        }));
    }

    [Test]
    public void Stops_at_a_cycle_of_parameter_references()
    {
        var defects = DefectsOf("""
            openapi: 3.0.1
            info: {title: t, version: '2.14'}
            paths:
              /a/{id}:
                get:
                  parameters: [{$ref: '#/components/parameters/a'}]
                  responses: {'200': {}}
            components:
              parameters: {a: {$ref: '#/components/parameters/b'}, b: {$ref: '#/components/parameters/a'}}
            """);

        Assert.That(defects.Select(d => d.Kind), Is.EqualTo(new[] { DescriptionDefect.UndeclaredPlaceholder }));
    }

    [Test]
    public void A_number_that_JSON_cannot_express_is_a_defect_unless_it_is_an_example()
    {
        var defects = DefectsOf(Yaml.WithSchemas("thing: {maximum: .inf, example: .nan}"));

        Assert.That(defects.Select(d => d.Pointer), Is.EqualTo(new[] { "#/components/schemas/thing/maximum" }));
    }

    [Test]
    public void Classifies_defects_by_the_effect_of_the_overlay()
    {
        FileProblem fixedOne = Problem("#/fixed", "a.yaml");
        FileProblem remaining = Problem("#/remaining", "a.yaml");
        FileProblem caused = Problem("#/caused", "a.yaml");

        var (errors, warnings) = DescriptionChecks.Classify([fixedOne, remaining], [remaining, caused], "overlay.json");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                errors.Select(e => (e.File, e.Pointer)),
                Is.EqualTo(new[] { ("a.yaml", "#/remaining"), ("overlay.json", "#/caused") }));
            Assert.That(warnings.Select(w => (w.File, w.Pointer)), Is.EqualTo(new[] { ("a.yaml", "#/fixed") }));
            Assert.That(warnings[0].Remedy, Does.Contain("the overlay overlay.json corrects it"));
        }

        static FileProblem Problem(string pointer, string file) => new(file, pointer, "message", "remedy");
    }

    private static IReadOnlyList<FileProblem> DefectsOf(string yaml) =>
        DescriptionChecks.FindDefects(Yaml.Reduce(yaml), "test.yaml", "overlay.json");
}
