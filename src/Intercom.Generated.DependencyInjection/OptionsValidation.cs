using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.DependencyInjection;

/// <summary>
/// Checks the options of one client as the client itself does, and says which client it is and where its settings come from.
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
        return section.Exists() ? $" (configuration section {section.Path})" : $" (configuration section {section.Path}, which is missing or empty)";
    }
}
