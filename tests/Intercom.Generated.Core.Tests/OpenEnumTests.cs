using Newtonsoft.Json;

namespace Intercom.Generated.Core.Tests;

public class OpenEnumTests
{
    [Test]
    public void Values_are_compared_by_their_text()
    {
        ThingStatus open = "open";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(open == ThingStatus.Open, Is.True);
            Assert.That(open != ThingStatus.Closed, Is.True);
            Assert.That(open, Is.EqualTo(ThingStatus.Open));
            Assert.That(open.GetHashCode(), Is.EqualTo(ThingStatus.Open.GetHashCode()));
            Assert.That(new ThingStatus("OPEN"), Is.Not.EqualTo(ThingStatus.Open));
            Assert.That(open.ToString(), Is.EqualTo("open"));
        }
    }

    [Test]
    public void Default_is_the_empty_text()
    {
        Assert.That(default(ThingStatus).Value, Is.Empty);
        Assert.That(default(ThingStatus), Is.EqualTo(new ThingStatus("")));
        Assert.That(default(ThingStatus).GetHashCode(), Is.EqualTo(new ThingStatus("").GetHashCode()));
    }

    private sealed class Holder
    {
        public ThingStatus Plain { get; set; }

        public ThingStatus? Optional { get; set; }

        public List<ThingStatus> Several { get; set; } = [];
    }

    [Test]
    public void Values_can_be_in_any_class()
    {
        var holder = JsonConvert.DeserializeObject<Holder>("""{"Plain":"open","Optional":null,"Several":["closed","later"]}""")!;
        Assert.That((holder.Plain, holder.Optional, holder.Several[1].Value), Is.EqualTo((ThingStatus.Open, (ThingStatus?)null, "later")));
        Assert.That(JsonConvert.SerializeObject(holder), Is.EqualTo("""{"Plain":"open","Optional":null,"Several":["closed","later"]}"""));
    }

    [Test]
    public void Null_is_the_default_for_non_nullable_values()
    {
        Assert.That(JsonConvert.DeserializeObject<ThingStatus>("null"), Is.EqualTo(default(ThingStatus)));
        Assert.That(JsonConvert.DeserializeObject<ThingStatus?>("null"), Is.Null);
        Assert.That(JsonConvert.DeserializeObject<Holder>("""{"Plain":null,"Several":[null]}""")!.Several, Is.EqualTo(new[] { default(ThingStatus) }));
    }

    [Test]
    public void Value_that_does_not_fit_throws_with_its_path() =>
        Assert.That(
            () => JsonConvert.DeserializeObject<Holder>("""{"Several":["open",{}]}"""),
            Throws.TypeOf<JsonSerializationException>().With.Message.Contains("ThingStatus").And.Message.Contains("Several[1]"));
}
