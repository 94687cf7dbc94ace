using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The states of tickets: one for each category. Older versions have only the name of the category.</summary>
internal static class TicketStates
{
    private static readonly (string Id, string Category, string Label)[] All =
    [
        ("1", "submitted", "Submitted"), ("2", "in_progress", "In progress"), ("3", "waiting_on_customer", "Waiting on you"),
        ("4", "resolved", "Resolved"),
    ];

    public static IReadOnlyList<JObject> List => [.. All.Select(state => Describe(state.Id, state.Category, state.Label))];

    /// <summary>Gets the state with an ID, or with the name of a category.</summary>
    /// <exception cref="Rejection">No such state exists.</exception>
    public static JObject Find(string id) =>
        List.FirstOrDefault(state => Call.Scalar(state["id"]) == id || Call.Scalar(state["category"]) == id)
        ?? throw new Rejection(400, "ticket_state_id_invalid", "Ticket state id is not valid or is not associated with the ticket type");

    private static JObject Describe(string id, string category, string label) => new()
    {
        ["type"] = "ticket_state",
        ["id"] = id,
        ["category"] = category,
        ["internal_label"] = label,
        ["external_label"] = label,
    };
}
