using System.Globalization;
using Intercom.Generated.Testing.Http;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.OAuth;

/// <summary>Intercom's OAuth for one app and one workspace. The description does not contain these operations.</summary>
internal sealed class AuthorizationServer(FakeIntercomOptions options)
{
    private static readonly Dictionary<string, string> Regions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["api.intercom.io"] = "US",
        ["api.eu.intercom.io"] = "EU",
        ["api.au.intercom.io"] = "AU",
    };

    private readonly string _clientId = options.ClientId;
    private readonly string _clientSecret = options.ClientSecret;
    private readonly string _accessToken = options.AccessToken;
    private readonly Uri _redirectUri = options.RedirectUri;
    private readonly string? _region = options.Region?.ToUpperInvariant();
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private int _created;

    /// <summary>Whether the workspace has the app, so that its token is valid.</summary>
    public bool IsInstalled { get; private set; } = true;

    /// <summary>The region in <c>GET /me</c>.</summary>
    public string Region => _region ?? "US";

    /// <summary>Whether the host is that of the workspace's region. Without a chosen region, every host is.</summary>
    public bool IsInRegion(Uri uri) => _region is null || !Regions.TryGetValue(uri.Host, out var region) || region == _region;

    /// <summary>Responds to the requests of OAuth, or returns null for all other requests.</summary>
    /// <exception cref="Rejection">The request is rejected.</exception>
    public FakeResponse? TryRespond(FakeRequest request, bool isAuthorized) => (request.Method, request.Path) switch
    {
        ("GET", "/oauth") => new FakeResponse(302) { Location = Authorize(request.Query, isAllowed: true).OriginalString },
        ("POST", "/auth/eagle/token") => ExchangeCode(request),
        ("POST", "/auth/uninstall") when isAuthorized => Uninstall(),
        _ => null,
    };

    /// <summary>Decides on the authorization page, and returns the address that the browser is redirected to.</summary>
    /// <exception cref="Rejection">The page has no client ID, no state, or the client ID of another app.</exception>
    public Uri Authorize(IReadOnlyList<KeyValuePair<string, string>> query, bool isAllowed)
    {
        if (Value(query, "client_id") is var client && client != _clientId)
            throw Rejection.Invalid($"client_id must be FakeIntercomOptions.ClientId, but is '{client}'", "client_id");
        var state = Value(query, "state") ?? throw Rejection.Missing("state");
        var target = Value(query, "redirect_uri") ?? _redirectUri.OriginalString;

        // Real codes can end with '=', which is not always encoded. Programs lose it when they split at every '='.
        var result = isAllowed ? $"code={NewCode()}" : "error=access_denied";
        var separator = target.Contains('?') ? '&' : '?';
        return new Uri($"{target}{separator}{result}&state={Uri.EscapeDataString(state)}");
    }

    private string NewCode()
    {
        var code = $"fakecode{(++_created).ToString("D6", CultureInfo.InvariantCulture)}==";
        _codes.Add(code);
        return code;
    }

    private FakeResponse ExchangeCode(FakeRequest request)
    {
        var sent = request.ReadForm();
        if (Value(sent, "client_id") != _clientId || Value(sent, "client_secret") != _clientSecret)
            throw new Rejection(401, "unauthorized", "Unauthorized Client");
        if (!_codes.Remove(Value(sent, "code") ?? ""))
            throw new Rejection(401, "unauthorized", "Unauthorized Code");
        IsInstalled = true;
        return new FakeResponse(200, new JObject { ["token_type"] = "Bearer", ["token"] = _accessToken, ["access_token"] = _accessToken });
    }

    private FakeResponse Uninstall()
    {
        IsInstalled = false;
        return new FakeResponse(204);
    }

    private static string? Value(IReadOnlyList<KeyValuePair<string, string>> values, string name) =>
        values.FirstOrDefault(pair => pair.Key == name).Value is { Length: > 0 } value ? value : null;
}
