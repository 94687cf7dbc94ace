using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Random JSON and random values of every type mean the same both ways; more of them with INTERCOM_LONG_TESTS=1.</summary>
internal sealed class RandomTests
{
    [Test]
    public void Random_json_is_read_alike()
    {
        var (all, read, large) = (0, 0, 0);
        Prop.ForAll(
            Choices.Any,
            sample =>
            {
                var (doors, text) = (Doors.Of(sample.Type), RandomJson.Of(sample.Type, new Choices(sample.Row)));
                all++;
                if (doors.Read(Encoding.UTF8.GetBytes(text)).Value is not null)
                {
                    read++;
                    large += text.Length > 200 ? 1 : 0;
                }

                // A name can come twice, and what is kept of it then stands elsewhere.
                Same(doors.Difference(text, inOrder: false));
            }).Check(Choices.Fixed(1, 4000, 400_000));
        TestContext.Out.WriteLine($"{all} texts, {read} read, {large} of them large");
        Assert.That((double)read / all, Is.GreaterThan(0.7), "Most texts should fit.");
        Assert.That((double)large / all, Is.GreaterThan(0.1), "Some texts should hold something.");
    }

    [Test]
    public void Random_values_are_written_alike() => Prop.ForAll(
        Choices.Any,
        static sample =>
        {
            var value = RandomValue.Of(sample.Type, new Choices(sample.Row));
            Same(Doors.Of(sample.Type).DifferenceWritten(value, value));
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

    private static void Same(string? difference)
    {
        if (difference is not null)
            throw new InvalidOperationException(difference);
    }
}
