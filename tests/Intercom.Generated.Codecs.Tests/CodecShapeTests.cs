using System.Text;
using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>The codecs are consistent with the classes.</summary>
internal sealed class CodecShapeTests
{
    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public void Every_type_has_a_codec(VersionUnderTest version)
    {
        using var scope = Assert.EnterMultipleScope();
        foreach (var type in version.Models.Concat(version.Unions).Concat(version.OpenEnums))
            Assert.That(JsonCodec.Declared(type)?.GetType().BaseType?.GenericTypeArguments, Is.EqualTo(new[] { type }), type.Name);
    }

    // Setters and codecs refer to properties by ordinal. Both must use the order of the class.
    [TestCaseSource(nameof(Versions))]
    public void Setter_and_codec_use_the_same_ordinal(VersionUnderTest version)
    {
        var count = 0;
        using (Assert.EnterMultipleScope())
        {
            foreach (var model in version.Models)
            {
                var properties = model.JsonProperties();
                Assert.That(model.JsonNames(), Has.Length.EqualTo(properties.Length).And.Unique, model.Name);
                for (var ordinal = 0; ordinal < properties.Length; ordinal++, count++)
                {
                    var value = (IntercomModel)Activator.CreateInstance(model)!;
                    foreach (var constant in properties.Where(property => property.GetValue(value) is not null))
                        constant.SetValue(value, null);
                    properties[ordinal].SetValue(
                        value,
                        properties[ordinal].PropertyType == typeof(UploadFile) ? null : ModelSamples.Create(properties[ordinal].PropertyType, depth: 3));
                    if (properties[ordinal].GetValue(value) is not null)
                        Assert.That(Written(value).Properties().Select(member => member.Name), Does.Contain(model.JsonNames()[ordinal]), model.Name);
                    properties[ordinal].SetValue(value, null);
                    Assert.That(value.IsAssignedNull(ordinal), Is.True, $"{model.Name}.{properties[ordinal].Name}");
                }
            }
        }

        TestContext.Out.WriteLine($"{version}: {version.Models.Count()} models with {count} properties, {version.Unions.Count()} unions");
        Assert.That(count, Is.GreaterThan(1000));
    }

    [TestCaseSource(nameof(Versions))]
    public void Writes_null_with_the_name_of_the_property(VersionUnderTest version)
    {
        using var scope = Assert.EnterMultipleScope();
        foreach (var property in version.Models.SelectMany(model => model.JsonProperties()).Where(property => property.PropertyType != typeof(UploadFile)))
        {
            var value = (IntercomModel)Activator.CreateInstance(property.DeclaringType!)!;
            var before = Written(value);
            property.SetValue(value, null);
            Assert.That(
                Written(value).Properties().Where(member => !JToken.DeepEquals(member.Value, before[member.Name])).Select(member => member.Name),
                Is.EqualTo(new[] { property.JsonName() }), $"{property.DeclaringType!.Name}.{property.Name}");
        }
    }

    [TestCaseSource(nameof(Versions))]
    public void Codec_and_union_have_the_same_number_of_cases(VersionUnderTest version)
    {
        using var scope = Assert.EnterMultipleScope();
        foreach (var union in version.Unions)
            Assert.That(union.Cases(), Has.Count.EqualTo(union.CaseTypes().Count), union.Name);
    }

    private static JObject Written(IntercomModel model) => JObject.Parse(Encoding.UTF8.GetString(IntercomJson.Write<IntercomModel>(model)));
}
