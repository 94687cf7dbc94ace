using Intercom.Generated.Testing.Http;

namespace Intercom.Generated.Testing;

/// <summary>Options for a <see cref="FakeIntercom"/>. They are read once, when the fake is created.</summary>
public sealed class FakeIntercomOptions
{
    /// <summary>The bearer token that requests must send. The default is <c>fake-token</c>.</summary>
    public string AccessToken { get; set; } = "fake-token";

    /// <summary>The client ID of the app, for OAuth. The default is <c>fake-client-id</c>.</summary>
    public string ClientId { get; set; } = "fake-client-id";

    /// <summary>
    /// The client secret of the app, for OAuth and the signatures of notifications. The default is <c>fake-client-secret</c>.
    /// </summary>
    public string ClientSecret { get; set; } = "fake-client-secret";

    /// <summary>
    /// The address that the authorization page redirects to if it has no parameter <c>redirect_uri</c>. The default is
    /// <c>https://app.example.com/callback</c>.
    /// </summary>
    public Uri RedirectUri { get; set; } = new("https://app.example.com/callback");

    /// <summary>
    /// The region of the workspace: <c>US</c>, <c>EU</c>, or <c>AU</c>. Intercom's hosts of the other regions then reject the token, as
    /// they do in production. By default, every host accepts it, and <c>GET /me</c> reports <c>US</c>.
    /// </summary>
    public string? Region { get; set; }

    /// <summary>
    /// The clock, such as a <c>FakeTimeProvider</c> that the client under test uses too. By default, the fake uses its own clock, which
    /// starts at 2026-01-01T00:00:00Z. It advances by one second for each created resource and for each request of a job's status, and by
    /// <see cref="FakeIntercom.Advance"/>, so that every run returns the same responses.
    /// </summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>
    /// The time that a background job takes, such as an export. It is pending for the first half. The default is 2 seconds. With the fake's
    /// own clock, that is the second request of the status.
    /// </summary>
    public TimeSpan JobDuration { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The time zone of the workspace. Searches for contacts compare times by calendar days in this time zone, in the versions that
    /// document it. The default is UTC.
    /// </summary>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>
    /// The number of requests in each 10-second window before the fake responds with 429. By default, there is no limit. With the fake's
    /// own clock, the first request after a 429 arrives in the next window, because the client waits until then.
    /// </summary>
    public int? RateLimit { get; set; }

    /// <summary>
    /// The number of requests that <see cref="FakeIntercom.Requests"/> keeps, at least 0. Older ones are dropped. By default, all are kept.
    /// </summary>
    public int RequestLimit { get; set; } = int.MaxValue;

    /// <summary>
    /// Whether parameters and bodies are checked against the description. The default is true. The token, version, path, and JSON
    /// syntax are always checked.
    /// </summary>
    public bool ValidateRequests { get; set; } = true;

    /// <summary>
    /// Whether requests must include the <c>Intercom-Version</c> header. The default is true. If false, a request without the header
    /// uses the workspace's default version, which is the fake's version.
    /// </summary>
    public bool RequireVersion { get; set; } = true;

    /// <summary>The faults that several fakes share, or null if the fake has its own.</summary>
    internal FakeFaults? SharedFaults { get; set; }

    /// <summary>Observes the requests that can change the data, or null.</summary>
    internal IChangeObserver? Observer { get; set; }
}
