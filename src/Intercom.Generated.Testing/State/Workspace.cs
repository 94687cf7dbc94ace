using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>Everything that a fake remembers.</summary>
internal sealed class Workspace(ApiDescription description, FakeClock clock)
{
    public const string Id = "fake1234";

    private int _created;

    public ApiDescription Description { get; } = description;

    public FakeClock Clock { get; } = clock;

    public EntityStore Contacts { get; } = new();

    public EntityStore Companies { get; } = new();

    public EntityStore Conversations { get; } = new();

    public EntityStore Tags { get; } = new();

    public EntityStore Notes { get; } = new();

    public Links ContactTags { get; } = new();

    public Links ContactCompanies { get; } = new();

    public Links ContactNotes { get; } = new();

    public Links CompanyNotes { get; } = new();

    public Links CompanyTags { get; } = new();

    /// <summary>Contacts that are archived or blocked: still there, but in no list.</summary>
    public HashSet<string> Hidden { get; } = new(StringComparer.Ordinal);

    /// <summary>The next id of 24 hexadecimal digits, with the time in front as the real ones have it.</summary>
    public string NextObjectId(long createdAt) =>
        createdAt.ToString("x8", CultureInfo.InvariantCulture) + "fa4e1d7c2b" + (++_created).ToString("x6", CultureInfo.InvariantCulture);

    /// <summary>The next id in digits.</summary>
    public string NextNumber() => (1_215_000_000L + ++_created).ToString(CultureInfo.InvariantCulture);

    public static JObject Admin(string id) => new()
    {
        ["type"] = "admin",
        ["id"] = id,
        ["name"] = "Grace Hopper",
        ["email"] = $"admin-{id}@example.com",
    };

    /// <exception cref="Rejection">There is no such contact.</exception>
    public JObject Contact(string? id) => Contacts.Find(id) ?? throw Rejection.NotFound("Contact");

    /// <exception cref="Rejection">There is no such company.</exception>
    public JObject Company(string? id) => Companies.Find(id) ?? throw Rejection.CompanyNotFound();

    /// <exception cref="Rejection">There is no such tag.</exception>
    public JObject Tag(string? id) => Tags.Find(id) ?? throw Rejection.NotFound("Tag");

    /// <summary>The conversation with the id; <c>last</c> is the one that changed last.</summary>
    /// <exception cref="Rejection">There is no such conversation.</exception>
    public JObject Conversation(string? id) =>
        (id == "last" ? Conversations.Items.OrderBy(item => (long?)item["updated_at"] ?? 0).LastOrDefault() : Conversations.Find(id))
        ?? throw Rejection.NotFound("Conversation");

    /// <summary>Refuses calls below a contact, company or conversation that is not there, also those that are answered by sample.</summary>
    public void CheckOwner(Call call)
    {
        if (call.Operation.Segments.Count < 2 || !PathTemplate.IsPlaceholder(call.Operation.Segments[1]))
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
