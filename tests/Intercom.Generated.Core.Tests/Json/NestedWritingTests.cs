using System.Text;

namespace Intercom.Generated.Core.Tests.Json;

/// <summary>Writing takes a buffer and a writer that are kept for the next time.</summary>
public class NestedWritingTests
{
    [Test]
    public void Value_may_write_another_while_it_is_written()
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
    public void What_was_written_before_a_failure_is_not_written_again()
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
    public void What_was_written_before_stays_what_it_was()
    {
        var first = IntercomJson.Write(new Part { Id = "first" });
        var second = IntercomJson.Write(new Part { Id = "2" });
        Assert.That((Text(first), Text(second)), Is.EqualTo(("""{"id":"first"}""", """{"id":"2"}""")));
    }

    // More than one buffer of the writer, and more than is kept.
    [Test]
    public void Large_and_small_values_take_turns()
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
