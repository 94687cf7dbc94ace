using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Random JSON and random values of every type mean the same both ways; more of them with INTERCOM_LONG_TESTS=1.</summary>
internal sealed class RandomTests
{
    [Test]
    public void Random_json_is_read_alike() => Prop.ForAll(
        Choices.Any,
        // A name can come twice, and what is kept of it then stands elsewhere.
        static sample => Same(TwoWays.Of(sample.Type).Difference(RandomJson.Of(sample.Type, new Choices(sample.Row)), inOrder: false))).Check(Choices.Fixed(1, 4000, 400_000));

    [Test]
    public void Random_values_are_written_alike() => Prop.ForAll(
        Choices.Any,
        static sample =>
        {
            var value = RandomValue.Of(sample.Type, new Choices(sample.Row));
            Same(TwoWays.Of(sample.Type).DifferenceWritten(value, value));
        }).Check(Choices.Fixed(2, 4000, 400_000));

    [Test]
    public void Random_segments_are_read_alike() => Prop.ForAll(
        Choices.Any,
        static sample =>
        {
            var choices = new Choices(sample.Row);
            var places = Enumerable.Range(0, choices.Below(10)).Select(_ => choices.Below(1_000_000)).ToList();
            var bytes = Encoding.UTF8.GetBytes(RandomJson.Of(sample.Type, choices));
            Same(SegmentTests.Difference(sample.Type, bytes, all => Cuts.At(all, places.Select(place => place % (all.Length + 1)))));
        }).Check(Choices.Fixed(3, 4000, 400_000));

    // The same as a test of its own: random JSON that is nearly all refused, or of one kind, would show nothing.
    [Test]
    public void Random_json_is_worth_reading()
    {
        var texts = Choices.Any.Generator.Sample(500).Select(sample => (sample.Type, Text: RandomJson.Of(sample.Type, new Choices(sample.Row)))).ToList();
        var read = texts.Where(sample => TwoWays.Of(sample.Type).Read(Encoding.UTF8.GetBytes(sample.Text)).Value is not null).ToList();
        Assert.That(read, Has.Count.GreaterThan(300));
        Assert.That(read.Select(sample => sample.Text).Distinct().Count(), Is.GreaterThan(200));
        Assert.That(read.Count(sample => sample.Text.Length > 200), Is.GreaterThan(50));
    }

    private static void Same(string? difference)
    {
        if (difference is not null)
            throw new InvalidOperationException(difference);
    }
}
