using System.Buffers;
using System.Text;
using Intercom.Generated.V2_14;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>It is the same to the codecs in how many segments a body comes, and where they meet.</summary>
internal sealed class SegmentTests
{
    // Names, escapes, letters of several bytes and numbers, all of which a boundary can divide.
    private const string Divisible =
        """{"\u0069d":"\ud83d\ude00é😀\n","type":"contact","unsubscribed_from_emails":true,"created_at":1700000000.25,"x":[-1.5e+3,12345678901234567890,null],"é😀":{"a":false},"email":["é"],"custom_attributes":{"\u00e9":"ä","n":42}}""";

    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    public static IEnumerable<Type> Types => [typeof(Contact), typeof(ContactAvatar), typeof(JToken), typeof(CustomAttributes)];

    [TestCaseSource(nameof(Versions))]
    public void Every_type_is_read_byte_by_byte(VersionUnderTest version)
    {
        var types = version.Models.Concat(version.Unions).ToList();
        Assert.That(types.Select(type => Difference(type, Encoding.UTF8.GetBytes(Samples.Fitting(type)), bytes => Cuts.Every(bytes, 1))).OfType<string>(), Is.Empty);
    }

    [TestCaseSource(nameof(Types))]
    public void Two_segments_meet_anywhere(Type type)
    {
        var bytes = Encoding.UTF8.GetBytes(Divisible);
        Assert.That(Enumerable.Range(0, bytes.Length + 1).Select(place => Difference(type, bytes, all => Cuts.At(all, place))).OfType<string>(), Is.Empty);
    }

    [TestCaseSource(nameof(Types))]
    public void Segments_of_any_size_and_empty_ones(Type type)
    {
        var bytes = Encoding.UTF8.GetBytes(Divisible);
        Assert.That(Enumerable.Range(1, 40).Select(size => Difference(type, bytes, all => Cuts.Every(all, size))).OfType<string>(), Is.Empty);
        Assert.That(Enumerable.Range(0, bytes.Length + 1).Select(place => Difference(type, bytes, all => Cuts.At(all, place, place, Math.Min(place + 1, bytes.Length)))).OfType<string>(), Is.Empty);
    }

    [TestCaseSource(nameof(Types))]
    public void A_byte_order_mark_is_divided(Type type)
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Divisible)];
        Assert.That(Enumerable.Range(0, 6).Select(place => Difference(type, bytes, all => Cuts.At(all, place))).OfType<string>(), Is.Empty);
        Assert.That(Difference(type, bytes, all => Cuts.Every(all, 1)), Is.Null);
    }

    // The places of errors are those of a body in one piece, and bytes that are no letter are found also where a boundary divides them.
    [TestCaseSource(nameof(Types))]
    public void Wrong_text_fails_alike(Type type)
    {
        var whole = Encoding.UTF8.GetBytes(Divisible);
        byte[][] wrong =
        [
            .. Enumerable.Range(1, whole.Length - 1).Select(length => whole[..length]),
            .. Enumerable.Range(0, whole.Length).Select(place => (byte[])[.. whole[..place], 0xC3, .. whole[place..]]),
            .. Enumerable.Range(0, whole.Length).Select(place => (byte[])[.. whole[..place], (byte)'\'', .. whole[place..]]),
        ];
        Assert.That(
            from bytes in wrong
            from size in new[] { 1, 3, 7 }
            let difference = Difference(type, bytes, all => Cuts.Every(all, size))
            where difference is not null
            select difference,
            Is.Empty);
    }

    internal static string? Difference(Type type, byte[] bytes, Func<byte[], ReadOnlySequence<byte>> cut)
    {
        var doors = Doors.Of(type);
        var (whole, inParts) = (doors.ReadWire(new ReadOnlySequence<byte>(bytes)), doors.ReadWire(cut(bytes)));
        var differs = Outcome.Difference(inParts, whole) ?? (inParts.Failure?.Message == whole.Failure?.Message ? null : $"{inParts} against {whole}");
        return differs is null ? null : $"{type.Name} from {Encoding.UTF8.GetString(bytes)}: {differs}";
    }
}
