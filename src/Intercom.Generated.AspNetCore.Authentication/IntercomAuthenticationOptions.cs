using System.Security.Claims;
using System.Text.Json;
using Intercom.Generated.Runtime;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Intercom.Generated.AspNetCore.Authentication;

/// <summary>The options of <see cref="IntercomAuthenticationHandler"/>.</summary>
public class IntercomAuthenticationOptions : OAuthOptions
{
    private const string MePath = "/me";

    /// <summary>Creates options with the default values. Set <c>ClientId</c> and <c>ClientSecret</c>.</summary>
    public IntercomAuthenticationOptions()
    {
        ClaimsIssuer = IntercomAuthenticationDefaults.Issuer;
        CallbackPath = IntercomAuthenticationDefaults.CallbackPath;
        AuthorizationEndpoint = IntercomAuthenticationDefaults.AuthorizationEndpoint;
        TokenEndpoint = IntercomAuthenticationDefaults.TokenEndpoint;
        UserInformationEndpoint = IntercomAuthenticationDefaults.UserInformationEndpoint;
        // The default handler follows redirects, and would send the client secret and the token along.
        BackchannelHttpHandler = ConnectionSettings.NewHandler();

        // MapJsonKey would copy whole objects and arrays into the cookie.
        Map(ClaimTypes.NameIdentifier, me => Text(me, "id"));
        Map(ClaimTypes.Name, me => Text(me, "name"));
        Map(ClaimTypes.Email, me => Text(me, "email"));
        Map(IntercomClaimTypes.WorkspaceId, me => Text(App(me), "id_code"));
        Map(IntercomClaimTypes.WorkspaceName, me => Text(App(me), "name"));
        Map(IntercomClaimTypes.Region, me => Text(App(me), "region"));
        Map(IntercomClaimTypes.EmailVerified, me => IsTrue(me, "email_verified") ? "true" : "false");
    }

    /// <summary>
    /// The region to whose page teammates are sent, and whose API is called first. The default is the United States. A challenge can name
    /// another one (<see cref="IntercomChallengeProperties.Region"/>). Ignored for an <c>AuthorizationEndpoint</c> or
    /// <c>UserInformationEndpoint</c> of your own.
    /// </summary>
    public IntercomRegion Region { get; set; }

    /// <summary>
    /// Whether only teammates with a verified email address can sign in. The default is true. In a new workspace, anyone can enter any
    /// address, so set it to false only if nothing depends on the address.
    /// </summary>
    public bool RequireVerifiedEmail { get; set; } = true;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// An option is missing or not valid. The message never contains the secret. Options are validated when the application starts.
    /// </exception>
    public override void Validate()
    {
        ToClientOptions(http: null).Validate();
        base.Validate();
    }

    /// <summary>Gets the options of the OAuth client.</summary>
    internal IntercomOAuthOptions ToClientOptions(HttpClient? http) => new()
    {
        ClientId = ClientId,
        ClientSecret = ClientSecret,
        Region = Region,
        TokenEndpoint = Absolute(TokenEndpoint, nameof(TokenEndpoint)),
        BaseAddress = UserInformationEndpoint == IntercomAuthenticationDefaults.UserInformationEndpoint ? null : ApiAddress(),
        HttpClient = http,
    };

    /// <summary>Gets the page to which to send a teammate.</summary>
    internal string PageOf(IntercomRegion region) => AuthorizationEndpoint == IntercomAuthenticationDefaults.AuthorizationEndpoint
        ? IntercomOAuthEndpoints.GetAuthorization(region).AbsoluteUri
        : AuthorizationEndpoint;

    private Uri ApiAddress()
    {
        var me = Absolute(UserInformationEndpoint, nameof(UserInformationEndpoint));
        return me.AbsolutePath.EndsWith(MePath, StringComparison.Ordinal) && me.Query.Length == 0
            ? new Uri(me.AbsoluteUri[..^MePath.Length])
            : throw new ArgumentException($"{nameof(UserInformationEndpoint)} must end with {MePath}.");
    }

    private void Map(string type, Func<JsonElement, string?> read) => ClaimActions.MapCustomJson(type, read);

    private static Uri Absolute(string? address, string name) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        ? uri
        : throw new ArgumentException($"{name} must be an absolute https address.");

    private static JsonElement? App(JsonElement me) => Member(me, "app");

    private static bool IsTrue(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.True };

    private static string? Text(JsonElement? json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value ? value.ToString() : null;

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var member) ? member : null;
}
