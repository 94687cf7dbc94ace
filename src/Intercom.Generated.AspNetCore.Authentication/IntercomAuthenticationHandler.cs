using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.AspNetCore.Authentication;

/// <summary>Signs in the teammates of Intercom workspaces with OAuth.</summary>
/// <param name="options">The options of all schemes.</param>
/// <param name="logger">The logger factory.</param>
/// <param name="encoder">The URL encoder.</param>
public class IntercomAuthenticationHandler(
    IOptionsMonitor<IntercomAuthenticationOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<IntercomAuthenticationOptions>(options, logger, encoder)
{
    // Intercom has neither scopes in the request, because the Developer Hub sets them, nor PKCE.
    /// <inheritdoc/>
    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        ArgumentNullException.ThrowIfNull(properties);
        var region = properties.GetParameter<IntercomRegion?>(IntercomChallengeProperties.RegionKey) ?? Options.Region;
        return QueryHelpers.AddQueryString(Options.PageOf(region), new Dictionary<string, string?>
        {
            ["client_id"] = Options.ClientId,
            ["state"] = Options.StateDataFormat.Protect(properties),
            ["redirect_uri"] = redirectUri,
        });
    }

    /// <inheritdoc/>
    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            var token = await NewClient().ExchangeCodeAsync(context.Code, Context.RequestAborted).ConfigureAwait(false);
            var response = new JObject { ["access_token"] = token.AccessToken, ["token_type"] = "Bearer" };
            return OAuthTokenResponse.Success(JsonDocument.Parse(response.ToString(Formatting.None)));
        }
        catch (IntercomOAuthException e)
        {
            return OAuthTokenResponse.Failed(e);
        }
    }

    /// <inheritdoc/>
    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(tokens);
        var me = await GetIdentityAsync(tokens.AccessToken!).ConfigureAwait(false);
        if (Options.RequireVerifiedEmail && !me.IsEmailVerified)
        {
            throw new AuthenticationFailureException(
                "The email address of the teammate is not verified. Verify it in Intercom, then sign in again. "
                + $"({nameof(IntercomAuthenticationOptions)}.{nameof(Options.RequireVerifiedEmail)} requires it.)");
        }

        using var json = JsonDocument.Parse(me.Json.ToString(Formatting.None));
        var context = new OAuthCreatingTicketContext(
            new ClaimsPrincipal(identity), properties, Context, Scheme, Options, Backchannel, tokens, json.RootElement);
        context.RunClaimActions();
        await Events.CreatingTicket(context).ConfigureAwait(false);
        return new AuthenticationTicket(context.Principal!, context.Properties, Scheme.Name);
    }

    private async Task<IntercomOAuthIdentity> GetIdentityAsync(string accessToken)
    {
        try
        {
            return await NewClient().GetIdentityAsync(accessToken, Context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IntercomException or IntercomOAuthException)
        {
            throw new AuthenticationFailureException("The teammate who authorized the app could not be read. See the inner exception.", e);
        }
    }

    private IntercomOAuthClient NewClient() => new(Options.ToClientOptions(Backchannel));
}
