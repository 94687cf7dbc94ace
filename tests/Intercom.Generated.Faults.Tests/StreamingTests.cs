using System.Globalization;
using System.IO.Compression;
using System.Text;
using Intercom.Generated.Runtime;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Faults.Tests;

/// <summary>Downloads and uploads stream without buffering whole files.</summary>
[NonParallelizable]
internal sealed class StreamingTests
{
    private const long Megabyte = 1024 * 1024;
    private const long MaxHeapGrowth = 64 * Megabyte;

    private static readonly ApiOperation Upload = new("Files.Upload", "POST", "/files") { IsMultipart = true };
    private static readonly ApiOperation Replace = new("Files.Replace", "PUT", "/files") { IsMultipart = true };

    [Test]
    public async Task Download_uses_at_most_64_MB_of_heap()
    {
        var size = 1024 * Megabyte;
        await using var server = new FaultServer(async x =>
        {
            await x.SendAsync(Http1Exchange.Head(200, $"Content-Length: {size}", "Content-Type: application/octet-stream"));
            await SendAsync(x, size);
        });
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        using var heap = new HeapWatch();
        using var download = await client.DataExport.DownloadAsync("job");
        Assert.That(await ReadAsync(download.Content, heap), Is.EqualTo(size));
        heap.Report($"{size / Megabyte} MB read");
        Assert.That(heap.Peak, Is.LessThan(MaxHeapGrowth));
    }

    [Test]
    public async Task Decompression_uses_at_most_64_MB_of_heap()
    {
        var size = 512 * Megabyte;
        await using var server = new FaultServer(async x =>
        {
            await x.SendAsync(Http1Exchange.Head(200, "Connection: close", "Content-Type: application/gzip"));
            await using var gzip = new GZipStream(new ExchangeStream(x), CompressionLevel.Fastest);
            for (var sent = 0L; sent < size; sent += Block.Length)
                await gzip.WriteAsync(Block);
        });
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        using var heap = new HeapWatch();
        using var download = await client.DataExport.DownloadAsync("job");
        Assert.That(await ReadAsync(await download.DecompressAsync(), heap), Is.EqualTo(size));
        heap.Report($"{size / Megabyte} MB decompressed");
        Assert.That(heap.Peak, Is.LessThan(MaxHeapGrowth));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Upload_uses_at_most_64_MB_of_heap(bool isLengthKnown)
    {
        var size = 256 * Megabyte;
        var received = 0L;
        await using var server = new FaultServer(async x =>
        {
            await x.ReadBodyAsync(part => received += part.Length);
            await x.RespondAsync();
        })
        {
            ReadsBodies = false,
        };
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        using var heap = new HeapWatch();
        using var file = new GeneratedStream(size, isLengthKnown);
        await client.SendAsync(new ApiRequest(Upload) { Body = new FileRequest { File = new UploadFile(file, "a.bin") } });
        heap.Sample();
        heap.Report($"{size / Megabyte} MB uploaded");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(received, Is.InRange(size, size + 1000));
            Assert.That(server.Requests.Single().Headers, Contains.Key(isLengthKnown ? "Content-Length" : "Transfer-Encoding"));
            Assert.That(heap.Peak, Is.LessThan(MaxHeapGrowth));
        }
    }

    [TestCase("POST", 429, 2)]
    [TestCase("PUT", 429, 2)]
    [TestCase("PUT", 503, 2)]
    [TestCase("PUT", 0, 2)]
    [TestCase("POST", 503, 1)]
    [TestCase("POST", 0, 1)]
    public async Task Retry_sends_a_seekable_stream_from_its_initial_position(string method, int status, int expected)
    {
        var (attempts, failure) = await UploadAsync(method == "PUT" ? Replace : Upload, status, canSeek: true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(attempts, Has.Count.EqualTo(expected));
            Assert.That(attempts, Has.All.EqualTo(GeneratedStream.Text(1_000, 100_000)));
            Assert.That(
                failure,
                expected == 2 ? Is.Null : status == 0 ? Is.TypeOf<IntercomConnectionException>() : Is.TypeOf<IntercomServerException>());
        }
    }

    [TestCase("POST", 429)]
    [TestCase("PUT", 429)]
    [TestCase("PUT", 503)]
    [TestCase("PUT", 0)]
    public async Task Does_not_retry_a_stream_that_cannot_seek(string method, int status)
    {
        var (attempts, failure) = await UploadAsync(method == "PUT" ? Replace : Upload, status, canSeek: false);
        Assert.That(attempts, Has.Count.EqualTo(1));
        Assert.That(failure, Is.InstanceOf<IntercomException>().With.Property("RetryCount").Zero);
    }

    [Test]
    public async Task Retry_sends_the_whole_file_after_a_reset()
    {
        var size = 8 * Megabyte;
        var received = 0L;
        await using var server = new FaultServer(async x =>
        {
            if (x.Number == 1)
            {
                x.Reset();
                return;
            }

            await x.ReadBodyAsync(part => received += part.Length);
            await x.RespondAsync();
        })
        {
            ReadsBodies = false,
        };
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        using var file = new GeneratedStream(size, canSeek: true);
        await client.SendAsync(new ApiRequest(Replace) { Body = new FileRequest { File = new UploadFile(file, "a.bin") } });
        Assert.That(received, Is.InRange(size, size + 1000));
    }

    // The first attempt fails with the status, or with a connection reset if the status is 0.
    private static async Task<(IReadOnlyList<string> Attempts, Exception? Failure)> UploadAsync(
        ApiOperation operation, int status, bool canSeek)
    {
        var attempts = new List<string>();
        await using var server = new FaultServer(async x =>
        {
            attempts.Add(FileIn(x.Request));
            if (x.Number > 1)
                await x.RespondAsync();
            else if (status == 0)
                x.Reset();
            else
                await x.RespondAsync(status, "", "Retry-After: 0");
        });
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        using var file = new GeneratedStream(100_000, canSeek);
        file.Skip(1_000);
        try
        {
            await client.SendAsync(new ApiRequest(operation) { Body = new FileRequest { File = new UploadFile(file, "a.bin") } });
            return (attempts, null);
        }
        catch (IntercomException e)
        {
            return (attempts, e);
        }
    }

    // Gets the content of the only form part, without its headers.
    private static string FileIn(ReceivedRequest request)
    {
        var body = Encoding.Latin1.GetString(request.Body);
        return body[(body.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..body.LastIndexOf("\r\n--", StringComparison.Ordinal)];
    }

    private static byte[] Block { get; } = Encoding.Latin1.GetBytes(GeneratedStream.Text(0, 64 * 1024));

    private static async Task SendAsync(Http1Exchange exchange, long size)
    {
        for (var sent = 0L; sent < size; sent += Block.Length)
            await exchange.SendAsync(Block);
    }

    private static async Task<long> ReadAsync(Stream stream, HeapWatch heap)
    {
        var buffer = new byte[80 * 1024];
        var length = 0L;
        for (int count; (count = await stream.ReadAsync(buffer)) > 0;)
        {
            length += count;
            heap.Sample();
        }

        return length;
    }

    [JsonCodec(typeof(FileRequestCodec))]
    private sealed class FileRequest : IntercomModel
    {
        public UploadFile? File { get; set => field = Assign(value, 0); }
    }

    private sealed class FileRequestCodec : ModelCodec<FileRequest>
    {
        protected override string[] Names => ["file"];

        protected override FileRequest Create() => new();

        protected override void ReadMembers(ref CodecReader reader, FileRequest model) => throw new NotSupportedException();

        protected override void WriteMembers(in MemberWriter writer, FileRequest model) => writer.File(0, model.File);
    }
}
