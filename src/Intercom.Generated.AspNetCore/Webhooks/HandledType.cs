namespace Intercom.Generated.AspNetCore;

/// <summary>A type of notifications that has a handler, to find handlers for another API version at startup.</summary>
internal sealed class HandledType(string name, Type notificationType)
{
    /// <summary>The name of the webhooks.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the problem if no topic has notifications of the type, or null.</summary>
    public string? FindProblem(NotificationTopics topics)
    {
        if (notificationType == typeof(IntercomNotification)
            || topics.All.Any(topic => notificationType.IsAssignableFrom(topic.NotificationType)))
        {
            return null;
        }

        return $"There is a handler for {notificationType}, but no topic of API version {topics.Version} has such notifications. "
            + $"Use the types of the version whose topics are in {nameof(IntercomWebhookOptions.Topics)}.";
    }
}
