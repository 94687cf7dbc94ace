using System.Reflection;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>The codecs agree with the attributes of the classes, by which Newtonsoft goes.</summary>
internal sealed class CodecShapeTests
{
    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public void Every_model_and_union_has_its_codec(VersionUnderTest version)
    {
        using var scope = Assert.EnterMultipleScope();
        foreach (var type in version.Models.Concat(version.Unions))
            Assert.That(JsonCodec.Declared(type)?.GetType().BaseType?.GenericTypeArguments, Is.EqualTo(new[] { type }), type.Name);
    }

    [TestCaseSource(nameof(Versions))]
    public void The_names_of_a_codec_are_the_properties_in_their_order(VersionUnderTest version)
    {
        var count = 0;
        using (Assert.EnterMultipleScope())
        {
            foreach (var model in version.Models)
            {
                var codec = JsonCodec.Declared(model)!;
                var names = (string[])codec.GetType().GetProperty("Names", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(codec)!;
                var attributes = model.JsonProperties().Select(property => property.GetCustomAttribute<JsonPropertyAttribute>()!).OrderBy(attribute => attribute.Order).ToList();
                Assert.That(attributes.Select(attribute => attribute.Order), Is.EqualTo(Enumerable.Range(0, attributes.Count)), model.Name);
                Assert.That(names, Is.EqualTo(attributes.Select(attribute => attribute.PropertyName)), model.Name);
                Assert.That(names, Is.Unique, model.Name);
                count += names.Length;
            }
        }

        TestContext.Out.WriteLine($"{version}: {version.Models.Count()} models with {count} properties, {version.Unions.Count()} unions");
        Assert.That(count, Is.GreaterThan(1000));
    }

    // The setters note null by an ordinal of their own.
    [TestCaseSource(nameof(Versions))]
    public void A_property_notes_null_at_its_ordinal(VersionUnderTest version)
    {
        using var scope = Assert.EnterMultipleScope();
        foreach (var model in version.Models)
        {
            var properties = model.JsonProperties().ToList();
            foreach (var property in properties)
            {
                var value = (IntercomModel)Activator.CreateInstance(model)!;
                property.SetValue(value, null);
                var nulls = Enumerable.Range(0, properties.Count).Where(value.IsAssignedNull);
                if (!nulls.SequenceEqual([property.GetCustomAttribute<JsonPropertyAttribute>()!.Order]))
                    Assert.Fail($"{model.Name}.{property.Name}");
            }
        }
    }

    [TestCaseSource(nameof(Versions))]
    public void The_cases_of_a_codec_are_those_of_the_union(VersionUnderTest version)
    {
        using var scope = Assert.EnterMultipleScope();
        foreach (var union in version.Unions)
        {
            var codec = JsonCodec.Declared(union)!;
            var cases = (UnionCase[])codec.GetType().GetProperty("Cases", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(codec)!;
            Assert.That(cases, Has.Length.EqualTo(Samples.Cases(union).Count()), union.Name);
        }
    }
}
