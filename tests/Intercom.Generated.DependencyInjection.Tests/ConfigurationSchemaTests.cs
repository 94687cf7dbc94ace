using System.Globalization;
using System.Text.RegularExpressions;
using Intercom.Generated.Tests;
using Intercom.Generated.V2_16;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.DependencyInjection.Tests;

/// <summary>The schema that editors use for appsettings.json has exactly the settings that the package reads.</summary>
public sealed partial class ConfigurationSchemaTests
{
    private const string Resilience = "Resilience:";

    private static readonly JObject Schema = JObject.Parse(File.ReadAllText(
        Path.Combine(Snapshot.ProjectFolder, "..", "..", "src", "Intercom.Generated.DependencyInjection", "ConfigurationSchema.json")));

    private static readonly JObject Client = (JObject)Schema["definitions"]!["intercomClient"]!;

    private static IEnumerable<(string Key, JObject Schema)> Settings => SettingsOf(Client, string.Empty);

    private static IEnumerable<TestCaseData> Cases =>
        Settings.Select(setting => new TestCaseData(setting.Key, setting.Schema).SetArgDisplayNames(setting.Key));

    [Test]
    public void Schema_has_every_setting_of_the_client() =>
        Assert.That(Settings.Select(setting => setting.Key).Where(key => !IsResilience(key)), Is.EquivalentTo(KnownSettings(("Unknown", "1"))));

    [Test]
    public void Schema_has_every_setting_of_the_resilience_handler() => Assert.That(
        Settings.Select(setting => setting.Key).Where(IsResilience),
        Is.EquivalentTo(KnownSettings((Resilience + "Unknown", "1")).Select(key => Resilience + key)));

    [Test]
    public void Section_can_have_the_settings_of_one_client_or_sections_of_several()
    {
        var section = Schema["properties"]!["Intercom"]!;
        Assert.That(
            section["properties"]!.Children<JProperty>().Select(property => ((string?)property.Value["$ref"])!.Split('/')[^1]),
            Is.EqualTo(Client["properties"]!.Children<JProperty>().Select(property => property.Name)));
        Assert.That((string?)section["additionalProperties"]!["$ref"], Is.EqualTo("#/definitions/intercomClient"));
    }

    [TestCaseSource(nameof(Cases))]
    public void Values_that_the_schema_allows_are_accepted(string key, JObject schema)
    {
        foreach (var value in Allowed(schema))
            Assert.That(() => Read((key, value)), Throws.Nothing, value);
    }

    [TestCaseSource(nameof(Cases))]
    public void Values_that_the_schema_excludes_are_rejected(string key, JObject schema)
    {
        foreach (var value in Excluded(schema))
            Assert.That(() => Read((key, value)), Throws.TypeOf<OptionsValidationException>(), value);
    }

    [TestCaseSource(nameof(Cases))]
    public void Default_is_that_of_the_options(string key, JObject schema)
    {
        if (schema["default"] is not JValue value)
        {
            Assert.That((string?)schema["type"], Is.EqualTo("string"), "Numbers and Booleans have a default.");
            return;
        }

        Assert.That(Read((key, Text(value))), Is.EqualTo(Read()));
    }

    [TestCaseSource(nameof(Cases))]
    public void Setting_is_described(string key, JObject schema) => Assert.That((string?)schema["description"], Does.Match("^[A-Z].*\\.$"), key);

    private static IEnumerable<string> Allowed(JObject schema)
    {
        if (schema["enum"] is JArray values)
            return values.Select(value => (string)value!);
        return (string?)schema["type"] switch
        {
            "boolean" => ["true", "false"],
            "integer" => [(string?)schema["minimum"] ?? "1", "100000"],
            "number" => ["0.5", "1"],
            _ when schema["pattern"] is { } pattern => Matching((string)pattern!, IsInfinite(schema) ? ["00:00:07.5", "1.02:03:04", "Infinite"] : ["00:00:07.5"]),
            _ when (string?)schema["format"] == "uri" => ["https://proxy.example/"],
            _ => ["text"],
        };
    }

    private static IEnumerable<string> Excluded(JObject schema)
    {
        if (schema["enum"] is not null)
            return ["other"];
        return (string?)schema["type"] switch
        {
            "boolean" => ["yes"],
            "integer" when (int?)schema["minimum"] is { } minimum => ["1.5", (minimum - 1).ToString(CultureInfo.InvariantCulture)],
            "integer" => ["1.5"],
            "number" => ["0", "1.1", "half"],
            _ when schema["pattern"] is { } pattern => Excluded((string)pattern!, IsInfinite(schema) ? ["30", "never"] : ["30", "never", "Infinite"]),
            _ when (string?)schema["format"] == "uri" => ["proxy"],
            _ => [],
        };
    }

    private static IEnumerable<string> Matching(string pattern, string[] texts)
    {
        Assert.That(texts, Has.All.Match(pattern));
        return texts;
    }

    private static IEnumerable<string> Excluded(string pattern, string[] texts)
    {
        Assert.That(texts, Has.None.Match(pattern));
        return texts;
    }

    private static bool IsInfinite(JObject schema) => ((string)schema["pattern"]!).Contains("nfinite", StringComparison.Ordinal);

    private static bool IsResilience(string key) => key.StartsWith(Resilience, StringComparison.Ordinal);

    private static string Text(JValue value) => Convert.ToString(value.Value, CultureInfo.InvariantCulture)!;

    private static IEnumerable<(string Key, JObject Schema)> SettingsOf(JObject owner, string prefix) => ((JObject)owner["properties"]!).Properties()
        .SelectMany(property => (string?)property.Value["type"] == "object"
            ? SettingsOf((JObject)property.Value, $"{prefix}{property.Name}:")
            : [(prefix + property.Name, (JObject)property.Value)]);

    private static string[] KnownSettings((string Key, string Value) unknown)
    {
        var e = Assert.Throws<OptionsValidationException>(() => Read(unknown));
        return KnownList().Match(e.Message).Groups[1].Value.Split(", ");
    }

    // The effective options as text, so that they can be compared.
    private static string Read(params (string Key, string? Value)[] settings)
    {
        var name = string.Empty;
        using var provider = Containers.Build(services => name = services
            .AddIntercom<IntercomClient>(Containers.Section([("AccessToken", Containers.Token), .. settings.Where(setting => setting.Key != "AccessToken")]))
            .AddIntercomResilience().Name);
        provider.Start();
        var options = provider.GetRequiredService<IOptionsMonitor<IntercomClientOptions>>().Get(name);
        var resilience = provider.GetRequiredService<IOptionsMonitor<IntercomResilienceOptions>>().Get(name);
        return Newtonsoft.Json.JsonConvert.SerializeObject(new
        {
            Client = options,
            Paces = options.RateLimiter is not null,
            resilience.AttemptTimeout,
            resilience.CircuitBreaker.BreakDuration,
            resilience.CircuitBreaker.FailureRatio,
            resilience.CircuitBreaker.MinimumThroughput,
            resilience.CircuitBreaker.SamplingDuration,
            resilience.ConcurrencyLimiter.PermitLimit,
            resilience.ConcurrencyLimiter.QueueLimit,
        });
    }

    [GeneratedRegex(@"The settings are (.*?)\.")]
    private static partial Regex KnownList();
}
