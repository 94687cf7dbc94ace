namespace Intercom.Generated.AspNetCore.Authentication;

/// <summary>The default values of the Intercom authentication scheme.</summary>
public static class IntercomAuthenticationDefaults
{
    /// <summary>The name of the scheme.</summary>
    public const string AuthenticationScheme = "Intercom";

    /// <summary>The name that a sign-in page shows.</summary>
    public const string DisplayName = "Intercom";

    /// <summary>The issuer of the claims.</summary>
    public const string Issuer = "Intercom";

    /// <summary>The path of the callback, which must be part of a redirect URL of the app.</summary>
    public const string CallbackPath = "/signin-intercom";

    /// <summary>The page where a teammate of a workspace in the United States authorizes the app.</summary>
    public static readonly string AuthorizationEndpoint = IntercomOAuthEndpoints.GetAuthorization(IntercomRegion.UnitedStates).AbsoluteUri;

    /// <summary>The token endpoint of all regions.</summary>
    public static readonly string TokenEndpoint = IntercomOAuthEndpoints.Token.AbsoluteUri;

    /// <summary>The address of <c>GET /me</c> for a workspace in the United States.</summary>
    public static readonly string UserInformationEndpoint =
        new Uri(IntercomRegions.GetBaseAddress(IntercomRegion.UnitedStates), "me").AbsoluteUri;
}
