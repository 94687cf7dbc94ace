using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Recording;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.State;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing;

/// <content>Adds data from documents.</content>
public sealed partial class FakeIntercom
{
    /// <summary>The largest number of resources of one type that <see cref="Seed(JObject)"/> creates.</summary>
    private const int MaximumSeedCount = 100_000;

    private static readonly string[] CoreTypes = ["contact", "company", "conversation", "tag", "note", "message"];

    /// <summary>
    /// The names that <see cref="Seed(JObject)"/> accepts: <c>contact</c>, <c>company</c>, <c>conversation</c>, <c>tag</c>, <c>note</c>,
    /// <c>message</c>, and the <see cref="ResourceTypes"/>.
    /// </summary>
    public IReadOnlyList<string> SeedTypes => [.. CoreTypes, .. ResourceTypes.Except(CoreTypes)];

    /// <summary>Adds the resources of a document, in its order.</summary>
    /// <param name="document">
    /// An object with a property for each of the <see cref="SeedTypes"/>. Its value is an array with the fields of each resource, which are
    /// not validated, or a number of resources to create (contacts, companies, and conversations only). A conversation, note, or message
    /// has <c>contact_id</c> and <c>body</c> besides. A recording is a document, too.
    /// </param>
    /// <returns>The number of resources that were added, by type.</returns>
    /// <exception cref="ArgumentException">
    /// A type is unknown in this API version, a value is neither an array of objects nor a number from 0 to 100,000, an ID already exists,
    /// or a contact does not exist. The resources before it have been added.
    /// </exception>
    public IReadOnlyDictionary<string, int> Seed(JObject document) => Seed(document, skipUnknown: false);

    /// <summary>
    /// Adds the resources in the successful responses of a recording, such as contacts, conversations, and articles, with their recorded
    /// IDs. Notes and messages are left out, because their recorded form does not fit. Resources whose ID already exists are left as they
    /// are.
    /// </summary>
    /// <returns>The number of resources that were added, by type.</returns>
    public IReadOnlyDictionary<string, int> Seed(IntercomRecording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        var added = new Dictionary<string, int>(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var resource in RecordedResources.Find(recording, [.. SeedTypes.Except(["note", "message"])]))
            {
                if (StoreOf(resource.Key).Find(Call.Scalar(resource.Value["id"])) is not null)
                    continue;
                SeedOne(resource.Key, (JObject)resource.Value.DeepClone());
                added[resource.Key] = (added.TryGetValue(resource.Key, out var count) ? count : 0) + 1;
            }
        }

        return added;
    }

    /// <summary>Adds the resources of a document that is for several versions, some of which lack a type.</summary>
    internal IReadOnlyDictionary<string, int> Seed(JObject document, bool skipUnknown)
    {
        ArgumentNullException.ThrowIfNull(document);
        if ((document["format"] as JValue)?.Value as string == IntercomRecording.Format)
            return Seed(ReadRecording(document));
        var added = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = SeedTypes;
        lock (_lock)
        {
            foreach (var member in document.Properties())
            {
                if (known.Contains(member.Name))
                    added[member.Name] = SeedAll(member.Name, member.Value);
                else if (!skipUnknown)
                    throw new ArgumentException($"{Version} has no type '{member.Name}'. See FakeIntercom.SeedTypes.", nameof(document));
            }
        }

        return added;
    }

    /// <summary>Runs an action while no request is handled.</summary>
    internal void Synchronize(Action action)
    {
        lock (_lock)
            action();
    }

    /// <summary>Repeats the change of a request that was valid, without a response.</summary>
    internal void Replay(string method, Uri uri, string? contentType, byte[] body)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (contentType is not null)
            headers["Content-Type"] = contentType;
        var request = new FakeRequest(method, uri, headers, body, body.Length > 0);
        var path = SegmentsOf(uri);
        lock (_lock)
        {
            var operation = _description.Router.Find(method, path);
            if (operation is null)
                return;
            request.Call(operation, path);
            try
            {
                CreateResponse(new Call(_description, operation, request, path, RequestBodies.Read(operation, request)));
            }
            catch (Rejection)
            {
                // It was rejected the first time, too.
            }
        }
    }

    /// <summary>Gets the number of resources of a type, and copies of the latest ones, the latest first.</summary>
    internal (int Count, IReadOnlyList<JObject> Latest) Peek(string type, int count)
    {
        lock (_lock)
        {
            var items = StoreOf(type).Items;
            return (items.Count, [.. Enumerable.Range(1, Math.Min(count, items.Count))
                .Select(index => (JObject)items[items.Count - index].DeepClone())]);
        }
    }

    private static IntercomRecording ReadRecording(JObject document)
    {
        try
        {
            return RecordingFile.Read(document);
        }
        catch (FormatException e)
        {
            throw new ArgumentException($"The document is not a recording: {e.Message}", e);
        }
    }

    private EntityStore StoreOf(string type) => type switch
    {
        "contact" => _workspace.Contacts,
        "company" => _workspace.Companies,
        "conversation" => _workspace.Conversations,
        "tag" => _workspace.Tags,
        "note" => _workspace.Notes,
        "message" => _workspace.Messages,
        _ => _state.Resources.Of(type).Store,
    };

    private int SeedAll(string type, JToken value)
    {
        if (value is JArray items)
        {
            foreach (var item in items)
                SeedOne(type, item as JObject ?? throw Misfit(type, $"has an item that is not an object: {item.Type}"));
            return items.Count;
        }

        if (value.Type != JTokenType.Integer || value is not JValue { Value: long and >= 0 and <= MaximumSeedCount and var count })
            throw Misfit(type, "is neither an array nor a number from 0 to 100,000");
        return type switch
        {
            "contact" => AddContacts((int)count).Count,
            "company" => AddCompanies((int)count).Count,
            "conversation" => AddConversations((int)count).Count,
            _ => throw Misfit(type, "is a number, but only contacts, companies, and conversations can be counted. Use an array"),
        };
    }

    private void SeedOne(string type, JObject fields)
    {
        var contact = (string?)(fields["contact_id"] as JValue);
        switch (type)
        {
            case "contact":
                AddContact(fields);
                break;
            case "company":
                AddCompany(fields);
                break;
            case "tag":
                AddTag(fields);
                break;
            case "conversation" when contact is not null:
                AddConversation(contact, Text("body") ?? "Hello, can you help me?", Without("contact_id", "body"));
                break;
            case "conversation":
                AddConversation(Without("body"));
                break;
            case "note":
                AddNote(contact ?? throw Misfit(type, "has no contact_id"), Text("body") ?? "");
                break;
            case "message":
                AddMessage(contact ?? throw Misfit(type, "has no contact_id"), Text("body") ?? "", Text("subject"));
                break;
            default:
                Add(type, fields);
                break;
        }

        string? Text(string name) => (string?)(fields[name] as JValue);

        JObject Without(params string[] names) => new(fields.Properties().Where(member => !names.Contains(member.Name)));
    }

    private static ArgumentException Misfit(string type, string problem) => new($"The seed '{type}' {problem}.");
}
