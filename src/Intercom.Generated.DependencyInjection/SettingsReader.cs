using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.DependencyInjection;

/// <summary>
/// Reads options from configuration. It does not use the configuration binder, because misspelled settings must be errors, messages must
/// not contain values (a value could be a misplaced token), and the code must support trimming.
/// </summary>
internal sealed class SettingsReader<TOptions>
{
    private const int MaxReportedProblems = 5;

    private readonly SortedDictionary<string, Setting> _known = new(StringComparer.OrdinalIgnoreCase);

    public delegate bool TryParse<T>(string text, out T value);

    private delegate bool Setter(TOptions options, string text);

    public SettingsReader<TOptions> Text(string name, Action<TOptions, string> set) => Value(
        name,
        "text",
        static (string text, out string value) =>
        {
            value = text;
            return true;
        },
        set);

    public SettingsReader<TOptions> Time(string name, Action<TOptions, TimeSpan> set) =>
        Value(name, "a time such as 00:00:30, or Infinite", TryParseTime, set);

    public SettingsReader<TOptions> Number(string name, Action<TOptions, int> set) => Value(
        name,
        "a whole number",
        static (string text, out int value) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value),
        set);

    public SettingsReader<TOptions> Flag(string name, Action<TOptions, bool> set) => Value(name, "true or false", bool.TryParse, set);

    /// <summary>Adds a setting.</summary>
    /// <param name="name">The name. Sections are separated by colons.</param>
    /// <param name="kind">A description of the valid values, for error messages.</param>
    /// <param name="tryParse">Parses a value.</param>
    /// <param name="set">Sets the option.</param>
    public SettingsReader<TOptions> Value<T>(string name, string kind, TryParse<T> tryParse, Action<TOptions, T> set)
    {
        _known.Add(name, new Setting(kind, (options, text) =>
        {
            if (!tryParse(text, out var value))
                return false;
            set(options, value);
            return true;
        }));
        return this;
    }

    /// <summary>
    /// Applies the configuration to the options. Missing and empty settings leave the option unchanged.
    /// </summary>
    /// <param name="client">The name of the client, for error messages.</param>
    /// <param name="type">The type of the options, for the exception.</param>
    /// <param name="configuration">The section with the settings.</param>
    /// <param name="options">The options to set.</param>
    /// <param name="otherSection">The name of a subsection to skip because it belongs to something else, or null.</param>
    /// <exception cref="OptionsValidationException">A setting is unknown or has an invalid value.</exception>
    public void Read(string client, Type type, IConfiguration configuration, TOptions options, string? otherSection = null)
    {
        var problems = new List<string>();
        foreach (var (key, path, value) in Values(configuration, string.Empty))
        {
            if (otherSection is not null && key.StartsWith(otherSection + ":", StringComparison.OrdinalIgnoreCase))
                continue;
            if (!_known.TryGetValue(key, out var setting))
                problems.Add($"{path} is not a known setting");
            else if (!setting.TrySet(options, value))
                problems.Add($"{path} must be {setting.Kind}");
        }

        if (problems.Count == 0)
            return;
        var more = problems.Count > MaxReportedProblems ? $", and {problems.Count - MaxReportedProblems} more" : string.Empty;
        var section = configuration is IConfigurationSection
            ? string.Empty
            : " You passed the whole configuration. Pass the client's section instead, such as GetSection(\"Intercom\").";
        throw new OptionsValidationException(
            client,
            type,
            [
                $"{client}: {string.Join("; ", problems.Take(MaxReportedProblems))}{more}. "
                + $"The settings are {string.Join(", ", _known.Keys)}.{section}",
            ]);
    }

    private static IEnumerable<(string Key, string Path, string Value)> Values(IConfiguration configuration, string prefix)
    {
        foreach (var child in configuration.GetChildren())
        {
            if (!string.IsNullOrEmpty(child.Value))
                yield return (prefix + child.Key, child.Path, child.Value!);
            foreach (var nested in Values(child, prefix + child.Key + ":"))
                yield return nested;
        }
    }

    // Require a colon, because TimeSpan parses "30" as 30 days, but the user most likely means 30 seconds.
    private static bool TryParseTime(string text, out TimeSpan value)
    {
        value = Timeout.InfiniteTimeSpan;
        return string.Equals(text, "Infinite", StringComparison.OrdinalIgnoreCase)
            || (text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value));
    }

    private sealed record Setting(string Kind, Setter TrySet);
}
