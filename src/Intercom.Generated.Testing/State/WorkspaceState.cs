using Intercom.Generated.Testing.Routing;

namespace Intercom.Generated.Testing.State;

/// <summary>All operations with stored data.</summary>
internal sealed class WorkspaceState
{
    private readonly ResourceJobs _jobs;
    private readonly List<BulkOperations> _bulk;
    private readonly List<Action<OperationTable>> _registrations;

    public WorkspaceState(Workspace workspace, TimeSpan jobDuration, string region)
    {
        Contacts = new ContactOperations(workspace);
        Companies = new CompanyOperations(workspace, Contacts);
        Conversations = new ConversationOperations(workspace);
        Tags = new TagOperations(workspace, Contacts, Companies);
        Notes = new NoteOperations(workspace, Contacts);
        Messages = new MessageOperations(workspace);
        Resources = new ResourceCatalog(workspace);
        ContactLinks = new ContactLinks(workspace, Resources);
        _jobs = new ResourceJobs(workspace, jobDuration);
        _bulk =
        [
            new BulkOperations(workspace, jobDuration, "contacts", "contact", Contacts.Apply),
            new BulkOperations(workspace, jobDuration, "companies", "company", Companies.Apply),
        ];

        var tickets = new TicketOperations(workspace, Resources.Of("ticket_type"), _jobs);
        var knowledge = new KnowledgeOperations(workspace, Resources);
        foreach (var model in new[] { "contact", "company" })
        {
            workspace.Attributes.AddSource(model, () =>
                Resources.ItemsOf("data_attribute").Where(attribute => Call.Scalar(attribute["model"]) == model));
        }

        Contacts.SegmentIdsOf = Companies.SegmentIdsOf = ContactLinks.SegmentIdsOf;
        Contacts.Replaced = (from, into) =>
        {
            Conversations.ReplaceParticipant(from, into);
            tickets.ReplaceContact(from, into);
        };
        Tags.Deleted = knowledge.RemoveTag;
        _registrations =
        [
            table =>
            {
                foreach (var type in new[] { "contacts", "companies", "conversations", "tickets" })
                    table.AddCheck($"POST /{type}/search", body => SearchResult.CheckOrder(workspace, body));
            },
            Resources.Register, new EventOperations(workspace).Register,
            table => AccountOperations.Register(table, region, workspace.TimeZone),
            Messages.Register, new DataExportOperations(workspace, jobDuration).Register,
            new ReportingExportOperations(workspace, jobDuration).Register, _jobs.Register, tickets.Register, Contacts.Register,
            Companies.Register, Conversations.Register, Tags.Register, Notes.Register, ContactLinks.Register, knowledge.Register,
            new ArticleContent(workspace, Resources).Register, new ActivityLogs(workspace, Resources).Register,
            new CallOperations(workspace, Resources, Contacts, Conversations).Register,
            new ConversationAttributes(workspace).Register, new CustomObjectOperations(workspace, Resources).Register,
            new FinOperations(workspace, Resources, Contacts, Conversations).Register,
            new VisitorOperations(workspace, Resources, Contacts).Register, new WorkspaceOperations(workspace, Resources).Register,
            new TicketTypeAttributes(workspace, Resources.Of("ticket_type")).Register,
            new CustomChannelOperations(workspace, Contacts, Conversations).Register,
            new CatalogUploads(workspace, Resources, jobDuration).Register, .. _bulk.Select(bulk => (Action<OperationTable>)bulk.Register),
        ];
    }

    public Denials Denials { get; } = new();

    public ContactOperations Contacts { get; }

    public CompanyOperations Companies { get; }

    public ConversationOperations Conversations { get; }

    public TagOperations Tags { get; }

    public NoteOperations Notes { get; }

    public MessageOperations Messages { get; }

    public ResourceCatalog Resources { get; }

    public ContactLinks ContactLinks { get; }

    public void Register(OperationTable table) => _registrations.ForEach(register => register(table));

    /// <summary>Ends the jobs that are due, even if no request asks for their status.</summary>
    public void CompleteDue()
    {
        _jobs.CompleteDue();
        _bulk.ForEach(bulk => bulk.CompleteDue());
    }
}
