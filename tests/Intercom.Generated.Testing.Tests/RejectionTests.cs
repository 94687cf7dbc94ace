using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

public class RejectionTests
{
    [Test]
    public async Task A_wrong_token_is_unauthorized_and_gets_no_rate_limit_headers()
    {
        using var client = new FakeClient();
        var response = await client.SendAsync("GET", "/contacts", (string?)null,
            request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "stolen"));
        var error = response.ShouldBeError(HttpStatusCode.Unauthorized, "unauthorized");
        Assert.That((string?)error["message"], Is.EqualTo("Access Token Invalid"));
        Assert.That(response.Header("X-RateLimit-Limit"), Is.Null);
    }

    [Test]
    public async Task A_missing_token_is_unauthorized()
    {
        using var fake = new FakeIntercom("2.14");
        using var http = fake.CreateClient();
        using var response = await http.GetAsync("/me");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task The_token_can_be_configured()
    {
        using var client = new FakeClient(options: new FakeIntercomOptions { AccessToken = "mine" });
        await client.OkAsync("GET", "/me");
        Assert.That(client.Fake.AccessToken, Is.EqualTo("mine"));
    }

    [TestCase(null, "The header Intercom-Version is missing")]
    [TestCase("2.11", "The requested version could not be found")]
    public async Task The_version_header_is_required_and_must_match(string? sent, string message)
    {
        using var fake = new FakeIntercom("2.14");
        using var http = fake.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", fake.AccessToken);
        if (sent is not null)
            http.DefaultRequestHeaders.Add("Intercom-Version", sent);
        using var raw = await http.GetAsync("/me");
        var response = new ReceivedResponse(raw, await raw.Content.ReadAsByteArrayAsync());
        var error = response.ShouldBeError(HttpStatusCode.BadRequest, "intercom_version_invalid");
        Assert.That((string?)error["message"], Is.EqualTo(message));
    }

    [TestCase(null, HttpStatusCode.OK)]
    [TestCase("", HttpStatusCode.OK)]
    [TestCase("2.14", HttpStatusCode.OK)]
    [TestCase("2.11", HttpStatusCode.BadRequest)]
    public async Task Requests_without_a_version_use_the_default_version_if_RequireVersion_is_off(string? sent, HttpStatusCode expected)
    {
        using var fake = new FakeIntercom("2.14", new FakeIntercomOptions { RequireVersion = false });
        using var http = fake.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", fake.AccessToken);
        if (sent is not null)
            http.DefaultRequestHeaders.TryAddWithoutValidation("Intercom-Version", sent);
        using var response = await http.GetAsync(new Uri("/me", UriKind.Relative));
        Assert.That(response.StatusCode, Is.EqualTo(expected));
        Assert.That(response.Headers.GetValues("Intercom-Version"), Is.EqualTo(["2.14"]));
    }

    [Test]
    public void An_unknown_version_is_rejected_and_the_message_lists_the_supported_ones() =>
        Assert.That(() => new FakeIntercom("9.9"),
            Throws.ArgumentException.With.Message.Contains(string.Join(", ", FakeIntercom.Versions)));

    [Test]
    public void The_versions_match_the_descriptions_in_the_repository()
    {
        var described = Directory.GetDirectories(OpenApiFolder())
            .Where(folder => File.Exists(Path.Combine(folder, "description.json"))).Select(Path.GetFileName);
        Assert.That(FakeIntercom.Versions.Select(version => version.ToLowerInvariant()), Is.EquivalentTo(described));
        Assert.That(FakeIntercom.Versions[^1], Is.EqualTo("Preview"));
        Assert.That(FakeIntercom.Versions.SkipLast(1).Select(Version.Parse), Is.Ordered);
    }

    [TestCase("preview")]
    [TestCase("PREVIEW")]
    [TestCase("Preview")]
    public void Versions_ignore_case(string version)
    {
        using var fake = new FakeIntercom(version);
        Assert.That(fake.Version, Is.EqualTo("Preview"));
    }

    [Test]
    public async Task An_unknown_path_is_not_found()
    {
        using var client = new FakeClient();
        var error = await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "GET", "/unicorns");
        Assert.That((string?)error["message"], Is.EqualTo("The requested resource could not be found"));
    }

    [Test]
    public async Task An_unsupported_method_is_not_found_and_the_message_lists_the_methods()
    {
        using var client = new FakeClient();
        var error = await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "PATCH", "/contacts/1");
        Assert.That((string?)error["message"], Does.Contain("PUT, GET, DELETE").And.Contain("not PATCH"));
    }

    [Test]
    public async Task An_operation_of_another_version_is_not_found()
    {
        using var client = new FakeClient("2.11");
        await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "GET", "/brands");
    }

    [Test]
    public async Task An_empty_ID_does_not_match_a_placeholder()
    {
        using var client = new FakeClient();
        await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "GET", "/contacts//tags");
    }

    [Test]
    public async Task A_missing_required_query_parameter_is_reported_by_name()
    {
        using var client = new FakeClient();
        var error = await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_not_found", "GET", "/admins/activity_logs");
        Assert.That((string?)error["field"], Is.EqualTo("created_at_after"));
    }

    [TestCase("/calls?page=two", "page")]
    [TestCase("/segments?include_count=1", "include_count")]
    [TestCase("/data_attributes?model=unicorn", "model")]
    public async Task A_query_parameter_of_the_wrong_type_is_reported_by_name(string path, string field)
    {
        using var client = new FakeClient();
        var error = await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_invalid", "GET", path);
        Assert.That((string?)error["field"], Is.EqualTo(field));
    }

    [Test]
    public async Task An_unknown_query_parameter_is_reported_by_name()
    {
        using var client = new FakeClient();
        var error = await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_invalid", "GET", "/tags?color=red");
        Assert.That((string?)error["field"], Is.EqualTo("color"));
    }

    [Test]
    public async Task Undeclared_paging_parameters_are_accepted()
    {
        using var client = new FakeClient();
        await client.OkAsync("GET", "/articles?page=1&per_page=5");
    }

    [TestCase("user_id=1")]
    [TestCase("intercom_user_id=1")]
    [TestCase("email=ada%40example.com")]
    public async Task Properties_of_an_exploded_object_are_query_parameters(string member)
    {
        using var client = new FakeClient();
        client.Fake.AddContact(new JObject { ["id"] = "1", ["external_id"] = "1", ["email"] = "ada@example.com" });
        await client.OkAsync("GET", $"/events?type=user&{member}");
    }

    [Test]
    public async Task A_required_exploded_object_must_have_a_property()
    {
        using var client = new FakeClient();
        await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_not_found", "GET", "/events?type=user");
    }

    [TestCase("{")]
    [TestCase("")]
    [TestCase("{'email':'a'}")]
    [TestCase("{\"email\":\"a\",}")]
    [TestCase("{\"email\":\"a\",\"email\":\"b\"}")]
    [TestCase("{\"email\":NaN}")]
    [TestCase("{\"email\":01}")]
    [TestCase("{} {}")]
    public async Task Invalid_JSON_is_rejected_in_Intercoms_own_format(string body)
    {
        using var client = new FakeClient();
        var response = await client.SendAsync("POST", "/contacts", body);
        Assert.That(response.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        if (body.Length == 0)
            return;
        Assert.That((int?)response.Json["status"], Is.EqualTo(400));
        Assert.That((string?)response.Json["error"], Does.StartWith("There was a problem in the JSON you submitted"));
    }

    [Test]
    public async Task A_required_body_must_be_sent()
    {
        using var client = new FakeClient();
        await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_invalid", "POST", "/contacts/merge");
    }

    [Test]
    public async Task An_invalid_body_is_rejected_with_a_pointer()
    {
        using var client = new FakeClient();
        var contact = client.Fake.AddContact();
        var error = await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_invalid", "POST", "/conversations",
            new JObject { ["from"] = new JObject { ["type"] = "ghost", ["id"] = contact["id"] }, ["body"] = "Boo" });
        Assert.That((string?)error["message"], Does.StartWith("/from/type must be one of"));
        Assert.That((string?)error["field"], Is.EqualTo("from.type"));
    }

    [Test]
    public async Task The_Content_Type_must_be_JSON()
    {
        using var client = new FakeClient();
        var response = await client.SendAsync("POST", "/tags", (string?)null,
            request => request.Content = new StringContent("{\"name\":\"VIP\"}", Encoding.UTF8, "text/plain"));
        response.ShouldBeError(HttpStatusCode.BadRequest, "parameter_invalid");
    }

    [Test]
    public async Task Undeclared_properties_are_accepted_and_recorded()
    {
        using var client = new FakeClient();
        await client.OkAsync("POST", "/contacts", new JObject { ["email"] = "ada@example.com", ["emial"] = "typo" });
        Assert.That(client.Fake.Requests[^1].UndeclaredProperties.Single(), Is.EqualTo("emial"));
    }

    [Test]
    public async Task Validation_can_be_turned_off()
    {
        using var client = new FakeClient(options: new FakeIntercomOptions { ValidateRequests = false });
        await client.OkAsync("GET", "/tags?color=red");
        await client.OkAsync("POST", "/contacts", new JObject { ["email"] = 5 });
    }

    [Test]
    public async Task A_required_header_must_be_sent()
    {
        using var client = new FakeClient();
        var operation = client.Fake.Operations.Single(key => key.StartsWith("GET /download/reporting_data/", StringComparison.Ordinal));
        var declared = Description.Of("2.14")["paths"]![operation.Split(' ')[1]]!["get"]!["parameters"]!;
        if (!declared.Any(parameter => (string?)parameter["in"] == "header" && (string?)parameter["name"] == "Accept"))
            Assert.Ignore("The description does not declare the Accept header.");
        await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_not_found",
            "GET", "/download/reporting_data/7?app_id=a&job_identifier=7");
    }

    [TestCaseSource(typeof(FakeClient), nameof(FakeClient.With), new object[] { "POST /ecommerce/connectors/{}/catalog" })]
    public async Task A_multipart_body_is_required_to_be_multipart(string version)
    {
        using var client = new FakeClient(version);
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent("[]"u8.ToArray()), "catalog", "catalog.json" },
            { new StringContent("1"), "color" },
        };
        var path = $"/ecommerce/connectors/{client.Fake.Add("ecommerce_connector")["id"]}/catalog";
        var response = await client.SendAsync("POST", path, (string?)null, request => request.Content = form);
        Assert.That((int)response.Status, Is.LessThan(300), response.Text);
        Assert.That(client.Fake.Requests[0].UndeclaredProperties.Single(), Is.EqualTo("color"));

        response = await client.SendAsync("POST", path, new JObject { ["part_number"] = 1 });
        response.ShouldBeError(HttpStatusCode.BadRequest, "parameter_invalid");
    }

    [Test]
    public async Task Every_response_has_Intercoms_headers()
    {
        using var client = new FakeClient();
        var first = await client.SendAsync("GET", "/me");
        var second = await client.SendAsync("GET", "/unicorns");
        Assert.Multiple(() =>
        {
            Assert.That(first.Header("X-Request-Id"), Does.Match("^[0-9a-v]{20}$"));
            Assert.That(second.Header("X-Request-Id"), Does.Match("^[0-9a-v]{20}$").And.Not.EqualTo(first.Header("X-Request-Id")));
            Assert.That(first.Header("Intercom-Version"), Is.EqualTo("2.14"));
            Assert.That(first.Header("X-RateLimit-Limit"), Is.EqualTo("1667"));
            Assert.That(second.Header("X-RateLimit-Remaining"), Is.EqualTo("1667"));
            Assert.That(second.Header("X-RateLimit-Reset"), Is.EqualTo("1767225610"));
        });
    }

    private static string OpenApiFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Intercom.Generated.sln")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, "openapi");
    }
}
