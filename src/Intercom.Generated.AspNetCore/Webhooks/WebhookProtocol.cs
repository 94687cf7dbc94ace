namespace Intercom.Generated.AspNetCore;

/// <summary>Webhook notifications: each is handled by the handlers of its class, of its item, and of all notifications.</summary>
internal sealed class WebhookProtocol : IEndpointProtocol
{
    private readonly NotificationReader _reader;
    private readonly NotificationDispatcher _dispatcher;

    public WebhookProtocol(IntercomWebhookOptions options, object? key)
    {
        Signature = WebhookSignature.ForNotifications([.. options.ClientSecrets]);
        MaxAge = options.MaxAge;
        _reader = new(options.Topics!);
        _dispatcher = new(options.Topics!, key);
    }

    public string SecretsOption => $"{nameof(IntercomWebhookOptions)}.{nameof(IntercomWebhookOptions.ClientSecrets)}";

    public WebhookSignature Signature { get; }

    public TimeSpan? MaxAge { get; }

    public RequestIdentity Identify(ReadOnlyMemory<byte> body)
    {
        var envelope = NotificationReader.ReadEnvelope(body);
        return new(envelope.Id, envelope.CreatedAt);
    }

    public HandlerCall Read(ReadOnlyMemory<byte> body)
    {
        var notification = _reader.Read(body);
        var isKnown = _reader.Topics.FindNotificationType(notification.Topic) is not null;
        return new(
            isKnown ? notification.Topic : "unknown",
            (services, cancellationToken) => _dispatcher.DispatchAsync(notification, services, cancellationToken));
    }
}
