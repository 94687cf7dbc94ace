using Intercom.Generated.V2_16;
// <snippet usings>
using System.Net;
using Moq;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using NSubstitute.Extensions;
// </snippet>

namespace Intercom.Generated.DependencyInjection.Tests.Docs;

/// <summary>The code of docs/testing.md about failures.</summary>
public sealed class TestingFailuresTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("intercom-docs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // <snippet code under test>
    public sealed class Backup(IntercomClient intercom)
    {
        /// <summary>The ID of the last request, for Intercom's support.</summary>
        public string? RequestId { get; private set; }

        public async Task<string> SaveAsync(string jobId, string path)
        {
            try
            {
                var options = new RequestOptions { OnResponse = response => RequestId = response.RequestId };
                using IntercomDownload download = await intercom.DataExport.DownloadAsync(jobId, options);
                await download.SaveToFileAsync(path);
                return "saved";
            }
            catch (IntercomNotFoundException)
            {
                return "expired";
            }
            catch (IntercomException e) when (e is IntercomConnectionException or IntercomTimeoutException or IntercomServerException)
            {
                return "later";
            }
        }

        public async Task<int> CountAsync()
        {
            var count = 0;
            await foreach (Contact contact in intercom.Contacts.ListAsync())
                count++;
            return count;
        }
    }
    // </snippet>

    // <snippet moq>
    [Test]
    public async Task Moq_returns_a_response_and_a_download()
    {
        var export = new Mock<DataExportClient> { CallBase = true };
        export.Setup(client => client.DownloadAsync("7", It.IsAny<RequestOptions>(), It.IsAny<CancellationToken>()))
            .Callback((string jobId, RequestOptions? options, CancellationToken cancellationToken) => options?.OnResponse?.Invoke(
                new IntercomResponse(HttpStatusCode.OK, [new("X-Request-Id", "req-1")])))
            .ReturnsAsync(new IntercomDownload(new MemoryStream("a,b"u8.ToArray()), "text/csv", "export.csv"));
        var intercom = new Mock<IntercomClient> { CallBase = true };
        intercom.Setup(client => client.DataExport).Returns(export.Object);

        var backup = new Backup(intercom.Object);
        var path = Path.Combine(folder, "export.csv");
        Assert.That(await backup.SaveAsync("7", path), Is.EqualTo("saved"));
        Assert.That(backup.RequestId, Is.EqualTo("req-1"));
        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo("a,b"));
    }

    [Test]
    public async Task Moq_throws_the_exception_of_a_status()
    {
        var export = new Mock<DataExportClient> { CallBase = true };
        export.Setup(client => client.DownloadAsync("7", It.IsAny<RequestOptions>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(IntercomApiException.Create(HttpStatusCode.NotFound, [new IntercomError("not_found", "Job not found", null)]));
        var intercom = new Mock<IntercomClient> { CallBase = true };
        intercom.Setup(client => client.DataExport).Returns(export.Object);

        Assert.That(await new Backup(intercom.Object).SaveAsync("7", Path.Combine(folder, "export.csv")), Is.EqualTo("expired"));
    }
    // </snippet>

    // <snippet nsubstitute>
    [Test]
    public async Task NSubstitute_throws_when_the_connection_fails()
    {
        var export = Substitute.ForPartsOf<DataExportClient>();
        export.Configure().DownloadAsync("7", Arg.Any<RequestOptions>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new IntercomConnectionException("DataExport.Download", new IOException("Connection reset")));
        var intercom = Substitute.ForPartsOf<IntercomClient>();
        intercom.Configure().DataExport.Returns(export);

        Assert.That(await new Backup(intercom).SaveAsync("7", Path.Combine(folder, "export.csv")), Is.EqualTo("later"));
    }

    [Test]
    public async Task NSubstitute_returns_pages()
    {
        var contacts = Substitute.ForPartsOf<ContactsClient>();
        contacts.Configure().ListAsync(Arg.Any<RequestOptions>(), Arg.Any<CancellationToken>())
            .Returns(IntercomPageable<Contact>.FromPages(
                new IntercomPage<Contact>([new Contact { Id = "1" }, new Contact { Id = "2" }]),
                new IntercomPage<Contact>([new Contact { Id = "3" }])));
        var intercom = Substitute.ForPartsOf<IntercomClient>();
        intercom.Configure().Contacts.Returns(contacts);

        Assert.That(await new Backup(intercom).CountAsync(), Is.EqualTo(3));
    }
    // </snippet>

    // <snippet by hand>
    private sealed class FailingExports(Exception failure) : DataExportClient
    {
        public override Task<IntercomDownload> DownloadAsync(
            string jobIdentifier, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromException<IntercomDownload>(failure);
    }

    private sealed class FailingIntercom(Exception failure) : IntercomClient
    {
        public override DataExportClient DataExport { get; } = new FailingExports(failure);
    }

    private static readonly TestCaseData[] Failures =
    [
        new(new IntercomTimeoutException("DataExport.Download", TimeSpan.FromSeconds(100)), "later"),
        new(IntercomApiException.Create(HttpStatusCode.ServiceUnavailable), "later"),
        new(IntercomApiException.Create(HttpStatusCode.Gone), "expired"),
    ];

    [TestCaseSource(nameof(Failures))]
    public async Task A_failure_is_handled(Exception failure, string expected)
    {
        using var intercom = new FailingIntercom(failure);
        Assert.That(await new Backup(intercom).SaveAsync("7", Path.Combine(folder, "export.csv")), Is.EqualTo(expected));
    }
    // </snippet>
}
