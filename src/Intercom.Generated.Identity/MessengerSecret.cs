using System.Text;
using Intercom.Generated.Cryptography;

namespace Intercom.Generated;

/// <summary>A Messenger API secret. It is never part of a message, and only its bytes are kept.</summary>
internal sealed class MessengerSecret
{
    // Intercom creates secrets of 40 and more characters. A shorter text is a placeholder, or was cut off.
    public const int ShortestLength = 12;

    private readonly byte[] _key;

    private MessengerSecret(byte[] key) => _key = key;

    /// <summary>Creates a secret of any length, for vectors of specifications.</summary>
    public static MessengerSecret Unchecked(byte[] key) => new(key);

    /// <summary>Creates a secret.</summary>
    /// <param name="secret">The text.</param>
    /// <param name="name">The name of the secret in messages.</param>
    /// <exception cref="ArgumentException">The text cannot be a secret.</exception>
    public static MessengerSecret Create(string? secret, string name)
    {
        if (string.IsNullOrWhiteSpace(secret))
            throw new ArgumentException($"{name} is empty. {Source}");
        if (secret!.Any(letter => letter is <= ' ' or > '~'))
        {
            throw new ArgumentException(
                $"{name} contains a space, a line break, or another character that is not part of a secret. "
                + "Check where the secret was read from.");
        }

        if (secret!.Length < ShortestLength)
        {
            throw new ArgumentException(
                $"{name} has {secret.Length} characters, but a secret has at least {ShortestLength}. "
                + $"It is a placeholder or was cut off. {Source}");
        }

        return new MessengerSecret(Encoding.ASCII.GetBytes(secret));
    }

    /// <summary>Signs a message.</summary>
    public byte[] Sign(byte[] message) => HmacSha256.Hash(_key, message);

    /// <summary>Whether another secret is the same.</summary>
    public bool IsSame(MessengerSecret other) => HmacSha256.AreEqual(_key, other._key);

    private const string Source = "Copy the Messenger API secret from the settings of the workspace, under Messenger security.";
}
