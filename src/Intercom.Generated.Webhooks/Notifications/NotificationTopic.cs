using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Intercom.Generated.Webhooks;

namespace Intercom.Generated.Runtime;

/// <summary>A topic of a version: the class of its notifications, and how to read their items.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NotificationTopic
{
    private protected NotificationTopic(string name, Type notificationType, Type itemType)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        NotificationType = notificationType ?? throw new ArgumentNullException(nameof(notificationType));
        ItemType = itemType;
    }

    /// <summary>The name, such as <c>conversation.user.created</c>.</summary>
    public string Name { get; }

    /// <summary>The class of notifications.</summary>
    public Type NotificationType { get; }

    /// <summary>The type of items.</summary>
    public Type ItemType { get; }

    /// <summary>The member of the item that has the actual item in some versions of the API, or null.</summary>
    public string? ItemMember { get; init; }

    /// <summary>Reads the current value as an item.</summary>
    /// <param name="reader">The reader. Afterwards, it is at the last token of the value, whether the value fits or not.</param>
    /// <returns>The item, or null if the JSON does not fit.</returns>
    internal object? ReadItem(ref JsonTokenizer reader)
    {
        if (ItemMember is null || !TryFindMember(reader, ItemMember, out var member))
            return ReadValue(ref reader);
        var item = ReadValue(ref member);
        reader.Skip();
        return item;
    }

    /// <summary>Creates a notification.</summary>
    internal abstract IntercomNotification Create(NotificationEnvelope envelope, object item);

    /// <summary>Calls a visitor with the types, which native AOT cannot look up at run time.</summary>
    internal abstract TResult Accept<TResult>(INotificationTypeVisitor<TResult> visitor);

    private protected abstract object? ReadValue(ref JsonTokenizer reader);

    private static bool TryFindMember(JsonTokenizer reader, string name, out JsonTokenizer member)
    {
        member = reader;
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        var utf8 = Encoding.UTF8.GetBytes(name);
        var isFound = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isNamed = reader.IsName(utf8);
            reader.Read();
            if (isNamed)
            {
                isFound = reader.TokenType == JsonTokenType.StartObject;
                member = reader;
            }

            reader.Skip();
        }

        return isFound;
    }
}

/// <summary>A topic with the type of its items.</summary>
/// <typeparam name="TItem">The type of items.</typeparam>
/// <typeparam name="TNotification">The class of notifications.</typeparam>
/// <param name="name">The name of the topic.</param>
/// <param name="codec">The codec of items.</param>
/// <param name="create">Creates a notification.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NotificationTopic<TItem, TNotification>(
    string name, JsonCodec<TItem> codec, Func<NotificationEnvelope, TItem, TNotification> create)
    : NotificationTopic(name, typeof(TNotification), typeof(TItem))
    where TItem : class
    where TNotification : IntercomNotification<TItem>
{
    internal override IntercomNotification Create(NotificationEnvelope envelope, object item) => create(envelope, (TItem)item);

    internal override TResult Accept<TResult>(INotificationTypeVisitor<TResult> visitor) => visitor.Visit<TItem, TNotification>();

    private protected override object? ReadValue(ref JsonTokenizer reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var values = new CodecReader(reader);
        if (codec.TryRead(ref values, out var item))
        {
            reader = values.Json;
            return item;
        }

        reader.Skip();
        return null;
    }
}
