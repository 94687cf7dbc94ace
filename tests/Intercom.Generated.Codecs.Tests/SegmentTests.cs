using System.Buffers;
using System.Text;
using Intercom.Generated.V2_14;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Codecs read the same values however a body is split into segments.</summary>
internal sealed class SegmentTests
{
    // Names, escape sequences, multi-byte characters, and numbers, all of which a segment boundary can split.
    private const string Divisible =
        """{"\u0069d":"\ud83d\ude00é😀\n","type":"contact","unsubscribed_from_emails":true,"created_at":1700000000.25,"x":[-1.5e+3,"""
        + """12345678901234567890,null],"é😀":{"a":false},"email":["é"],"custom_attributes":{"\u00e9":"ä","n":42}}""";

    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    public static IEnumerable<Type> Types => [typeof(Contact), typeof(ContactAvatar), typeof(JToken), typeof(CustomAttributes)];

    [TestCaseSource(nameof(Versions))]
    public void Reads_every_type_byte_by_byte(VersionUnderTest version)
    {
        var types = version.Models.Concat(version.Unions).ToList();
        Assert.That(types.Select(type => Difference(type, Encoding.UTF8.GetBytes(Samples.Valid(type)), bytes => SegmentedBytes.Every(bytes, 1))).OfType<string>(), Is.Empty);
    }

    [TestCaseSource(nameof(Types))]
    public void Reads_two_segments_split_at_any_offset(Type type)
    {
        var bytes = Encoding.UTF8.GetBytes(Divisible);
        Assert.That(Enumerable.Range(0, bytes.Length + 1).Select(offset => Difference(type, bytes, all => SegmentedBytes.At(all, offset))).OfType<string>(), Is.Empty);
    }

    [TestCaseSource(nameof(Types))]
    public void Reads_segments_of_any_size_and_empty_segments(Type type)
    {
        var bytes = Encoding.UTF8.GetBytes(Divisible);
        Assert.That(Enumerable.Range(1, 40).Select(size => Difference(type, bytes, all => SegmentedBytes.Every(all, size))).OfType<string>(), Is.Empty);
        Assert.That(Enumerable.Range(0, bytes.Length + 1).Select(AroundEmptySegment).OfType<string>(), Is.Empty);

        string? AroundEmptySegment(int offset) =>
            Difference(type, bytes, all => SegmentedBytes.At(all, offset, offset, Math.Min(offset + 1, bytes.Length)));
    }

    [TestCaseSource(nameof(Types))]
    public void Reads_a_split_byte_order_mark(Type type)
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Divisible)];
        Assert.That(Enumerable.Range(0, 6).Select(offset => Difference(type, bytes, all => SegmentedBytes.At(all, offset))).OfType<string>(), Is.Empty);
        Assert.That(Difference(type, bytes, all => SegmentedBytes.Every(all, 1)), Is.Null);
    }

    // Errors have the same paths as for an unsegmented body. Invalid UTF-8 is also detected across segment boundaries.
    [TestCaseSource(nameof(Types))]
    public void Invalid_text_fails_the_same_way(Type type)
    {
        var whole = Encoding.UTF8.GetBytes(Divisible);
        byte[][] wrong =
        [
            .. Enumerable.Range(1, whole.Length - 1).Select(length => whole[..length]),
            .. Enumerable.Range(0, whole.Length).Select(offset => (byte[])[.. whole[..offset], 0xC3, .. whole[offset..]]),
            .. Enumerable.Range(0, whole.Length).Select(offset => (byte[])[.. whole[..offset], (byte)'\'', .. whole[offset..]]),
        ];
        Assert.That(
            from bytes in wrong
            from size in new[] { 1, 3, 7 }
            let difference = Difference(type, bytes, all => SegmentedBytes.Every(all, size))
            where difference is not null
            select difference,
            Is.Empty);
    }

    internal static string? Difference(Type type, byte[] bytes, Func<byte[], ReadOnlySequence<byte>> cut)
    {
        var entryPoints = EntryPoints.Of(type);
        var (whole, inParts) = (entryPoints.ReadWire(new ReadOnlySequence<byte>(bytes)), entryPoints.ReadWire(cut(bytes)));
        var differs = Outcome.Difference(inParts, whole) ?? (inParts.Failure?.Message == whole.Failure?.Message ? null : $"{inParts} vs. {whole}");
        return differs is null ? null : $"{type.Name} from {Encoding.UTF8.GetString(bytes)}: {differs}";
    }
}
