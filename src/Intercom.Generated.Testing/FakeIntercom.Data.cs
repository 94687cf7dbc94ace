using System.Globalization;
using Intercom.Generated.Testing.State;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing;

/// <content>The fake's data: read it in assertions, and add to it before a test.</content>
public sealed partial class FakeIntercom
{
    private const string FirstMessage = "Hello, can you help me?";

    private static readonly string[] FirstNames =
        ["Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald", "Margaret", "Niklaus", "Radia", "Tony", "Frances", "Ken"];

    private static readonly string[] LastNames =
        ["Lovelace", "Hopper", "Turing", "Dijkstra", "Liskov", "Knuth", "Hamilton", "Wirth", "Perlman", "Hoare", "Allen"];

    /// <summary>Copies of all contacts, including archived ones, in the order they were created.</summary>
    public IReadOnlyList<JObject> Contacts => Snapshot(_workspace.Contacts);

    /// <summary>Copies of all companies.</summary>
    public IReadOnlyList<JObject> Companies => Snapshot(_workspace.Companies);

    /// <summary>Copies of all conversations with their parts.</summary>
    public IReadOnlyList<JObject> Conversations => Snapshot(_workspace.Conversations);

    /// <summary>Copies of all tags.</summary>
    public IReadOnlyList<JObject> Tags => Snapshot(_workspace.Tags);

    /// <summary>Copies of all notes.</summary>
    public IReadOnlyList<JObject> Notes => Snapshot(_workspace.Notes);

    /// <summary>
    /// The types for <see cref="Add"/> and <see cref="GetAll"/> that this API version has, such as <c>admin</c>, <c>team</c>, and
    /// <c>article</c>. Initially, one admin exists: the teammate of the token.
    /// </summary>
    public IReadOnlyList<string> ResourceTypes => [.. _state.Resources.Names];

    /// <summary>The operations that read or change stored data. All others respond with a sample.</summary>
    public IReadOnlyList<string> StatefulOperations =>
        [.. _description.Operations.Where(operation => _table.Contains(operation.Shape)).Select(operation => operation.Key)];

    /// <summary>Adds a contact.</summary>
    /// <param name="fields">
    /// Values that replace those of a complete contact. They are not validated, so you can create a contact that deviates from the
    /// description, as real contacts sometimes do.
    /// </param>
    public JObject AddContact(JObject? fields = null) => Locked(() => _state.Contacts.Seed(fields));

    /// <summary>Adds a user with a name and an email address.</summary>
    public JObject AddContact(string email, string? name = null) =>
        AddContact(new JObject { ["email"] = email ?? throw new ArgumentNullException(nameof(email)), ["name"] = name });

    /// <summary>Adds users with names, email addresses, and external IDs. Their creation times are one second apart.</summary>
    /// <returns>The users. Each is copied when it is read for the first time.</returns>
    public IReadOnlyList<JObject> AddContacts(int count)
    {
        lock (_lock)
            return new LazyCopies(_lock, SeedContacts(count));
    }

    /// <summary>Adds a company.</summary>
    /// <param name="fields">Values that replace those of a complete company. They are not validated.</param>
    public JObject AddCompany(JObject? fields = null) => Locked(() => _state.Companies.Seed(fields));

    /// <summary>Adds a company with a name.</summary>
    public JObject AddCompany(string name, string? companyId = null)
    {
        var fields = new JObject { ["name"] = name ?? throw new ArgumentNullException(nameof(name)) };
        if (companyId is not null)
            fields["company_id"] = companyId;
        return AddCompany(fields);
    }

    /// <summary>Adds companies with names and company IDs.</summary>
    public IReadOnlyList<JObject> AddCompanies(int count)
    {
        lock (_lock)
        {
            var offset = _workspace.Companies.Items.Count;
            return [.. Enumerable.Range(offset + 1, count).Select(number => AddCompany(
                $"{LastNames[number % LastNames.Length]} {number.ToString(CultureInfo.InvariantCulture)} Ltd",
                $"company-{number.ToString("D6", CultureInfo.InvariantCulture)}"))];
        }
    }

    /// <summary>Adds a conversation started by a contact.</summary>
    /// <param name="contactId">The ID of a contact in this fake.</param>
    /// <param name="body">The contact's first message.</param>
    /// <param name="fields">Values that replace those of a complete conversation. They are not validated.</param>
    /// <exception cref="ArgumentException">The contact does not exist.</exception>
    public JObject AddConversation(string contactId, string body = FirstMessage, JObject? fields = null) =>
        Locked(() => _state.Conversations.Seed(ContactOf(contactId), body, fields));

    /// <summary>Adds a conversation without a contact.</summary>
    /// <param name="fields">Values that replace those of a complete conversation. They are not validated.</param>
    public JObject AddConversation(JObject? fields = null) => Locked(() => _state.Conversations.Seed(null, FirstMessage, fields));

    /// <summary>Adds conversations, each started by a new contact.</summary>
    /// <returns>The conversations. Each is copied when it is read for the first time.</returns>
    public IReadOnlyList<JObject> AddConversations(int count)
    {
        lock (_lock)
            return new LazyCopies(_lock, SeedContacts(count).ConvertAll(contact => _state.Conversations.Seed(contact, FirstMessage, null)));
    }

    /// <summary>Adds a tag.</summary>
    public JObject AddTag(string name) =>
        AddTag(new JObject { ["name"] = name ?? throw new ArgumentNullException(nameof(name)) });

    /// <summary>Adds a tag.</summary>
    /// <param name="fields">Values that replace those of a complete tag. They are not validated.</param>
    public JObject AddTag(JObject fields) => Locked(() => _state.Tags.Seed(fields));

    /// <summary>Adds a note to a contact.</summary>
    /// <exception cref="ArgumentException">The contact does not exist.</exception>
    public JObject AddNote(string contactId, string body) => Locked(() => _state.Notes.AddToContact(ContactOf(contactId), body, null));

    /// <summary>Adds a message that an admin sent to a contact. Exports of message data contain it.</summary>
    /// <param name="contactId">The ID of a contact in this fake.</param>
    /// <param name="body">The content.</param>
    /// <param name="subject">The subject of an email, or null for a message in the Messenger.</param>
    /// <exception cref="ArgumentException">The contact does not exist.</exception>
    public JObject AddMessage(string contactId, string body, string? subject = null) =>
        Locked(() => _state.Messages.Seed(ContactOf(contactId), body, subject));

    /// <summary>Adds a resource of another type, such as an <c>article</c>.</summary>
    /// <param name="type">One of <see cref="ResourceTypes"/>.</param>
    /// <param name="fields">Values that replace those of a complete resource. They are not validated.</param>
    /// <exception cref="ArgumentException">The API version does not have the type.</exception>
    public JObject Add(string type, JObject? fields = null) =>
        Locked(() => _state.Resources.Of(type ?? throw new ArgumentNullException(nameof(type))).Seed(fields));

    /// <summary>Gets copies of all resources of a type, in the order in which they were created.</summary>
    /// <param name="type">One of <see cref="ResourceTypes"/>.</param>
    /// <exception cref="ArgumentException">The API version does not have the type.</exception>
    public IReadOnlyList<JObject> GetAll(string type) =>
        Snapshot(_state.Resources.Of(type ?? throw new ArgumentNullException(nameof(type))).Store);

    /// <summary>
    /// Denies an operation from now on, as if the plan of the workspace or the permissions of the token did not include it. The error is
    /// the documented one of the operation, or otherwise 403 with the code <c>forbidden</c>.
    /// </summary>
    /// <param name="operation">The operation, such as <c>DELETE /conversations/{id}</c>.</param>
    /// <param name="reason">A part of the documented message, for operations that document several errors. Null chooses the first.</param>
    /// <exception cref="ArgumentException">The operation does not exist, or no documented message contains the reason.</exception>
    public FakeIntercom Deny(string operation, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var found = _description.Router.FindByKey(operation)
            ?? throw new ArgumentException($"{Version} has no operation '{operation}'.", nameof(operation));
        lock (_lock)
            _state.Denials.Add(found.Shape, reason);
        return this;
    }

    /// <summary>Puts a contact or a company into a segment. The fake does not evaluate the filters of segments.</summary>
    /// <param name="segmentId">The ID of a segment, which <see cref="Add"/> added as <c>segment</c>.</param>
    /// <param name="memberId">The ID of a contact or a company in this fake.</param>
    /// <param name="isMember">Whether the contact or company is in the segment. False takes it out.</param>
    /// <exception cref="ArgumentException">The segment, or the contact or company, does not exist.</exception>
    public void SetSegment(string segmentId, string memberId, bool isMember = true)
    {
        ArgumentNullException.ThrowIfNull(segmentId);
        ArgumentNullException.ThrowIfNull(memberId);
        lock (_lock)
            _state.ContactLinks.SetSegment(segmentId, memberId, isMember);
    }

    private JObject ContactOf(string id) =>
        _workspace.Contacts.Find(id) ?? throw new ArgumentException($"No contact with the ID '{id}' exists.", nameof(id));

    private IReadOnlyList<JObject> Snapshot(EntityStore store)
    {
        lock (_lock)
            return store.Snapshot();
    }

    private List<JObject> SeedContacts(int count)
    {
        var offset = _workspace.Contacts.Items.Count;
        var added = new List<JObject>(count);
        for (var number = offset + 1; number <= offset + count; number++)
        {
            var first = FirstNames[number % FirstNames.Length];
            var last = LastNames[number % LastNames.Length];
            added.Add(_state.Contacts.Seed(new JObject
            {
                ["email"] = $"{first}.{last}.{number.ToString(CultureInfo.InvariantCulture)}@example.com".ToLowerInvariant(),
                ["name"] = $"{first} {last}",
                ["external_id"] = $"user-{number.ToString("D6", CultureInfo.InvariantCulture)}",
            }));
        }

        return added;
    }

    /// <summary>Changes the data under the lock and returns a copy of the result.</summary>
    private JObject Locked(Func<JObject> change)
    {
        lock (_lock)
            return (JObject)change().DeepClone();
    }
}
