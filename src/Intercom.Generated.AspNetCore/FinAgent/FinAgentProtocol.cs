using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;

namespace Intercom.Generated.AspNetCore;

/// <summary>Callbacks of the Fin Agent API. Each is a bare event, without an envelope.</summary>
internal sealed class FinAgentProtocol<TEvent>(IntercomFinAgentOptions options) : IEndpointProtocol
    where TEvent : class
{
    public string SecretsOption => $"{nameof(IntercomFinAgentOptions)}.{nameof(IntercomFinAgentOptions.CallbackSecrets)}";

    public WebhookSignature Signature { get; } = WebhookSignature.ForFinAgent([.. options.CallbackSecrets]);

    public TimeSpan? MaxAge => null;

    public RequestIdentity Identify(ReadOnlyMemory<byte> body)
    {
        // Only checks that it is a JSON object. An event has no ID, but its time makes it unique, so its hash serves as one.
        NotificationReader.ReadEnvelope(body);
        return new(Convert.ToHexString(SHA256.HashData(body.Span)), null);
    }

    public HandlerCall Read(ReadOnlyMemory<byte> body) =>
        new("fin_agent", (services, cancellationToken) => HandleAsync(body, services, cancellationToken));

    private static async Task HandleAsync(ReadOnlyMemory<byte> body, IServiceProvider services, CancellationToken cancellationToken)
    {
        var finEvent = IntercomJson.Read<TEvent>(body.Span)!;
        foreach (var handler in services.GetServices<IIntercomFinAgentHandler<TEvent>>())
            await handler.HandleAsync(finEvent, cancellationToken).ConfigureAwait(false);
    }
}
