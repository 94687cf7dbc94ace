using System.Net;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Aot;

/// <summary>Error responses and retries.</summary>
internal static class Failures
{
    public static async Task ErrorsAsync(Checks check)
    {
        using var workspace = new Workspace();
        var contacts = workspace.Intercom.Contacts;
        var missing = await check.ThrowsAsync<IntercomNotFoundException>(() => contacts.GetAsync("0123456789abcdef01234567"));
        check.That(
            missing.StatusCode == HttpStatusCode.NotFound && missing.Errors[0].Code == "not_found" && missing.RequestId is { Length: > 0 });
        check.That(missing.Operation == "Contacts.Get" && missing.ApiVersion == ApiVersion.V2_14);

        using var stranger = new IntercomClient(new IntercomClientOptions("another-token") { HttpMessageHandler = workspace.Fake });
        var unauthorized = await check.ThrowsAsync<IntercomAuthenticationException>(() => stranger.Contacts.GetAsync("1"));
        check.That(unauthorized.Errors[0].Code == "unauthorized");

        var wrong = new CreateContactRequest { Email = "ada@example.com" };
        wrong.AdditionalProperties["signed_up_at"] = "yesterday";
        check.That((await check.ThrowsAsync<IntercomApiException>(() => contacts.CreateAsync(wrong))).Errors.Count > 0);
        workspace.Fake.RespondOnce(
            "POST",
            "/contacts",
            _ => FakeIntercom.Error((HttpStatusCode)422, "parameter_invalid", "The email address is invalid", "email"));
        var invalid = await check.ThrowsAsync<IntercomValidationException>(
            () => contacts.CreateAsync(new CreateContactRequest { Email = "a" }));
        check.That(invalid.Errors[0].Field == "email");

        workspace.Fake.RespondOnce("GET", "/tags", _ => Workspace.Respond("<html>", "text/html"));
        var page = await check.ThrowsAsync<IntercomResponseException>(() => workspace.Intercom.Tags.ListAsync().FirstPageAsync());
        check.That(page.Message.Contains("web page", StringComparison.Ordinal));
        await check.ThrowsAsync<ArgumentException>(() => contacts.GetAsync(".."));
    }

    public static async Task RetriesAsync(Checks check)
    {
        using var workspace = new Workspace();
        var id = (string)workspace.Fake.AddContact("ada@example.com", "Ada")["id"]!;
        workspace.Fake.RespondOnce("GET", "/contacts/{id}", _ => RateLimited());
        workspace.Fake.RespondOnce(
            "GET", "/contacts/{id}", _ => FakeIntercom.Error(HttpStatusCode.ServiceUnavailable, "service_unavailable", "Down"));
        check.That((await workspace.Intercom.Contacts.GetAsync(id)).Name == "Ada");
        check.That(workspace.Fake.Requests.Count == 3);
        check.That(workspace.Intercom.RateLimit?.Limit > 0);

        workspace.Fake.Respond("GET", "/tags", _ => RateLimited());
        var limit = await check.ThrowsAsync<IntercomRateLimitException>(
            () => workspace.Intercom.Tags.ListAsync(new RequestOptions { MaxRetries = 1 }).FirstPageAsync());
        check.That(limit is { RetryCount: 1, RateLimit.Remaining: 0, ResetsAt.Year: 2026 });
    }

    private static HttpResponseMessage RateLimited()
    {
        var response = FakeIntercom.Error(
            HttpStatusCode.TooManyRequests, "rate_limit_exceeded", "Exceeded rate limit of 167 in 10_seconds");
        response.Headers.Add("X-RateLimit-Limit", "167");
        response.Headers.Add("X-RateLimit-Remaining", "0");
        response.Headers.Add("X-RateLimit-Reset", "1767225610");
        response.Headers.Add("Retry-After", "0");
        return response;
    }
}
