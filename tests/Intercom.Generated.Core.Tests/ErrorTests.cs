using System.Net;
using RichardSzalay.MockHttp;

namespace Intercom.Generated.Core.Tests;

public class ErrorTests
{
    private const string ErrorList = """{"type":"error.list","request_id":"b-1","errors":[{"code":"parameter_invalid","message":"Email is wrong","field":"email"},{"code":"missing_parameter"}]}""";

    [TestCase(400, typeof(IntercomBadRequestException), "Correct the request")]
    [TestCase(401, typeof(IntercomAuthenticationException), "Check the access token")]
    [TestCase(403, typeof(IntercomForbiddenException), "permissions")]
    [TestCase(404, typeof(IntercomNotFoundException), "Check the IDs")]
    [TestCase(406, typeof(IntercomApiException), "")]
    [TestCase(409, typeof(IntercomConflictException), "update it instead")]
    [TestCase(418, typeof(IntercomApiException), "")]
    [TestCase(422, typeof(IntercomValidationException), "Correct the values")]
    [TestCase(429, typeof(IntercomRateLimitException), "Retry after")]
    [TestCase(500, typeof(IntercomServerException), "Retry later")]
    [TestCase(503, typeof(IntercomServerException), "The request did not cause the error")]
    [TestCase(599, typeof(IntercomServerException), "Retry later")]
    public async Task Each_status_has_its_type_and_remedy(int status, Type type, string remedy)
    {
        var thrown = await Failure(status, ErrorList);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown, Is.TypeOf(type));
            Assert.That((int)thrown.StatusCode, Is.EqualTo(status));
            Assert.That(thrown.Operation, Is.EqualTo("Things.Get"));
            Assert.That(thrown.ApiVersion, Is.EqualTo(ApiVersion.V2_14));
            Assert.That(thrown.RequestId, Is.EqualTo("b-1"));
            Assert.That(thrown.RawBody, Is.EqualTo(ErrorList));
            Assert.That(
                thrown.Message,
                Does.StartWith($"Things.Get failed with {status}")
                    .And.Contain("parameter_invalid (email): Email is wrong; missing_parameter")
                    .And.Contain("b-1")
                    .And.Contain(remedy));
            Assert.That(thrown.Continuation, Is.Null);
        }
    }

    [Test]
    public async Task Message_is_readable()
    {
        var thrown = await Failure(404, """{"type":"error.list","request_id":"b-1","errors":[{"code":"not_found","message":"Contact Not Found"}]}""");
        Assert.That(
            thrown.Message,
            Is.EqualTo("Things.Get failed with 404 Not Found: not_found: Contact Not Found (request ID b-1). Check the IDs. The resource may have been deleted or merged."));
    }

    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(418)]
    public async Task Web_page_without_a_request_id_is_not_from_Intercom(int status)
    {
        var thrown = await Failure(status, "<html><body>403 Forbidden</body></html>", contentType: "text/html");
        Assert.That(thrown.Message, Does.Contain("from a proxy, a firewall, or a load balancer, not from Intercom").And.Not.Contain("permissions").And.Not.Contain("token"));
    }

    [Test]
    public async Task Web_page_with_a_5xx_keeps_the_retry_advice() =>
        Assert.That((await Failure(502, "<html></html>", contentType: "text/html")).Message, Does.Contain("Retry later"));

    [TestCase("\"b-1\\r\\nlevel=error\"")]
    [TestCase("{\"id\":\"b-1\"}")]
    [TestCase("[\"b-1\"]")]
    [TestCase("\"b 1\"")]
    [TestCase("\"\\u202Eb\"")]
    [TestCase("\"\"")]
    [TestCase("true1")]
    public async Task Invalid_request_id_is_omitted(string json)
    {
        var thrown = await Failure(404, $$"""{"request_id":{{json}},"errors":[{"code":"not_found"}]}""");
        Assert.That(thrown.RequestId, Is.Null);
        Assert.That(thrown.Message, Does.Not.Contain("request ID"));
    }

    [Test]
    public async Task Long_request_id_is_omitted() =>
        Assert.That((await Failure(404, $$"""{"request_id":"{{new string('a', 129)}}"}""")).RequestId, Is.Null);

    [Test]
    public async Task Message_with_many_long_errors_is_bounded()
    {
        var errors = string.Join(",", Enumerable.Range(0, 60).Select(number =>
            $$"""{"code":"c{{number}}","message":"{{new string('x', 1000)}}\nnext line\u202E","field":"{{new string('f', 1000)}}"}"""));
        var thrown = await Failure(422, $$"""{"type":"error.list","errors":[{{errors}}]}""");
        Assert.That(thrown.Message, Has.Length.LessThan(15_000).And.Not.Contain("\n").And.Not.Contain("\u202E").And.Contain("and 50 more"));
        Assert.That(thrown.Errors, Has.Count.EqualTo(60));
    }

    [Test]
    public async Task Message_of_an_error_without_a_code_is_readable()
    {
        var thrown = await Failure(400, """{"status":400,"error":"There was a problem in the JSON you submitted"}""", contentType: "text/plain");
        Assert.That(thrown.Message, Does.StartWith("Things.Get failed with 400 Bad Request: There was a problem in the JSON you submitted."));
    }

    [Test]
    public async Task Message_of_an_unknown_status_is_readable() => Assert.That((await Failure(418, "")).Message, Is.EqualTo("Things.Get failed with 418."));

    [TestCase(403, IntercomErrorCodes.ApiPlanRestricted, "plan of the workspace")]
    [TestCase(401, IntercomErrorCodes.TokenRevoked, "The token was revoked or suspended")]
    [TestCase(401, IntercomErrorCodes.TokenSuspended, "The token was revoked or suspended")]
    [TestCase(400, IntercomErrorCodes.CustomDataLimitReached, "Archive unused data attributes")]
    public async Task Specific_codes_have_their_own_remedy(int status, string code, string remedy) =>
        Assert.That((await Failure(status, $$"""{"type":"error.list","errors":[{"code":"{{code}}"}]}""")).Message, Does.Contain(remedy));

    [TestCase("A contact matching those details already exists with id=6064d5a1b2c3", "6064d5a1b2c3")]
    [TestCase("A contact already exists with id=6064d5-x.", "6064d5-x")]
    [TestCase("Something with that name exists", null)]
    [TestCase(null, null)]
    public async Task Conflict_has_the_existing_id(string? message, string? id)
    {
        var text = message is null ? "null" : $"\"{message}\"";
        var thrown = await Failure(409, $$"""{"type":"error.list","errors":[{"code":"conflict","message":{{text}}}]}""");
        Assert.That(((IntercomConflictException)thrown).ExistingId, Is.EqualTo(id));
    }

    [Test]
    public async Task Errors_keep_their_order()
    {
        var thrown = await Failure(422, ErrorList);
        Assert.That(
            thrown.Errors,
            Is.EqualTo(new[] { new IntercomError("parameter_invalid", "Email is wrong", "email"), new IntercomError("missing_parameter", null, null) }));
    }

    private static IEnumerable<TestCaseData> OtherBodies()
    {
        yield return Body("string error", """{"status":400,"error":"There was a problem"}""", new IntercomError("", "There was a problem", null));
        yield return Body("error_key", """{"error_key":"landline_phone"}""", new IntercomError("landline_phone", null, null));
        yield return Body("error_key with message", """{"error_key":"invalid_phone","message":"No."}""", new IntercomError("invalid_phone", "No.", null));
        yield return Body("error object", """{"error":{"code":"c","message":"m"}}""", new IntercomError("c", "m", null));
        yield return Body(
            "map of texts",
            """{"errors":{"email":"is invalid","name":"is blank"}}""",
            new IntercomError("invalid", "is invalid", "email"),
            new IntercomError("invalid", "is blank", "name"));
        yield return Body("map of lists", """{"errors":{"email":["is invalid","is taken"]}}""", new IntercomError("invalid", "is invalid; is taken", "email"));
        yield return Body("list of texts", """{"errors":["first","second"]}""", new IntercomError("", "first", null), new IntercomError("", "second", null));
        yield return Body("empty list with message", """{"errors":[],"message":"m"}""", new IntercomError("", "m", null));
        yield return Body("message and code", """{"code":"c","message":"m"}""", new IntercomError("c", "m", null));
        yield return Body("numeric code", """{"errors":[{"code":4001,"message":"m"}]}""", new IntercomError("4001", "m", null));
        yield return Body("date in message", """{"message":"2024-01-01T00:00:00Z"}""", new IntercomError("", "2024-01-01T00:00:00Z", null));
        yield return Body("nulls", """{"type":"error.list","request_id":null,"errors":[{"code":null,"message":null,"field":null}]}""", new IntercomError("", null, null));
        yield return Body("empty errors", """{"type":"error.list","errors":[]}""");
        yield return Body("null errors", """{"type":"error.list","errors":null}""");
        yield return Body("HTML", "<html><h1>502 Bad Gateway</h1></html>");
        yield return Body("array", "[1]");
        yield return Body("text", "\"oops\"");
        yield return Body("truncated", """{"errors":[{"code":"c""");
        yield return Body("deep", string.Concat(Enumerable.Repeat("[", 500)));
        yield return Body("empty", "");

        static TestCaseData Body(string name, string body, params IntercomError[] errors) => new TestCaseData(body, errors).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(OtherBodies))]
    public async Task Errors_are_read_from_any_body(string body, IntercomError[] expected)
    {
        var thrown = await Failure(400, body, contentType: "text/html", ("X-Request-Id", "h-1"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown, Is.TypeOf<IntercomBadRequestException>());
            Assert.That(thrown.Errors, Is.EqualTo(expected));
            Assert.That(thrown.RequestId, Is.EqualTo("h-1"), "It is in the header when the body has none.");
            Assert.That(thrown.RawBody, Is.EqualTo(body.Length == 0 ? null : body));
            Assert.That(thrown.Message, Does.Contain("h-1").And.Not.Contain(": :").And.Not.Contain(": ;"));
        }
    }

    [Test]
    public async Task Request_id_of_the_body_takes_precedence()
    {
        var thrown = await Failure(404, ErrorList, headers: ("X-Request-Id", "h-1"));
        Assert.That(thrown.RequestId, Is.EqualTo("b-1"));
        Assert.That(thrown.Response.RequestId, Is.EqualTo("h-1"));
    }

    [Test]
    public async Task Request_id_may_be_absent() => Assert.That((await Failure(404, "")).RequestId, Is.Null);

    [Test]
    public async Task Error_has_the_response()
    {
        var thrown = await Failure(409, ErrorList, headers: ("X-RateLimit-Remaining", "5"));
        Assert.That(thrown.Response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(thrown.Response.RateLimit, Is.EqualTo(new RateLimit(null, 5, null)));
    }

    [Test]
    public async Task Rate_limit_error_has_the_reset_time()
    {
        var thrown = (IntercomRateLimitException)await Failure(
            429, """{"type":"error.list","errors":[{"code":"rate_limit_exceeded"}]}""", "application/json",
            ("X-RateLimit-Limit", "167"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1704067200"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown.ResetsAt, Is.EqualTo(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)));
            Assert.That(thrown.Response.RateLimit, Is.EqualTo(new RateLimit(167, 0, thrown.ResetsAt)));
            Assert.That(thrown.Message, Does.Contain("2024-01-01T00:00:00"));
        }
    }

    [Test]
    public async Task Status_429_without_headers_is_a_rate_limit_error()
    {
        var thrown = (IntercomRateLimitException)await Failure(429, "");
        Assert.That(thrown.ResetsAt, Is.Null);
        Assert.That(thrown.Message, Does.Contain("after a few seconds"));
    }

    [Test]
    public async Task RawBody_is_truncated() => Assert.That((await Failure(500, new string('x', 100_000))).RawBody, Has.Length.EqualTo(65_536));

    private static async Task<IntercomApiException> Failure(int status, string body, string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        using var http = new MockHttpMessageHandler();
        http.When(HttpMethod.Get, "https://api.intercom.io/things/1").Respond(
            (HttpStatusCode)status, headers.Select(header => KeyValuePair.Create(header.Name, header.Value)), contentType, body);
        using var client = new IntercomClient(new IntercomClientOptions("t") { HttpMessageHandler = http, Retry = { MaxRetries = 0 } });
        try
        {
            await client.Things.GetAsync("1");
        }
        catch (IntercomApiException e)
        {
            return e;
        }

        throw new AssertionException("The call did not fail.");
    }
}
