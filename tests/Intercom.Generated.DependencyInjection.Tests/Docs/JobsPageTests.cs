// <snippet usings>
using Intercom.Generated;
using Intercom.Generated.V2_16;
// </snippet>
using System.IO.Compression;
using Intercom.Generated.Testing;
using Intercom.Generated.Tests;

namespace Intercom.Generated.DependencyInjection.Tests.Docs;

/// <summary>The code of docs/jobs.md.</summary>
public sealed class JobsPageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("intercom-").FullName;
    private readonly FakeIntercom _fake = new("2.16");
    private readonly IntercomClient intercom;
    private readonly DateTimeOffset start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly DateTimeOffset end = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    public JobsPageTests()
    {
        var time = new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(20) };
        intercom = new IntercomClient(new IntercomClientOptions(_fake.AccessToken) { HttpMessageHandler = _fake, TimeProvider = time });
        _fake.AddMessage((string)_fake.AddContact("ada@example.com")["id"]!, "Welcome!");
    }

    public void Dispose()
    {
        intercom.Dispose();
        _fake.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Export()
    {
        // <snippet export>
        IntercomJob<DataExport> job = await intercom.DataExport.StartAsync(new CreateDataExportRequest
        {
            CreatedAtAfter = start,
            CreatedAtBefore = end,
        });
        await job.WaitAsync(new Progress<DataExport>(export => Console.WriteLine($"{job.Id}: {export.Status}")));

        using IntercomDownload download = await intercom.DataExport.DownloadAsync(job.Id);
        await download.SaveToFileAsync(Path.Combine(folder, "export.csv.gz"));
        // </snippet>
        using var file = new GZipStream(File.OpenRead(Path.Combine(folder, "export.csv.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        Assert.That(await reader.ReadToEndAsync(), Does.Contain("ada@example.com"));
    }

    [Test]
    public async Task Resume()
    {
        var savedId = (await intercom.DataExport.StartAsync(new CreateDataExportRequest { CreatedAtAfter = start, CreatedAtBefore = end })).Id;
        // <snippet resume>
        DataExport export = await intercom.DataExport.WaitAsync(savedId);
        // </snippet>
        Assert.That(export.Status, Is.EqualTo(DataExportStatus.Completed));
    }

    [Test]
    public void Page_shows_this_code() =>
        Page.AssertContainsCodeOf("jobs.md", nameof(JobsPageTests), nameof(JobsBulkTests));
}
