using Microsoft.Extensions.Options;

namespace Intercom.Generated.AspNetCore;

/// <summary>Finds handlers for notifications that the topics do not have.</summary>
internal sealed class HandledTypesValidation(string name, IEnumerable<HandledType> handledTypes) : IValidateOptions<IntercomWebhookOptions>
{
    public ValidateOptionsResult Validate(string? optionsName, IntercomWebhookOptions options)
    {
        if (optionsName != name || options.Topics is not { } topics)
            return ValidateOptionsResult.Skip;
        var problems = handledTypes
            .Where(type => type.Name == name)
            .Select(type => type.FindProblem(topics))
            .OfType<string>()
            .ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
