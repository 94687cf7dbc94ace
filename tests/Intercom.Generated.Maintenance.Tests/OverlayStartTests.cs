using Intercom.Generated.Descriptions;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Sources;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>The first overlay of a new version, which is built from the corrections of other versions.</summary>
public sealed class OverlayStartTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Test]
    public void Copies_fitting_corrections_from_every_version()
    {
        Add("2.12", "{ a: { type: 'object' } }", Update("$.components.schemas.a", "{ x: 1 }"));
        Add("preview", "{ b: { type: 'object' } }", Update("$.components.schemas.b", "{ y: 1 }"));

        var start = Start("2.14", "{ a: { type: 'object' }, b: { type: 'object' } }");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Targets(start), Is.EquivalentTo(["$.components.schemas.a", "$.components.schemas.b"]));
            Assert.That(start!.Origin, Is.EqualTo("preview (1), 2.12 (1)"));
            Assert.That(start.Skipped, Is.Empty);
        }
    }

    [TestCase("2.10")]
    [TestCase("2.14")]
    public void Supports_versions_older_and_newer_than_all_others(string version)
    {
        Add("2.11", "{ a: { type: 'object' } }", Update("$.components.schemas.a", "{ x: 1 }"));
        Add("2.12", "{ a: { type: 'object' } }", Update("$.components.schemas.a", "{ x: 1 }"));

        Assert.That(Targets(Start(version, "{ a: { type: 'object' } }")), Is.EqualTo(["$.components.schemas.a"]));
    }

    [Test]
    public void Skips_the_whole_group_if_one_action_does_not_fit()
    {
        Add(
            "2.12",
            "{ a: { value: { items: { type: 'string' } } } }",
            Remove("$.components.schemas.a.value.items", "pair"),
            Update("$.components.schemas.a.value", "{ items: { type: 'integer' } }", "pair"));

        var start = Start("2.13", "{ a: { value: { oneOf: [] } } }");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Targets(start), Is.Empty);
            Assert.That(
                start!.Skipped.Select(entry => entry.ToString()),
                Is.EqualTo(["openapi/2.12/overlay.json#/actions/0 $.components.schemas.a.value.items: The description does not have this place."]));
        }
    }

    [TestCase("{ a: { type: 'string', format: 'date' } }", "/format", TestName = "A_value_that_differs")]
    [TestCase("{ a: { type: 'string', format: { x: 1 } } }", "/format", TestName = "A_value_of_another_kind")]
    public void Skips_and_reports_a_place_that_the_description_describes_differently(string schemas, string place)
    {
        Add("2.12", "{ a: { type: 'string' } }", Update("$.components.schemas.a", "{ format: 'uri' }"));

        var start = Start("2.13", schemas);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Targets(start), Is.Empty);
            Assert.That(start!.Skipped.Single().NeedsReview, Is.True);
            Assert.That(start.Skipped.Single().Reason, Is.EqualTo($"The description differs from 2.12 at {place}."));
        }
    }

    [Test]
    public void Skips_a_removal_of_a_different_value()
    {
        Add("2.12", "{ a: { properties: { b: { type: 'string' } } } }", Remove("$.components.schemas.a.properties.b"));

        var start = Start("2.13", "{ a: { properties: { b: { type: 'object' } } } }");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Targets(start), Is.Empty);
            Assert.That(start!.Skipped.Single().Reason, Is.EqualTo("The description differs from 2.12 here."));
        }
    }

    [Test]
    public void Copies_a_correction_that_the_description_partly_has()
    {
        Add("2.12", "{ a: {} }", Update("$.components.schemas.a", "{ x: 1, y: 2 }"));
        Assert.That(Targets(Start("2.13", "{ a: { x: 1 } }")), Is.EqualTo(["$.components.schemas.a"]));
    }

    [Test]
    public void Does_not_report_a_correction_that_the_description_already_has()
    {
        Add("2.12", "{ a: {}, b: {} }", Update("$.components.schemas.a", "{ x: 1 }"), Update("$.components.schemas.b", "{ y: 1 }"));

        var start = Start("2.13", "{ a: { x: 1 }, b: {} }");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Targets(start), Is.EqualTo(["$.components.schemas.b"]));
            Assert.That(start!.Skipped, Is.Empty);
        }
    }

    [Test]
    public void The_closest_version_decides_if_two_correct_the_same_place()
    {
        Add("2.11", "{ a: {} }", Update("$.components.schemas.a", "{ x: 'old' }"));
        Add("2.14", "{ a: {} }", Update("$.components.schemas.a", "{ x: 'new' }"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)Actions(Start("2.15", "{ a: {} }")).Single()["update"]!["x"], Is.EqualTo("new"));
            Assert.That((string?)Actions(Start("2.10", "{ a: {} }")).Single()["update"]!["x"], Is.EqualTo("old"));
        }
    }

    [Test]
    public void Skips_a_correction_that_a_closer_version_does_not_need()
    {
        Add("2.11", "{ a: {} }");
        Add("2.15", "{ a: {} }", Update("$.components.schemas.a", "{ x: 1 }"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Start("2.10", "{ a: {} }")!.Skipped.Single().Reason, Is.EqualTo("Version 2.11 has the same values without a correction."));
            Assert.That(Targets(Start("2.16", "{ a: {} }")), Is.EqualTo(["$.components.schemas.a"]));
        }
    }

    [Test]
    public void Copies_a_missing_schema_that_is_referenced()
    {
        Add("2.11", "{ a: { $ref: '#/components/schemas/map' } }", Update("$.components.schemas", "{ map: { type: 'object' } }"));
        Assert.That(Targets(Start("2.10", "{ a: { $ref: '#/components/schemas/map' } }")), Is.EqualTo(["$.components.schemas"]));
    }

    [Test]
    public void Skips_a_schema_that_is_not_referenced()
    {
        Add("2.11", "{ a: { $ref: '#/components/schemas/map' } }", Update("$.components.schemas", "{ map: { type: 'object' } }"));
        Assert.That(Start("2.10", "{ a: {} }")!.Skipped.Single().Reason, Is.EqualTo("The description has no references to the added schema."));
    }

    [Test]
    public void Skips_a_correction_with_a_dangling_reference()
    {
        Add("2.11", "{ a: {}, only: {} }", Update("$.components.schemas.a", "{ b: { $ref: '#/components/schemas/only' } }"));
        Assert.That(Start("2.12", "{ a: {} }")!.Skipped.Single().Reason, Does.StartWith("The correction refers to #/components/schemas/only,"));
    }

    [Test]
    public void Skips_added_operations_and_their_groups()
    {
        Add("2.11", "{ a: {} }", Update("$.components.schemas", "{ part: { 'x-keep': true } }", "extra"), Update("$.paths", "{ '/extra': { get: {} } }", "extra"));
        Assert.That(Start("2.12", "{ a: {} }")!.Skipped.Single().Reason, Is.EqualTo("The correction adds operations to 2.11 only."));
    }

    [Test]
    public void Keeps_and_completes_an_existing_overlay()
    {
        Add("2.11", "{ a: {}, b: {} }", Update("$.components.schemas.a", "{ x: 'theirs' }"), Update("$.components.schemas.b", "{ y: 1 }"));
        _repository.Write("openapi/2.10/overlay.json", Overlay(Update("$.components.schemas.a", "{ x: 'own' }")));

        var actions = Actions(Start("2.10", "{ a: {}, b: {} }"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(actions.Select(action => (string?)action["target"]), Is.EqualTo(["$.components.schemas.a", "$.components.schemas.b"]));
            Assert.That((string?)actions[0]["update"]!["x"], Is.EqualTo("own"));
        }
    }

    [Test]
    public void Uses_the_placeholder_names_of_the_new_description()
    {
        Add("2.11", "{}", "{ '/a/{a_id}': { get: { x: 0 } } }", Update("$.paths['/a/{a_id}'].get", "{ x: 1 }"));
        Assert.That(Targets(Start("2.12", "{}", "{ '/a/{id}': { get: { x: 0 } } }")), Is.EqualTo(["$.paths['/a/{id}'].get"]));
    }

    [Test]
    public void Does_not_copy_a_shared_correction()
    {
        _repository.Write("openapi/shared-overlay.json", Overlay(Update("$.components.schemas.a", "{ x: 1 }")));
        Add("2.11", "{ a: {} }", Update("$.components.schemas.a", "{ x: 1 }"));
        Assert.That(Targets(Start("2.12", "{ a: {} }")), Is.Empty);
    }

    [Test]
    public void Returns_null_without_corrections() => Assert.That(Start("2.12", "{ a: {} }"), Is.Null);

    [Test]
    public void Reports_a_shared_correction_of_a_place_that_differs_from_all_versions()
    {
        _repository.Write("openapi/shared-overlay.json", Overlay(Update("$.components.schemas.a", "{ type: 'integer' }")));
        Add("2.11", "{ a: { type: 'string' } }");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Start("2.12", "{ a: { type: 'string' } }")!.Skipped, Is.Empty);
            Assert.That(
                Start("2.12", "{ a: { type: 'boolean' } }")!.Skipped.Single().ToString(),
                Does.StartWith("openapi/shared-overlay.json#/actions/0 ").And.Contain("The shared correction was applied, but"));
        }
    }

    private static OverlayAction Update(string target, string update, string? group = null) => new(0, target, "because", JToken.Parse(update), group);

    private static OverlayAction Remove(string target, string? group = null) => new(0, target, "because", null, group);

    private static string Overlay(params OverlayAction[] actions) => new JObject
    {
        ["overlay"] = "1.0.0",
        ["actions"] = new JArray(actions.Select(action => new JObject(
            new[]
            {
                new JProperty("target", action.Target),
                new JProperty("description", action.Reason),
                action.Group is null ? null : new JProperty("x-group", action.Group),
                action.Update is null ? new JProperty("remove", true) : new JProperty("update", action.Update),
            }.OfType<JProperty>()))),
    }.ToString(Formatting.None);

    private void Add(string version, string schemas, params OverlayAction[] actions) => Add(version, schemas, "{}", actions);

    private void Add(string version, string schemas, string paths, params OverlayAction[] actions)
    {
        _repository.Write($"openapi/{version}/description.json", Description(schemas, paths).ToString());
        _repository.Write($"openapi/{version}/overlay.json", Overlay(actions));
    }

    private StartedOverlay? Start(string version, string schemas, string paths = "{}") =>
        OverlayStart.For(new RepositoryLayout(_repository.Root), DescriptionVersion.TryParse(version)!, Description(schemas, paths));

    private static JObject Description(string schemas, string paths) => new()
    {
        ["paths"] = JToken.Parse(paths),
        ["components"] = new JObject { ["schemas"] = JToken.Parse(schemas) },
    };

    private static List<JObject> Actions(StartedOverlay? start) => start is null ? [] : [.. JObject.Parse(start.Text)["actions"]!.Cast<JObject>()];

    private static IEnumerable<string?> Targets(StartedOverlay? start) => Actions(start).Select(action => (string?)action["target"]);
}
