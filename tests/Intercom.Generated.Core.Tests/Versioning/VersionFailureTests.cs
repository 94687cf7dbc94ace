namespace Intercom.Generated.Core.Tests.Versioning;

/// <summary>A version that Intercom rejects.</summary>
public class VersionFailureTests
{
    [Test]
    public async Task Missing_operation_is_reported_with_the_version()
    {
        var thrown = await Failure("""{"type":"error.list","request_id":"b-1","errors":["""
            + """{"code":"intercom_version_invalid","message":"Requested resource is not available in current API version"}]}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((thrown as IntercomVersionException)?.Reason, Is.EqualTo(VersionFailureReason.OperationNotInVersion));
            Assert.That((thrown as IntercomVersionException)?.AttemptedVersions, Is.EqualTo(new[] { ApiVersion.V2_14 }));
            Assert.That(thrown.Operation, Is.EqualTo("Things.Get"));
            Assert.That(thrown.ApiVersion, Is.EqualTo(ApiVersion.V2_14));
            Assert.That(thrown.Message, Does.Contain("requests API version 2.14, which does not have Things.Get").And.Contain("b-1"));
        }
    }

    [TestCase("""{"errors":[{"code":"intercom_version_invalid","message":"The requested version could not be found"}]}""", 400)]
    [TestCase("""{"errors":[{"code":"intercom_version_invalid"}]}""", 400)]
    [TestCase("""{"errors":[{"code":"other"},{"code":"intercom_version_invalid","message":"The requested version could not be found"}]}""", 400)]
    [TestCase("""{"error":{"code":"intercom_version_invalid","message":"The requested version could not be found"}}""", 404)]
    public async Task Distinguishes_an_unknown_version(string body, int status)
    {
        var thrown = await Failure(body, status);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((thrown as IntercomVersionException)?.Reason, Is.EqualTo(VersionFailureReason.VersionNotKnown));
            Assert.That(thrown.Message, Does.Contain("requests API version 2.14. Use the client of a version that Intercom offers."));
        }
    }

    [TestCase("""{"errors":[{"code":"bad_request","message":"Requested resource is not available in current API version"}]}""", 400, typeof(IntercomBadRequestException))]
    [TestCase("""{"errors":[{"code":"intercom_version_invalid"}]}""", 503, typeof(IntercomServerException))]
    public async Task Text_or_an_outage_alone_does_not_reject_the_version(string body, int status, Type type) => Assert.That(await Failure(body, status), Is.TypeOf(type));

    private static async Task<IntercomApiException> Failure(string body, int status = 400)
    {
        using var server = new StubServer(_ => StubServer.Json(body, status));
        using var client = server.Connect();
        return (await Assert.CatchAsync<IntercomApiException>(() => client.Things.GetAsync("1")))!;
    }
}
