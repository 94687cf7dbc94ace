using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations that a test denies, as if the plan or the permissions of the token did not include them.</summary>
internal sealed class Denials
{
    private const string Restricted = "api_plan_restricted";
    private const string Forbidden = "forbidden";
    private const string NoSubscription = "Active subscription needed.";

    /// <summary>The documented errors. All other operations have the general error of a missing permission.</summary>
    private static readonly (string[] Shapes, int Status, string Code, string Message)[] Documented =
    [
        (["GET /conversations", "POST /conversations", "GET /conversations/{}", "PUT /conversations/{}", "DELETE /conversations/{}",
            "POST /conversations/{}/reply", "POST /conversations/{}/parts", "POST /conversations/{}/customers",
            "DELETE /conversations/{}/customers/{}", "POST /conversations/{}/run_assignment_rules", "DELETE /tickets/{}", "POST /messages",
            "GET /messages/status"], 403, Restricted, NoSubscription),
        (["GET /teams/{}/metrics"], 403, Restricted, "Real-time monitoring is not enabled for your workspace."),
        (["PUT /teams/{}"], 403, Restricted, "Updating team memberships via the API is not available for this workspace"),
        (["PUT /teams/{}"], 403, Forbidden, "You don't have permission to manage teams in this workspace"),
        (["PUT /teams/{}"], 403, Forbidden, "You don't have permission to update the members of this team"),
        (["GET /export/workflows/{}"], 403, Restricted, "Workflow export is not available for this app"),
        (["POST /procedures/{}/collect_agent_input"], 403, Forbidden, "Procedures HITL API is not enabled for your app."),
        (["POST /procedures/{}/collect_agent_input"], 403, Forbidden, "Admin does not have access to this conversation"),
        (["POST /conversations/{}/merge", "PUT /conversations/{}/conversation_parts/{}"], 403, Forbidden, "Forbidden request"),
        (["POST /conversations/{}/merge"], 401, "token_unauthorized", "Not authorized to access resource"),
        (["POST /articles/{}/tags", "DELETE /articles/{}/tags/{}", "POST /content_snippets/{}/tags", "DELETE /content_snippets/{}/tags/{}",
            "POST /internal_articles/{}/tags", "DELETE /internal_articles/{}/tags/{}"], 403, Forbidden,
            "Not authorized to manage knowledge base content"),
        (["GET /macros", "GET /macros/{}"], 403, Forbidden,
            "You do not have the required scope (read_conversations) to access this resource"),
        (["POST /ecommerce/connectors/{}/catalog"], 404, "not_found", "The catalog API is not available for this workspace."),
    ];

    private readonly Dictionary<string, Rejection> _denied = new(StringComparer.Ordinal);

    /// <summary>Denies an operation.</summary>
    /// <param name="shape">The operation.</param>
    /// <param name="reason">A part of the documented message, to choose one of several. Null chooses the first.</param>
    /// <exception cref="ArgumentException">The operation has no documented message that contains the reason.</exception>
    public void Add(string shape, string? reason)
    {
        var known = Documented.Where(denial => denial.Shapes.Contains(shape)
            && (reason is null || denial.Message.Contains(reason, StringComparison.OrdinalIgnoreCase))).ToList();
        if (known.Count > 0)
            _denied[shape] = new Rejection(known[0].Status, known[0].Code, known[0].Message);
        else if (reason is null)
            _denied[shape] = new Rejection(403, Forbidden, "Forbidden request");
        else
            throw new ArgumentException($"'{shape}' has no documented error whose message contains '{reason}'.", nameof(reason));
    }

    /// <exception cref="Rejection">The operation is denied.</exception>
    public void Check(Operation operation)
    {
        if (_denied.TryGetValue(operation.Shape, out var denied))
            throw new Rejection(denied.Status, denied.Code, denied.Message);
    }
}
