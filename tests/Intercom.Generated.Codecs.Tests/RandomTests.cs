using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>All entry points treat random JSON and random values of every type the same way. INTERCOM_LONG_TESTS=1 runs more cases.</summary>
internal sealed class RandomTests
{
    [Test]
    public void Reads_random_JSON_the_same_way()
    {
        var (all, read, large) = (0, 0, 0);
        Prop.ForAll(
            ChoiceSequence.Any,
            sample =>
            {
                var (entryPoints, text) = (EntryPoints.Of(sample.Type), RandomJson.Of(sample.Type, new ChoiceSequence(sample.Choices)));
                all++;
                if (entryPoints.Read(Encoding.UTF8.GetBytes(text)).Value is not null)
                {
                    read++;
                    large += text.Length > 200 ? 1 : 0;
                }

                // The position of a duplicate name in the kept JSON can differ.
                Same(entryPoints.Difference(text, inOrder: false));
            }).Check(ChoiceSequence.Fixed(1, 4000, 400_000));
        TestContext.Out.WriteLine($"{all} texts, {read} read, {large} of them large");
        Assert.That((double)read / all, Is.GreaterThan(0.7), "Most texts must be readable.");
        Assert.That((double)large / all, Is.GreaterThan(0.1), "Some texts must be large.");
    }

    [Test]
    public void Writes_random_values_the_same_way() => Prop.ForAll(
        ChoiceSequence.Any,
        static sample =>
        {
            var value = RandomValue.Of(sample.Type, new ChoiceSequence(sample.Choices));
            Same(EntryPoints.Of(sample.Type).WriteDifference(value, value));
        }).Check(ChoiceSequence.Fixed(2, 4000, 400_000));

    private static void Same(string? difference)
    {
        if (difference is not null)
            throw new InvalidOperationException(difference);
    }
}
