using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests.Catalog;

/// <summary>The error for an operation that a version lacks lists the versions that have it.</summary>
public class AvailableVersionsTests
{
    private const string NotInVersion =
        """{"type":"error.list","request_id":"b-1","errors":[{"code":"intercom_version_invalid","message":"Requested resource is not available in current API version"}]}""";

    private const string UnknownVersion = """{"errors":[{"code":"intercom_version_invalid","message":"The requested version could not be found"}]}""";

    [Test]
    public async Task Lists_the_versions_that_have_the_operation()
    {
        var thrown = await Failure(ApiVersion.V2_11, new ApiOperation("AiContent.ListExternalPages", "GET", "/ai/external_pages"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ApiCatalogTests.Settled(thrown.AvailableVersions), Is.EqualTo(new[] { ApiVersion.Preview, ApiVersion.V2_14, ApiVersion.V2_12 }));
            Assert.That(thrown.Message, Does.Match(@"AiContent\.ListExternalPages is in API versions 2\.12, (2\.\d+, )*2\.\d+ and Preview, but this client requests 2\.11"));
            Assert.That(thrown.AttemptedVersions, Is.EqualTo(new[] { ApiVersion.V2_11 }));
        }
    }

    [Test]
    public async Task Uses_the_singular_for_one_version() =>
        Assert.That(
            (await Failure(ApiVersion.V2_14, new ApiOperation("Conversations.AutoAssign", "POST", "/conversations/{id}/run_assignment_rules"), "1")).Message,
            Does.Contain("Conversations.AutoAssign is in API version 2.11, but this client requests 2.14"));

    [Test]
    public async Task Finds_the_versions_by_path() =>
        Assert.That(
            ApiCatalogTests.Settled((await Failure(ApiVersion.V2_11, new ApiOperation("Raw", "get", "/internal_articles/42"))).AvailableVersions),
            Is.EqualTo(new[] { ApiVersion.Preview, ApiVersion.V2_14 }));

    [Test]
    public async Task Finds_the_versions_regardless_of_the_operation_name() =>
        Assert.That(
            ApiCatalogTests.Settled((await Failure(ApiVersion.V2_11, new ApiOperation("CustomObjectInstances.List", "GET", "/custom_object_instances/{type}"), "order")).AvailableVersions),
            Is.EqualTo(new[] { ApiVersion.Preview, ApiVersion.V2_14 }));

    [Test]
    public async Task Unknown_operation_has_no_versions()
    {
        var thrown = await Failure(ApiVersion.V2_14, new ApiOperation("Things.Get", "GET", "/things/{id}"), "1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown.AvailableVersions, Is.Empty);
            Assert.That(thrown.Message, Does.Contain("requests API version 2.14, which does not have Things.Get"));
        }
    }

    [Test]
    public async Task Published_operation_that_Intercom_does_not_offer_is_explained()
    {
        var thrown = await Failure(ApiVersion.V2_12, new ApiOperation("AiContent.ListExternalPages", "GET", "/ai/external_pages"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown.AvailableVersions, Does.Contain(ApiVersion.V2_12));
            Assert.That(thrown.Message, Does.Contain("does not offer it to this app in 2.12").And.Not.Contain("but this client requests"));
        }
    }

    [Test]
    public async Task Unknown_version_lists_no_operation_versions()
    {
        var thrown = await Failure(ApiVersion.V2_11, new ApiOperation("AiContent.ListExternalPages", "GET", "/ai/external_pages"), UnknownVersion, []);
        Assert.That((thrown.Reason, thrown.AvailableVersions.Count), Is.EqualTo((VersionFailureReason.VersionNotKnown, 0)));
    }

    private static Task<IntercomVersionException> Failure(ApiVersion version, ApiOperation operation, params string[] arguments) => Failure(version, operation, NotInVersion, arguments);

    private static async Task<IntercomVersionException> Failure(ApiVersion version, ApiOperation operation, string body, string[] arguments)
    {
        using var server = new StubServer(_ => StubServer.Json(body, 400));
        using var client = new AnyOperationClient(version, new IntercomClientOptions(StubServer.Token) { HttpMessageHandler = server });
        return (await Assert.CatchAsync<IntercomVersionException>(() => client.CallAsync(operation, arguments)))!;
    }

    private sealed class AnyOperationClient(ApiVersion version, IntercomClientOptions options) : IntercomClientBase(version, options)
    {
        public Task CallAsync(ApiOperation operation, params string[] arguments) => Invoker.SendAsync(new ApiRequest(operation, arguments), null, CancellationToken.None);
    }
}
