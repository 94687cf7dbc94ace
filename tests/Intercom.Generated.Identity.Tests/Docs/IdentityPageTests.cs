using System.Net;
using Intercom.Generated.DependencyInjection.Tests.Docs;
// <snippet usings>
using Intercom.Generated;
// </snippet>
using Intercom.Generated.Preview;
using Intercom.Generated.Tests;
using RichardSzalay.MockHttp;

namespace Intercom.Generated.Identity.Tests.Docs;

/// <summary>The code of docs/identity.md.</summary>
public sealed class IdentityPageTests
{
    private const string Secret = "the-secret-of-the-web-messenger";
    private const string OldSecret = "the-secret-before-the-rotation";

    [Test]
    public void Token()
    {
        var (messengerSecret, account) = (Secret, new Account("7", "ada@example.com", "Ada", new DateTimeOffset(2026, 1, 1, 0, 0, 0, default)));
        // <snippet token>
        var identity = new MessengerIdentity(messengerSecret);   // create it once, and reuse it

        string jwt = identity.CreateToken(new MessengerUser(account.Id)
        {
            Email = account.Email,
            Name = account.Name,
            CreatedAt = account.CreatedAt,
            Attributes = { ["plan"] = "pro", ["seats"] = 5 },
        });
        // </snippet>
        Assert.That(identity.VerifyToken(jwt).User!.Attributes["seats"], Is.EqualTo(5));
    }

    [Test]
    public void Options()
    {
        var (newSecret, oldSecret, fromBefore) = (Secret, OldSecret, new MessengerIdentity(OldSecret).CreateToken(new("7")));
        // <snippet options>
        var identity = new MessengerIdentity(new MessengerIdentityOptions
        {
            Secrets = { newSecret, oldSecret },   // the first one signs, all of them verify
            Lifetime = TimeSpan.FromMinutes(15),
        });
        // </snippet>
        Assert.That(identity.VerifyToken(fromBefore).SecretIndex, Is.EqualTo(1));
    }

    [Test]
    public void Verification()
    {
        var identity = new MessengerIdentity(Secret);
        string? userId = null, rejection = null;
        void Use(MessengerUser user) => userId = user.UserId;
        void Reject(MessengerTokenStatus status) => rejection = status.ToString();
        foreach (var token in new[] { identity.CreateToken(new("7")), "other" })
        {
            // <snippet verify>
            MessengerTokenVerification verification = identity.VerifyToken(token);
            if (verification.TryGetUser(out MessengerUser? user))
                Use(user);
            else
                Reject(verification.Status);   // Malformed, WrongSignature, or Expired
            // </snippet>
        }

        Assert.That((userId, rejection), Is.EqualTo(("7", "Malformed")));
    }

    [Test]
    public void Hash()
    {
        var (identity, account) = (new MessengerIdentity(Secret), new Account("7", "ada@example.com", "Ada", default));
        // <snippet hash>
        string userHash = identity.CreateUserHash(account.Id);
        // </snippet>
        Assert.That(identity.VerifyHash("7", userHash), Is.True);
    }

    [Test]
    public async Task Rotation()
    {
        using var server = new MockHttpMessageHandler();
        var created = server.When(HttpMethod.Post, "https://api.intercom.io/secure_mode_secrets")
            .Respond(HttpStatusCode.Created, "application/json", """{"id":"2","type":"secure_mode_secret","name":"Web 2026-10","secret":"the-secret-of-the-web-messenger"}""");
        server.When(HttpMethod.Get, "https://api.intercom.io/secure_mode_secrets").Respond(
            "application/json",
            """
            {"type":"list","data":[{"id":"1","name":"Web 2025-10","supports_web":true},{"id":"2","name":"Web 2026-10","supports_web":true},
             {"id":"3","name":"iOS","supports_ios":true}]}
            """);
        var deleted = server.When(HttpMethod.Delete, "https://api.intercom.io/secure_mode_secrets/1").Respond(HttpStatusCode.NoContent);
        using var intercom = new IntercomClient(new IntercomClientOptions("token") { HttpMessageHandler = server });
        var vault = new Vault();
        var rotation = new MessengerSecretRotation(intercom, vault);
        await rotation.StartAsync("Web 2026-10");
        await rotation.FinishAsync("Web 2026-10");
        Assert.That(vault.Secrets, Is.EqualTo(new[] { Secret, OldSecret }));
        Assert.That((server.GetMatchCount(created), server.GetMatchCount(deleted)), Is.EqualTo((1, 1)));
    }

    // <snippet rotation>
    public sealed class MessengerSecretRotation(Intercom.Generated.Preview.IntercomClient intercom, ISecretVault vault)
    {
        // Step 1. Intercom returns the secret only once. Afterward, deploy the configuration with both secrets, the new one first.
        public async Task StartAsync(string name)
        {
            CreatedIdentityVerificationSecret created = await intercom.IdentityVerificationSecrets.CreateAsync(
                new CreateIdentityVerificationSecretRequest { Name = name, SupportsWeb = true });
            await vault.InsertFirstAsync(created.Secret!);
        }

        // Step 2. Run it when every server has the new secret, and the last token of the old one has expired.
        public async Task FinishAsync(string name)
        {
            await foreach (IdentityVerificationSecret secret in intercom.IdentityVerificationSecrets.ListAsync())
            {
                bool isOnlyForWeb = secret is { SupportsWeb: true, SupportsIos: not true, SupportsAndroid: not true };
                if (isOnlyForWeb && secret.Name != name)
                    await intercom.IdentityVerificationSecrets.DeleteAsync(secret.Id!);
            }
        }
    }
    // </snippet>

    [Test]
    public void The_page_contains_this_code() => Page.AssertContainsCodeOf("identity.md", nameof(IdentityPageTests));

    public interface ISecretVault
    {
        Task InsertFirstAsync(string secret);
    }

    private sealed record Account(string Id, string Email, string Name, DateTimeOffset CreatedAt);

    private sealed class Vault : ISecretVault
    {
        public List<string> Secrets { get; } = [OldSecret];

        public Task InsertFirstAsync(string secret)
        {
            Secrets.Insert(0, secret);
            return Task.CompletedTask;
        }
    }
}
