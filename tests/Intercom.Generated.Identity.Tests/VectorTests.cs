using System.Text;
using Intercom.Generated.Cryptography;

namespace Intercom.Generated.Identity.Tests;

/// <summary>Vectors of RFC 4231 and RFC 7515, and those that were computed with another implementation.</summary>
public sealed class VectorTests
{
    // RFC 4231, section 4. Case 5 truncates the hash, so it has no place here.
    private static readonly (string Key, string Data, string Hash)[] Rfc4231 =
    [
        (Repeat("0b", 20), Hex("Hi There"), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        (Hex("Jefe"), Hex("what do ya want for nothing?"), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        (Repeat("aa", 20), Repeat("dd", 50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
        ("0102030405060708090a0b0c0d0e0f10111213141516171819", Repeat("cd", 50), "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
        (Repeat("aa", 131), Hex("Test Using Larger Than Block-Size Key - Hash Key First"), "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
        (
            Repeat("aa", 131),
            Hex("This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm."),
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"),
    ];

    [TestCaseSource(nameof(Rfc4231))]
    public void Hash_of_RFC_4231((string Key, string Data, string Hash) vector) =>
        Assert.That(
            HmacSha256.ToHex(HmacSha256.Hash(Convert.FromHexString(vector.Key), Convert.FromHexString(vector.Data))), Is.EqualTo(vector.Hash));

    [Test]
    public void Signature_of_RFC_7515()
    {
        // Appendix A.1. The line breaks and spaces are part of what is signed.
        const string Key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
        const string Token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
            + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
            + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        Assert.That(CompactToken.TryParse(Token, out var signed, out var payload, out var signature), Is.True);
        var secret = MessengerSecret.Unchecked(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(Key));
        Assert.That(secret.Sign(signed), Is.EqualTo(signature));
        Assert.That(Encoding.UTF8.GetString(payload), Does.Contain("\"joe\""));
    }

    [Test]
    public void Token_of_another_implementation()
    {
        var user = new MessengerUser("123456") { Email = "ada@example.com" };
        var payload = MessengerClaims.Write(user, DateTimeOffset.FromUnixTimeSeconds(1767230000));
        const string Expected = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
            + ".eyJ1c2VyX2lkIjoiMTIzNDU2IiwiZW1haWwiOiJhZGFAZXhhbXBsZS5jb20iLCJleHAiOjE3NjcyMzAwMDB9"
            + ".VQLCA5NtI05Ict6aH9LMqctBdt7pB9PfkIzVR-qn8d0";
        Assert.That(CompactToken.Create(payload, MessengerSecret.Unchecked(Encoding.ASCII.GetBytes("identity-secret"))), Is.EqualTo(Expected));
    }

    [Test]
    public void User_hash_of_another_implementation()
    {
        const string Expected = "4e75a5d354b4a943e9344d8c866b1d48d662f5a493b34fffb93aed15f975f916";
        var identity = new MessengerIdentity("identity-secret");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(identity.CreateUserHash("123456"), Is.EqualTo(Expected));
            Assert.That(identity.CreateEmailHash("123456"), Is.EqualTo(Expected));
            Assert.That(identity.VerifyHash("123456", Expected), Is.True);
            Assert.That(identity.VerifyHash("123456", Expected.ToUpperInvariant()), Is.True);
            Assert.That(identity.VerifyHash("123457", Expected), Is.False);
        }
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("4e75a5d354b4a943")]
    [TestCase("4e75a5d354b4a943e9344d8c866b1d48d662f5a493b34fffb93aed15f975f91")]
    [TestCase("4e75a5d354b4a943e9344d8c866b1d48d662f5a493b34fffb93aed15f975f9160")]
    [TestCase("4e75a5d354b4a943e9344d8c866b1d48d662f5a493b34fffb93aed15f975f91g")]
    [TestCase("4e75a5d354b4a943e9344d8c866b1d48d662f5a493b34fffb93aed15f975f91٣")]
    public void Other_text_is_not_a_hash(string? hash) => Assert.That(new MessengerIdentity("identity-secret").VerifyHash("123456", hash), Is.False);

    private static string Repeat(string hex, int count) => string.Concat(Enumerable.Repeat(hex, count));

    private static string Hex(string text) => Convert.ToHexString(Encoding.ASCII.GetBytes(text));
}
