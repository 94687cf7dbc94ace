using System.Net;
using System.Security.Cryptography;
using System.Text;
using Intercom.Generated.CanvasKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.AspNetCore.Tests;

/// <summary>The endpoints of Canvas Kit.</summary>
public sealed class CanvasTests
{
    private const string Secret = "secret-of-the-app";

    [Test]
    public async Task Responds_with_a_canvas()
    {
        await using var application = await StartAsync();
        using var response = await PostAsync(application, "/submit", """{"workspace_id":"abc","component_id":"book","input_values":{"email":"ada@example.com"}}""");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/json"));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("""{"canvas":{"content":{"components":[{"type":"text","text":"Hello ada@example.com"}]}}}"""));
    }

    [Test]
    public async Task Responds_with_the_content_of_a_live_canvas()
    {
        await using var application = await StartAsync();
        using var response = await PostAsync(application, "/live", "{}");

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("""{"content":{"components":[{"type":"text","text":"Live"}]}}"""));
    }

    [TestCase("/submit"), TestCase("/live")]
    public async Task Rejects_a_wrong_or_missing_signature(string path)
    {
        await using var application = await StartAsync();
        foreach (var signature in new[] { null, string.Empty, "00", WebhookSignature.ForCanvasKit("another secret").Sign("{}"u8), "sha256=" + Sign("{}") })
        {
            using var response = await PostAsync(application, path, "{}", signature);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), signature);
        }
    }

    [TestCase(""), TestCase("[]"), TestCase("{\"private\"")]
    public async Task Rejects_a_signed_body_that_is_not_a_json_object(string body)
    {
        await using var application = await StartAsync();
        using var response = await PostAsync(application, "/submit", body);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("private"));
    }

    [Test]
    public async Task Rejects_a_body_over_the_limit()
    {
        await using var application = await StartAsync(options => options.MaxBodySize = 10);
        using var response = await PostAsync(application, "/submit", """{"a":"123456"}""");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task Opens_a_sheet_for_the_decrypted_user()
    {
        await using var application = await StartAsync();
        using var content = new FormUrlEncodedContent([new("intercom_data", $$"""{"user":"{{Encrypt("""{"id":"u1","user_id":"7"}""", Secret)}}"}""")]);
        using var response = await application.Client.PostAsync(new Uri("/sheet", UriKind.Relative), content);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("<p>u1</p>"));
    }

    [Test]
    public async Task Rejects_a_sheet_without_a_user_of_the_app()
    {
        await using var application = await StartAsync();
        foreach (var user in new[] { Encrypt("""{"id":"u1"}""", "another secret"), "", "u1" })
        {
            using var content = new FormUrlEncodedContent([new("intercom_data", $$"""{"user":"{{user}}"}""")]);
            using var response = await application.Client.PostAsync(new Uri("/sheet", UriKind.Relative), content);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), user);
        }
    }

    [Test]
    public async Task Reports_mistakes_in_the_setup()
    {
        var noSecret = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(options => options.ClientSecrets.Clear()));
        Assert.That(noSecret!.Message, Does.Contain("AddIntercomCanvasKit: ClientSecrets: There is no client secret."));
        var noServices = await Assert.ThrowsAsync<InvalidOperationException>(() => Application.StartAsync(
            _ => { }, application => application.MapIntercomCanvas("/x", (_, _) => throw new NotSupportedException())));
        Assert.That(noServices!.Message, Is.EqualTo("Call builder.Services.AddIntercomCanvasKit before you map the endpoint '/x'."));
    }

    private static string Sign(string body) => WebhookSignature.ForCanvasKit(Secret).Sign(Encoding.UTF8.GetBytes(body));

    private static string Encrypt(string json, string secret)
    {
        using var aes = new AesGcm(SHA256.HashData(Encoding.ASCII.GetBytes(secret)), 16);
        byte[] nonce = new byte[12], plain = Encoding.UTF8.GetBytes(json), tag = new byte[16];
        var encrypted = new byte[plain.Length];
        aes.Encrypt(nonce, plain, encrypted, tag);
        return Convert.ToBase64String([.. nonce, .. encrypted, .. tag]);
    }

    private static Task<HttpResponseMessage> PostAsync(Application application, string path, string body) => PostAsync(application, path, body, Sign(body));

    private static async Task<HttpResponseMessage> PostAsync(Application application, string path, string body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation(CanvasVerifier.SignatureHeader, signature);
        return await application.Client.SendAsync(request);
    }

    private static Task<Application> StartAsync(Action<IntercomCanvasKitOptions>? configure = null) => Application.StartAsync(
        services => services.AddIntercomCanvasKit(options =>
        {
            options.ClientSecrets.Add(Secret);
            configure?.Invoke(options);
        }),
        application =>
        {
            application.MapIntercomCanvas("/submit", (request, _) => Task.FromResult(
                CanvasResponse.Show(new CanvasBuilder().AddText($"Hello {request.InputValues.GetText("email")}").Build())));
            application.MapIntercomLiveCanvas("/live", (_, _) => Task.FromResult(new CanvasBuilder().AddText("Live").Build()));
            application.MapIntercomSheet("/sheet", (_, user, _) => Task.FromResult(Results.Content($"<p>{user.Id}</p>", "text/html")));
        });
}
