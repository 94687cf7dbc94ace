using System.Reflection;
using System.Text.Json;

namespace Intercom.Generated.Identity.Tests;

/// <summary>Which secrets are accepted, and that none of them is ever shown.</summary>
public sealed class SecretTests
{
    private const string Secret = "TopSecretTopSecretTopSecret";

    [TestCase(null, "is empty")]
    [TestCase("", "is empty")]
    [TestCase("   ", "is empty")]
    [TestCase("Top", "has 3 characters, but a secret has at least 12")]
    [TestCase("TopSecretTopSecret\n", "contains a space, a line break")]
    [TestCase(" TopSecretTopSecret", "contains a space, a line break")]
    [TestCase("TopSecretTöpSecret", "contains a space, a line break")]
    public void A_secret_that_cannot_be_one_is_rejected(string? secret, string message)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var create in new Func<object>[]
            {
                () => new MessengerIdentity(secret!),
                () => new MessengerIdentity(new MessengerIdentityOptions { Secrets = { Secret, secret! } }),
            })
            {
                var exception = Assert.Throws<ArgumentException>(() => create())!;
                Assert.That(exception.Message, Does.Contain(message));
                Assert.That(exception.ToString(), Does.Not.Contain("TopSecret"));
            }
        }
    }

    [Test]
    public void The_message_names_the_position() =>
        Assert.That(
            () => new MessengerIdentity(new MessengerIdentityOptions { Secrets = { Secret, "short" } }),
            Throws.ArgumentException.With.Message.StartsWith("Secrets[1] has 5 characters"));

    [Test]
    public void Options_need_a_secret_once_and_a_lifetime()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => new MessengerIdentity(new MessengerIdentityOptions()), Throws.ArgumentException.With.Message.Contains("Secrets is empty"));
            Assert.That(
                () => new MessengerIdentity(new MessengerIdentityOptions { Secrets = { Secret, Secret + "2", Secret } }),
                Throws.ArgumentException.With.Message.Contains("Secrets[0] and Secrets[2] are the same"));
            Assert.That(
                () => new MessengerIdentity(new MessengerIdentityOptions { Secrets = { Secret }, Lifetime = TimeSpan.Zero }),
                Throws.ArgumentException.With.Message.Contains("Lifetime"));
            Assert.That(
                () => new MessengerIdentity(new MessengerIdentityOptions { Secrets = { Secret }, Lifetime = TimeSpan.FromDays(366) }),
                Throws.ArgumentException.With.Message.Contains("365 days"));
            Assert.That(
                () => new MessengerIdentity(new MessengerIdentityOptions { Secrets = { Secret }, TimeProvider = null! }),
                Throws.ArgumentException.With.Message.Contains("TimeProvider"));
            Assert.That(() => new MessengerIdentity((MessengerIdentityOptions)null!), Throws.ArgumentNullException);
        }
    }

    [Test]
    public void Options_are_copied()
    {
        var options = new MessengerIdentityOptions { Secrets = { Secret } };
        var identity = new MessengerIdentity(options);
        options.Secrets[0] = Secret + "2";
        Assert.That(identity.CreateUserHash("1"), Is.EqualTo(new MessengerIdentity(Secret).CreateUserHash("1")));
    }

    [Test]
    public void Secrets_are_not_shown()
    {
        var options = new MessengerIdentityOptions { Secrets = { Secret } };
        var identity = new MessengerIdentity(options);
        var texts = new[]
        {
            options.ToString()!, identity.ToString()!, JsonSerializer.Serialize(options), JsonSerializer.Serialize(identity),
            Newtonsoft.Json.JsonConvert.SerializeObject(options), Newtonsoft.Json.JsonConvert.SerializeObject(identity),
        };
        Assert.That(texts, Has.None.Contains("TopSecret"));
        Assert.That(
            typeof(MessengerIdentity).GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Select(field => field.FieldType),
            Has.None.EqualTo(typeof(string)).And.None.EqualTo(typeof(string[])));
    }
}
