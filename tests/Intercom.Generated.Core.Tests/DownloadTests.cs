using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests;

public class DownloadTests
{
    private const string Text = "a,b\n1,2\n";

    [Test]
    public async Task File_is_described_by_its_headers()
    {
        using var server = new StubServer(_ => File([1, 2, 3], "attachment; filename=\"data export.csv.gz\""));
        using var client = server.Connect();
        using var download = await client.Things.DownloadAsync("1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(download.ContentType, Is.EqualTo("application/gzip"));
            Assert.That(download.Length, Is.EqualTo(3));
            Assert.That(download.FileName, Is.EqualTo("data export.csv.gz"));
            Assert.That(download.Response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(server.Request.Header("Accept"), Is.EqualTo("application/octet-stream"));
        }
    }

    [TestCase("attachment; filename=a.csv", "a.csv")]
    [TestCase("attachment; filename*=UTF-8''%C3%9Cbersicht.csv", "Übersicht.csv")]
    [TestCase("attachment; filename=\"Ubersicht.csv\"; filename*=UTF-8''%C3%9Cbersicht.csv", "Übersicht.csv")]
    [TestCase("attachment", null)]
    [TestCase(null, null)]
    [TestCase("attachment; filename=\"../../x\"", "x")]
    [TestCase("attachment; filename*=UTF-8''..%2F..%2Fx", "x")]
    [TestCase("attachment; filename=\"x.csv\"; filename*=UTF-8''..%2F", "x.csv")]
    public async Task Reads_several_forms_of_file_names(string? disposition, string? expected)
    {
        using var server = new StubServer(_ => File([1], disposition));
        using var client = server.Connect();
        using var download = await client.Things.DownloadAsync("1");
        Assert.That(download.FileName, Is.EqualTo(expected));
    }

    [TestCase("a.csv", "a.csv")]
    [TestCase("../../x", "x")]
    [TestCase("..\\..\\x", "x")]
    [TestCase("..\\../x", "x")]
    [TestCase("/etc/passwd", "passwd")]
    [TestCase("C:\\Windows\\win.ini", "win.ini")]
    [TestCase("C:win.ini", "C_win.ini")]
    [TestCase("\\\\server\\share\\x", "x")]
    [TestCase("a.txt:stream", "a.txt_stream")]
    [TestCase("..", null)]
    [TestCase(".", null)]
    [TestCase("...", null)]
    [TestCase("/", null)]
    [TestCase("a/", null)]
    [TestCase("a/..", null)]
    [TestCase(" ", null)]
    [TestCase("", null)]
    [TestCase("a\0.csv", "a.csv")]
    [TestCase("a\r\n\u001B[31m.csv", "a[31m.csv")]
    [TestCase("a\u202Evsc.exe", "avsc.exe")]
    [TestCase("a.exe. . .", "a.exe")]
    [TestCase("NUL", "_NUL")]
    [TestCase("nul.txt", "_nul.txt")]
    [TestCase("com1.tar.gz", "_com1.tar.gz")]
    [TestCase("CON .txt", "_CON .txt")]
    [TestCase("lpt\u00B9", "_lpt\u00B9")]
    [TestCase("console.txt", "console.txt")]
    [TestCase("<a>|\"b?*", "_a___b__")]
    [TestCase("~/.ssh/id", "id")]
    [TestCase("日本語😀.csv", "日本語😀.csv")]
    public void File_name_has_no_path_on_any_system(string path, string? expected) => Assert.That(BareFileName.Of(path), Is.EqualTo(expected));

    [Test]
    public void File_name_is_short_enough_for_file_systems()
    {
        var name = BareFileName.Of(string.Concat(Enumerable.Repeat("😀", 10_000)) + ".csv")!;
        Assert.That(Encoding.UTF8.GetByteCount(name), Is.LessThanOrEqualTo(255));
        Assert.That(name, Does.EndWith("😀.csv"));
    }

    [Test]
    public void Web_page_is_not_a_file()
    {
        using var server = new StubServer(_ => StubServer.Respond(200, "<!DOCTYPE html><title>Sign in</title>", "text/html"));
        using var client = server.Connect();
        Assert.That(async () => await client.Things.DownloadAsync("1"), Throws.TypeOf<IntercomResponseException>().With.Property("Problem").EqualTo(ResponseProblem.Html));
    }

    [Test]
    public async Task Content_is_unchanged()
    {
        var bytes = Gzip(Text);
        using var server = new StubServer(_ => File(bytes));
        using var client = server.Connect();
        using var download = await client.Things.DownloadAsync("1");
        Assert.That(await ReadAsync(download.Content), Is.EqualTo(bytes));
    }

    [Test]
    public async Task Gzip_file_is_decompressed_on_demand()
    {
        using var server = new StubServer(_ => File(Gzip(Text)));
        using var client = server.Connect();
        using var download = await client.Things.DownloadAsync("1");
        Assert.That(Encoding.UTF8.GetString(await ReadAsync(await download.DecompressAsync())), Is.EqualTo(Text));
    }

    [Test]
    public async Task Recognizes_gzip_that_arrives_byte_by_byte()
    {
        using var server = new StubServer(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new DrippingStream(Gzip(Text))) });
        using var client = server.Connect();
        using var download = await client.Things.DownloadAsync("1");
        Assert.That(download.Length, Is.Null);
        using var reader = new StreamReader(await download.DecompressAsync());
        Assert.That(await reader.ReadToEndAsync(), Is.EqualTo(Text));
    }

    [TestCase("")]
    [TestCase("a")]
    [TestCase("ab")]
    [TestCase("plain text")]
    public async Task Other_content_is_not_decompressed(string text)
    {
        using var server = new StubServer(_ => File(Encoding.UTF8.GetBytes(text)));
        using var client = server.Connect();
        using var download = await client.Things.DownloadAsync("1");
        Assert.That(Encoding.UTF8.GetString(await ReadAsync(await download.DecompressAsync())), Is.EqualTo(text));
    }

    [Test]
    public async Task Other_content_can_be_read_synchronously()
    {
        using var server = new StubServer(_ => File("plain"u8.ToArray()));
        using var client = server.Connect();
        using var download = await client.Things.DownloadAsync("1");
        using var reader = new StreamReader(await download.DecompressAsync());
#pragma warning disable CA1849 // Callers with a synchronous parser read like this.
        Assert.That(reader.ReadToEnd(), Is.EqualTo("plain"));
#pragma warning restore CA1849
    }

    [Test]
    public async Task Disposing_ends_the_transfer()
    {
        var stream = new DrippingStream([1, 2, 3]);
        using var server = new StubServer(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(stream) });
        using var client = server.Connect();
        (await client.Things.DownloadAsync("1")).Dispose();
        Assert.That(stream.CanRead, Is.False);
    }

    [Test]
    public async Task Content_is_not_read_in_advance()
    {
        var stream = new DrippingStream([1, 2, 3]);
        using var server = new StubServer(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(stream) });
        using var client = server.Connect();
        using var download = await client.Things.DownloadAsync("1");
        Assert.That(stream.Position, Is.Zero);
    }

    [Test]
    public void Error_response_throws()
    {
        using var server = new StubServer(_ => StubServer.Json("""{"type":"error.list","errors":[{"code":"not_found"}]}""", 404));
        using var client = server.Connect();
        Assert.That(async () => await client.Things.DownloadAsync("1"), Throws.TypeOf<IntercomNotFoundException>().With.Message.Contains("not_found"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Broken_connection_while_reading_throws(bool isAsynchronous)
    {
        using var download = await OpenAsync(_ => throw new IOException("reset"));
        Assert.That(
            async () => _ = isAsynchronous ? await download.Content.ReadAsync(new byte[1]) : download.Content.ReadByte(),
            Throws.TypeOf<IntercomConnectionException>().With.Message.Contains("Things.Download").And.InnerException.InstanceOf<IOException>());
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Read_without_data_times_out_after_AttemptTimeout(bool isAsynchronous)
    {
        using var download = await OpenAsync(canceled => Task.Delay(Timeout.Infinite, canceled), options => options.AttemptTimeout = TimeSpan.FromMilliseconds(10));
        Assert.That(
            async () => _ = isAsynchronous ? await download.Content.ReadAsync(new byte[1]) : download.Content.ReadByte(),
            Throws.TypeOf<IntercomTimeoutException>().With.Message.Contains("0.01 seconds"));
    }

    [Test]
    public async Task Cancellation_while_reading_keeps_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        using var download = await OpenAsync(canceled =>
        {
            source.Cancel();
            return Task.Delay(Timeout.Infinite, canceled);
        });
        var thrown = await Assert.ThrowsAsync<OperationCanceledException>(async () => await download.Content.CopyToAsync(Stream.Null, source.Token));
        Assert.That(thrown.CancellationToken, Is.EqualTo(source.Token));
    }

    [Test]
    public async Task Content_that_the_handler_cannot_decompress_throws()
    {
        using var download = await OpenAsync(_ => throw new InvalidDataException("bad CRC"));
        Assert.That(
            async () => await download.DecompressAsync(),
            Throws.TypeOf<IntercomResponseException>().With.Property("Problem").EqualTo(ResponseProblem.Undecodable).And.Message.Contains("bad CRC"));
    }

    private static async Task<IntercomDownload> OpenAsync(Func<CancellationToken, Task> read, Action<IntercomClientOptions>? configure = null)
    {
        using var server = new StubServer(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new ScriptedStream(read)) });
        using var client = server.Connect(configure);
        return await client.Things.DownloadAsync("1");
    }

    private static HttpResponseMessage File(byte[] bytes, string? disposition = null)
    {
        var message = StubServer.Bytes(bytes);
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/gzip");
        if (disposition is not null)
            message.Content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        return message;
    }

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    // Each read runs the script of the test.
    private sealed class ScriptedStream(Func<CancellationToken, Task> read) : MemoryStream
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await read(cancellationToken);
            return 0;
        }

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);
    }

    // Returns one byte at a time, like a slow connection, and has no length.
    private sealed class DrippingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            base.ReadAsync(buffer, offset, Math.Min(count, 1), cancellationToken);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 1)], cancellationToken);
    }
}
