using System.Text;

namespace Intercom.Generated.Core.Tests.Json;

/// <summary>Writes reuse a cached buffer and writer.</summary>
public class NestedWritingTests
{
    [Test]
    public void Supports_nested_writes()
    {
        Assert.That(Text(IntercomJson.WriteList(Parts(depth: 3))), Is.EqualTo(Expected(3)));
        Assert.That(Text(IntercomJson.WriteList(Parts(depth: 1))), Is.EqualTo(Expected(1)), "It is the same the next time.");

        static IEnumerable<Part> Parts(int depth)
        {
            yield return new Part { Id = $"before {depth}" };
            yield return new Part { Body = depth == 0 ? null : Text(IntercomJson.WriteList(Parts(depth - 1))) };
            yield return new Part { Id = $"after {depth}" };
        }

        static string Expected(int depth)
        {
            var body = depth == 0 ? "null" : Newtonsoft.Json.JsonConvert.ToString(Expected(depth - 1));
            return $$"""[{"id":"before {{depth}}"},{"body":{{body}}},{"id":"after {{depth}}"}]""";
        }
    }

    [Test]
    public void Failed_write_leaves_no_output_behind()
    {
        Assert.That(() => IntercomJson.WriteList(Failing()), Throws.TypeOf<TimeZoneNotFoundException>());
        Assert.That(Text(IntercomJson.Write(new Part { Id = "1" })), Is.EqualTo("""{"id":"1"}"""));

        static IEnumerable<Part> Failing()
        {
            yield return new Part { Id = "before" };
            throw new TimeZoneNotFoundException();
        }
    }

    [Test]
    public void Earlier_output_does_not_change()
    {
        var first = IntercomJson.Write(new Part { Id = "first" });
        var second = IntercomJson.Write(new Part { Id = "2" });
        Assert.That((Text(first), Text(second)), Is.EqualTo(("""{"id":"first"}""", """{"id":"2"}""")));
    }

    // Larger than one buffer of the writer, and larger than the buffer that is kept.
    [Test]
    public void Alternates_large_and_small_values()
    {
        var large = new Part { Body = new string('x', 100_000) };
        for (var round = 0; round < 3; round++)
        {
            Assert.That(Text(IntercomJson.Write(large)), Is.EqualTo($$"""{"body":"{{large.Body}}"}"""));
            Assert.That(Text(IntercomJson.Write(new Part { Id = "1" })), Is.EqualTo("""{"id":"1"}"""));
        }
    }

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);
}
