using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations on tickets.</summary>
internal sealed class TicketOperations
{
    private readonly Workspace _workspace;
    private readonly ResourceJobs _jobs;
    private readonly EntityShape _shape;

    public TicketOperations(Workspace workspace, ResourceJobs jobs)
    {
        _workspace = workspace;
        _jobs = jobs;
        _shape = new EntityShape(workspace.Description, workspace.Description.EntitySchema("GET /tickets/{}"));
    }

    public void Register(OperationTable table) =>
        table.Add("POST /tickets/enqueue", call => call.Respond(_jobs.Start("ticket", () => Create(call.Body))));

    private JObject Create(JObject sent)
    {
        var now = _workspace.Clock.Tick();
        var ticket = _shape.New();
        ticket["type"] = "ticket";
        ticket["id"] = _workspace.NextNumber();
        _shape.Merge(ticket, sent, "contacts");
        _shape.Set(ticket, "created_at", now);
        return ticket;
    }
}
