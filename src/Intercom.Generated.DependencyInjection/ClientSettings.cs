using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;

namespace Intercom.Generated.DependencyInjection;

/// <summary>Reads <see cref="IntercomClientOptions"/> from configuration.</summary>
internal static class ClientSettings
{
    /// <summary>The subsection of a client's section that contains the settings of its resilience handler.</summary>
    public const string ResilienceSection = "Resilience";

    private static readonly SettingsReader<Target> Reader = new SettingsReader<Target>()
        .Text("AccessToken", (target, value) => target.Options.AccessToken = value)
        .Text("ApplicationName", (target, value) => target.Options.ApplicationName = value)
        .Time("AttemptTimeout", (target, value) => target.Options.AttemptTimeout = value)
        .Value<Uri>("BaseAddress", "an absolute URI", TryParseAddress, (target, value) => target.Options.BaseAddress = value)
        .Value<long>("MaxResponseSize", "a number of bytes", TryParseNumber, (target, value) => target.Options.MaxResponseSize = value)
        .Flag("Pacing", (target, value) => target.Options.RateLimiter = value ? target.Limiter() : null)
        .Value<IntercomRegion>(
            "Region", "UnitedStates (us), Europe (eu), or Australia (au)", IntercomRegions.TryParse,
            (target, value) => target.Options.Region = value)
        .Time("Retry:BaseDelay", (target, value) => target.Options.Retry.BaseDelay = value)
        .Number("Retry:Budget", (target, value) => target.Options.Retry.Budget = value)
        .Time("Retry:MaxDelay", (target, value) => target.Options.Retry.MaxDelay = value)
        .Number("Retry:MaxRetries", (target, value) => target.Options.Retry.MaxRetries = value)
        .Flag("Retry:RetryWrites", (target, value) => target.Options.Retry.RetryWrites = value)
        .Time("Timeout", (target, value) => target.Options.Timeout = value)
        .Value<VersionMismatchPolicy>(
            "VersionMismatch", "Ignore, Warn, or Throw", TryParseName, (target, value) => target.Options.VersionMismatch = value);

    /// <summary>Applies the configuration to the options.</summary>
    /// <param name="registration">The client.</param>
    /// <param name="configuration">The client's section.</param>
    /// <param name="options">The options to set.</param>
    /// <param name="limiter">Gets the rate limiter. It is called only if pacing is on.</param>
    public static void Read(
        ClientRegistration registration, IConfiguration configuration, IntercomClientOptions options, Func<RateLimiter> limiter) =>
        Reader.Read(
            registration.Name,
            typeof(IntercomClientOptions),
            configuration,
            new Target(options, limiter),
            registration.HasResilience ? ResilienceSection : null);

    private static bool TryParseAddress(string text, out Uri value) => Uri.TryCreate(text, UriKind.Absolute, out value!);

    private static bool TryParseNumber(string text, out long value) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    // Enum.TryParse also accepts numbers and combinations of names.
    private static bool TryParseName<T>(string text, out T value)
        where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out value) && string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase);

    private sealed record Target(IntercomClientOptions Options, Func<RateLimiter> Limiter);
}
