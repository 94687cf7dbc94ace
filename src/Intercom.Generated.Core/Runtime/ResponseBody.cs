using System.Buffers;
using System.Text;

namespace Intercom.Generated.Runtime;

/// <summary>The body of a response, in pooled arrays. Do not use its bytes after it is disposed.</summary>
internal sealed class ResponseBody : IDisposable
{
    /// <summary>The default initial size.</summary>
    public const int UsualSize = 16 * 1024;

    private const int LargestSegment = 1024 * 1024;

    // Only the first 4 MiB are pooled. Longer responses are rare, and the pool would keep their arrays.
    private const int MostPooled = 4 * LargestSegment;

    private readonly ArrayPool<byte> _pool;
    private Segment? _first;
    private Segment _last;
    private int _lastLength;

    private ResponseBody(ArrayPool<byte> pool, int firstSize)
    {
        _pool = pool;
        _first = _last = new Segment(pool.Rent(firstSize), null);
    }

    /// <summary>The number of bytes.</summary>
    public long Length => _last.RunningIndex + _lastLength;

    /// <summary>The bytes, in one segment unless the body is longer than expected.</summary>
    public ReadOnlySequence<byte> Bytes =>
        new(_first ?? throw new ObjectDisposedException(nameof(ResponseBody)), 0, _last, _lastLength);

    /// <summary>
    /// Reads a body to its end. The declared length is null if it is not known, and then the expected size is the initial size. A body
    /// beyond the limit is truncated or rejected.
    /// </summary>
    /// <returns>The body, or null if it is rejected.</returns>
    public static async ValueTask<ResponseBody?> ReadAsync(
        ArrayPool<byte> pool, HttpContent content, long? declared, long limit, int expectedSize, bool truncates, CancellationToken token)
    {
        if (!truncates && declared > limit)
            return null;
        using var stream = await content.OpenAsync(token).ConfigureAwait(false);
        // Read up to one byte more than Content-Length so that the final read has room and can return 0. The length can be wrong, so
        // segments stay small.
        var body = new ResponseBody(pool, (int)Math.Min(declared + 1 ?? expectedSize, LargestSegment));
        var isKept = false;
        try
        {
            while (true)
            {
                // One byte beyond the limit is enough to detect a longer body.
                var count = await stream.ReadAsync(body.Room(limit + 1 - body.Length), token).ConfigureAwait(false);
                body._lastLength += count;
                if (body.Length > limit)
                {
                    if (!truncates)
                        return null;
                    body._lastLength--;
                }
                else if (count > 0)
                {
                    continue;
                }
                else
                {
                    DeclaredLength.CheckLength(declared, body.Length);
                }

                isKept = true;
                return body;
            }
        }
        finally
        {
            if (!isKept)
                body.Dispose();
        }
    }

    /// <summary>Gets the body as UTF-8 text, up to a limit in bytes.</summary>
    public string ToText(int limit = int.MaxValue)
    {
        var bytes = Bytes.Slice(0, Math.Min(Length, limit));
#if NET
        return Encoding.UTF8.GetString(bytes);
#else
        return Encoding.UTF8.GetString(bytes.ToArray());
#endif
    }

    /// <summary>Returns the arrays to the pool.</summary>
    public void Dispose()
    {
        for (var segment = Interlocked.Exchange(ref _first, null); segment is not null; segment = segment.Following)
        {
            if (IsPooled(segment.RunningIndex))
                _pool.Return(segment.Array);
        }
    }

    private static bool IsPooled(long start) => start < MostPooled;

    // Gets the space for the next bytes.
    private ArraySegment<byte> Room(long most)
    {
        if (_lastLength == _last.Array.Length)
        {
            var size = Math.Min(_lastLength * 2, LargestSegment);
            _last = new Segment(IsPooled(Length) ? _pool.Rent(size) : new byte[size], _last);
            _lastLength = 0;
        }

        return new ArraySegment<byte>(_last.Array, _lastLength, (int)Math.Min(most, _last.Array.Length - _lastLength));
    }

    // Every segment but the last one is full.
    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] array, Segment? previous)
        {
            Array = array;
            Memory = array;
            if (previous is null)
                return;
            RunningIndex = previous.RunningIndex + previous.Memory.Length;
            previous.Next = this;
        }

        public byte[] Array { get; }

        public Segment? Following => (Segment?)Next;
    }
}
