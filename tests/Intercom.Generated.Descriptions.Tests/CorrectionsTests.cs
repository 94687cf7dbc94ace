using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>The shared corrections and the corrections of a version.</summary>
public sealed class CorrectionsTests
{
    [Test]
    public void Applies_shared_corrections_first() =>
        Assert.That(
            Apply("{ a: {} }", "{ target: '$.a', update: { b: {} } }", "{ target: '$.a.b', update: { c: 1 } }"),
            Is.EqualTo(JObject.Parse("{ a: { b: { c: 1 } } }")).Using<JToken>(JToken.DeepEquals));

    [Test]
    public void Skips_a_shared_correction_that_does_not_fit() =>
        Assert.That(
            Apply("{ a: {} }", "{ target: '$.gone', update: { b: {} } }", "{ target: '$.a', update: { c: 1 } }"),
            Is.EqualTo(JObject.Parse("{ a: { c: 1 } }")).Using<JToken>(JToken.DeepEquals));

    [Test]
    public void A_correction_of_the_version_must_fit() =>
        Assert.That(
            () => Apply("{ a: {} }", "{ target: '$.a', update: { c: 1 } }", "{ target: '$.gone', remove: true }"),
            Throws.TypeOf<OverlayException>().With.Message.Contains("overlay.json#/actions/0/target"));

    [Test]
    public void A_version_without_corrections_is_unchanged() =>
        Assert.That(Corrections.Parse(null, null).Apply(JObject.Parse("{ a: 1 }")), Is.EqualTo(JObject.Parse("{ a: 1 }")).Using<JToken>(JToken.DeepEquals));

    private static JObject Apply(string description, string shared, string own) =>
        Corrections.Parse(File(shared, Corrections.SharedFileName), File(own, Corrections.OwnFileName)).Apply(JObject.Parse(description));

    private static OverlayFile File(string action, string name)
    {
        var written = JObject.Parse(action);
        written["description"] = "because";
        return new OverlayFile(new JObject { ["overlay"] = "1.0.0", ["actions"] = new JArray(written) }.ToString(), name);
    }
}
