using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions.Tests;

public sealed class OverlayTests
{
    [TestCase("$..properties..name")]
    [TestCase("$.paths[?(@.x =~ /(a+)+$/)]")]
    [TestCase("$.paths[?(@..x == 1)]")]
    [TestCase("$.paths[?(@.* == 1)]")]
    [TestCase("$.paths[?(@.a[?(@.b == 1)])]")]
    public void Rejects_a_target_that_can_be_slow(string target) =>
        Assert.That(
            () => Overlay.Parse($"{{ overlay: '1.0.0', actions: [{{ target: \"{target}\", description: 'because', remove: true }}] }}", "overlay.json"),
            Throws.InstanceOf<OverlayException>().With.Message.StartsWith("overlay.json#/actions/0/target: The JSONPath has "));

    [Test]
    public void Rejects_or_finds_a_target_of_any_length_quickly() =>
        Assert.That(
            () => Overlay.Parse($"{{ overlay: '1.0.0', actions: [{{ target: '${new string('.', 100_000)}', description: 'because', remove: true }}] }}", "overlay.json"),
            Throws.InstanceOf<OverlayException>().With.Message.Contains("has more than 1000 characters"));

    [Test]
    public void An_update_merges_objects_and_replaces_the_values_in_them() =>
        Assert.That(
            Apply("{ a: { b: 1, c: { d: 1, e: 2 } } }", "{ target: '$.a', update: { b: 2, c: { e: 3, f: 4 } } }"),
            Is.EqualTo(Small.Json("{ a: { b: 2, c: { d: 1, e: 3, f: 4 } } }")));

    [Test]
    public void An_update_can_set_null() =>
        Assert.That(Apply("{ a: { b: 1 } }", "{ target: '$.a', update: { b: null } }"), Is.EqualTo(Small.Json("{ a: { b: null } }")));

    [Test]
    public void An_update_appends_to_arrays() =>
        Assert.That(
            Apply(
                "{ tags: [{ name: 'A' }], enum: { values: ['a'] } }",
                "{ target: '$.tags', update: { name: 'B' } }",
                "{ target: '$.enum', update: { values: ['b', 'c'] } }"),
            Is.EqualTo(Small.Json("{ tags: [{ name: 'A' }, { name: 'B' }], enum: { values: ['a', 'b', 'c'] } }")));

    [Test]
    public void Does_not_add_an_array_item_twice() =>
        Assert.That(
            Apply("{ values: ['a', 'b'], n: { values: ['a'] } }", "{ target: '$.values', update: 'b' }", "{ target: '$.n', update: { values: ['a', 'c'] } }"),
            Is.EqualTo(Small.Json("{ values: ['a', 'b'], n: { values: ['a', 'c'] } }")));

    [Test]
    public void Merges_cases_into_one_object() =>
        Assert.That(
            Apply(
                "{ a: { anyOf: [{ $ref: '#/components/schemas/b' }, { properties: { x: { type: 'string', enum: ['q', 'p'] }, y: {} } }] }, "
                + "components: { schemas: { b: { properties: { x: { type: 'string', enum: ['p'] } } } } } }",
                "{ target: '$.a', update: { 'x-merge-cases': true } }"),
            Is.EqualTo(Small.Json(
                "{ a: { type: 'object', properties: { x: { type: 'string', enum: ['p', 'q'] }, y: {} } }, components: { schemas: { b: { properties: { x: { type: 'string', enum: ['p'] } } } } } }")));

    [TestCase("[{ properties: { x: { type: 'string' } } }, { properties: { x: { type: 'integer' } } }]", "declare 'x' with different types")]
    [TestCase("[{ type: 'string' }]", "is not an object with properties")]
    public void Fails_if_cases_cannot_be_merged(string cases, string message) =>
        Assert.That(
            () => Apply($"{{ a: {{ oneOf: {cases} }} }}", "{ target: '$.a', update: { 'x-merge-cases': true } }"),
            Throws.TypeOf<OverlayException>().With.Message.Contains(message).And.Message.Contains("#/actions/0"));

    [TestCase("{ a: { x: 1 }, b: {} }", "{ a: {}, b: { x: 1 } }")]
    [TestCase("{ a: { x: 1 } }", "{ a: { x: 1 } }")]
    [TestCase("{ b: {} }", "{ b: {} }")]
    public void Applies_all_actions_of_a_group_or_none(string description, string expected)
    {
        var overlay = Read("{ target: '$.a.x', remove: true, 'x-group': 'g' }", "{ target: '$.b', update: { x: 1 }, 'x-group': 'g' }");

        var result = overlay.ApplyFitting(JObject.Parse(description), out var misfits);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result, Is.EqualTo(JObject.Parse(expected)).Using<JToken>(JToken.DeepEquals));
            Assert.That(misfits, Has.Count.EqualTo(description == expected ? 2 : 0));
        }
    }

    // Whatever the first actions of a group changed, the description is as before if the last one does not fit.
    [Test]
    public void A_group_that_does_not_fit_leaves_no_trace(
        [Values("$.a.x", "$.a.x.y", "$.a.list[0]", "$.a", "$.*", "$.a.*", "$..y")] string first, [Values] bool removes, [Values("$.a.z", "$.z", "$.a.x.z")] string missing)
    {
        const string description = "{ first: 0, a: { x: { y: { v: 1 } }, list: [{ y: { v: 2 } }, { v: 3 }] }, b: { y: { v: 4 } }, last: 0 }";
        var overlay = Read(
            $"{{ target: '{first}', {(removes ? "remove: true" : "update: { v: 9, more: { w: 1 } }")}, 'x-group': 'g' }}",
            $"{{ target: '{missing}', remove: true, 'x-group': 'g' }}");

        var result = overlay.ApplyFitting(JObject.Parse(description), out var misfits);

        Assert.That(misfits, Has.Count.EqualTo(2));
        Assert.That(result.ToString(), Is.EqualTo(JObject.Parse(description).ToString()));
    }

    [Test]
    public void Updates_every_match() =>
        Assert.That(
            Apply("{ list: [{ k: 'x' }, { k: 'y' }, { k: 'x' }] }", "{ target: \"$.list[?(@.k == 'x')]\", update: { seen: true } }"),
            Is.EqualTo(Small.Json("{ list: [{ k: 'x', seen: true }, { k: 'y' }, { k: 'x', seen: true }] }")));

    [Test]
    public void Removes_properties_and_array_items() =>
        Assert.That(
            Apply(
                "{ a: { b: 1, c: 2 }, list: [1, 2, 3] }",
                "{ target: '$.a.b', remove: true }",
                "{ target: '$.list[1]', remove: true }"),
            Is.EqualTo(Small.Json("{ a: { c: 2 }, list: [1, 3] }")));

    [Test]
    public void Removes_every_match() =>
        Assert.That(
            Apply("{ list: [{ k: 'x' }, { k: 'y' }, { k: 'x' }], a: { drop: 1 }, b: { drop: { drop: 2 } } }",
                "{ target: \"$.list[?(@.k == 'x')]\", remove: true }",
                "{ target: '$..drop', remove: true }"),
            Is.EqualTo(Small.Json("{ list: [{ k: 'y' }], a: {}, b: {} }")));

    [Test]
    public void Finds_a_path_with_a_renamed_placeholder() =>
        Assert.That(
            Apply("{ paths: { '/a/{id}/b': { get: { x: 1 } }, '/a/{id}': { get: { x: 1 } } } }", "{ target: \"$.paths['/a/{a_id}/b'].get\", update: { x: 2 } }"),
            Is.EqualTo(Small.Json("{ paths: { '/a/{id}/b': { get: { x: 2 } }, '/a/{id}': { get: { x: 1 } } } }")));

    // A declared placeholder keeps its name. If two paths match, neither is used.
    [TestCase("{ paths: { '/a/{id}': { get: {} } } }", "parameters: [{ name: 'a_id', in: 'path' }]")]
    [TestCase("{ paths: { '/a/{id}': { get: {} }, '/a/{key}': { get: {} } } }", "x: 2")]
    public void Does_not_find_it_if_the_action_depends_on_the_placeholder_name(string description, string update) =>
        Assert.That(() => Apply(description, $"{{ target: \"$.paths['/a/{{a_id}}'].get\", update: {{ {update} }} }}"), Throws.TypeOf<OverlayException>());

    [Test]
    public void Applies_actions_in_order()
    {
        var added = Apply("{ a: { b: 1 } }", "{ target: '$.a.b', remove: true }", "{ target: '$.a', update: { b: { c: 1 } } }", "{ target: '$.a.b', update: { d: 2 } }");

        Assert.That(added, Is.EqualTo(Small.Json("{ a: { b: { c: 1, d: 2 } } }")));
    }

    [Test]
    public void Does_not_change_the_description_or_the_overlay()
    {
        var description = JObject.Parse("{ a: { list: [] }, b: { list: [] } }");
        var overlay = Read("{ target: '$.*.list', update: { n: 1 } }", "{ target: '$.a.list[0]', update: { n: 2 } }");

        var first = overlay.Apply(description);
        var second = overlay.Apply(description);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(description, Is.EqualTo(JObject.Parse("{ a: { list: [] }, b: { list: [] } }")).Using<JToken>(JToken.DeepEquals));
            Assert.That(first, Is.EqualTo(JObject.Parse("{ a: { list: [{ n: 2 }] }, b: { list: [{ n: 1 }] } }")).Using<JToken>(JToken.DeepEquals));
            Assert.That(second, Is.EqualTo(first).Using<JToken>(JToken.DeepEquals));
        }
    }

    [Test]
    public void Actions_have_their_index_and_reason()
    {
        var action = Read("{ target: '$.a', update: {} }", "{ target: '$.b', remove: true }").Actions[1];

        Assert.That(action, Is.EqualTo(new OverlayAction(1, "$.b", "because", null)));
    }

    [Test]
    public void Fails_with_place_and_reason_if_a_target_matches_nothing() =>
        Assert.That(
            Failure("{ target: '$.info', update: {} }", "{ target: '$.paths.gone', update: {} }"),
            Is.EqualTo(
                "corrections.json#/actions/1/target: '$.paths.gone' no longer matches anything in the description. Remove the action if the published "
                + "description was corrected, or change the target to the new place. The reason of the action is: because"));

    [TestCase("{ target: '$.info[', update: {} }", "corrections.json#/actions/0/target: '$.info[' is not a JSONPath: ")]
    [TestCase("{ target: '$.info.version', update: 'x' }", "corrections.json#/actions/0/target: '$.info.version' is of type String, but only objects and arrays can be updated. Target its parent.")]
    [TestCase("{ target: '$', remove: true }", "corrections.json#/actions/0/target: '$' is the whole description, which cannot be removed.")]
    public void Fails_if_a_target_cannot_take_the_action(string action, string message) =>
        Assert.That(Failure(action), Does.StartWith(message));

    [TestCase("{ overlay: '1.0.0', actions: [{ target: '$.a', remove: true }] }", "corrections.json#/actions/0/description: The description is missing. State why '$.a' is changed.")]
    [TestCase(
        "{ overlay: '1.0.0', actions: [{ description: 'because', remove: true }] }", "corrections.json#/actions/0/target: The target is missing. Name the place in the description with a JSONPath.")]
    [TestCase(
        "{ overlay: '1.0.0', actions: [{ description: 'because', target: {}, remove: true }] }",
        "corrections.json#/actions/0/target: The target is missing. Name the place in the description with a JSONPath.")]
    [TestCase("{ overlay: '1.0.0', actions: [{ description: 'because', target: '$.a' }] }", "corrections.json#/actions/0: '$.a' needs either \"update\" or \"remove\": true, but not both.")]
    [TestCase(
        "{ overlay: '1.0.0', actions: [{ description: 'because', target: '$.a', remove: false }] }", "corrections.json#/actions/0: '$.a' needs either \"update\" or \"remove\": true, but not both.")]
    [TestCase(
        "{ overlay: '1.0.0', actions: [{ description: 'because', target: '$.a', remove: 'yes' }] }", "corrections.json#/actions/0: '$.a' needs either \"update\" or \"remove\": true, but not both.")]
    [TestCase(
        "{ overlay: '1.0.0', actions: [{ description: 'because', target: '$.a', remove: true, update: {} }] }",
        "corrections.json#/actions/0: '$.a' needs either \"update\" or \"remove\": true, but not both.")]
    [TestCase("{ overlay: '1.0.0', actions: ['$.a'] }", "corrections.json#/actions/0: Expected an object.")]
    [TestCase("{ overlay: '1.0.0', actions: {} }", "corrections.json#/actions: Expected an array of actions.")]
    [TestCase("{ overlay: '1.0.0' }", "corrections.json#/actions: Expected an array of actions.")]
    [TestCase("{ overlay: '2.0.0', actions: [] }", "corrections.json#/overlay: Expected an OpenAPI Overlay 1.0 document with \"overlay\": \"1.0.0\".")]
    [TestCase("{ overlay: {}, actions: [] }", "corrections.json#/overlay: Expected an OpenAPI Overlay 1.0 document with \"overlay\": \"1.0.0\".")]
    [TestCase("{ actions: [] }", "corrections.json#/overlay: Expected an OpenAPI Overlay 1.0 document with \"overlay\": \"1.0.0\".")]
    [TestCase("", "corrections.json(0,0): The file is not valid JSON: ")]
    [TestCase("[]", "corrections.json(1,1): The file is not valid JSON: ")]
    [TestCase("{\n  \"overlay\": ?\n}", "corrections.json(2,13): The file is not valid JSON: ")]
    [TestCase("{ overlay: '1.0.0', actions: [] } }", "corrections.json(1,34): The file is not valid JSON: ")]
    public void Fails_if_the_text_is_not_an_overlay(string json, string message) =>
        Assert.That(
            () => Overlay.Parse(json, "corrections.json"),
            Throws.TypeOf<OverlayException>().With.Message.StartsWith(message));

    private static Overlay Read(params string[] actions)
    {
        var document = new JObject
        {
            ["overlay"] = "1.0.0",
            ["actions"] = new JArray(actions.Select(JObject.Parse)),
        };
        foreach (var action in document["actions"]!)
            action["description"] = "because";
        return Overlay.Parse(document.ToString(), "corrections.json");
    }

    private static string Apply(string description, params string[] actions) =>
        Read(actions).Apply(JObject.Parse(description)).ToString(Newtonsoft.Json.Formatting.None);

    private static string Failure(params string[] actions) =>
        Assert.Throws<OverlayException>(() => Read(actions).Apply(JObject.Parse("{ info: { version: '1' } }")))!.Message;
}
