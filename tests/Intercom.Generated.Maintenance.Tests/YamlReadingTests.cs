using System.Text;
using Intercom.Generated.Maintenance.Published;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Tests;

public sealed class YamlReadingTests
{
    [TestCase("2.14", "2.14")]
    [TestCase("'2.14'", "\"2.14\"")]
    [TestCase("\"2.14\"", "\"2.14\"")]
    [TestCase("!!str 2.14", "\"2.14\"")]
    [TestCase("true", "true")]
    [TestCase("FALSE", "false")]
    [TestCase("yes", "\"yes\"")]
    [TestCase("no", "\"no\"")]
    [TestCase("null", "null")]
    [TestCase("~", "null")]
    [TestCase("", "null")]
    [TestCase("'null'", "\"null\"")]
    [TestCase("12", "12")]
    [TestCase("+12", "12")]
    [TestCase("-007", "-7")]
    [TestCase("0o17", "15")]
    [TestCase("0x1F", "31")]
    [TestCase("123456789012345678901234567890", "123456789012345678901234567890")]
    [TestCase("1e3", "1000.0")]
    [TestCase(".5", "0.5")]
    [TestCase("1:30", "\"1:30\"")]
    [TestCase("2024-01-01", "\"2024-01-01\"")]
    [TestCase("2024-01-01T00:00:00Z", "\"2024-01-01T00:00:00Z\"")]
    [TestCase("1_000", "\"1_000\"")]
    [TestCase("+", "\"+\"")]
    [TestCase("Zoë ☃", "\"Zoë ☃\"")]
    public void Scalars_have_the_types_of_the_core_schema(string yaml, string json) =>
        Assert.That(Yaml.Read($"value: {yaml}")["value"]!.ToString(Formatting.None), Is.EqualTo(json));

    [Test]
    public void Keys_are_text_in_published_order()
    {
        var document = Yaml.Read("z: 1\n200: 2\ntrue: 3\na: 4");

        Assert.That(document.Properties().Select(p => p.Name), Is.EqualTo(new[] { "z", "200", "true", "a" }));
    }

    [Test]
    public void Aliases_repeat_their_anchor()
    {
        var document = Yaml.Read("a: &x {type: string}\nb: *x\nc: [*x]");

        Assert.That(
            document.ToString(Formatting.None),
            Is.EqualTo("""{"a":{"type":"string"},"b":{"type":"string"},"c":[{"type":"string"}]}"""));
    }

    [Test]
    public void Nodes_have_their_line_and_column()
    {
        var document = Yaml.Read("a:\n  b:\n    - 1\n    - two\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(document["a"]!["b"]!.Annotation<SourcePosition>(), Is.EqualTo(new SourcePosition(2, 3)));
            Assert.That(document["a"]!["b"]![1]!.Annotation<SourcePosition>(), Is.EqualTo(new SourcePosition(4, 7)));
        }
    }

    [Test]
    public void Ignores_a_byte_order_mark()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "a: 1"u8];

        Assert.That((int)PublishedDescription.Read(bytes, "test.yaml").Document["a"]!, Is.EqualTo(1));
    }

    [TestCase("", "#", "empty")]
    [TestCase("- a", "#", "not a YAML mapping")]
    [TestCase("<!DOCTYPE html>", "#", "not a YAML mapping")]
    [TestCase("a: 1\n---\nb: 2", "#", "more than one YAML document")]
    [TestCase("a: *missing", "#/a", "*missing")]
    [TestCase("a: &x [*x]", "#/a/0", "*x")]
    [TestCase("a: !custom 1", "#/a", "!custom")]
    [TestCase("? [a]\n: 1", "#", "key")]
    [TestCase("a: {<<: 1}", "#/a/<<", "Merge keys")]
    [TestCase("a: 1\nb: {c/d: 1, c/d: 2}\na: 2", "#/b/c~1d", "'c/d' appears twice")]
    public void Rejects_text_that_is_not_a_description(string yaml, string pointer, string message)
    {
        var problem = Assert.Throws<DescriptionException>(() => Yaml.Read(yaml)).Problems[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem.File, Is.EqualTo("test.yaml"));
            Assert.That(problem.Pointer, Is.EqualTo(pointer));
            Assert.That(problem.Message, Does.Contain(message));
            Assert.That(problem.Remedy, Is.Not.Empty);
        }
    }

    [Test]
    public void Reports_every_duplicate_key()
    {
        var problems = Assert.Throws<DescriptionException>(() => Yaml.Read("a: 1\na: 2\nb:\n  c: 1\n  c: 2")).Problems;

        Assert.That(problems.Select(p => (p.Pointer, p.Position)), Is.EqualTo(new[]
        {
            ("#/a", new SourcePosition(2, 1)),
            ("#/b/c", new SourcePosition(5, 3)),
        }));
    }

    [Test]
    public void Rejects_excessive_nesting()
    {
        var yaml = new string('[', 10_000);

        Assert.That(() => Yaml.Read("a: " + yaml), Throws.InstanceOf<DescriptionException>());
    }

    // YamlDotNet's scanner throws an InvalidOperationException for it.
    [Test]
    public void Rejects_a_plain_scalar_that_a_flow_mapping_does_not_end() =>
        Assert.That(() => Yaml.Read(": {\nc"), Throws.InstanceOf<DescriptionException>().With.Message.Contains("not valid YAML. Line 1"));

    [Test]
    public void Rejects_aliases_that_multiply()
    {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
        {
            var repeated = string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10));
            yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{repeated}]\n");
        }

        Assert.That(() => Yaml.Read(yaml.ToString()), Throws.InstanceOf<DescriptionException>());
    }

    [Test]
    public void Rejects_bytes_that_are_not_text() =>
        Assert.That(
            () => PublishedDescription.Read([0x61, 0x3A, 0x20, 0xFF], "test.yaml"),
            Throws.InstanceOf<DescriptionException>().With.Message.Contains("test.yaml: #: The file is not UTF-8"));
}
