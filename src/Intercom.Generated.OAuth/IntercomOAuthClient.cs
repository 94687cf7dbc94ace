using System.Security.Cryptography;
using System.Text;
using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// Authorizes an app to use the workspaces of others with OAuth: sends a teammate to Intercom, exchanges the code of the callback for an
/// access token, and finds the workspace and region of the token. Thread-safe.
/// </summary>
/// <remarks>
/// In ASP.NET Core, use <c>AddIntercom</c> of <c>Intercom.Generated.AspNetCore.Authentication</c> to sign in teammates.
/// </remarks>
public sealed class IntercomOAuthClient
{
    private const long LongestIdentity = 256 * 1024;

    private static readonly ApiOperation Me = new("OAuth.GetIdentity", "GET", "/me");
    private static readonly ApiOperation Uninstall = new("OAuth.Uninstall", "POST", "/auth/uninstall") { IsRepeatable = true };

    private static readonly Lazy<HttpClient> SharedHttp = new(() =>
    {
        var http = new HttpClient(ConnectionSettings.NewHandler());
        ConnectionSettings.Apply(http);
        return http;
    });

    private readonly IntercomOAuthOptions _options;
    private readonly HttpClient _http;

    /// <summary>Creates a client.</summary>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="ArgumentException">An option is missing or not valid. The message never contains the secret.</exception>
    public IntercomOAuthClient(IntercomOAuthOptions options)
    {
        _options = (options ?? throw new ArgumentNullException(nameof(options))).ValidatedCopy();
        _http = _options.HttpClient ?? SharedHttp.Value;
    }

    /// <summary>Creates a random state of 256 bits. Keep it in the browser's session until the callback.</summary>
    public static string CreateState()
    {
        var bytes = new byte[32];
        using (var random = RandomNumberGenerator.Create())
            random.GetBytes(bytes);
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Gets the address to which to redirect the browser, where a teammate authorizes the app.</summary>
    /// <param name="state">A new value from <see cref="CreateState"/>.</param>
    /// <param name="region">The region of the workspace if you know it, or null for that of the options.</param>
    /// <exception cref="ArgumentException">The state is empty, or the region is not known.</exception>
    public Uri GetAuthorizationUrl(string state, IntercomRegion? region = null)
    {
        if (string.IsNullOrWhiteSpace(state))
        {
            throw new ArgumentException(
                $"The state is empty. Use {nameof(CreateState)}, and keep the value in the session.", nameof(state));
        }

        var url = new StringBuilder(IntercomOAuthEndpoints.GetAuthorization(region ?? _options.Region).AbsoluteUri);
        url.Append("?client_id=").Append(Uri.EscapeDataString(_options.ClientId!));
        url.Append("&state=").Append(Uri.EscapeDataString(state));
        if (_options.RedirectUri is { } redirect)
            url.Append("&redirect_uri=").Append(Uri.EscapeDataString(redirect.AbsoluteUri));
        return new Uri(url.ToString());
    }

    /// <summary>Reads the code from the callback, and checks its state in constant time.</summary>
    /// <param name="query">The query of the callback's address, with or without the question mark, and still encoded.</param>
    /// <param name="expectedState">
    /// The state from the browser's session. Remove it from the session, because a state is used only once.
    /// </param>
    /// <returns>The code.</returns>
    /// <exception cref="IntercomOAuthException">The state is not the expected one, the teammate refused, or there is no code.</exception>
    public static string ReadCode(string? query, string? expectedState) => OAuthCallback.Parse(query).ReadCode(expectedState);

    /// <summary>
    /// Exchanges a code for an access token (<c>POST /auth/eagle/token</c>). A code can be used only once, so the request is not retried.
    /// </summary>
    /// <param name="code">The code of the callback, decoded. It may end with an equals sign.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The code is empty.</exception>
    /// <exception cref="IntercomOAuthException">Intercom rejected the code, or did not respond.</exception>
    public Task<IntercomOAuthToken> ExchangeCodeAsync(string code, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(code))
            throw new ArgumentException("The code is empty. Read it from the callback with ReadCode.", nameof(code));
        return new TokenRequest(_options, _http).SendAsync(code, cancellationToken);
    }

    /// <summary>
    /// Gets the teammate, the workspace, and the region of a token (<c>GET /me</c>). If the region of the options does not know the token,
    /// the other regions are called too.
    /// </summary>
    /// <param name="accessToken">The access token.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The token is empty, or contains characters that no token has.</exception>
    /// <exception cref="IntercomException">The call failed.</exception>
    /// <exception cref="IntercomOAuthException">The response names no teammate.</exception>
    public async Task<IntercomOAuthIdentity> GetIdentityAsync(string accessToken, CancellationToken cancellationToken = default) =>
        await InItsRegionAsync(
            accessToken,
            async client => IntercomOAuthIdentity.Read(
                    await client.SendAsync<JToken>(new ApiRequest(Me), cancellationToken: cancellationToken).ConfigureAwait(false))
                ?? throw new IntercomOAuthException(
                    IntercomOAuthProblem.InvalidResponse, "OAuth.GetIdentity: the response has no ID of a teammate."))
            .ConfigureAwait(false);

    /// <summary>
    /// Uninstalls the app from the workspace of a token (<c>POST /auth/uninstall</c>). Afterward, all tokens of the workspace are invalid.
    /// </summary>
    /// <param name="accessToken">The access token.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The token is empty, or contains characters that no token has.</exception>
    /// <exception cref="IntercomException">
    /// The call failed. With an <see cref="IntercomAuthenticationException"/>, the token was already invalid.
    /// </exception>
    public async Task UninstallAsync(string accessToken, CancellationToken cancellationToken = default) =>
        await InItsRegionAsync(
            accessToken,
            async client =>
            {
                await client.SendAsync(new ApiRequest(Uninstall), cancellationToken: cancellationToken).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);

    // Intercom rejects a token in another region than that of its workspace.
    private async Task<T> InItsRegionAsync<T>(string accessToken, Func<TokenClient, Task<T>> call)
    {
        IntercomAuthenticationException? rejection = null;
        foreach (var address in Addresses())
        {
            using var client = new TokenClient(OptionsFor(accessToken, address));
            try
            {
                return await call(client).ConfigureAwait(false);
            }
            catch (IntercomAuthenticationException e)
            {
                rejection ??= e;
            }
        }

        throw rejection!;
    }

    private IEnumerable<Uri> Addresses() => _options.BaseAddress is { } address
        ? [address]
        : new[] { _options.Region, IntercomRegion.UnitedStates, IntercomRegion.Europe, IntercomRegion.Australia }
            .Distinct().Select(IntercomRegions.GetBaseAddress);

    private IntercomClientOptions OptionsFor(string accessToken, Uri address) => new(accessToken)
    {
        BaseAddress = address,
        HttpClient = _http,
        Timeout = _options.Timeout,
        TimeProvider = _options.TimeProvider,
        MaxResponseSize = LongestIdentity,
        VersionMismatch = VersionMismatchPolicy.Ignore,
    };

    /// <summary>Calls the API with the token. Every version has the same <c>/me</c>.</summary>
    private sealed class TokenClient(IntercomClientOptions options) : IntercomClientBase(ApiVersion.V2_14, options);
}
