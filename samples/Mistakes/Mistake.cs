using System.Net;
using Intercom.Generated;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_16;

namespace Mistakes;

/// <summary>A use of the client that cannot work.</summary>
internal static class Mistake
{
    public static IReadOnlyList<(string Mistake, Func<Task> Make)> All { get; } =
    [
        ("No access token", () => Task.FromResult(new IntercomClient(new IntercomClientOptions()))),
        ("A token with a line break", () => Task.FromResult(new IntercomClient("token\n"))),
        ("A wrong token", () => CallAsync(intercom => intercom.Contacts.GetAsync("1"), token: "wrong")),
        ("An address without encryption", () => Task.FromResult(new IntercomClient(new IntercomClientOptions("token")
        {
            BaseAddress = new Uri("http://api.example.com"),
        }))),
        ("A negative number of retries", () => Task.FromResult(new IntercomClient(new IntercomClientOptions("token")
        {
            Retry = { MaxRetries = -1 },
        }))),
        ("An empty ID", () => CallAsync(intercom => intercom.Contacts.GetAsync(string.Empty))),
        ("An ID that does not exist", () => CallAsync(intercom => intercom.Contacts.GetAsync("nobody"))),
#pragma warning disable INTERCOM2200 // The mistake.
        ("A request without a required member", () => CallAsync(intercom => intercom.Articles.CreateAsync(new CreateArticleRequest()))),
#pragma warning restore INTERCOM2200
        ("A contact that exists", () => CallAsync(async intercom =>
        {
            await intercom.Contacts.CreateAsync(new CreateContactRequest { Role = "user", Email = "ada@example.com" });
            await intercom.Contacts.CreateAsync(new CreateContactRequest { Role = "user", Email = "ada@example.com" });
        })),
        ("The continuation of another list", () => CallAsync(async intercom =>
        {
            await foreach (var page in intercom.Contacts.ListAsync().AsPages("page 2"))
                break;
        })),
        ("A search that is nested too deeply", () => CallAsync(async intercom =>
        {
            var query = ContactFields.Role.EqualTo("user");
            for (var i = 0; i < 4; i++)
                query = i % 2 == 0 ? query & ContactFields.Name.EqualTo("Ada") : query | ContactFields.Name.EqualTo("Grace");
            await intercom.Contacts.SearchAsync(query).FirstPageAsync();
        })),
        ("A number that JSON does not have", () => CallAsync(intercom => intercom.Contacts.CreateAsync(new CreateContactRequest
        {
            CustomAttributes = new CustomAttributes { ["ratio"] = double.NaN },
        }))),
        ("A client after it was disposed", () => CallAsync(intercom =>
        {
            intercom.Dispose();
            return intercom.Contacts.GetAsync("1");
        })),
        ("A web page instead of JSON", () => CallAsync(
            intercom => intercom.Contacts.GetAsync("1"),
            fake => fake.Respond("GET", "/contacts/{id}", _ => new HttpResponseMessage
            {
                Content = new StringContent("<html>Sign in to the Wi-Fi</html>", null, "text/html"),
            }))),
        ("Too many requests without retries", () => CallAsync(
            intercom => intercom.Contacts.GetAsync("1", new RequestOptions { MaxRetries = 0 }),
            fake => fake.Respond("GET", "/contacts/{id}", _ => FakeIntercom.Error(
                HttpStatusCode.TooManyRequests, "rate_limit_exceeded", "Exceeded rate limit")))),
        ("A substitute without the member", async () =>
        {
            using var substitute = new EmptyIntercom();
            await substitute.Contacts.GetAsync("1");
        }),
    ];

    private static async Task CallAsync(Func<IntercomClient, Task> call, Action<FakeIntercom>? prepare = null, string? token = null)
    {
        using var fake = new FakeIntercom("2.16");
        prepare?.Invoke(fake);
        using var intercom = new IntercomClient(new IntercomClientOptions(token ?? fake.AccessToken) { HttpMessageHandler = fake });
        await call(intercom);
    }

    private sealed class EmptyIntercom : IntercomClient;
}
