using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.DependencyInjection;

/// <summary>
/// Reads options from configuration. By hand and not by a binder: a misspelt setting is an error instead of nothing, no value gets into a message (a
/// token can stand in the wrong place), and it works trimmed.
/// </summary>
internal static class Settings
{
    private const int MostProblems = 5;

    private static readonly SortedDictionary<string, Setting> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AccessToken"] = Text((options, value) => options.AccessToken = value),
        ["ApplicationName"] = Text((options, value) => options.ApplicationName = value),
        ["BaseAddress"] = Of<Uri>("an absolute address", TryParseAddress, (options, value) => options.BaseAddress = value),
        ["MaxResponseSize"] = Of<long>("a number of bytes", TryParseNumber, (options, value) => options.MaxResponseSize = value),
        ["Pacing"] = new("true or false", TrySetPacing),
        ["Region"] = Of<IntercomRegion>("UnitedStates (us), Europe (eu) or Australia (au)", IntercomRegions.TryParse, (options, value) => options.Region = value),
        ["Retry:BaseDelay"] = Time((options, value) => options.Retry.BaseDelay = value),
        ["Retry:Budget"] = Number((options, value) => options.Retry.Budget = value),
        ["Retry:MaxDelay"] = Time((options, value) => options.Retry.MaxDelay = value),
        ["Retry:MaxRetries"] = Number((options, value) => options.Retry.MaxRetries = value),
        ["Retry:RetryWrites"] = Of<bool>("true or false", bool.TryParse, (options, value) => options.Retry.RetryWrites = value),
        ["Timeout"] = Time((options, value) => options.Timeout = value),
        ["TryTimeout"] = Time((options, value) => options.TryTimeout = value),
        ["VersionMismatch"] = Of<VersionMismatchPolicy>("Ignore, Warn or Throw", TryParseName, (options, value) => options.VersionMismatch = value),
    };

    private delegate bool TryParse<T>(string text, out T value);

    private delegate bool TrySet(IntercomClientOptions options, string text, Func<RateLimiter> limiter);

    /// <summary>Sets the options that the configuration has. What is empty stays as it is.</summary>
    /// <param name="client">The client, for messages.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="options">What is set.</param>
    /// <param name="limiter">Gives the limiter when pacing is asked for.</param>
    /// <exception cref="OptionsValidationException">A setting is not known, or its value is of another kind.</exception>
    public static void Read(string client, IConfiguration configuration, IntercomClientOptions options, Func<RateLimiter> limiter)
    {
        var problems = new List<string>();
        foreach (var (key, place, value) in Values(configuration, string.Empty))
        {
            if (!Known.TryGetValue(key, out var setting))
                problems.Add($"{place} is not a known setting");
            else if (!setting.TrySet(options, value, limiter))
                problems.Add($"{place} must be {setting.Kind}");
        }

        if (problems.Count == 0)
            return;
        var more = problems.Count > MostProblems ? $", and {problems.Count - MostProblems} more" : string.Empty;
        var section = configuration is IConfigurationSection
            ? string.Empty
            : " The whole configuration was given: take the client's section, such as GetSection(\"Intercom\").";
        throw new OptionsValidationException(
            client,
            typeof(IntercomClientOptions),
            [$"{client}: {string.Join("; ", problems.Take(MostProblems))}{more}. The settings are {string.Join(", ", Known.Keys)}.{section}"]);
    }

    private static IEnumerable<(string Key, string Place, string Value)> Values(IConfiguration configuration, string prefix)
    {
        foreach (var child in configuration.GetChildren())
        {
            if (!string.IsNullOrEmpty(child.Value))
                yield return (prefix + child.Key, child.Path, child.Value!);
            foreach (var value in Values(child, prefix + child.Key + ConfigurationPath.KeyDelimiter))
                yield return value;
        }
    }

    private static Setting Text(Action<IntercomClientOptions, string> set) => new("text", (options, text, _) =>
    {
        set(options, text);
        return true;
    });

    private static Setting Time(Action<IntercomClientOptions, TimeSpan> set) => Of("a time such as 00:00:30, or Infinite", TryParseTime, set);

    private static Setting Number(Action<IntercomClientOptions, int> set) => Of(
        "a whole number",
        static (string text, out int value) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value),
        set);

    private static Setting Of<T>(string kind, TryParse<T> tryParse, Action<IntercomClientOptions, T> set) => new(kind, (options, text, _) =>
    {
        if (!tryParse(text, out var value))
            return false;
        set(options, value);
        return true;
    });

    private static bool TrySetPacing(IntercomClientOptions options, string text, Func<RateLimiter> limiter)
    {
        if (!bool.TryParse(text, out var isPaced))
            return false;
        options.RateLimiter = isPaced ? limiter() : null;
        return true;
    }

    // TimeSpan takes "30" for thirty days: what is meant are seconds, so that it has to be said.
    private static bool TryParseTime(string text, out TimeSpan value)
    {
        value = Timeout.InfiniteTimeSpan;
        return string.Equals(text, "Infinite", StringComparison.OrdinalIgnoreCase)
            || (text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value));
    }

    private static bool TryParseAddress(string text, out Uri value) => Uri.TryCreate(text, UriKind.Absolute, out value!);

    private static bool TryParseNumber(string text, out long value) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    // Enum.TryParse alone also takes numbers and combinations.
    private static bool TryParseName<T>(string text, out T value)
        where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out value) && string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase);

    private sealed record Setting(string Kind, TrySet TrySet);
}
