using Intercom.Generated.CanvasKit;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.AspNetCore;

/// <summary>Validates the options of Canvas Kit when the host starts.</summary>
internal sealed class CanvasKitOptionsValidation : IValidateOptions<IntercomCanvasKitOptions>
{
    private const string Method = "AddIntercomCanvasKit";

    public ValidateOptionsResult Validate(string? name, IntercomCanvasKitOptions options)
    {
        var problems = new List<string>();
        try
        {
            _ = new CanvasVerifier([.. options.ClientSecrets]);
        }
        catch (ArgumentException e)
        {
            problems.Add($"{Method}: {nameof(options.ClientSecrets)}: {e.Message}");
        }

        if (options.MaxBodySize <= 0)
            problems.Add($"{Method}: {nameof(options.MaxBodySize)} is {options.MaxBodySize}, but must be greater than zero.");
        if (options.BodyTimeout <= TimeSpan.Zero || options.BodyTimeout > TimeSpan.FromDays(1))
        {
            problems.Add(
                $"{Method}: {nameof(options.BodyTimeout)} is {options.BodyTimeout}, but must be greater than zero and at most a day.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
