namespace Intercom.Generated.AspNetCore.Authentication;

/// <summary>The types of the claims that have no type in <see cref="System.Security.Claims.ClaimTypes"/>.</summary>
public static class IntercomClaimTypes
{
    /// <summary>The ID of the workspace.</summary>
    public const string WorkspaceId = "urn:intercom:workspace_id";

    /// <summary>The name of the workspace.</summary>
    public const string WorkspaceName = "urn:intercom:workspace_name";

    /// <summary>The region of the workspace as Intercom names it, such as <c>EU</c>.</summary>
    public const string Region = "urn:intercom:region";

    /// <summary><c>true</c> or <c>false</c>: whether the teammate has proved to own the email address.</summary>
    public const string EmailVerified = "urn:intercom:email_verified";
}
