using System.Diagnostics;
using System.Runtime.Serialization;
using NewtonsoftIgnore = Newtonsoft.Json.JsonIgnoreAttribute;
using SystemTextIgnore = System.Text.Json.Serialization.JsonIgnoreAttribute;

namespace Intercom.Generated;

/// <summary>The options of <see cref="IntercomOAuthClient"/>, which copies them.</summary>
public sealed class IntercomOAuthOptions
{
    /// <summary>The client ID of the app. The Developer Hub shows it under Basic information. Required.</summary>
    public string? ClientId { get; set; }

    /// <summary>
    /// The client secret of the app. The Developer Hub shows it under Basic information. Required. Serializers leave it out, and debuggers
    /// do not show it.
    /// </summary>
    [NewtonsoftIgnore, SystemTextIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ClientSecret { get; set; }

    /// <summary>
    /// The address that Intercom redirects to, which must be one of the app's redirect URLs. Null for the first of them.
    /// </summary>
    public Uri? RedirectUri { get; set; }

    /// <summary>
    /// The region whose page teammates are sent to, and whose API is called first. The default is the United States. The region of a token
    /// is that of its workspace (<see cref="IntercomOAuthIdentity.Region"/>).
    /// </summary>
    public IntercomRegion Region { get; set; }

    /// <summary>The token endpoint. The default is <see cref="IntercomOAuthEndpoints.Token"/>.</summary>
    public Uri TokenEndpoint { get; set; } = IntercomOAuthEndpoints.Token;

    /// <summary>The address to use instead of the API of each region, such as that of a fake. Null to use those of the regions.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Your own HttpClient, which is not disposed. Null to use a shared one. Turn off <c>AllowAutoRedirect</c> of its handler.
    /// </summary>
    [NewtonsoftIgnore, SystemTextIgnore, IgnoreDataMember]
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// The timeout of each call, including the retries of calls other than the token exchange. The default is 30 seconds.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock for timeouts and retries. The default is the system clock. Replace it in tests.</summary>
    [NewtonsoftIgnore, SystemTextIgnore, IgnoreDataMember]
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Validates the options as the client does when it is created.</summary>
    /// <exception cref="ArgumentException">An option is not valid. The message never contains the secret.</exception>
    public void Validate()
    {
        CheckCredential(ClientId, nameof(ClientId));
        CheckCredential(ClientSecret, nameof(ClientSecret));
        CheckAddress(RedirectUri, nameof(RedirectUri));
        CheckAddress(TokenEndpoint ?? throw new ArgumentException($"{nameof(TokenEndpoint)} cannot be null."), nameof(TokenEndpoint));
        CheckAddress(BaseAddress, nameof(BaseAddress));
        if (Timeout <= TimeSpan.Zero || Timeout.TotalMilliseconds > int.MaxValue)
            throw new ArgumentException($"{nameof(Timeout)} must be positive and at most {int.MaxValue} milliseconds.");
        if (TimeProvider is null)
            throw new ArgumentException($"{nameof(TimeProvider)} cannot be null.");
        try
        {
            IntercomOAuthEndpoints.GetAuthorization(Region);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new ArgumentException($"{nameof(Region)} {Region} is not a known region.", e);
        }
    }

    internal IntercomOAuthOptions ValidatedCopy()
    {
        Validate();
        return (IntercomOAuthOptions)MemberwiseClone();
    }

    private static void CheckCredential(string? value, string name)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException($"{name} is empty. The Developer Hub shows it under Basic information of the app.");
        if (value!.Any(letter => letter is <= ' ' or > '~'))
        {
            throw new ArgumentException(
                $"{name} contains a space, a line break, or another character that is not part of it. Check where it was read from.");
        }
    }

    private static void CheckAddress(Uri? address, string name)
    {
        if (address is null)
            return;
        if (!address.IsAbsoluteUri || !IsSecure(address))
            throw new ArgumentException($"{name} must be an https address (http only to this machine), because secrets are sent to it.");
        if (address.Fragment.Length > 0)
            throw new ArgumentException($"{name} cannot have a fragment.");
    }

    private static bool IsSecure(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
