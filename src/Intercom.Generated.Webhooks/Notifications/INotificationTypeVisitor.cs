namespace Intercom.Generated.Webhooks;

/// <summary>Is called with the types of a topic as type arguments.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
internal interface INotificationTypeVisitor<out TResult>
{
    TResult Visit<TItem, TNotification>()
        where TItem : class
        where TNotification : IntercomNotification<TItem>;
}
