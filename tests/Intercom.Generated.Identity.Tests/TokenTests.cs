using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Intercom.Generated.Tests;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Intercom.Generated.Identity.Tests;

/// <summary>Tokens, as Microsoft.IdentityModel reads them and as <see cref="MessengerIdentity"/> verifies them.</summary>
public sealed class TokenTests
{
    private const string Secret = "identity-secret-of-the-web-messenger-4711";
    private const string OlderSecret = "identity-secret-before-the-rotation-0815";

    private readonly ManualTimeProvider _time = new();

    private MessengerIdentity Identity => NewIdentity(Secret);

    [Test]
    public async Task An_independent_reader_accepts_a_token()
    {
        var token = Identity.CreateToken(Ada());
        var result = await ValidateAsync(token, Secret);
        Assert.That(result.IsValid, Is.True, result.Exception?.Message);
        var read = (JsonWebToken)result.SecurityToken;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((read.Alg, read.Typ), Is.EqualTo(("HS256", "JWT")));
            Assert.That(read.GetPayloadValue<string>("user_id"), Is.EqualTo("123456"));
            Assert.That(read.GetPayloadValue<string>("email"), Is.EqualTo("ada@example.com"));
            Assert.That(read.GetPayloadValue<string>("name"), Is.EqualTo("Ada \"Countess\" Lovelace"));
            Assert.That(read.GetPayloadValue<long>("created_at"), Is.EqualTo(1_700_000_000));
            Assert.That(read.GetPayloadValue<long>("paid_at"), Is.EqualTo(1_700_000_001));
            Assert.That(read.GetPayloadValue<long>("seats"), Is.EqualTo(5));
            Assert.That(read.GetPayloadValue<double>("score"), Is.EqualTo(0.5));
            Assert.That(read.GetPayloadValue<bool>("trial"), Is.False);
            Assert.That(read.GetPayloadValue<JsonElement>("company").GetProperty("id").GetString(), Is.EqualTo("6"));
            Assert.That(read.ValidTo, Is.EqualTo(_time.GetUtcNow().UtcDateTime.AddHours(1)));
        }
    }

    [Test]
    public async Task An_independent_reader_rejects_another_secret()
    {
        var result = await ValidateAsync(Identity.CreateToken(Ada()), OlderSecret);
        Assert.That(result.Exception, Is.InstanceOf<SecurityTokenInvalidSignatureException>());
    }

    [Test]
    public void Accepts_a_token_of_an_independent_writer()
    {
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            """{"user_id":"7","name":"Ünï","exp":1767229200}""",
            new SigningCredentials(new SymmetricSecurityKey(Encoding.ASCII.GetBytes(Secret)), "HS256"));
        var verification = Identity.VerifyToken(token);
        Assert.That(verification.TryGetUser(out var user), Is.True);
        Assert.That((user!.UserId, user.Name), Is.EqualTo(("7", "Ünï")));
        Assert.That(verification.ExpiresAt, Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1767229200)));
    }

    [Test]
    public void Leaves_out_claims_without_a_value()
    {
        var token = new JsonWebToken(Identity.CreateToken(new MessengerUser("1")));
        Assert.That(token.Claims.Select(claim => claim.Type), Is.EqualTo(new[] { "user_id", "exp" }));
    }

    [TestCase("\"")]
    [TestCase("\\")]
    [TestCase("</script><script>")]
    [TestCase("\u0000\u0001\b\t\n\u000b\f\r\u001f\u007f\u0085")]
    [TestCase("\u2028\u2029\ufeff\uffff")]
    [TestCase("Grüße 🍺 \ud83d\udc69\u200d\ud83d\ude80")]
    [TestCase("\u202eevil")]
    [TestCase("{\"user_id\":\"admin\"}")]
    public async Task Text_survives(string text) => await AssertSurvivesAsync(text);

    [Test]
    public void Any_text_survives_or_is_rejected() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll<string?>(text =>
        {
            if (string.IsNullOrWhiteSpace(text))
                return;
            if (IsUnicode(text))
                AssertSurvivesAsync(text).GetAwaiter().GetResult();
            else
                Assert.That(() => Identity.CreateToken(WithEverywhere(text)), Throws.ArgumentException);
        }));

    // The arguments of an attribute are UTF-8, which has no lone surrogates.
    [TestCase("D83D")]
    [TestCase("0061 DC69 0062")]
    [TestCase("DC69 D83D")]
    public void Lone_surrogates_are_rejected_everywhere(string letters)
    {
        var text = string.Concat(letters.Split(' ').Select(letter => (char)Convert.ToInt32(letter, 16)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => new MessengerUser(text), Throws.ArgumentException.With.Message.Contains("userId is not valid Unicode"));
            Assert.That(() => Identity.CreateToken(new("1") { Email = text }), Throws.ArgumentException.With.Message.Contains("Email"));
            Assert.That(() => Identity.CreateToken(new("1") { Name = text }), Throws.ArgumentException.With.Message.Contains("Name"));
            Assert.That(() => Identity.CreateToken(new("1") { Attributes = { ["a"] = text } }), Throws.ArgumentException.With.Message.Contains("a is not"));
            Assert.That(() => Identity.CreateToken(new("1") { Attributes = { [text] = 1 } }), Throws.ArgumentException);
            Assert.That(() => Identity.CreateUserHash(text), Throws.ArgumentException);
            Assert.That(() => Identity.VerifyHash(text, new string('0', 64)), Throws.ArgumentException);
        }
    }

    [TestCase("user_id")]
    [TestCase("email")]
    [TestCase("name")]
    [TestCase("created_at")]
    [TestCase("exp")]
    public void An_attribute_cannot_replace_a_claim(string name) => Assert.That(
        () => Identity.CreateToken(new("1") { Attributes = { [name] = "2" } }),
        Throws.ArgumentException.With.Message.Contains($"'{name}'"));

    [Test]
    public void Values_without_JSON_are_rejected()
    {
        var endless = new List<object?>();
        endless.Add(endless);
        object[] values = [double.NaN, double.PositiveInfinity, float.NegativeInfinity, new object(), 'c', Guid.Empty, new DateTime(2026, 1, 1), endless,
            new Dictionary<string, string> { ["a"] = "b" }, new Dictionary<string, object?> { [""] = 1 }];
        using (Assert.EnterMultipleScope())
        {
            foreach (var value in values)
            {
                Assert.That(
                    () => Identity.CreateToken(new("1") { Attributes = { ["plan"] = value } }),
                    Throws.ArgumentException.With.Message.Contains("plan"),
                    value.GetType().Name);
            }
        }
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("\n")]
    public void A_user_needs_an_ID(string? userId) => Assert.That(() => new MessengerUser(userId!), Throws.InstanceOf<ArgumentException>());

    [Test]
    public void A_verified_user_equals_the_signed_one()
    {
        Assert.That(Identity.VerifyToken(Identity.CreateToken(Ada())).TryGetUser(out var user), Is.True);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(user!.UserId, Is.EqualTo("123456"));
            Assert.That(user.Email, Is.EqualTo("ada@example.com"));
            Assert.That(user.CreatedAt, Is.EqualTo(Ada().CreatedAt));
            Assert.That(user.Attributes["paid_at"], Is.EqualTo(1_700_000_001L));
            Assert.That(user.Attributes["trial"], Is.False);
            Assert.That(user.Attributes["plan"], Is.Null);
            Assert.That(((Dictionary<string, object?>)user.Attributes["company"]!)["tags"], Is.EqualTo(new object[] { "a", 1L }));
        }
    }

    [Test]
    public void A_token_expires_after_its_lifetime()
    {
        var identity = new MessengerIdentity(new MessengerIdentityOptions { Secrets = { Secret }, Lifetime = TimeSpan.FromMinutes(5), TimeProvider = _time });
        var token = identity.CreateToken(Ada());
        _time.Advance(TimeSpan.FromSeconds(299));
        Assert.That(identity.VerifyToken(token).Status, Is.EqualTo(MessengerTokenStatus.Valid));
        _time.Advance(TimeSpan.FromSeconds(1));
        var expired = identity.VerifyToken(token);
        Assert.That(expired.Status, Is.EqualTo(MessengerTokenStatus.Expired));
        Assert.That(expired.TryGetUser(out _), Is.False);
        Assert.That(expired.User!.UserId, Is.EqualTo("123456"));
    }

    [Test]
    public void Rotation_signs_with_the_newest_secret_and_verifies_with_all()
    {
        var before = NewIdentity(OlderSecret);
        var during = NewIdentity(Secret, OlderSecret);
        var after = NewIdentity(Secret);
        var (old, current) = (before.CreateToken(Ada()), during.CreateToken(Ada()));
        var (oldHash, currentHash) = (before.CreateUserHash("1"), during.CreateUserHash("1"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((during.VerifyToken(old).Status, during.VerifyToken(old).SecretIndex), Is.EqualTo((MessengerTokenStatus.Valid, (int?)1)));
            Assert.That((during.VerifyToken(current).Status, during.VerifyToken(current).SecretIndex), Is.EqualTo((MessengerTokenStatus.Valid, (int?)0)));
            Assert.That(after.VerifyToken(current).Status, Is.EqualTo(MessengerTokenStatus.Valid));
            Assert.That(after.VerifyToken(old).Status, Is.EqualTo(MessengerTokenStatus.WrongSignature));
            Assert.That(during.VerifyHash("1", oldHash) && during.VerifyHash("1", currentHash) && after.VerifyHash("1", currentHash), Is.True);
            Assert.That(after.VerifyHash("1", oldHash), Is.False);
        }
    }

    [Test]
    public void Every_changed_character_makes_a_token_invalid()
    {
        var token = Identity.CreateToken(Ada());
        using (Assert.EnterMultipleScope())
        {
            for (var i = 0; i < token.Length; i++)
            {
                foreach (var letter in "A_.=-z")
                {
                    if (letter == token[i])
                        continue;
                    var changed = Identity.VerifyToken(string.Concat(token.AsSpan(0, i), [letter], token.AsSpan(i + 1)));
                    Assert.That(changed.Status, Is.EqualTo(MessengerTokenStatus.Malformed).Or.EqualTo(MessengerTokenStatus.WrongSignature));
                    Assert.That(changed.User, Is.Null);
                }
            }
        }
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("..")]
    [TestCase("a.b.c")]
    [TestCase("a.b")]
    [TestCase("a.b.c.d.e")]
    public void Other_text_is_malformed(string? token) => Assert.That(Identity.VerifyToken(token).Status, Is.EqualTo(MessengerTokenStatus.Malformed));

    [Test]
    public void A_long_text_is_malformed() =>
        Assert.That(Identity.VerifyToken(new string('A', 10_000_000) + ".A.A").Status, Is.EqualTo(MessengerTokenStatus.Malformed));

    [TestCase("""{"alg":"none"}""")]
    [TestCase("""{"alg":"HS512"}""")]
    [TestCase("""{"alg":"RS256"}""")]
    [TestCase("""{"alg":"hs256"}""")]
    [TestCase("""{"alg":null}""")]
    [TestCase("""{"alg":"\ud800"}""")]
    [TestCase("""{"alg":["HS256"]}""")]
    [TestCase("""{"alg":"HS256","crit":["exp"]}""")]
    [TestCase("""["HS256"]""")]
    [TestCase("{}")]
    [TestCase("HS256")]
    public void Other_algorithms_are_malformed(string header) =>
        Assert.That(Identity.VerifyToken(Sign(header, """{"user_id":"1"}""")).Status, Is.EqualTo(MessengerTokenStatus.Malformed));

    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("user")]
    [TestCase("""{"user_id":1}""")]
    [TestCase("""{"user_id":null}""")]
    [TestCase("""{"user_id":""}""")]
    [TestCase("""{"user_id":"\ud800"}""")]
    [TestCase("""{"user_id":"1","user_id":"2"}""")]
    [TestCase("""{"user_id":"1","exp":"tomorrow"}""")]
    [TestCase("""{"user_id":"1","exp":1e300}""")]
    [TestCase("""{"user_id":"1","exp":-1}""")]
    [TestCase("""{"user_id":"1","plan":"\ud800"}""")]
    public void Other_claims_are_malformed(string payload) =>
        Assert.That(Identity.VerifyToken(Sign("""{"alg":"HS256"}""", payload)).Status, Is.EqualTo(MessengerTokenStatus.Malformed));

    [Test]
    public void Nothing_in_a_signed_payload_causes_an_exception() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll<byte[]>(payload => Identity.VerifyToken(Sign(Encoding.ASCII.GetBytes("""{"alg":"HS256"}"""), payload ?? []))));

    [Test]
    public void A_token_without_expiry_stays_valid()
    {
        var verification = Identity.VerifyToken(Sign("""{"alg":"HS256"}""", """{"user_id":"1"}"""));
        Assert.That((verification.Status, verification.ExpiresAt), Is.EqualTo((MessengerTokenStatus.Valid, (DateTimeOffset?)null)));
    }

    private static MessengerUser Ada() => new("123456")
    {
        Email = "ada@example.com",
        Name = "Ada \"Countess\" Lovelace",
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
        Attributes =
        {
            ["seats"] = 5,
            ["score"] = 0.5,
            ["trial"] = false,
            ["plan"] = null,
            ["paid_at"] = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_001_999),
            ["company"] = new Dictionary<string, object?> { ["id"] = "6", ["tags"] = new object[] { "a", 1 } },
        },
    };

    private static MessengerUser WithEverywhere(string text) => new(text)
    {
        Email = text,
        Name = text,
        Attributes = { [" " + text] = text, ["list"] = new[] { text } },
    };

    private async Task AssertSurvivesAsync(string text)
    {
        var token = Identity.CreateToken(WithEverywhere(text));
        var result = await ValidateAsync(token, Secret);
        Assert.That(result.IsValid, Is.True, result.Exception?.Message);
        var read = (JsonWebToken)result.SecurityToken;
        Assert.That(read.GetPayloadValue<string>("user_id"), Is.EqualTo(text));
        Assert.That(read.GetPayloadValue<string>("email"), Is.EqualTo(text));
        Assert.That(read.GetPayloadValue<string>("name"), Is.EqualTo(text));
        Assert.That(read.GetPayloadValue<string>(" " + text), Is.EqualTo(text));
        Assert.That(read.GetPayloadValue<JsonElement>("list")[0].GetString(), Is.EqualTo(text));
        Assert.That(Identity.VerifyToken(token).User!.UserId, Is.EqualTo(text));
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, string secret) =>
        await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.ASCII.GetBytes(secret)),
            ValidAlgorithms = ["HS256"],
            ValidateIssuer = false,
            ValidateAudience = false,
            LifetimeValidator = (_, expires, _, _) => expires > _time.GetUtcNow().UtcDateTime,
        });

    private static string Sign(string header, string payload) => Sign(Encoding.ASCII.GetBytes(header), Encoding.UTF8.GetBytes(payload));

    private static string Sign(byte[] header, byte[] payload)
    {
        var signed = $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(payload)}";
        return $"{signed}.{Base64UrlEncoder.Encode(
            System.Security.Cryptography.HMACSHA256.HashData(Encoding.ASCII.GetBytes(Secret), Encoding.ASCII.GetBytes(signed)))}";
    }

    private MessengerIdentity NewIdentity(params string[] secrets)
    {
        var options = new MessengerIdentityOptions { TimeProvider = _time };
        foreach (var secret in secrets)
            options.Secrets.Add(secret);
        return new MessengerIdentity(options);
    }

    private static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]) || (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])))
                i += char.IsHighSurrogate(text[i]) ? 1 : 0;
            else
                return false;
        }

        return true;
    }
}
