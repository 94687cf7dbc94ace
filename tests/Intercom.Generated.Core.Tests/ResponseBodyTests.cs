using System.Buffers;
using System.Net;
using System.Text;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests;

/// <summary>Bodies are read into a pooled array, which is returned.</summary>
public class ResponseBodyTests
{
    private const int FirstSize = 16;
    private const int Mebibyte = 1024 * 1024;

    private static readonly int[] Lengths = [0, 1, FirstSize - 1, FirstSize, FirstSize + 1, (3 * FirstSize) - 1, 3 * FirstSize, (3 * FirstSize) + 1, 100_000];

    private readonly CountingPool _pool = new();

    [TearDown]
    public void Returns_every_array() => Assert.That(_pool.Rented, Is.Empty);

    [Test]
    public async Task Reads_the_body_as_sent([ValueSource(nameof(Lengths))] int length, [Values] bool hasContentLength, [Values(1, 7, int.MaxValue)] int mostAtOnce)
    {
        var sent = Bytes(length);
        using var body = await ReadAsync(sent, hasContentLength: hasContentLength, mostAtOnce: mostAtOnce);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(body!.Length, Is.EqualTo(length));
            Assert.That(body.Bytes.ToArray(), Is.EqualTo(sent));
            Assert.That(body.ToText(), Is.EqualTo(Encoding.UTF8.GetString(sent)));
        }
    }

    [TestCaseSource(nameof(Lengths))]
    public async Task Body_of_known_length_needs_one_array(int length)
    {
        using var body = await ReadAsync(Bytes(length), hasContentLength: true);
        Assert.That(_pool.Sizes, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Body_of_expected_length_needs_one_array()
    {
        using var body = await ReadAsync(Bytes(FirstSize - 1));
        Assert.That(_pool.Sizes, Is.EqualTo(new[] { FirstSize }));
    }

    [Test]
    public async Task Arrays_double_up_to_the_declared_length([Values] bool hasContentLength)
    {
        const int Length = (3 * Mebibyte) - 1;
        using var body = await ReadAsync(new byte[Length], hasContentLength, expectedSize: Mebibyte / 2);
        Assert.That(
            _pool.Sizes,
            Is.EqualTo(hasContentLength ? new[] { Mebibyte, 2 * Mebibyte, Length + 1 } : [Mebibyte / 2, Mebibyte, 2 * Mebibyte, 4 * Mebibyte]));
    }

    [Test]
    public async Task Arrays_of_very_long_bodies_are_not_pooled()
    {
        var sent = Bytes(10 * Mebibyte);
        using var body = await ReadAsync(sent, hasContentLength: true);
        Assert.That(_pool.Sizes, Is.EqualTo(new[] { Mebibyte, 2 * Mebibyte, 4 * Mebibyte, 64 * 1024 }), "The last one is for the connection.");
        Assert.That(_pool.Rented, Has.Count.EqualTo(1));
        Assert.That(body!.Bytes.SequenceEqual(sent));
    }

    [Test]
    public void Wrong_Content_Length_allocates_at_most_one_mebibyte()
    {
        Assert.That(async () => await ReadAsync(Bytes(10), contentLength: 50_000_000), Throws.TypeOf<IOException>());
        Assert.That(_pool.Sizes, Is.EqualTo(new[] { Mebibyte }));
    }

    [TestCase(19, 20, true)]
    [TestCase(20, 20, true)]
    [TestCase(21, 20, false)]
    [TestCase(100_000, 20, false)]
    public async Task Rejects_a_body_beyond_the_limit(int length, int limit, bool isRead)
    {
        foreach (var hasContentLength in new[] { true, false })
        {
            using var body = await ReadAsync(Bytes(length), hasContentLength: hasContentLength, limit: limit);
            Assert.That(body?.Length, Is.EqualTo(isRead ? length : null));
        }
    }

    [TestCase(19)]
    [TestCase(20)]
    [TestCase(21)]
    [TestCase(100_000)]
    public async Task Can_truncate_a_body_at_the_limit(int length)
    {
        var sent = Bytes(length);
        foreach (var hasContentLength in new[] { true, false })
        {
            using var body = await ReadAsync(sent, hasContentLength: hasContentLength, limit: 20, cutsOff: true);
            Assert.That(body!.Bytes.ToArray(), Is.EqualTo(sent[..Math.Min(20, length)]));
        }
    }

    [TestCase(5, "Zoë 😀", "Zoë ")]
    [TestCase(6, "Zoë 😀", "Zoë \uFFFD")]
    [TestCase(0, "Zoë 😀", "")]
    [TestCase(100, "Zoë 😀", "Zoë 😀")]
    [TestCase(20, "0123456789abcde😀0123456789", "0123456789abcde😀0")]
    public async Task Can_truncate_text(int limit, string sent, string text)
    {
        using var body = await ReadAsync(Encoding.UTF8.GetBytes(sent));
        Assert.That(body!.ToText(limit), Is.EqualTo(text));
    }

    [Test]
    public void Failure_returns_the_array()
    {
        Assert.That(async () => await ReadAsync(Bytes(100), failsAt: 50), Throws.TypeOf<IOException>());
        Assert.That(_pool.Sizes, Has.Count.EqualTo(4));
    }

    [Test]
    public void Cancellation_returns_the_array()
    {
        using var source = new CancellationTokenSource();
        Assert.That(async () => await ReadAsync(Bytes(100), failsAt: 50, cancellation: source), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_pool.Sizes, Is.Not.Empty);
    }

    [Test]
    public async Task Disposing_twice_returns_the_array_once()
    {
        var body = await ReadAsync(Bytes(100));
        body!.Dispose();
        body.Dispose();
        Assert.That(() => body.Bytes.Length, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => body.ToText(), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Concurrent_responses_are_independent()
    {
        using var server = new StubServer(request => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StreamContent(new SlowStream(Encoding.UTF8.GetBytes($$"""{"id":"{{request.Target["/things/".Length..]}}"}"""), 3)),
        });
        using var client = server.Connect();
        var ids = Enumerable.Range(0, 500).Select(number => new string((char)('a' + (number % 26)), number + 1)).ToList();
        var things = await Task.WhenAll(ids.Select(id => client.Things.GetAsync(id)));
        Assert.That(things.Select(thing => thing.Id), Is.EqualTo(ids));
    }

    private async Task<ResponseBody?> ReadAsync(
        byte[] sent,
        bool hasContentLength = false,
        long? contentLength = null,
        int mostAtOnce = int.MaxValue,
        int expectedSize = FirstSize,
        long limit = long.MaxValue - 1,
        bool cutsOff = false,
        int failsAt = int.MaxValue,
        CancellationTokenSource? cancellation = null)
    {
        using var content = new StreamContent(new SlowStream(sent, mostAtOnce) { FailsAt = failsAt, Cancellation = cancellation });
        var declared = contentLength ?? (hasContentLength ? sent.Length : null);
        return await ResponseBody.ReadAsync(_pool, content, declared, limit, expectedSize, cutsOff, cancellation?.Token ?? default);
    }

    private static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(number => (byte)('a' + (number % 23)))];

    // Rents arrays of exactly the requested size.
    private sealed class CountingPool : ArrayPool<byte>
    {
        public List<int> Sizes { get; } = [];

        public List<byte[]> Rented { get; } = [];

        public override byte[] Rent(int minimumLength)
        {
            var array = new byte[minimumLength];
            Sizes.Add(minimumLength);
            Rented.Add(array);
            return array;
        }

        public override void Return(byte[] array, bool clearArray = false) => Assert.That(Rented.Remove(array), "The array was not rented or was returned twice.");
    }

    // Its length is unknown unless Content-Length is set.
    private sealed class SlowStream(byte[] bytes, int mostAtOnce) : MemoryStream(bytes)
    {
        public int FailsAt { get; init; } = int.MaxValue;

        public CancellationTokenSource? Cancellation { get; init; }

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position >= FailsAt)
            {
                Cancellation?.Cancel();
                cancellationToken.ThrowIfCancellationRequested();
                throw new IOException("reset");
            }

            await Task.Yield();
            var most = Math.Min(mostAtOnce, FailsAt);
            return await base.ReadAsync(buffer[..Math.Min(buffer.Length, most)], cancellationToken);
        }
    }
}
