using System.Buffers;

namespace Intercom.Generated.AspNetCore;

/// <summary>The part of a body that has arrived. It grows with the body.</summary>
/// <param name="announcedLength">The length that the sender announced, or null.</param>
/// <param name="maxSize">The maximum number of bytes.</param>
internal sealed class BodyBuffer(long? announcedLength, int maxSize)
{
    // A sender can announce any length, so the announcement alone does not allocate more than this.
    private const int LargestInitialSize = 64 * 1024;

    private byte[] _bytes = GC.AllocateUninitializedArray<byte>((int)Math.Clamp(announcedLength ?? 4096, 1, LargestInitialSize));
    private int _length;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Adds a part.</summary>
    /// <returns>False if the body is too large.</returns>
    public bool TryAdd(in ReadOnlySequence<byte> part)
    {
        if (part.Length > maxSize - _length)
            return false;
        var length = _length + (int)part.Length;
        if (length > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Max(length, Math.Min(_bytes.Length * 2L, maxSize)));
        part.CopyTo(_bytes.AsSpan(_length));
        _length = length;
        return true;
    }
}
