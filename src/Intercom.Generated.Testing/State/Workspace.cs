using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.Webhooks;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The data that a fake stores.</summary>
internal sealed class Workspace(ApiDescription description, FakeClock clock)
{
    public const string Id = "fake1234";

    /// <summary>The teammate of the token.</summary>
    public const string DefaultAdminId = "991267583";

    private int _created;

    public ApiDescription Description { get; } = description;

    public FakeClock Clock { get; } = clock;

    /// <summary>The notifications of changes.</summary>
    public NotificationQueue Notifications { get; } = new(clock, Id);

    public EntityStore Contacts { get; } = new();

    public EntityStore Companies { get; } = new();

    public EntityStore Conversations { get; } = new();

    public EntityStore Tags { get; } = new();

    public EntityStore Notes { get; } = new();

    /// <summary>The messages that were sent to contacts, one for each recipient.</summary>
    public EntityStore Messages { get; } = new();

    public Links ContactTags { get; } = new();

    public Links ContactCompanies { get; } = new();

    public Links ContactNotes { get; } = new();

    public Links CompanyNotes { get; } = new();

    public Links CompanyTags { get; } = new();

    /// <summary>The IDs of archived or blocked contacts, which lists omit.</summary>
    public HashSet<string> Hidden { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a notification if an endpoint wants its topic.</summary>
    public void Raise(string topic, Func<JObject> item)
    {
        if (Notifications.Accepts(topic))
            Notifications.Add(topic, item());
    }

    /// <summary>Creates an ID of 24 hexadecimal digits that starts with the time, like real IDs.</summary>
    public string NextObjectId(long createdAt) =>
        createdAt.ToString("x8", CultureInfo.InvariantCulture) + "fa4e1d7c2b" + (++_created).ToString("x6", CultureInfo.InvariantCulture);

    /// <summary>Creates a numeric ID.</summary>
    public string NextNumber() => (1_215_000_000L + ++_created).ToString(CultureInfo.InvariantCulture);

    public static JObject Admin(string id) => new()
    {
        ["type"] = "admin",
        ["id"] = id,
        ["name"] = "Grace Hopper",
        ["email"] = $"admin-{id}@example.com",
    };

    /// <exception cref="Rejection">The contact does not exist.</exception>
    public JObject Contact(string? id) => Contacts.Find(id) ?? throw Rejection.NotFound("Contact");

    /// <exception cref="Rejection">The company does not exist.</exception>
    public JObject Company(string? id) => Companies.Find(id) ?? throw Rejection.CompanyNotFound();

    /// <exception cref="Rejection">The tag does not exist.</exception>
    public JObject Tag(string? id) => Tags.Find(id) ?? throw Rejection.NotFound("Tag");

    /// <summary>Gets the conversation with the ID. The ID <c>last</c> refers to the one that was updated last.</summary>
    /// <exception cref="Rejection">The conversation does not exist.</exception>
    public JObject Conversation(string? id) =>
        (id == "last" ? Conversations.Items.OrderBy(item => (long?)item["updated_at"] ?? 0).LastOrDefault() : Conversations.Find(id))
        ?? throw Rejection.NotFound("Conversation");

    /// <summary>Rejects requests for sub-resources of a contact, company, or conversation that does not exist.</summary>
    public void CheckOwner(Call call)
    {
        if (call.Operation.Segments.Count < 2 || !PathSegments.IsPlaceholder(call.Operation.Segments[1]))
            return;
        switch (call.Operation.Segments[0])
        {
            case "contacts":
                Contact(call.PathValues[0]);
                break;
            case "companies":
                Company(call.PathValues[0]);
                break;
            case "conversations":
                Conversation(call.PathValues[0]);
                break;
            default:
                break;
        }
    }
}
