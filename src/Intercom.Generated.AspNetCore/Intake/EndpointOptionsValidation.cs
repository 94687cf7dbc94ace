using Microsoft.Extensions.Options;

namespace Intercom.Generated.AspNetCore;

/// <summary>Validates the options of an endpoint when the host starts.</summary>
internal sealed class EndpointOptionsValidation<TOptions>(string name, string method) : IValidateOptions<TOptions>
    where TOptions : IntercomEndpointOptions
{
    public ValidateOptionsResult Validate(string? optionsName, TOptions options)
    {
        if (optionsName != name)
            return ValidateOptionsResult.Skip;
        var call = name.Length == 0 ? method : $"{method}(\"{name}\")";
        var problems = options.FindProblems().Select(problem => $"{call}: {problem}").ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
