namespace Intercom.Generated.Descriptions.Webhooks;

/// <summary>The webhook facts of one API version.</summary>
/// <param name="Topics">The topics, in the order of the file.</param>
/// <param name="Problems">The problems of the file. If there are any, <paramref name="Topics"/> is empty.</param>
public sealed record WebhookFacts(EquatableArray<WebhookTopicModel> Topics, EquatableArray<DescriptionProblem> Problems);

/// <summary>A topic.</summary>
/// <param name="Name">The class of its notifications, such as <c>ConversationUserCreated</c>.</param>
/// <param name="Topic">The topic, such as <c>conversation.user.created</c>.</param>
/// <param name="Aliases">Other spellings of the topic.</param>
/// <param name="Item">The class of the item, or null if the version has no model for it.</param>
/// <param name="ItemMember">The member of the item that has the actual item in some versions, or null.</param>
/// <param name="Summary">The summary.</param>
/// <param name="Since">The first version that documents the topic, if this version is older. Otherwise null.</param>
/// <param name="Permission">The permission that an app needs to receive the topic, or null if it needs none.</param>
public sealed record WebhookTopicModel(
    string Name,
    string Topic,
    EquatableArray<string> Aliases,
    string? Item,
    string? ItemMember,
    string Summary,
    string? Since,
    string? Permission);

/// <summary>A model that can be the item of a topic.</summary>
/// <param name="Key">The key of its schema.</param>
/// <param name="Name">The name of the class.</param>
public sealed record WebhookItemType(string Key, string Name);
