using System.Security.Cryptography;
using System.Text;

namespace Intercom.Generated.CanvasKit.Tests;

/// <summary>Signatures, and the encrypted users of sheets.</summary>
public sealed class VerifierTests
{
    private const string Secret = "client-secret-of-the-app";

    private const string Signature = "5d4904ddc83b5e5a6533c8ddc979d99d6a13c4606b9f1dfc66d6e7f19f9d5b08";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes(
        """
        {"type":"notification_event","app_id":"abc123def","data":{"type":"notification_event_data","item":{"type":"ping","message":"hi"}},
        "links":{},"id":null,"topic":"ping","delivery_status":null,"delivery_attempts":1,"delivered_at":0,
        "first_sent_at":1768016203,"created_at":1768016203,"self":null}
        """.ReplaceLineEndings(string.Empty));

    [Test]
    public void Accepts_a_signature_of_another_implementation_in_either_case()
    {
        var verifier = new CanvasVerifier(Secret);
        Assert.That(verifier.Verify(Body, Signature), Is.True);
        Assert.That(verifier.Verify(Body, Signature.ToUpperInvariant()), Is.True);
    }

    [Test]
    public void Accepts_the_vector_of_RFC_4231() => Assert.That(
        new CanvasVerifier("Jefe").Verify("what do ya want for nothing?"u8.ToArray(), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"), Is.True);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("5d4904ddc83b5e5a6533c8ddc979d99d6a13c4606b9f1dfc66d6e7f19f9d5b0")]
    [TestCase("sha256=5d4904ddc83b5e5a6533c8ddc979d99d6a13c4606b9f1dfc66d6e7f19f9d5b08")]
    [TestCase("5d4904ddc83b5e5a6533c8ddc979d99d6a13c4606b9f1dfc66d6e7f19f9d5b09")]
    [TestCase("gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg")]
    public void Rejects_other_text(string? signature) => Assert.That(new CanvasVerifier(Secret).Verify(Body, signature), Is.False);

    [Test]
    public void Rejects_a_body_with_any_changed_byte()
    {
        var verifier = new CanvasVerifier(Secret);
        for (var i = 0; i < Body.Length; i++)
        {
            var changed = (byte[])Body.Clone();
            changed[i] ^= 1;
            Assert.That(verifier.Verify(changed, Signature), Is.False);
        }

        Assert.That(verifier.Verify([.. Body, (byte)'\n'], Signature), Is.False);
    }

    [Test]
    public void Accepts_each_of_several_secrets([Values(0, 1, 2)] int position)
    {
        var secrets = new[] { "another-secret-1", "another-secret-2", "another-secret-3" };
        secrets[position] = Secret;
        var verifier = new CanvasVerifier(secrets);
        Assert.That(verifier.Verify(Body, Signature), Is.True);
        Assert.That(verifier.TryDecryptUser(Encrypt("""{"id":"7"}""", Secret), out _), Is.True);
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("TopSecret\n")]
    [TestCase(null)]
    public void Rejects_a_secret_that_cannot_be_one(string? secret)
    {
        foreach (var secrets in new[] { [secret!], new[] { Secret, secret! } })
        {
            var exception = Assert.Throws<ArgumentException>(() => _ = new CanvasVerifier(secrets))!;
            Assert.That(exception.Message, Does.StartWith("The client secret").And.Not.Contain("TopSecret"));
        }

        Assert.That(() => new CanvasVerifier(), Throws.ArgumentException);
    }

    [Test]
    public void Decrypts_a_user()
    {
        Assert.That(new CanvasVerifier(Secret).TryDecryptUser(Encrypt("""{"type":"user","id":"5ba6","user_id":"7","email":"ada@example.com"}""", Secret), out var user), Is.True);
        Assert.That((user!.Id, user.ExternalId, user.Email), Is.EqualTo(("5ba6", "7", "ada@example.com")));
    }

    // Computed with the Python package cryptography, which uses OpenSSL: the key is the SHA-256 of the secret, the nonce is 000102030405060708090a0b.
    [Test]
    public void Decrypts_a_user_of_another_implementation()
    {
        Assert.That(new CanvasVerifier(Secret).TryDecryptUser(
            "AAECAwQFBgcICQoLfcFOaIRAKk/twTXnNZBLQ8JjhaaM9+6SX0eP6asnlrT9qLTuzLwh/teoZFdiFsPDf8EgZh0FfXXaTYvBuN/j" + "cPJ6oiGADnU183C29W8pE8ULUOlTJ1OtiRspJQNTHEdV35wsgr8LNEWKxcFl",
            out var user), Is.True);
        Assert.That(user!.ExternalId, Is.EqualTo("123456"));
    }

    [Test]
    public void Rejects_an_encrypted_user_with_any_changed_byte()
    {
        var encrypted = Convert.FromBase64String(Encrypt("""{"id":"7"}""", Secret));
        var verifier = new CanvasVerifier(Secret);
        for (var i = 0; i < encrypted.Length; i++)
        {
            var changed = (byte[])encrypted.Clone();
            changed[i] ^= 1;
            Assert.That(verifier.TryDecryptUser(Convert.ToBase64String(changed), out var user), Is.False);
            Assert.That(user, Is.Null);
            Assert.That(verifier.TryDecryptUser(Convert.ToBase64String(encrypted, 0, i), out _), Is.False);
        }
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("not base64!")]
    [TestCase("AAAA")]
    public void Rejects_other_encrypted_text(string? encrypted) => Assert.That(new CanvasVerifier(Secret).TryDecryptUser(encrypted, out _), Is.False);

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("{\"id\"")]
    public void Rejects_an_encrypted_text_that_is_not_a_user(string plain) =>
        Assert.That(new CanvasVerifier(Secret).TryDecryptUser(Encrypt(plain, Secret), out _), Is.False);

    [Test]
    public void Rejects_a_user_that_was_encrypted_with_another_secret() =>
        Assert.That(new CanvasVerifier("another-secret").TryDecryptUser(Encrypt("""{"id":"7"}""", Secret), out _), Is.False);

    private static string Encrypt(string plain, string secret)
    {
        var text = Encoding.UTF8.GetBytes(plain);
        var nonce = RandomNumberGenerator.GetBytes(12);
        var (cipher, tag) = (new byte[text.Length], new byte[16]);
        using var aes = new AesGcm(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), 16);
        aes.Encrypt(nonce, text, cipher, tag);
        return Convert.ToBase64String([.. nonce, .. cipher, .. tag]);
    }
}
