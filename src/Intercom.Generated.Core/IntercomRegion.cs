namespace Intercom.Generated;

/// <summary>The region in which a workspace is hosted.</summary>
public enum IntercomRegion
{
    /// <summary>The United States: https://api.intercom.io.</summary>
    UnitedStates,

    /// <summary>Europe: https://api.eu.intercom.io.</summary>
    Europe,

    /// <summary>Australia: https://api.au.intercom.io.</summary>
    Australia,
}
