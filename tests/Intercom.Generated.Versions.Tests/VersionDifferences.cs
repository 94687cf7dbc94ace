namespace Intercom.Generated.Versions.Tests;

/// <summary>Why an operation or member differs between versions. A difference of optional query parameters needs no reason.</summary>
internal static class VersionDifferences
{
    private const string Instances = "Later versions list instances where earlier ones return the one with an external ID.";

    public static IReadOnlyDictionary<string, string> RenamedOperations { get; } = new Dictionary<string, string>
    {
        ["GET /custom_object_instances/{}"] = Instances,
    };

    public static IReadOnlyDictionary<string, string> Operations { get; } = new Dictionary<string, string>
    {
        ["GET /custom_object_instances/{}"] = Instances,
        ["POST /tags"] = "Later versions also return what the tag was put on and what was not found.",
    };

    public static IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["CreateMessageRequest.To"] = "From 2.14 on a message can go to several recipients, so that the value is one or a list.",
        ["Ticket.TicketState"] = "2.11 returns the category as text, later versions a state with labels.",
    };
}
