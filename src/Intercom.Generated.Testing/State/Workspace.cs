using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.Webhooks;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The data that a fake stores.</summary>
internal sealed class Workspace(ApiDescription description, FakeClock clock, TimeZoneInfo timeZone)
{
    public const string Id = "fake1234";

    /// <summary>The teammate of the token.</summary>
    public const string DefaultAdminId = "991267583";

    private int _created;

    public ApiDescription Description { get; } = description;

    public FakeClock Clock { get; } = clock;

    /// <summary>The time zone of the calendar days in searches.</summary>
    public TimeZoneInfo TimeZone { get; } = timeZone;

    /// <summary>The notifications of changes.</summary>
    public NotificationQueue Notifications { get; } = new(clock, Id);

    /// <summary>The teammates and teams. The catalog of resources has their operations.</summary>
    public EntityStore Admins { get; set; } = new();

    public EntityStore Teams { get; set; } = new();

    public EntityStore Contacts { get; } = new();

    public EntityStore Companies { get; } = new();

    public EntityStore Conversations { get; } = new();

    public EntityStore Tags { get; } = new();

    public EntityStore Notes { get; } = new();

    /// <summary>The messages that were sent to contacts, one for each recipient.</summary>
    public EntityStore Messages { get; } = new();

    /// <summary>The custom attributes that records can have.</summary>
    public AttributeRules Attributes { get; } = new();

    public Links ContactTags { get; } = new();

    public Links ContactCompanies { get; } = new();

    public Links ContactNotes { get; } = new();

    public Links CompanyNotes { get; } = new();

    public Links CompanyTags { get; } = new();

    /// <summary>The IDs of archived or blocked contacts, which lists omit.</summary>
    public HashSet<string> Hidden { get; } = new(StringComparer.Ordinal);

    /// <summary>The IDs of merged contacts, and the contacts that they were merged into.</summary>
    public Dictionary<string, string> Merged { get; } = new(StringComparer.Ordinal);

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

    /// <summary>The teammate of the token.</summary>
    public static JObject DefaultAdmin() => new()
    {
        ["type"] = "admin",
        ["id"] = DefaultAdminId,
        ["name"] = "Grace Hopper",
        ["email"] = $"admin-{DefaultAdminId}@example.com",
    };

    /// <summary>Gets a reference to an admin, for example as the author of a part.</summary>
    /// <exception cref="Rejection">The admin does not exist.</exception>
    public JObject Admin(string? id)
    {
        var admin = Admins.Find(id) ?? throw Rejection.ResourceNotFound();
        return new JObject
        {
            ["type"] = "admin",
            ["id"] = id,
            ["name"] = admin["name"],
            ["email"] = admin["email"],
        };
    }

    /// <exception cref="Rejection">The contact does not exist.</exception>
    public JObject Contact(string? id) => Contacts.Find(id) ?? throw Rejection.NotFound("Contact");

    /// <summary>Rejects requests for a contact that was merged, in the versions that document it.</summary>
    /// <exception cref="Rejection">The contact was merged.</exception>
    public void CheckMerged(string id)
    {
        if (!Description.IsSince("2.16") || !Merged.TryGetValue(id, out var canonical))
            return;

        // The canonical contact can have been merged itself.
        while (Merged.TryGetValue(canonical, out var next))
            canonical = next;
        throw new Rejection(410, "contact_merged", "This contact has been merged. See the 'Link' header for the canonical contact.")
        {
            Link = $"</contacts/{canonical}>; rel=\"canonical\"",
        };
    }

    /// <exception cref="Rejection">The company does not exist.</exception>
    public JObject Company(string? id) => Companies.Find(id) ?? throw Rejection.CompanyNotFound();

    /// <exception cref="Rejection">The tag does not exist.</exception>
    public JObject Tag(string? id) => Tags.Find(id) ?? throw Rejection.ResourceNotFound();

    /// <summary>Gets the conversation with the ID. The ID <c>last</c> refers to the one that was updated last.</summary>
    /// <exception cref="Rejection">The conversation does not exist.</exception>
    public JObject Conversation(string? id) => FindConversation(id) ?? throw Rejection.ResourceNotFound();

    public JObject? FindConversation(string? id) =>
        id == "last" ? Conversations.Items.OrderBy(item => (long?)item["updated_at"] ?? 0).LastOrDefault() : Conversations.Find(id);

    /// <summary>Gets the contact in the path of a sub-resource, whose error names a user.</summary>
    /// <exception cref="Rejection">The contact does not exist.</exception>
    public JObject ContactOf(Call call) => Contacts.Find(call.PathValues[0]) ?? throw Rejection.NotFound("User");
}
