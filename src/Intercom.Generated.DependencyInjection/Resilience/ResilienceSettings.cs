using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.DependencyInjection;

/// <summary>Reads <see cref="IntercomResilienceOptions"/> from configuration.</summary>
internal static class ResilienceSettings
{
    private static readonly SettingsReader<IntercomResilienceOptions> Reader = new SettingsReader<IntercomResilienceOptions>()
        .Time("AttemptTimeout", (options, value) => options.AttemptTimeout = value)
        .Time("CircuitBreaker:BreakDuration", (options, value) => options.CircuitBreaker.BreakDuration = value)
        .Value<double>(
            "CircuitBreaker:FailureRatio", "a number such as 0.1", TryParseRatio,
            (options, value) => options.CircuitBreaker.FailureRatio = value)
        .Number("CircuitBreaker:MinimumThroughput", (options, value) => options.CircuitBreaker.MinimumThroughput = value)
        .Time("CircuitBreaker:SamplingDuration", (options, value) => options.CircuitBreaker.SamplingDuration = value)
        .Number("ConcurrencyLimiter:PermitLimit", (options, value) => options.ConcurrencyLimiter.PermitLimit = value)
        .Number("ConcurrencyLimiter:QueueLimit", (options, value) => options.ConcurrencyLimiter.QueueLimit = value);

    /// <summary>Applies the configuration to the options.</summary>
    public static void Read(string client, IConfiguration configuration, IntercomResilienceOptions options) =>
        Reader.Read(client, typeof(IntercomResilienceOptions), configuration, options);

    private static bool TryParseRatio(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}

/// <summary>Validates the resilience options of one client.</summary>
internal sealed class ResilienceValidation(string client) : IValidateOptions<IntercomResilienceOptions>
{
    public ValidateOptionsResult Validate(string? name, IntercomResilienceOptions options)
    {
        if (name != client)
            return ValidateOptionsResult.Skip;
        var problems = options.Problems().ToList();
        return problems.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{client}: {string.Join("; ", problems)}.");
    }
}
