using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>The teammate who authorized the app, and the workspace, from <c>GET /me</c>.</summary>
public sealed class IntercomOAuthIdentity
{
    private IntercomOAuthIdentity(string id, JObject json)
    {
        Id = id;
        Json = json;
        Name = Text(json["name"]);
        Email = Text(json["email"]);
        // Only the Boolean counts, because a sign-in depends on it.
        IsEmailVerified = json["email_verified"] is JValue { Value: true };
        var app = json["app"] as JObject;
        WorkspaceId = Text(app?["id_code"]);
        WorkspaceName = Text(app?["name"]);
        RegionCode = Text(app?["region"]);
        Region = RegionCode is { } code && IntercomRegions.TryParse(code, out var region) ? region : null;
    }

    /// <summary>The ID of the teammate.</summary>
    public string Id { get; }

    /// <summary>The name of the teammate, or null if the response has none.</summary>
    public string? Name { get; }

    /// <summary>The email address of the teammate, or null if the response has none. See <see cref="IsEmailVerified"/>.</summary>
    public string? Email { get; }

    /// <summary>
    /// Whether the teammate has proved to own the address. Check it before you treat the address as an identity: anyone can enter any
    /// address in a new workspace.
    /// </summary>
    public bool IsEmailVerified { get; }

    /// <summary>The ID of the workspace, which is <c>app_id</c> in webhooks. Null if the response has none.</summary>
    public string? WorkspaceId { get; }

    /// <summary>The name of the workspace, or null if the response has none.</summary>
    public string? WorkspaceName { get; }

    /// <summary>
    /// The region of the workspace, for <see cref="IntercomClientOptions.Region"/>. Null if the response has none, or one that this package
    /// does not know.
    /// </summary>
    public IntercomRegion? Region { get; }

    /// <summary>The region as Intercom names it, such as <c>EU</c>. Null if the response has none.</summary>
    public string? RegionCode { get; }

    /// <summary>The whole response.</summary>
    public JObject Json { get; }

    internal static IntercomOAuthIdentity? Read(JToken json) =>
        json is JObject me && Text(me["id"]) is { } id ? new IntercomOAuthIdentity(id, me) : null;

    // Intercom sends IDs sometimes as numbers.
    private static string? Text(JToken? value) => value is JValue { Value: string or long } scalar
        && Convert.ToString(scalar.Value, System.Globalization.CultureInfo.InvariantCulture) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;
}
