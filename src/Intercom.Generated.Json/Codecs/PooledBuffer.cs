using System.Buffers;

namespace Intercom.Generated.Runtime;

/// <summary>A growable buffer from the shared pool.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>
{
    private const int Smallest = 1024;
    private const int LargestKept = 16 * 1024;

    private byte[] _bytes = [];
    private int _length;

    public void Add(byte value)
    {
        Grow(1);
        _bytes[_length++] = value;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        _length += bytes.Length;
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsSpan(_length);
    }

    public byte[] ToArray()
    {
#if NET
        var bytes = GC.AllocateUninitializedArray<byte>(_length);
#else
        var bytes = new byte[_length];
#endif
        _bytes.AsSpan(0, _length).CopyTo(bytes);
        return bytes;
    }

    /// <summary>Clears the buffer, and returns a large array to the pool.</summary>
    public void Clear()
    {
        _length = 0;
        if (_bytes.Length <= LargestKept)
            return;
        Return(_bytes);
        _bytes = [];
    }

    private void Grow(int sizeHint)
    {
        var needed = _length + Math.Max(sizeHint, 1);
        if (needed <= _bytes.Length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Max(Smallest, _bytes.Length * 2)));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        Return(_bytes);
        _bytes = larger;
    }

    private static void Return(byte[] bytes)
    {
        if (bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(bytes);
    }
}
