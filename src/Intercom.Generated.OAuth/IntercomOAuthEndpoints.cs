namespace Intercom.Generated;

/// <summary>The addresses of Intercom's OAuth.</summary>
public static class IntercomOAuthEndpoints
{
    /// <summary>The token endpoint, which is the same for all regions: <c>POST https://api.intercom.io/auth/eagle/token</c>.</summary>
    public static Uri Token { get; } = new("https://api.intercom.io/auth/eagle/token");

    /// <summary>Gets the page of a region where a teammate authorizes an app, such as <c>https://app.eu.intercom.com/oauth</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The region is not known.</exception>
    public static Uri GetAuthorization(IntercomRegion region) => region switch
    {
        IntercomRegion.UnitedStates => new Uri("https://app.intercom.com/oauth"),
        IntercomRegion.Europe => new Uri("https://app.eu.intercom.com/oauth"),
        IntercomRegion.Australia => new Uri("https://app.au.intercom.com/oauth"),
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "The region is not known."),
    };
}
