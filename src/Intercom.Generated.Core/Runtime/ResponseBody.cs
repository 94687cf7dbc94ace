using System.Buffers;
using System.Text;

namespace Intercom.Generated.Runtime;

/// <summary>The body of a response, in a pooled array. Do not use its bytes after it is disposed.</summary>
internal sealed class ResponseBody : IDisposable
{
    /// <summary>The default initial size.</summary>
    public const int UsualSize = 16 * 1024;

    // Content-Length can be wrong, so a longer array is only rented for bytes that have arrived.
    private const int LargestFirst = 1024 * 1024;

    // Longer responses are rare, and the pool would keep their arrays.
    private const int LargestPooled = 4 * 1024 * 1024;

    // An idle connection keeps the last array that it read into.
    private const int PieceSize = 64 * 1024;

    private readonly ArrayPool<byte> _pool;
    private byte[]? _array;
    private byte[]? _piece;
    private int _length;

    private ResponseBody(ArrayPool<byte> pool, int size)
    {
        _pool = pool;
        _array = Rent(size);
    }

    /// <summary>The number of bytes.</summary>
    public int Length => _length;

    /// <summary>The bytes.</summary>
    /// <exception cref="ObjectDisposedException">The body was disposed.</exception>
    public ReadOnlySpan<byte> Bytes => new(Array, 0, _length);

    private byte[] Array => _array ?? throw new ObjectDisposedException(nameof(ResponseBody));

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
        // Read up to one byte more than Content-Length so that the final read has room and can return 0.
        var body = new ResponseBody(pool, (int)Math.Min(declared + 1 ?? expectedSize, LargestFirst));
        var isKept = false;
        try
        {
            while (true)
            {
                // One byte beyond the limit is enough to detect a longer body.
                var count = await stream.ReadAsync(body.Room(declared, limit + 1), token).ConfigureAwait(false);
                body.Keep(count);
                if (body.Length > limit)
                {
                    if (!truncates)
                        return null;
                    body._length--;
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
    public string ToText(int limit = int.MaxValue) => Encoding.UTF8.GetString(Array, 0, Math.Min(_length, limit));

    /// <summary>Returns the array to the pool.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _array, null) is { } array)
            Return(array);
        if (Interlocked.Exchange(ref _piece, null) is { } piece)
            Return(piece);
    }

    // Gets the space for the next bytes.
    private ArraySegment<byte> Room(long? declared, long most)
    {
        if (_length == Array.Length)
        {
            var size = checked(_length * 2);
            // Once a large part of the declared length has arrived, it is probably right.
            if (declared >= _length && declared < size)
                size = (int)declared.GetValueOrDefault() + 1;
            var larger = Rent(size);
            Buffer.BlockCopy(Array, 0, larger, 0, _length);
            Return(Array);
            _array = larger;
        }

        var room = (int)Math.Min(most - _length, Array.Length - _length);
        return Array.Length <= LargestPooled
            ? new ArraySegment<byte>(Array, _length, room)
            : new ArraySegment<byte>(_piece ??= Rent(PieceSize), 0, Math.Min(room, PieceSize));
    }

    private void Keep(int count)
    {
        if (_piece is not null)
            Buffer.BlockCopy(_piece, 0, Array, _length, count);
        _length += count;
    }

    private byte[] Rent(int size) => size <= LargestPooled ? _pool.Rent(size) : new byte[size];

    private void Return(byte[] array)
    {
        if (array.Length <= LargestPooled)
            _pool.Return(array);
    }
}
