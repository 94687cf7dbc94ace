using System.Reflection;
using System.Threading.RateLimiting;
using Intercom.Generated.V2_16;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.DependencyInjection.Tests;

public class ConfigurationTests
{
    private static readonly Type[] SetInCodeOnly =
    [
        typeof(Func<CancellationToken, ValueTask<string>>),
        typeof(HttpClient),
        typeof(HttpMessageHandler),
        typeof(RateLimiter),
        typeof(ILoggerFactory),
        typeof(TimeProvider), typeof(Action<VersionMismatch>),
    ];

    private static readonly Dictionary<Type, (string Text, object Value)> Samples = new()
    {
        [typeof(string)] = ("text", "text"),
        [typeof(bool)] = ("True", true),
        [typeof(int)] = ("7", 7),
        [typeof(long)] = ("70000", 70000L),
        [typeof(TimeSpan)] = ("00:00:07.5", TimeSpan.FromSeconds(7.5)),
        [typeof(Uri)] = ("https://proxy.example/", new Uri("https://proxy.example/")),
        [typeof(IntercomRegion)] = ("australia", IntercomRegion.Australia),
        [typeof(VersionMismatchPolicy)] = ("throw", VersionMismatchPolicy.Throw),
    };

    private static IEnumerable<TestCaseData> Properties() =>
        PropertiesOf(typeof(IntercomClientOptions), string.Empty).Select(
            property => new TestCaseData(property.Key, property.Property).SetArgDisplayNames(property.Key));

    private static IEnumerable<(string Key, PropertyInfo Property)> PropertiesOf(Type type, string prefix) => type.GetProperties()
        .Where(property => !SetInCodeOnly.Contains(property.PropertyType))
        .SelectMany(property => property.PropertyType == typeof(IntercomRetryOptions)
            ? PropertiesOf(property.PropertyType, $"{property.Name}:")
            : [(prefix + property.Name, property)]);

    [TestCaseSource(nameof(Properties))]
    public void Every_property_can_be_set(string key, PropertyInfo property)
    {
        var (text, expected) = Samples[property.PropertyType];
        var options = Read((key, text));
        object owner = property.DeclaringType == typeof(IntercomRetryOptions) ? options.Retry : options;
        Assert.That(property.GetValue(owner), Is.EqualTo(expected));
    }

    [Test]
    public void The_message_lists_every_setting()
    {
        var message = Failure(("Unknown", "1"));
        using (Assert.EnterMultipleScope())
        {
            foreach (var (key, _) in PropertiesOf(typeof(IntercomClientOptions), string.Empty))
                Assert.That(message, Does.Contain(key));
        }
    }

    [TestCase("us", IntercomRegion.UnitedStates)]
    [TestCase("EU", IntercomRegion.Europe)]
    [TestCase("au", IntercomRegion.Australia)]
    [TestCase("UnitedStates", IntercomRegion.UnitedStates)]
    [TestCase("europe", IntercomRegion.Europe)]
    public void Regions_have_short_names(string text, IntercomRegion expected) =>
        Assert.That(Read(("Region", text)).Region, Is.EqualTo(expected));

    [Test]
    public void A_timeout_can_be_infinite() => Assert.That(Read(("Timeout", "Infinite")).Timeout, Is.EqualTo(Timeout.InfiniteTimeSpan));

    [Test]
    public void Keys_ignore_case() => Assert.That(Read(("retry:MAXRETRIES", "1")).Retry.MaxRetries, Is.EqualTo(1));

    [TestCase("")]
    [TestCase(null)]
    public void Empty_settings_keep_the_default(string? value) =>
        Assert.That(Read(("Timeout", value)).Timeout, Is.EqualTo(new IntercomClientOptions().Timeout));

    [Test]
    public void Code_overrides_configuration()
    {
        using var provider = Containers.Build(services => services.AddIntercom<IntercomClient>(
            Containers.Section(("AccessToken", Containers.Token), ("Region", "eu")), options => options.Region = IntercomRegion.Australia));
        Assert.That(OptionsOf(provider).Region, Is.EqualTo(IntercomRegion.Australia));
    }

    [Test]
    public void A_misspelled_setting_is_a_startup_error_that_lists_the_known_ones()
    {
        using var provider = Containers.Build(
            services => services.AddIntercom<IntercomClient>(Containers.Section(("AcessToken", Containers.Token), ("Region", "eu"))));
        Assert.That(provider.Start, Throws.TypeOf<OptionsValidationException>().With.Message.EqualTo(
            "Intercom.Generated.V2_16.IntercomClient: Intercom:AcessToken is not a known setting. The settings are AccessToken, "
            + "ApplicationName, AttemptTimeout, BaseAddress, MaxResponseSize, Pacing, Region, Retry:BaseDelay, Retry:Budget, "
            + "Retry:MaxDelay, Retry:MaxRetries, Retry:RetryWrites, Timeout, VersionMismatch."));
    }

    [TestCase("Region", "mars", "Region must be UnitedStates (us), Europe (eu), or Australia (au)")]
    [TestCase("Region", "1", "Region must be UnitedStates")]
    [TestCase("VersionMismatch", "Ignore, Warn", "VersionMismatch must be Ignore, Warn, or Throw")]
    [TestCase("Timeout", "100", "Timeout must be a time such as 00:00:30")]
    [TestCase("AttemptTimeout", "soon:", "AttemptTimeout must be a time")]
    [TestCase("Retry:MaxRetries", "2.5", "Retry:MaxRetries must be a whole number")]
    [TestCase("Retry:RetryWrites", "yes", "Retry:RetryWrites must be true or false")]
    [TestCase("Pacing", "1", "Pacing must be true or false")]
    [TestCase("MaxResponseSize", "64MB", "MaxResponseSize must be a number of bytes")]
    [TestCase("BaseAddress", "proxy", "BaseAddress must be an absolute URI")]
    [TestCase("Retry", "3", "Intercom:Retry is not a known setting")]
    [TestCase("EU:AccessToken", "x", "Intercom:EU:AccessToken is not a known setting")]
    public void An_invalid_value_is_reported_with_the_valid_values(string key, string value, string expected) =>
        Assert.That(Failure(("AccessToken", Containers.Token), (key, value)), Does.Contain(expected).And.Not.Contains(Containers.Token));

    [Test]
    public void All_problems_are_reported_at_once() =>
        Assert.That(
            Failure(("Timeout", "1"), ("Acess", "x"), ("Region", "moon")),
            Does.Contain("Timeout").And.Contain("Acess").And.Contain("Region must"));

    [Test]
    public void Messages_do_not_contain_a_misplaced_token(
        [Values("AccessToken", "Region", "Timeout", "BaseAddress", "Unknown", "Pacing", "Retry:Budget", "VersionMismatch")] string key)
    {
        const string NotQuite = "dG9rOn NlY3JldA==";
        Assert.That(Failure((key, NotQuite)), Does.Not.Contain("NlY3JldA"));
    }

    [Test]
    public void A_missing_token_is_a_startup_error_that_names_the_section()
    {
        using var provider = Containers.Build(
            services => services.AddIntercom<IntercomClient>("eu", Containers.Configuration().GetSection("Intercom:EU")));
        Assert.That(provider.Start, Throws.TypeOf<OptionsValidationException>().With.Message.StartsWith(
            "Intercom.Generated.V2_16.IntercomClient:eu (configuration section Intercom:EU, which is missing or empty): "
            + "Set AccessToken or AccessTokenProvider."));
    }

    [Test]
    public void Invalid_options_are_a_startup_error()
    {
        using var provider = Containers.Build(
            services => services.AddIntercom<IntercomClient>(
                Containers.Section(("AccessToken", Containers.Token), ("BaseAddress", "http://proxy.example"))));
        Assert.That(
            provider.Start,
            Throws.TypeOf<OptionsValidationException>()
                .With.Message.Contains("(configuration section Intercom): BaseAddress must be an https address"));
    }

    [Test]
    public void Every_client_is_validated_at_startup()
    {
        using var provider = Containers.Build(services =>
        {
            services.AddIntercom<IntercomClient>(options => options.AccessToken = Containers.Token);
            services.AddIntercom<IntercomClient>("eu");
            services.AddIntercom<V2_12.IntercomClient>();
        });
        var failure = Assert.Throws<AggregateException>(() => provider.Start());
        Assert.That(
            failure!.InnerExceptions.Select(inner => ((OptionsValidationException)inner).OptionsName),
            Is.EquivalentTo(new[] { "Intercom.Generated.V2_16.IntercomClient:eu", "Intercom.Generated.V2_12.IntercomClient" }));
    }

    [Test]
    public void Valid_clients_pass_validation()
    {
        using var provider = Containers.Build(services =>
        {
            services.AddIntercom<IntercomClient>(Containers.Section(("AccessToken", Containers.Token)));
            services.AddIntercom<IntercomClient>("rotating", options => options.AccessTokenProvider = _ => new("token"));
        });
        Assert.That(provider.Start, Throws.Nothing);
    }

    [Test]
    public void Passing_the_whole_configuration_is_reported()
    {
        var configuration = Containers.Configuration(
            [.. Enumerable.Range(1, 9).Select(i => ($"Setting{i}", (string?)"x")), ("Intercom:AccessToken", Containers.Token)]);
        using var provider = Containers.Build(services => services.AddIntercom<IntercomClient>(configuration));
        Assert.That(
            provider.Start,
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains("GetSection(\"Intercom\")")
                .And.Message.Contains("and 5 more"));
    }

    private static IntercomClientOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptionsMonitor<IntercomClientOptions>>().Get(typeof(IntercomClient).FullName);

    private static IntercomClientOptions Read(params (string Key, string? Value)[] settings)
    {
        var hasToken = settings.Any(setting => setting.Key == "AccessToken");
        using var provider = Containers.Build(
            services => services.AddIntercom<IntercomClient>(
                Containers.Section(hasToken ? settings : [.. settings, ("AccessToken", "t")])));
        return OptionsOf(provider);
    }

    private static string Failure(params (string Key, string? Value)[] settings)
    {
        using var provider = Containers.Build(services => services.AddIntercom<IntercomClient>(Containers.Section(settings)));
        return Assert.Throws<OptionsValidationException>(() => provider.Start())!.ToString();
    }
}
