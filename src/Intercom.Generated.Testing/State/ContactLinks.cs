using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.Webhooks;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The segments of contacts and companies, and the subscriptions and banners of contacts.</summary>
internal sealed class ContactLinks(Workspace workspace, ResourceCatalog resources)
{
    private readonly Links _segments = new();
    private readonly Links _subscriptions = new();
    private readonly Links _dismissed = new();

    public void Register(OperationTable table)
    {
        table.AddList("GET /contacts/{}/segments", call => SegmentsOf(workspace.ContactOf(call)));
        table.AddList("GET /companies/{}/segments", call => SegmentsOf(workspace.Company(call.PathValues[0])));
        table.AddList("GET /contacts/{}/subscriptions", SubscriptionsOf);
        table.Add("POST /contacts/{}/subscriptions", Subscribe);
        table.Add("DELETE /contacts/{}/subscriptions/{}", Unsubscribe);
        table.AddList("GET /contacts/{}/banners", BannersOf);
        table.Add("POST /contacts/{}/banners/{}/dismiss", Dismiss);
    }

    /// <summary>Puts a contact or a company into a segment, or takes it out.</summary>
    /// <exception cref="ArgumentException">The segment, or the contact or company, does not exist.</exception>
    public void SetSegment(string segmentId, string memberId, bool isMember)
    {
        if (resources.Of("segment").Store.Find(segmentId) is null)
            throw new ArgumentException($"No segment with the ID '{segmentId}' exists. Add it first.", nameof(segmentId));
        if (workspace.Contacts.Find(memberId) is null && workspace.Companies.Find(memberId) is null)
            throw new ArgumentException($"No contact or company with the ID '{memberId}' exists. Add it first.", nameof(memberId));
        if (isMember)
            _segments.Add(memberId, segmentId);
        else
            _segments.Remove(memberId, segmentId);
    }

    /// <summary>Gets the IDs of the segments of a contact or company.</summary>
    public IReadOnlyList<string> SegmentIdsOf(string memberId) => _segments.From(memberId);

    private List<JObject> SegmentsOf(JObject member)
    {
        var segments = resources.Of("segment").Store;
        return [.. _segments.From((string)member["id"]!).Select(segments.Find).OfType<JObject>()];
    }

    private IReadOnlyList<JObject> SubscriptionsOf(Call call)
    {
        var types = resources.Of("subscription").Store;
        return [.. _subscriptions.From((string)workspace.ContactOf(call)["id"]!).Select(types.Find).OfType<JObject>()];
    }

    private FakeResponse Subscribe(Call call)
    {
        var contact = workspace.ContactOf(call);
        var type = resources.Of("subscription").Find(call.RequiredText("id"));
        if (_subscriptions.Add((string)contact["id"]!, (string)type["id"]!))
            Raise("granular.subscribe", "granular_subscribe", contact, type);
        return call.Respond(type);
    }

    private FakeResponse Unsubscribe(Call call)
    {
        var contact = workspace.ContactOf(call);
        var type = resources.Of("subscription").Find(call.PathValues[1]);
        if (!_subscriptions.Remove((string)contact["id"]!, (string)type["id"]!))
            throw Rejection.ResourceNotFound();
        Raise("granular.unsubscribe", "granular_unsubscribe", contact, type);
        return call.Respond(type);
    }

    private void Raise(string topic, string type, JObject contact, JObject subscription) =>
        workspace.Raise(topic, () => NotificationItems.Subscription(type, contact, workspace.Clock.Now, subscription));

    private IReadOnlyList<JObject> BannersOf(Call call)
    {
        var dismissed = _dismissed.From((string)workspace.ContactOf(call)["id"]!);
        return [.. resources.ItemsOf("banner").Where(banner => !dismissed.Contains(Call.Scalar(banner["view_id"])!))];
    }

    private FakeResponse Dismiss(Call call)
    {
        var contact = workspace.ContactOf(call);
        var view = call.PathValues[1];
        if (!resources.ItemsOf("banner").Any(banner => Call.Scalar(banner["view_id"]) == view))
            throw Rejection.ResourceNotFound();
        _dismissed.Add((string)contact["id"]!, view);
        return call.Respond(call.SampleWith(new JObject { ["view_id"] = view, ["dismissed"] = true }));
    }
}
