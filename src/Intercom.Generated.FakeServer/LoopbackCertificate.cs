using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Intercom.Generated.FakeServer;

/// <summary>A certificate for this machine only, which is made when it is needed for the first time. Thread-safe.</summary>
internal sealed class LoopbackCertificate
{
    private readonly Lazy<X509Certificate2> _certificate = new(Create);

    /// <summary>The certificate with its key. The key never leaves the process.</summary>
    public X509Certificate2 WithKey => _certificate.Value;

    /// <summary>The certificate that a client has to trust.</summary>
    public string Pem => WithKey.ExportCertificatePem();

    private static X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Intercom.Generated.FakeServer", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        var now = DateTimeOffset.UtcNow;
        using var ephemeral = request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(7));
        // Windows cannot use the ephemeral key of a new certificate for TLS.
#pragma warning disable SYSLIB0057 // Its replacement is not part of .NET 8.
        return OperatingSystem.IsWindows() ? new X509Certificate2(ephemeral.Export(X509ContentType.Pfx)) : new X509Certificate2(ephemeral);
#pragma warning restore SYSLIB0057
    }
}
