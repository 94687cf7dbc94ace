using Intercom.Generated.Runtime;

namespace Intercom.Generated.Webhooks;

/// <summary>A webhook notification whose item was read. Each version package has a class for each topic.</summary>
/// <typeparam name="TItem">The type of the item: a model of the version package.</typeparam>
public abstract class IntercomNotification<TItem> : IntercomNotification
    where TItem : class
{
    /// <summary>Initializes a notification. Only generated code derives from this class.</summary>
    /// <param name="envelope">The members around the item.</param>
    /// <param name="item">The item.</param>
    protected IntercomNotification(NotificationEnvelope envelope, TItem item)
        : base(envelope, item) =>
        Item = item;

    /// <summary>The item.</summary>
    public new TItem Item { get; }
}
