using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Intercom.Generated.Faults.Tests;

/// <summary>A self-signed certificate for loopback, made for each test run. Only the clients of these tests trust it.</summary>
internal static class TestCertificate
{
    private static readonly Lazy<X509Certificate2> Instance = new(Create);

    public static X509Certificate2 Value => Instance.Value;

    /// <summary>Makes a handler trust the certificate.</summary>
    public static void TrustBy(HttpMessageHandler handler)
    {
        switch (handler)
        {
            case SocketsHttpHandler sockets:
                sockets.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = Policy() };
                break;
            case HttpClientHandler simple:
                simple.ServerCertificateCustomValidationCallback = (_, certificate, _, errors) =>
                    certificate?.Thumbprint == Value.Thumbprint && !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch);
                break;
            default:
                throw new ArgumentException($"{handler.GetType()} has no settings for TLS.", nameof(handler));
        }
    }

    private static X509ChainPolicy Policy() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { Value },
        RevocationMode = X509RevocationMode.NoCheck,
    };

    private static X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Intercom.Generated tests", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
