using System.Buffers;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests.Json;

public class PooledBufferTests
{
    private const int LargestKept = 16 * 1024;

    [Test]
    public void Content_survives_growth()
    {
        var buffer = new PooledBuffer();
        var expected = new List<byte>();
        for (var size = 1; size < 5000; size = (size * 3 / 2) + 1)
        {
            var part = Enumerable.Range(size, size).Select(value => (byte)value).ToArray();
            part.CopyTo(size % 2 == 0 ? buffer.GetSpan(size) : buffer.GetMemory(size).Span);
            buffer.Advance(size);
            expected.AddRange(part);
        }

        Assert.That(buffer.ToArray(), Is.EqualTo(expected));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(100_000)]
    public void Provides_the_requested_space(int sizeHint)
    {
        var buffer = new PooledBuffer();
        buffer.Write(new byte[1023]);
        Assert.That(buffer.GetSpan(sizeHint).Length, Is.GreaterThanOrEqualTo(Math.Max(sizeHint, 1)));
        Assert.That(buffer.GetMemory(sizeHint).Length, Is.GreaterThanOrEqualTo(Math.Max(sizeHint, 1)));
    }

    [TestCase(10)]
    [TestCase(LargestKept)]
    [TestCase(LargestKept + 1)]
    [TestCase(1_000_000)]
    public void Cleared_buffer_is_like_a_new_one(int size)
    {
        var buffer = new PooledBuffer();
        buffer.Write(new byte[size]);
        buffer.Clear();
        Assert.That(buffer.ToArray(), Is.Empty);
        buffer.Write("next"u8);
        Assert.That(buffer.ToArray(), Is.EqualTo("next"u8.ToArray()));
    }

    [Test]
    public void Returns_large_arrays_to_the_pool()
    {
        var buffer = new PooledBuffer();
        buffer.Write(new byte[LargestKept + 1]);
        buffer.Clear();
        Assert.That(buffer.GetMemory().Length, Is.LessThan(LargestKept));
    }

    [Test]
    public void New_buffer_is_empty() => Assert.That(new PooledBuffer().ToArray(), Is.Empty);
}
