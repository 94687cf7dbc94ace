using System.Globalization;
using System.Text;

namespace Intercom.Generated.Webhooks.Tests;

/// <summary>The three signatures.</summary>
public sealed class SignatureTests
{
    private const string Secret = "client-secret-of-the-app";

    private const string Ping =
        """{"type":"notification_event","app_id":"abc123def","data":{"type":"notification_event_data","item":{"type":"ping","message":"hi"}}"""
        + ""","links":{},"id":null,"topic":"ping","delivery_status":null,"delivery_attempts":1,"delivered_at":0,"first_sent_at":1768016203,"""
        + "\"created_at\":1768016203,\"self\":null}";

    // The escape is six characters of the body.
    private const string Unicode = """{"text":"Grüße \u2028 🍺","n":1.0}""";

    private static IEnumerable<Vector> Vectors()
    {
        yield return new("notification", WebhookSignature.ForNotifications(Secret), Ping, "sha1=1ae69f404e8da74b00ea99391a248cd11ee938af");
        yield return new("Canvas Kit", WebhookSignature.ForCanvasKit(Secret), Ping, "5d4904ddc83b5e5a6533c8ddc979d99d6a13c4606b9f1dfc66d6e7f19f9d5b08");
        yield return new("Fin", WebhookSignature.ForFinAgent("fin-callback-secret"), Ping, "sha256=6976d83e16fcf7495579c9fada2c1950c7eea2b05bae6cd0ed799fe732f566d3");
        yield return new("Unicode", WebhookSignature.ForNotifications(Secret), Unicode, "sha1=0cbcbf6a820f327fbc76b3618e9e55a309d31191");
        yield return new("empty body", WebhookSignature.ForNotifications(Secret), "", "sha1=7f3ce1396ffa773284abc17a087e82e3545f725a");
        yield return new("RFC 2202 case 2", WebhookSignature.ForNotifications("Jefe"), "what do ya want for nothing?", "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
        yield return new("RFC 4231 case 2", WebhookSignature.ForFinAgent("Jefe"), "what do ya want for nothing?", "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    [TestCaseSource(nameof(Vectors))]
    public void Signs_as_published(Vector vector) => Assert.That(vector.Signer.Sign(vector.Bytes), Is.EqualTo(vector.Signature));

    [TestCaseSource(nameof(Vectors))]
    public void Verifies_hexadecimal_digits_of_either_case(Vector vector)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var spelling in new[] { vector.Signature, vector.Signature.ToUpper(CultureInfo.InvariantCulture), $" {vector.Signature} " })
            {
                Assert.That(vector.Signer.Verify(vector.Bytes, spelling), Is.True, spelling);
                Assert.That(VerifyInParts(vector.Signer, vector.Bytes, spelling), Is.True, spelling);
            }
        }
    }

    [TestCaseSource(nameof(Vectors))]
    public void Rejects_every_change(Vector vector)
    {
        var wrong = new List<string?>
        {
            null, "", "sha1=", "sha256=", "=", "sha1", vector.Signature[..^1], vector.Signature[..^2], vector.Signature + "0", vector.Signature + "00", "md5=" + vector.Signature,
        };
        for (var i = 0; i < vector.Signature.Length; i++)
        {
            var text = vector.Signature.ToCharArray();
            text[i] = text[i] == '0' ? '1' : '0';
            wrong.Add(new string(text));
            text[i] = 'g';
            wrong.Add(new string(text));
            text[i] = '０';
            wrong.Add(new string(text));
        }

        // The prefix belongs to the header.
        wrong.Add(vector.Signature.Contains('=', StringComparison.Ordinal) ? vector.Signature[(vector.Signature.IndexOf('=', StringComparison.Ordinal) + 1)..] : "sha256=" + vector.Signature);
        using (Assert.EnterMultipleScope())
        {
            foreach (var signature in wrong)
            {
                Assert.That(vector.Signer.Verify(vector.Bytes, signature), Is.False, signature);
                Assert.That(VerifyInParts(vector.Signer, vector.Bytes, signature), Is.False, signature);
            }

            for (var bit = 0; bit < vector.Bytes.Length * 8; bit += 7)
            {
                var changed = (byte[])vector.Bytes.Clone();
                changed[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.That(vector.Signer.Verify(changed, vector.Signature), Is.False);
            }

            Assert.That(vector.Signer.Verify([.. vector.Bytes, 0], vector.Signature), Is.False);
        }
    }

    [Test]
    public void Accepts_each_of_several_secrets([Values] Kind kind, [Values(1, 2, 3)] int signedWith)
    {
        var body = "{}"u8.ToArray();
        var signature = Create(kind, $"secret {signedWith}").Sign(body);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Create(kind, "secret 1", "secret 2", "secret 3").Verify(body, signature), Is.True);
            Assert.That(VerifyInParts(Create(kind, "secret 1", "secret 2", "secret 3"), body, signature), Is.True);
            Assert.That(Create(kind, "secret 4", "secret 5").Verify(body, signature), Is.False);
            Assert.That(Create(kind, $"secret {signedWith}", "secret 9").Sign(body), Is.EqualTo(signature), "The first secret signs.");
        }
    }

    [Test]
    public void Signatures_of_other_headers_do_not_count([Values] Kind kind, [Values] Kind other)
    {
        var body = "{}"u8.ToArray();
        Assert.That(Create(kind, Secret).Verify(body, Create(other, Secret).Sign(body)), Is.EqualTo(kind == other));
    }

    [Test]
    public void Refuses_empty_secrets([Values] Kind kind)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Create(kind), Throws.ArgumentException.With.Message.Contains("secret"));
            Assert.That(() => Create(kind, ""), Throws.ArgumentException);
            Assert.That(() => Create(kind, " \t"), Throws.ArgumentException);
            Assert.That(() => Create(kind, Secret, ""), Throws.ArgumentException.With.Message.Not.Contains(Secret));
            Assert.That(() => Create(kind, Secret, null!), Throws.ArgumentException);
            Assert.That(() => Create(kind, null!), Throws.ArgumentNullException);
        }
    }

    [Test]
    public void Shows_no_secret([Values] Kind kind)
    {
        var signature = Create(kind, Secret);
        var properties = signature.GetType().GetProperties().Select(property => property.GetValue(signature));
        Assert.That(properties.Append(signature.ToString()), Has.None.Contains(Secret));
    }

    [Test]
    public void Names_the_header([Values] Kind kind) => Assert.That(
        Create(kind, Secret).HeaderName,
        Is.EqualTo(kind switch { Kind.Notification => "X-Hub-Signature", Kind.CanvasKit => "X-Body-Signature", _ => "X-Fin-Agent-API-Webhook-Signature" }));

    private static WebhookSignature Create(Kind kind, params string[] secrets) => kind switch
    {
        Kind.Notification => WebhookSignature.ForNotifications(secrets),
        Kind.CanvasKit => WebhookSignature.ForCanvasKit(secrets),
        _ => WebhookSignature.ForFinAgent(secrets),
    };

    private static bool VerifyInParts(WebhookSignature signature, byte[] body, string? value)
    {
        using var hash = signature.StartVerification();
        foreach (var part in body.Chunk(7))
            hash.Append(part);
        return hash.Verify(value);
    }

    public enum Kind
    {
        Notification,
        CanvasKit,
        FinAgent,
    }

    public sealed record Vector(string Name, WebhookSignature Signer, string Body, string Signature)
    {
        public byte[] Bytes => Encoding.UTF8.GetBytes(Body);

        public override string ToString() => Name;
    }
}
