using System.Buffers;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Bytes in several segments.</summary>
internal static class Cuts
{
    /// <summary>Cuts before each of the places; a place that comes twice makes an empty segment.</summary>
    public static ReadOnlySequence<byte> At(byte[] bytes, params IEnumerable<int> places)
    {
        var first = new Segment(default, null);
        var last = first;
        var start = 0;
        foreach (var place in places.Order().Append(bytes.Length))
        {
            last = new Segment(bytes.AsMemory(start..place), last);
            start = place;
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    /// <summary>Segments of one size.</summary>
    public static ReadOnlySequence<byte> Every(byte[] bytes, int size) => At(bytes, Enumerable.Range(1, bytes.Length / size).Select(i => i * size));

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            RunningIndex = before is null ? 0 : before.RunningIndex + before.Memory.Length;
            before?.Next = this;
        }
    }
}
