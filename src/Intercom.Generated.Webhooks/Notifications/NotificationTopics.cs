using System.ComponentModel;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Webhooks;

/// <summary>
/// The topics of an API version. Each version package has them in <c>IntercomWebhooks.Topics</c>, in its namespace <c>Webhooks</c>.
/// </summary>
public sealed class NotificationTopics
{
    private readonly Dictionary<string, NotificationTopic> _topics = new(StringComparer.Ordinal);

    /// <summary>Initializes the topics of a version. Only generated code calls it.</summary>
    /// <param name="version">The API version.</param>
    /// <param name="topics">The topics.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public NotificationTopics(string version, IEnumerable<NotificationTopic> topics)
    {
        Version = ApiVersion.Parse(version);
        foreach (var topic in topics ?? throw new ArgumentNullException(nameof(topics)))
            _topics[topic.Name] = topic;
    }

    /// <summary>The API version of the models that items are read into.</summary>
    public ApiVersion Version { get; }

    /// <summary>The names of the topics, such as <c>conversation.user.created</c>.</summary>
    public IReadOnlyCollection<string> Names => _topics.Keys;

    /// <summary>Gets the class of the notifications of a topic, or null if the topic is unknown.</summary>
    /// <param name="topic">The topic, such as <c>conversation.user.created</c>.</param>
    public Type? FindNotificationType(string topic) => Find(topic)?.NotificationType;

    internal IEnumerable<NotificationTopic> All => _topics.Values;

    internal NotificationTopic? Find(string topic) => _topics.TryGetValue(topic, out var found) ? found : null;
}
