using System.Buffers;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Creates byte sequences of several segments.</summary>
internal static class SegmentedBytes
{
    /// <summary>Splits at each offset. A repeated offset creates an empty segment.</summary>
    public static ReadOnlySequence<byte> At(byte[] bytes, params IEnumerable<int> offsets)
    {
        var first = new Segment(default, null);
        var last = first;
        var start = 0;
        foreach (var offset in offsets.Order().Append(bytes.Length))
        {
            last = new Segment(bytes.AsMemory(start..offset), last);
            start = offset;
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    /// <summary>Splits into segments of one size.</summary>
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
