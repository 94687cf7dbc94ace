using Intercom.Generated.V2_16;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.DependencyInjection.Tests;

/// <summary>The settings of the resilience handler.</summary>
public class ResilienceSettingsTests
{
    [Test]
    public void Every_setting_is_read()
    {
        var options = Read(
            ("AttemptTimeout", "00:00:07"),
            ("CircuitBreaker:FailureRatio", "0.25"),
            ("CircuitBreaker:MinimumThroughput", "8"),
            ("CircuitBreaker:SamplingDuration", "00:00:09"),
            ("CircuitBreaker:BreakDuration", "00:00:10"),
            ("ConcurrencyLimiter:PermitLimit", "11"),
            ("ConcurrencyLimiter:QueueLimit", "12"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(options.AttemptTimeout, Is.EqualTo(TimeSpan.FromSeconds(7)));
            Assert.That(options.CircuitBreaker.FailureRatio, Is.EqualTo(0.25));
            Assert.That(options.CircuitBreaker.MinimumThroughput, Is.EqualTo(8));
            Assert.That(options.CircuitBreaker.SamplingDuration, Is.EqualTo(TimeSpan.FromSeconds(9)));
            Assert.That(options.CircuitBreaker.BreakDuration, Is.EqualTo(TimeSpan.FromSeconds(10)));
            Assert.That(options.ConcurrencyLimiter.PermitLimit, Is.EqualTo(11));
            Assert.That(options.ConcurrencyLimiter.QueueLimit, Is.EqualTo(12));
        }
    }

    [Test]
    public void Settings_can_come_from_another_section_and_code_overrides_them()
    {
        using var provider = Containers.Build(services => services
            .AddIntercom<IntercomClient>(options => options.AccessToken = Containers.Token)
            .AddIntercomResilience(
                Containers.Section(("AttemptTimeout", "00:00:07"), ("ConcurrencyLimiter:PermitLimit", "11")),
                options => options.ConcurrencyLimiter.PermitLimit = 12));
        provider.Start();
        Assert.That(OptionsOf(provider).AttemptTimeout, Is.EqualTo(TimeSpan.FromSeconds(7)));
        Assert.That(OptionsOf(provider).ConcurrencyLimiter.PermitLimit, Is.EqualTo(12));
    }

    [TestCase("AtemptTimeout", "00:00:07", "Intercom:Resilience:AtemptTimeout is not a known setting")]
    [TestCase("AttemptTimeout", "7", "AttemptTimeout must be a time")]
    [TestCase("AttemptTimeout", "00:00:00", "AttemptTimeout must be between 10 milliseconds and one day")]
    [TestCase("AttemptTimeout", "Infinite", "AttemptTimeout must be between 10 milliseconds and one day")]
    [TestCase("CircuitBreaker:FailureRatio", "10%", "FailureRatio must be a number such as 0.1")]
    [TestCase("CircuitBreaker:FailureRatio", "1.5", "FailureRatio must be greater than 0 and at most 1")]
    [TestCase("CircuitBreaker:FailureRatio", "NaN", "FailureRatio must be greater than 0 and at most 1")]
    [TestCase("CircuitBreaker:MinimumThroughput", "1", "MinimumThroughput must be at least 2")]
    [TestCase("CircuitBreaker:SamplingDuration", "00:00:00.1", "SamplingDuration must be between half a second and one day")]
    [TestCase("CircuitBreaker:BreakDuration", "2.00:00:00", "BreakDuration must be between half a second and one day")]
    [TestCase("ConcurrencyLimiter:PermitLimit", "0", "PermitLimit must be at least 1")]
    [TestCase("ConcurrencyLimiter:QueueLimit", "-1", "QueueLimit cannot be negative")]
    public void An_invalid_setting_is_a_startup_error(string key, string value, string expected)
    {
        using var provider = Build((key, value));
        Assert.That(provider.Start, Throws.TypeOf<OptionsValidationException>().With.Message.Contains(expected));
    }

    [Test]
    public void Settings_without_the_handler_are_a_startup_error()
    {
        using var provider = Containers.Build(services => services.AddIntercom<IntercomClient>(
            Containers.Section(("AccessToken", Containers.Token), ("Resilience:AttemptTimeout", "00:00:07"))));
        Assert.That(
            provider.Start,
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains("Resilience:AttemptTimeout is not a known setting"));
    }

    private static IntercomResilienceOptions Read(params (string Key, string? Value)[] settings)
    {
        using var provider = Build(settings);
        provider.Start();
        return OptionsOf(provider);
    }

    private static ServiceProvider Build(params (string Key, string? Value)[] settings) => Containers.Build(services => services
        .AddIntercom<IntercomClient>(Containers.Section([
            ("AccessToken", Containers.Token), .. settings.Select(setting => ($"Resilience:{setting.Key}", setting.Value))]))
        .AddIntercomResilience());

    private static IntercomResilienceOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptionsMonitor<IntercomResilienceOptions>>().Get(typeof(IntercomClient).FullName);
}
