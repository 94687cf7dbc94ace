namespace Intercom.Generated.Testing;

/// <summary>Options for the notifications of a <see cref="FakeWebhooks"/>. They are read once, when they are passed.</summary>
public sealed class FakeWebhookOptions
{
    /// <summary>The topics to send, such as <c>contact.user.created</c>. By default, all topics. <c>ping</c> is always sent.</summary>
    public IReadOnlyCollection<string>? Topics { get; set; }

    /// <summary>The URL of the requests. The default is <c>https://app.example.com/intercom</c>.</summary>
    public Uri Url { get; set; } = new("https://app.example.com/intercom");

    /// <summary>
    /// The share of notifications that are sent twice, from 0 to 1. Intercom delivers at least once, so your code must recognize the second
    /// one by its ID. The default is 0.
    /// </summary>
    public double DuplicateRate { get; set; }

    /// <summary>Whether notifications that are due are sent in random order. Intercom guarantees no order. The default is false.</summary>
    public bool Shuffle { get; set; }

    /// <summary>The seed of <see cref="DuplicateRate"/> and <see cref="Shuffle"/>. The same seed gives the same deliveries.</summary>
    public int Seed { get; set; }
}
