namespace Intercom.Generated.AspNetCore;

/// <summary>The requests of one kind: how they are verified, identified, and handled.</summary>
internal interface IEndpointProtocol
{
    /// <summary>The option that has the secrets, for messages.</summary>
    string SecretsOption { get; }

    WebhookSignature Signature { get; }

    /// <summary>The age from which a request is rejected as a replay, or null if requests have no time.</summary>
    TimeSpan? MaxAge { get; }

    /// <summary>Identifies a request whose signature is valid.</summary>
    /// <exception cref="InvalidNotificationException">The body is not a JSON object.</exception>
    RequestIdentity Identify(ReadOnlyMemory<byte> body);

    /// <summary>Reads a request that was identified.</summary>
    HandlerCall Read(ReadOnlyMemory<byte> body);
}
