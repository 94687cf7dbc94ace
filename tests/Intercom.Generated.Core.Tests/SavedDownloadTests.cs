using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Intercom.Generated.Core.Tests;

/// <summary>Downloads that are saved to files: complete files only, and resumed transfers.</summary>
public class SavedDownloadTests
{
    private const string Tag = "\"v1\"";

    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(number => (byte)(number * 7))];

    private string _folder = null!;

    private string Target => Path.Combine(_folder, "export.csv.gz");

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("intercom-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Saves_the_content_and_reports_progress([Values] bool replaces)
    {
        if (replaces)
            await File.WriteAllTextAsync(Target, "old");
        var server = new FileServer();
        var progress = new Reports();

        await SaveAsync(server, progress);

        Assert.That(await File.ReadAllBytesAsync(Target), Is.EqualTo(Content));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1));
        Assert.That(progress.Bytes, Is.Ordered.And.Not.Empty);
        Assert.That(progress.Bytes[^1], Is.EqualTo(Content.Length));
    }

    [Test]
    public async Task Resumes_after_the_connection_breaks()
    {
        var server = new FileServer { BreaksAfter = [100_000, 50_000] };
        await SaveAsync(server);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await File.ReadAllBytesAsync(Target), Is.EqualTo(Content));
            Assert.That(server.Ranges, Is.EqualTo(new[] { null, "bytes=100000-", "bytes=150000-" }));
            Assert.That(server.Conditions, Is.EqualTo(new[] { null, Tag, Tag }));
            Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1));
        }
    }

    [Test]
    public async Task Starts_over_if_the_file_changed_meanwhile()
    {
        var server = new FileServer { BreaksAfter = [100_000], ChangesAfterBreak = true };
        await SaveAsync(server);
        Assert.That(await File.ReadAllBytesAsync(Target), Is.EqualTo(Content.Reverse()));
    }

    [TestCase(false, Tag, true, TestName = "No ranges")]
    [TestCase(true, null, true, TestName = "No entity tag")]
    [TestCase(true, "W/\"v1\"", true, TestName = "Weak entity tag")]
    [TestCase(true, Tag, false, TestName = "No length")]
    public void Fails_without_a_file_if_the_server_cannot_resume(bool ranges, string? tag, bool hasLength)
    {
        var server = new FileServer { BreaksAfter = [100_000], AcceptsRanges = ranges, ETag = tag, HasLength = hasLength };
        Assert.That(() => SaveAsync(server), Throws.TypeOf<IntercomConnectionException>());
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
    }

    [Test]
    public async Task A_later_call_resumes_a_failed_transfer()
    {
        var broken = new FileServer { BreaksAfter = [100_000, 0, 0, 0] };
        Assert.That(() => SaveAsync(broken), Throws.TypeOf<IntercomConnectionException>());
        Assert.That(File.Exists(Target), Is.False);
        Assert.That(new FileInfo(Directory.GetFiles(_folder, "*.part").Single()).Length, Is.EqualTo(100_000));

        var server = new FileServer();
        await SaveAsync(server);

        Assert.That(await File.ReadAllBytesAsync(Target), Is.EqualTo(Content));
        Assert.That(server.Ranges, Is.EqualTo(new[] { null, "bytes=100000-" }));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_canceled_transfer_leaves_no_file_under_the_name()
    {
        using var source = new CancellationTokenSource();
        var server = new FileServer();
        var progress = new Reports { OnReport = source.Cancel };
        Assert.That(() => SaveAsync(server, progress, source.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(File.Exists(Target), Is.False);

        await SaveAsync(server);

        Assert.That(await File.ReadAllBytesAsync(Target), Is.EqualTo(Content));
    }

    [Test]
    public async Task Two_transfers_to_one_path_never_mix()
    {
        var first = new FileServer { ETag = null };
        var second = new FileServer { ETag = null };
        await Task.WhenAll(SaveAsync(first), SaveAsync(second));
        Assert.That(await File.ReadAllBytesAsync(Target), Is.EqualTo(Content));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_download_for_a_test_double_can_be_saved()
    {
        using var download = new IntercomDownload(new MemoryStream([1, 2, 3]), "text/csv", "export.csv");
        await download.SaveToFileAsync(Target);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((download.ContentType, download.FileName, download.Length), Is.EqualTo(("text/csv", "export.csv", (long?)3)));
            Assert.That(await File.ReadAllBytesAsync(Target), Is.EqualTo(new byte[] { 1, 2, 3 }));
            Assert.That(() => download.SaveToFileAsync(""), Throws.ArgumentException);
        }
    }

    private async Task SaveAsync(FileServer server, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        using var stub = new StubServer(server.Respond);
        using var client = stub.Connect();
        using var download = await client.Things.DownloadAsync("1", cancellationToken: CancellationToken.None);
        await download.SaveToFileAsync(Target, progress, cancellationToken);
    }

    private sealed class Reports : IProgress<long>
    {
        public List<long> Bytes { get; } = [];

        public Action? OnReport { get; init; }

        public void Report(long value)
        {
            Bytes.Add(value);
            OnReport?.Invoke();
        }
    }

    /// <summary>A server of one file that breaks connections.</summary>
    private sealed class FileServer
    {
        private int _requests;

        /// <summary>The number of bytes after which each of the first responses breaks.</summary>
        public int[] BreaksAfter { get; init; } = [];

        public bool ChangesAfterBreak { get; init; }

        public bool AcceptsRanges { get; init; } = true;

        public bool HasLength { get; init; } = true;

        public string? ETag { get; init; } = Tag;

        public List<string?> Ranges { get; } = [];

        public List<string?> Conditions { get; } = [];

        public HttpResponseMessage Respond(RecordedRequest request)
        {
            Ranges.Add(request.Header("Range"));
            Conditions.Add(request.Header("If-Range"));
            var number = _requests++;
            var hasChanged = ChangesAfterBreak && number > 0;
            var content = hasChanged ? [.. Content.Reverse()] : Content;
            var start = request.Header("Range") is { } range && !hasChanged ? int.Parse(range.Split('=', '-')[1], CultureInfo.InvariantCulture) : 0;
            var rest = content[start..];
            var body = number < BreaksAfter.Length ? new BrokenStream(rest[..BreaksAfter[number]]) : new MemoryStream(rest);
            var message = new HttpResponseMessage(start > 0 ? HttpStatusCode.PartialContent : HttpStatusCode.OK) { Content = new StreamContent(body) };
            if (start > 0)
                message.Content.Headers.ContentRange = new ContentRangeHeaderValue(start, content.Length - 1, content.Length);
            message.Content.Headers.ContentLength = HasLength ? rest.Length : null;
            if (AcceptsRanges)
                message.Headers.AcceptRanges.Add("bytes");
            if (ETag is not null)
                message.Headers.ETag = EntityTagHeaderValue.Parse(hasChanged ? "\"v2\"" : ETag);
            return message;
        }
    }

    private sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            return read > 0 ? read : throw new IOException("The connection broke.");
        }
    }
}
