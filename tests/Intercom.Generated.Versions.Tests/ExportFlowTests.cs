using System.IO.Compression;
using Intercom.Generated.Testing;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Starts, awaits, and downloads an export with the client of each version.</summary>
public sealed class ExportFlowTests
{
    [EveryVersion]
    public async Task Export_ends_and_is_saved_to_a_file(VersionUnderTest version)
    {
        // The attempts time out after 30 seconds, so the waits between them are shorter.
        var time = new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(20) };
        using var fake = new FakeIntercom(version.Name, new FakeIntercomOptions { TimeProvider = time, JobDuration = TimeSpan.FromSeconds(20) });
        fake.AddMessage((string)fake.AddContact("ada@example.com")["id"]!, "Welcome!");
        var options = new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake, TimeProvider = time };
        dynamic intercom = Activator.CreateInstance(version.ClientType, options)!;
        dynamic request = Activator.CreateInstance(version.FindType("CreateDataExportRequest")!)!;
        request.CreatedAtAfter = time.GetUtcNow().AddDays(-1);
        request.CreatedAtBefore = time.GetUtcNow().AddDays(1);

        var start = version.ClientType.Assembly.GetExportedTypes().SelectMany(type => type.GetMethods())
            .Single(method => method.Name == "StartAsync" && method.GetParameters()[0].ParameterType == version.FindType("DataExportClient"));
        var job = await (dynamic)start.Invoke(null, [intercom.DataExport, request, null, CancellationToken.None])!;
        await job.WaitAsync();
        Assert.That((string)job.Status.Status.ToString(), Is.EqualTo("completed"));
        Assert.That(fake.Requests.Count(seen => seen.Path.StartsWith("/export/content/data/", StringComparison.Ordinal)), Is.InRange(3, 8));

        var file = Path.GetTempFileName();
        using (IntercomDownload download = await intercom.DataExport.DownloadAsync(job.Id))
            await download.SaveToFileAsync(file);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        Assert.That(await reader.ReadToEndAsync(), Does.Contain("ada@example.com"));
        File.Delete(file);
        ((IDisposable)intercom).Dispose();
    }
}
