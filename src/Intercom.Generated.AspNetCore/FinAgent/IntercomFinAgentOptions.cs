namespace Intercom.Generated.AspNetCore;

/// <summary>The options of the callback of the Fin Agent API.</summary>
public sealed class IntercomFinAgentOptions : IntercomEndpointOptions
{
    /// <summary>
    /// The secret of the callback, which Intercom shows where you set the URL of the callback. It is not the client secret of the app.
    /// While you replace a secret, add the new one and the old one. At least one is required.
    /// </summary>
    public IList<string> CallbackSecrets { get; } = [];

    internal override IEnumerable<string> FindProblems()
    {
        const string Source = "the secret of the callback, which Intercom shows beside its URL";
        if (FindProblem(CallbackSecrets, nameof(CallbackSecrets), Source) is { } problem)
            yield return problem;
        foreach (var other in base.FindProblems())
            yield return other;
    }
}
