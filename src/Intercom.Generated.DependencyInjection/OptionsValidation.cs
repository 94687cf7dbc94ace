using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.DependencyInjection;

/// <summary>
/// Validates the options of one client with the client's own rules. Messages name the client and its configuration section.
/// </summary>
internal sealed class OptionsValidation(string client, IConfigurationSection? section) : IValidateOptions<IntercomClientOptions>
{
    public ValidateOptionsResult Validate(string? name, IntercomClientOptions options)
    {
        if (name != client)
            return ValidateOptionsResult.Skip;
        try
        {
            options.Validate();
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException e)
        {
            return ValidateOptionsResult.Fail($"{client}{Source()}: {e.Message}");
        }
    }

    private string Source()
    {
        if (section is null)
            return string.Empty;
        return $" (configuration section {section.Path}{(section.Exists() ? string.Empty : ", which is missing or empty")})";
    }
}
