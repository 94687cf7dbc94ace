using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Intercom.Generated.Testing.Webhooks;

/// <summary>
/// Signs notifications. This is a second implementation besides Intercom.Generated.Webhooks, so that a test of a verifier does not compare
/// it with itself, and so that this package stays without dependencies on the SDK.
/// </summary>
internal sealed class HubSignature(string clientSecret)
{
    public const string HeaderName = "X-Hub-Signature";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(clientSecret);

    [SuppressMessage("Security", "CA5350", Justification = "Intercom signs notifications with HMAC-SHA1, which is not weak as an HMAC.")]
    public string Sign(byte[] body)
    {
        using var hmac = new HMACSHA1(_key);
        return "sha1=" + string.Concat(hmac.ComputeHash(body).Select(part => part.ToString("x2", null)));
    }
}
