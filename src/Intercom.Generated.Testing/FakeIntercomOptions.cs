namespace Intercom.Generated.Testing;

/// <summary>How a <see cref="FakeIntercom"/> behaves. Read once, when the fake is created.</summary>
public sealed class FakeIntercomOptions
{
    /// <summary>The only bearer token that is let in. Default: <c>fake-token</c>.</summary>
    public string AccessToken { get; set; } = "fake-token";

    /// <summary>
    /// The time. Default: a clock of the fake's own that starts at 2026-01-01T00:00:00Z, moves one second on for each thing
    /// created, and otherwise only by <see cref="FakeIntercom.Advance"/>, so that every run gives the same answers.
    /// </summary>
    public Func<DateTimeOffset>? Clock { get; set; }

    /// <summary>How many requests a window of ten seconds takes before it answers 429. Default: as many as you like.</summary>
    public int? RateLimit { get; set; }

    /// <summary>
    /// Whether parameters and bodies are checked against the description. Default: yes. Token, version, path and JSON syntax
    /// are checked in any case.
    /// </summary>
    public bool ValidateRequests { get; set; } = true;

    /// <summary>
    /// Whether a request must name its version in the <c>Intercom-Version</c> header. Default: yes. Otherwise a request without
    /// it is answered by the workspace's default version, which is that of the fake.
    /// </summary>
    public bool RequireVersion { get; set; } = true;
}
