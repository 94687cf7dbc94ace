namespace Intercom.Generated.Faults.Tests;

/// <summary>The protocol between a client and a server.</summary>
internal enum Transport
{
    /// <summary>HTTP/1.1 without encryption.</summary>
    Http1,

    /// <summary>HTTP/1.1 over TLS.</summary>
    Tls,

    /// <summary>HTTP/2 over TLS.</summary>
    Http2,
}
