using Microsoft.AspNetCore.Authentication.OAuth;

namespace Intercom.Generated.AspNetCore.Authentication;

/// <summary>The properties of a challenge.</summary>
public class IntercomChallengeProperties : OAuthChallengeProperties
{
    internal const string RegionKey = "region";

    /// <summary>The region of the workspace if you know it. Null for <see cref="IntercomAuthenticationOptions.Region"/>.</summary>
    public IntercomRegion? Region
    {
        get => GetParameter<IntercomRegion?>(RegionKey);
        set => SetParameter(RegionKey, value);
    }
}
