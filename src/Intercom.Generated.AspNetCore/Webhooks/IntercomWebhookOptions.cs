namespace Intercom.Generated.AspNetCore;

/// <summary>The options of the webhooks of one app.</summary>
public sealed class IntercomWebhookOptions : IntercomEndpointOptions
{
    /// <summary>
    /// The client secret of the app, from Basic information in the Developer Hub. While you replace a secret, add the new one and the old
    /// one. At least one is required. It is not the access token.
    /// </summary>
    public IList<string> ClientSecrets { get; } = [];

    /// <summary>
    /// The topics of the API version that is set for the app in the Developer Hub, such as
    /// <c>Intercom.Generated.V2_16.Webhooks.IntercomWebhooks.Topics</c>. Required.
    /// </summary>
    public NotificationTopics? Topics { get; set; }

    /// <summary>
    /// The maximum age of a notification. An older one is rejected, because it could be a replay of a captured request. The default is 12
    /// hours: Intercom delivers within two hours, and IDs are remembered for a day. Null accepts any age.
    /// </summary>
    public TimeSpan? MaxAge { get; set; } = TimeSpan.FromHours(12);

    internal override IEnumerable<string> FindProblems()
    {
        const string Source = "the client secret of the app, from Basic information in the Developer Hub";
        if (FindProblem(ClientSecrets, nameof(ClientSecrets), Source) is { } problem)
            yield return problem;
        if (Topics is null)
        {
            yield return $"{nameof(Topics)} is not set. Set it to IntercomWebhooks.Topics of the API version of the app, such as "
                + "Intercom.Generated.V2_16.Webhooks.IntercomWebhooks.Topics.";
        }

        if (MaxAge <= TimeSpan.Zero)
            yield return $"{nameof(MaxAge)} is {MaxAge}, but must be greater than zero, or null.";
        foreach (var other in base.FindProblems())
            yield return other;
    }
}
